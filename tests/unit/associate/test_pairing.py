"""Pairing at the least cost."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.pairing import cheapest


@st.composite
def costs(draw: st.DrawFn) -> list[list[float]]:
    rows = draw(st.integers(1, 4))
    columns = draw(st.integers(rows, 6))
    one = st.floats(-20, 20).map(lambda cost: round(cost, 3)) | st.just(1e6)
    return [[draw(one) for _ in range(columns)] for _ in range(rows)]


@given(costs())
def test_no_other_pairing_costs_less(cost: list[list[float]]) -> None:
    found = cheapest(cost)
    assert len(set(found)) == len(cost)
    least = min(
        sum(row[column] for row, column in zip(cost, each, strict=True))
        for each in itertools.permutations(range(len(cost[0])), len(cost))
    )
    mine = sum(row[column] for row, column in zip(cost, found, strict=True))
    assert abs(mine - least) <= 1e-6


def test_a_row_gives_way_where_both_together_are_better_off() -> None:
    assert cheapest([[-5.0, -4.0, 0.0], [-5.0, 9.0, 0.0]]) == [1, 0]


def test_of_nobody_nothing_is_paired() -> None:
    assert cheapest([]) == []
