"""Who goes with whom at the least cost.

scipy has this too, but takes 50 MB with it; here a handful of people in one picture are paired.
"""

from __future__ import annotations

import math
from collections.abc import Sequence


def cheapest(cost: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row so that the sum of costs is least and no column is taken twice.

    There are at least as many columns as rows; costs are finite. By shortest augmenting paths
    (Jonker and Volgenant 1987): one row after another is added, and those before make room.
    """
    width = len(cost[0]) if cost else 0
    of_row, of_column = [0.0] * len(cost), [0.0] * width
    taken: list[int | None] = [None] * width
    for added in range(len(cost)):
        # Dijkstra over columns, by what each costs beyond the prices so far.
        length, before = [math.inf] * width, [-1] * width
        open_columns = set(range(width))
        row, at, reached = added, -1, 0.0
        seen: list[tuple[int, int]] = []
        while True:
            for column in open_columns:
                way = reached + cost[row][column] - of_row[row] - of_column[column]
                if way < length[column]:
                    length[column], before[column] = way, at
            at = min(open_columns, key=lambda column: (length[column], column))
            open_columns.remove(at)
            reached = length[at]
            holder = taken[at]
            if holder is None:
                break
            seen.append((at, holder))
            row = holder
        of_row[added] += reached
        for column, holder in seen:
            of_row[holder] += reached - length[column]
            of_column[column] -= reached - length[column]
        while at >= 0:
            previous = before[at]
            taken[at] = added if previous < 0 else taken[previous]
            at = previous
    columns = {row: column for column, row in enumerate(taken) if row is not None}
    return [columns[row] for row in range(len(cost))]
