"""What becomes of a search by what people do with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.search import Mark, Marked, Search, SearchState, Seed, SeedKind
from reid_service.errors import Conflict, InvalidRequest
from reid_service.search.session import SearchSession

SEARCH = Search("s", 1.0, 1.0, Seed(SeedKind.SIGHTING, sighting_id="seed"), 0.0, 10.0)
BEGUN = SearchSession(SEARCH)

_SIGHTINGS = st.sampled_from(["a", "b", "c"])
_SAID = st.lists(st.tuples(_SIGHTINGS, st.sampled_from([Mark.TICK, Mark.CROSS, None])))


def says(session: SearchSession, sighting_id: str, mark: Mark | None) -> SearchSession:
    """One mark, as a click sets it."""
    ticks = [sighting_id] if mark is Mark.TICK else []
    crosses = [sighting_id] if mark is Mark.CROSS else []
    unsure = [sighting_id] if mark is Mark.UNSURE else []
    clear = [sighting_id] if mark is None else []
    return session.labelled(ticks, crosses, clear, unsure, now_s=2.0)


@given(_SAID)
def test_what_is_said_last_of_a_sighting_holds(said: list[tuple[str, Mark | None]]) -> None:
    session = BEGUN
    for sighting_id, mark in said:
        session = says(session, sighting_id, mark)
    last = dict(said)
    for mark in Mark:
        assert set(session.marked(mark)) == {key for key, value in last.items() if value is mark}


@given(_SAID, _SIGHTINGS, st.sampled_from(list(Mark)))
def test_clearing_takes_back_a_mark_on_an_unmarked_sighting(
    said: list[tuple[str, Mark | None]], sighting_id: str, mark: Mark
) -> None:
    session = BEGUN
    for each, before in said:
        session = says(session, each, before)
    session = says(session, sighting_id, None)
    assert says(says(session, sighting_id, mark), sighting_id, None) == session


@given(_SAID, _SAID)
def test_a_refinement_knows_the_marks_of_its_moment(
    before: list[tuple[str, Mark | None]], after: list[tuple[str, Mark | None]]
) -> None:
    session = BEGUN
    for sighting_id, mark in before:
        session = says(session, sighting_id, mark)
    refined = session.refined(now_s=3.0)
    assert refined.search.refined == 1
    for sighting_id, mark in after:
        refined = says(refined, sighting_id, mark)
    for mark in (Mark.TICK, Mark.CROSS):
        assert set(refined.used(mark)) == set(session.marked(mark))
    assert not refined.used(Mark.UNSURE)


def test_who_came_up_is_new_until_the_next_refinement() -> None:
    session = BEGUN.refined(now_s=2.0).brought_up(["a", "b"])
    assert session.marks["a"] == Marked("a", is_new=True)
    again = says(session, "a", Mark.TICK).refined(now_s=3.0)
    assert again.marks == {"a": Marked("a", Mark.TICK, used=Mark.TICK)}


def test_a_sighting_cannot_be_two_things_at_once() -> None:
    with pytest.raises(InvalidRequest, match="twice"):
        BEGUN.labelled(["a"], ["a"], [], now_s=2.0)
    with pytest.raises(InvalidRequest, match="twice"):
        BEGUN.labelled(["a"], [], ["a"], now_s=2.0)
    assert BEGUN.labelled(["a", "a"], [], [], now_s=2.0).marked(Mark.TICK) == ["a"]


def test_the_sighting_that_it_started_from_is_not_marked() -> None:
    with pytest.raises(InvalidRequest, match="starts from"):
        BEGUN.labelled(["seed"], [], [], now_s=2.0)


BEGAN_S = {"seed": 1.0, "a": 2.0, "b": 3.0, "c": 4.0}
TICKED = BEGUN.labelled(["c", "a", "b"], [], [], now_s=2.0)


def test_legs_are_in_order_of_time_until_somebody_orders_them() -> None:
    assert TICKED.legs(BEGAN_S) == ["seed", "a", "b", "c"]
    ordered = TICKED.arranged(["c", "seed", "a"], now_s=3.0)
    assert (ordered.legs(BEGAN_S), ordered.dropped) == (["c", "seed", "a"], ["b"])
    assert ordered.marked(Mark.TICK) == TICKED.marked(Mark.TICK)
    assert ordered.arranged(None, now_s=3.0).legs(BEGAN_S) == TICKED.legs(BEGAN_S)


def test_who_is_ticked_later_comes_where_their_time_puts_them() -> None:
    before = BEGUN.labelled(["a", "c"], [], [], now_s=2.0).arranged(["c", "a"], now_s=3.0)
    after = before.labelled(["b"], [], [], now_s=4.0)
    assert after.legs(BEGAN_S) == ["b", "c", "a"]
    assert after.dropped == ["seed"]


def test_what_was_dropped_and_is_ticked_anew_is_a_leg_again() -> None:
    dropped = TICKED.arranged(["seed"], now_s=3.0)
    again = dropped.labelled([], [], ["a"], now_s=4.0).labelled(["a"], [], [], now_s=5.0)
    assert again.legs(BEGAN_S) == ["seed", "a"]


def test_a_leg_of_which_nobody_is_sure_stays_in_its_place_but_is_not_confirmed() -> None:
    ordered = TICKED.arranged(["c", "b", "a", "seed"], now_s=3.0)
    doubted = says(ordered, "b", Mark.UNSURE)
    assert doubted.legs(BEGAN_S) == ["c", "b", "a", "seed"]
    assert "b" not in doubted.confirmed
    assert says(doubted, "b", Mark.TICK).marks == ordered.marks
    assert says(doubted, "b", None).legs(BEGAN_S) == ["c", "a", "seed"]


def test_who_is_marked_unsure_among_the_candidates_becomes_a_leg() -> None:
    session = BEGUN.labelled([], [], [], ["b"], now_s=2.0)
    assert (session.legs(BEGAN_S), session.confirmed) == (["seed", "b"], ["seed"])
    assert session.arranged(["b", "seed"], now_s=3.0).legs(BEGAN_S) == ["b", "seed"]


def test_a_leg_that_is_gone_is_left_out() -> None:
    assert TICKED.legs({"c": 4.0, "a": 2.0}) == ["a", "c"]


@pytest.mark.parametrize("legs", [[], ["a", "a"], ["a", "nobody"]])
def test_legs_that_are_not_confirmed_are_refused(legs: list[str]) -> None:
    with pytest.raises(InvalidRequest, match="none twice"):
        TICKED.arranged(legs, now_s=3.0)


def test_a_finished_search_can_be_put_in_order() -> None:
    done = TICKED.finished("i", now_s=3.0).arranged(["b", "a"], now_s=4.0)
    assert done.legs(BEGAN_S) == ["b", "a"]


def test_it_can_look_elsewhere() -> None:
    moved = BEGUN.moved(frozenset(["gate"]), 5.0, 6.0, now_s=7.0).search
    assert (moved.cameras, moved.from_s, moved.until_s) == (frozenset(["gate"]), 5.0, 6.0)
    assert (moved.updated_s, moved.created_s) == (7.0, 1.0)


@pytest.mark.parametrize(
    ("cameras", "from_s", "until_s"), [(frozenset(), 0.0, 1.0), (None, 1.0, 1.0), (None, 2.0, 1.0)]
)
def test_nowhere_is_refused(cameras: frozenset[str] | None, from_s: float, until_s: float) -> None:
    with pytest.raises(InvalidRequest):
        BEGUN.moved(cameras, from_s, until_s, now_s=2.0)


@pytest.mark.parametrize(
    "act",
    [
        lambda done: done.labelled(["a"], [], [], now_s=3.0),
        lambda done: done.moved(None, 0.0, 1.0, now_s=3.0),
        lambda done: done.refined(now_s=3.0),
        lambda done: done.finished("i", now_s=3.0),
    ],
)
def test_a_finished_search_stays_as_it_is(act: Callable[[SearchSession], SearchSession]) -> None:
    done = BEGUN.finished("i", now_s=2.0)
    assert (done.search.state, done.search.saved_as) == (SearchState.FINISHED, "i")
    with pytest.raises(Conflict, match="finished"):
        act(done)
