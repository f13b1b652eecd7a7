"""Counts of how people move."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.movements import VISIT_GAP_S, GapSums, Movements
from tests.unit.associate.people import HOUR_S, members, seen

UNTIL_S = 10 * HOUR_S


def watched(*chains: Chain, from_s: float = 0.0, until_s: float = UNTIL_S) -> Movements:
    movements = Movements()
    movements.watch(chains, from_s=from_s, until_s=until_s)
    return movements


def test_a_walk_is_a_start_a_move_and_a_departure() -> None:
    seen_on = watched(Chain("x", [seen("a", "door", 0.0, 10.0), seen("b", "hall", 30.0, 40.0)]))
    assert (seen_on.hours, seen_on.people, seen_on.places) == (10.0, 1.0, {"door", "hall"})
    assert seen_on.starts == {"door": 1.0}
    assert seen_on.moves == {"door": {"hall": 1.0}}
    assert seen_on.leaves == {"hall": 1.0}
    assert seen_on.gaps["door", "hall"].mean == pytest.approx(math.log(20.0))
    assert not seen_on.returns


def test_who_comes_back_after_a_long_time_has_left_and_returned() -> None:
    later = 10.0 + VISIT_GAP_S + 1.0
    seen_on = watched(Chain("x", [seen("a", "door", 0.0, 10.0), seen("b", "hall", later)]))
    assert seen_on.leaves == {"door": 1.0, "hall": 1.0}
    assert seen_on.returns == {"hall": 1.0}
    assert not seen_on.moves
    assert not seen_on.gaps


def test_in_sight_of_two_cameras_at_once_is_an_overlap() -> None:
    seen_on = watched(Chain("x", [seen("a", "door", 0.0, 10.0), seen("b", "hall", 5.0)]))
    assert seen_on.overlaps == {("door", "hall"): 1.0}
    assert not seen_on.moves


def test_what_was_before_or_comes_after_is_not_counted() -> None:
    chain = Chain("x", [seen("a", "door", 0.0, 10.0), seen("b", "hall", 30.0, 40.0)])
    seen_on = watched(chain, from_s=20.0, until_s=40.0 + VISIT_GAP_S)
    assert (seen_on.people, seen_on.places) == (0.0, {"hall"})
    assert seen_on.moves == {"door": {"hall": 1.0}}
    assert not seen_on.leaves
    assert not watched(chain, from_s=1000.0).places


def test_time_does_not_run_backwards() -> None:
    assert watched(from_s=10.0, until_s=5.0).hours == 0.0


def test_somebody_still_here_has_not_left() -> None:
    assert not watched(Chain("x", [seen("a", "door", UNTIL_S - 20.0)])).leaves


@given(st.lists(members(), max_size=3), st.integers(0, 5000).map(float))
def test_two_stretches_count_what_one_does(people: list[list[Member]], border_s: float) -> None:
    chains = [Chain(str(index), each) for index, each in enumerate(people)]
    at_once = watched(*chains)
    stepwise = watched(*chains, until_s=border_s)
    stepwise.watch(chains, from_s=border_s, until_s=UNTIL_S)
    assert stepwise.hours == pytest.approx(at_once.hours)
    sides = ("exits", "entries", "leaving", "arriving")
    for name in ("people", "places", "starts", "returns", "leaves", "moves", "overlaps", *sides):
        assert getattr(stepwise, name) == getattr(at_once, name)
    assert stepwise.gaps.keys() == at_once.gaps.keys()
    for edge, sums in at_once.gaps.items():
        assert stepwise.gaps[edge].mean == pytest.approx(sums.mean)


@given(st.lists(members(), max_size=3))
def test_stored_and_read_again_it_is_the_same(people: list[list[Member]]) -> None:
    movements = watched(*(Chain(str(index), each) for index, each in enumerate(people)))
    stored = json.loads(json.dumps(movements.to_json()))
    again = Movements.from_json(stored)
    assert again == movements
    assert again.to_json() == movements.to_json()
    again.watch([Chain("new", [seen("n", "cellar")])], from_s=0.0, until_s=UNTIL_S)
    assert again.starts["cellar"] == 1.0


@given(members())
def test_the_past_fades_as_a_whole(people: list[Member]) -> None:
    movements = watched(Chain("x", people))
    half = movements.faded(0.5)
    assert (half.hours, half.people) == (movements.hours / 2, movements.people / 2)
    assert half.places == movements.places
    for name in ("starts", "returns", "leaves", "overlaps"):
        whole = getattr(movements, name)
        assert getattr(half, name) == {key: count / 2 for key, count in whole.items()}
    assert half.moves == {
        here: {there: count / 2 for there, count in each.items()}
        for here, each in movements.moves.items()
    }
    for edge, sums in movements.gaps.items():
        assert half.gaps[edge].count == sums.count / 2
        assert half.gaps[edge].mean == pytest.approx(sums.mean)  # counts less, says the same


def test_a_faded_copy_is_its_own() -> None:
    movements = watched(Chain("x", [seen("a", "door")]))
    copy = movements.faded(1.0)
    copy.watch([Chain("y", [seen("b", "door")])], from_s=0.0, until_s=UNTIL_S)
    assert (movements.starts["door"], copy.starts["door"]) == (1.0, 2.0)


@given(st.lists(st.tuples(st.floats(0.5, 1e5), st.floats(0.02, 1.0)), min_size=1, max_size=20))
def test_sums_give_weighted_mean_and_squares_of_logarithms(
    gaps: list[tuple[float, float]],
) -> None:
    sums = GapSums()
    for gap_s, share in gaps:
        sums.add(gap_s, share)
    count = math.fsum(share for _, share in gaps)
    mean = math.fsum(share * math.log(gap_s) for gap_s, share in gaps) / count
    assert (sums.count, sums.mean) == pytest.approx((count, mean))
    expected = math.fsum(share * (math.log(gap_s) - mean) ** 2 for gap_s, share in gaps)
    assert sums.squares_about_mean == pytest.approx(expected, abs=1e-6)


def test_the_shortest_transit_is_half_a_second() -> None:
    sums = GapSums()
    sums.add(0.001, 1.0)
    assert sums.mean == pytest.approx(math.log(0.5))


def test_who_may_have_walked_on_has_left_by_so_much_less() -> None:
    movements = Movements()
    here, there = seen("a", "door", 0.0, 10.0), seen("b", "hall", 30.0)
    movements.watch([Chain("x", [here]), Chain("y", [there])], from_s=0.0, until_s=UNTIL_S)
    movements.add_move(here, there, 0.75)
    movements.take_arrival(there, 0.75, returns=False)
    assert movements.moves == {"door": {"hall": 0.75}}
    assert movements.gaps["door", "hall"].count == 0.75
    assert (movements.leaves["door"], movements.starts["hall"]) == (0.25, 0.25)
    assert movements.people == 1.25


def test_who_may_have_been_in_two_views_at_once_overlaps_by_so_much() -> None:
    movements = Movements()
    movements.add_move(seen("a", "door", 0.0, 10.0), seen("b", "hall", 5.0), 0.5)
    assert movements.overlaps == {("door", "hall"): 0.5}
    assert not movements.moves


def test_a_return_that_was_a_walk_is_taken_back_and_nothing_falls_below_zero() -> None:
    movements = Movements(people=3.0)
    movements.returns["hall"] = 1.0
    movements.take_arrival(seen("a", "hall"), 0.25, returns=True)
    assert (movements.returns["hall"], movements.people) == (0.75, 3.0)
    movements.take_arrival(seen("a", "hall"), 0.9, returns=True)
    movements.take_arrival(seen("b", "door"), 0.9, returns=False)
    assert (movements.returns["hall"], movements.starts["door"]) == (0.0, 0.0)


def test_sides_are_counted_by_way_and_by_camera() -> None:
    later_s = 10.0 + VISIT_GAP_S + 1.0
    chain = Chain(
        "x",
        [
            seen("a", "door", 0.0, enters="left", leaves="right"),
            seen("b", "hall", 30.0, enters="top", leaves=None),
            seen("c", "door", 40.0 + later_s, enters="left"),
        ],
    )
    seen_on = watched(chain)
    assert seen_on.exits == {("door", "hall"): {"right": 1.0}}
    assert seen_on.entries == {
        ("", "door"): {"left": 2.0},
        ("door", "hall"): {"top": 1.0},
    }
    assert seen_on.leaving == {"door": {"right": 1.0}}
    assert seen_on.arriving == {"door": {"left": 2.0}, "hall": {"top": 1.0}}


def test_who_may_have_walked_on_came_so_much_less_from_elsewhere() -> None:
    movements = watched(Chain("x", [seen("a", "hall", enters="left")]))
    movements.take_arrival(seen("a", "hall", enters="left"), 0.75, returns=False)
    assert movements.entries == {("", "hall"): {"left": 0.25}}
    assert movements.arriving == {"hall": {"left": 1.0}}


def test_what_was_stored_before_sides_were_counted_has_none() -> None:
    stored = watched(Chain("x", [seen("a", "hall", enters="left")])).to_json()
    for name in ("exits", "entries", "leaving", "arriving"):
        del stored[name]
    again = Movements.from_json(stored)
    assert again.starts == {"hall": 1.0}
    assert not again.entries
    assert not again.arriving
