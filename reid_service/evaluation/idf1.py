"""IDF1 over tracked objects: identities and people matched one to one, as well as possible.

Ristani, Solera, Zou, Cucchiara, Tomasi, "Performance Measures and a Data Set for Multi-Target,
Multi-Camera Tracking", 2016. There the unit is a box in a frame; here it is a tracked object,
because Frigate has already tracked within each camera.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

_Integers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class IdScores:
    """Tracked objects with the right identity, all that got one, and all there are."""

    true_positives: int
    found: int
    true: int

    @property
    def idf1(self) -> float:
        """2 IDTP / (2 IDTP + IDFP + IDFN), in [0, 1]; 1 when there was nothing to find."""
        both = self.found + self.true
        return 2 * self.true_positives / both if both else 1.0


def id_scores(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> IdScores:
    """Compare identities `found` for tracked objects with the people they truly are.

    Each person gets at most one identity and each identity at most one person, so that most
    tracked objects agree: IDTP. Those of `truth` without the right identity are IDFN, those with
    another one IDFP. A tracked object that is only in `found` cannot be judged and is left out.

    People and identities that share no tracked object, directly or through others, cannot
    influence each other: every such group is matched on its own, so memory grows with the
    largest group and not with people times identities.

    >>> id_scores({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"}).true_positives
    2
    """
    judged = {item: identity for item, identity in found.items() if item in truth}
    cells = Counter((truth[item], identity) for item, identity in judged.items())
    return IdScores(true_positives=_best_match(cells), found=len(judged), true=len(truth))


def _best_match(cells: Counter[tuple[Hashable, Hashable]]) -> int:
    """Largest sum of cells with no person and no identity taken twice."""
    if not cells:
        return 0
    people = _numbered(person for person, _ in cells)
    identities = _numbered(identity for _, identity in cells)
    rows = np.array([people[person] for person, _ in cells])
    columns = np.array([identities[identity] for _, identity in cells])
    sizes = np.array(list(cells.values()))

    # The service does not evaluate, and does without the 50 MB that these take.
    from scipy.sparse import coo_array  # noqa: PLC0415
    from scipy.sparse.csgraph import connected_components  # noqa: PLC0415

    nodes = len(people) + len(identities)
    graph = coo_array((sizes, (rows, len(people) + columns)), shape=(nodes, nodes))
    _, group_of = connected_components(graph, directed=False)
    order = np.argsort(group_of[rows], kind="stable")
    starts = np.flatnonzero(np.diff(group_of[rows][order])) + 1
    return sum(
        _best_match_of_group(rows[group], columns[group], sizes[group])
        for group in np.split(order, starts)
    )


def _best_match_of_group(rows: _Integers, columns: _Integers, sizes: _Integers) -> int:
    """The same for the cells of one group, each array of shape (cells,)."""
    if len(sizes) == 1:  # nearly all groups: one person with one identity
        return int(sizes[0])
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - see above

    people, row_of = np.unique(rows, return_inverse=True)
    identities, column_of = np.unique(columns, return_inverse=True)
    agreement = np.zeros((len(people), len(identities)), np.int64)
    agreement[row_of, column_of] = sizes
    return int(agreement[linear_sum_assignment(agreement, maximize=True)].sum())


def _numbered(labels: Iterable[Hashable]) -> dict[Hashable, int]:
    return {label: number for number, label in enumerate(dict.fromkeys(labels))}
