"""Members in the order of time, and sums over them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from tests.unit.associate.people import members, seen


def ids(chain: Chain) -> list[str]:
    return [each.tracklet_id for each in chain.members]


@given(members(), st.data())
def test_order_and_sums_do_not_depend_on_who_came_first(
    people: list[Member], data: st.DataObject
) -> None:
    at_once, one_by_one = Chain("x", people), Chain("x")
    for each in data.draw(st.permutations(people)):
        one_by_one.add(each)
    assert ids(one_by_one) == ids(at_once)
    assert [each.order for each in at_once.members] == sorted(each.order for each in people)
    for row, each in zip(one_by_one.vectors, at_once.members, strict=True):
        np.testing.assert_array_equal(row, each.vector)
    np.testing.assert_array_equal(one_by_one.total, at_once.total)
    assert one_by_one.places == at_once.places
    assert one_by_one.faces == at_once.faces
    assert one_by_one.last_seen_s == max(each.last_seen_s for each in people)
    assert len(one_by_one) == len(people)


@given(members(least=2))
def test_who_leaves_leaves_nothing_behind(people: list[Member]) -> None:
    leaving, *staying = people
    chain, anew = Chain("x", people), Chain("x", staying)
    assert chain.remove(leaving.tracklet_id) is leaving
    assert (chain.identity_id, ids(chain), chain.places) == ("x", ids(anew), anew.places)
    assert chain.position(leaving.tracklet_id) is None
    np.testing.assert_array_equal(chain.vectors, anew.vectors)
    np.testing.assert_array_equal(chain.total, anew.total)


@given(members())
def test_everybody_who_is_here_is_found(people: list[Member]) -> None:
    chain = Chain("x", people)
    found = [chain.position(each.tracklet_id) for each in chain.members]
    assert found == list(range(len(people)))
    assert chain.position("elsewhere") is None


def test_who_is_not_here_cannot_leave() -> None:
    chain = Chain("x", [seen("a")])
    assert chain.remove("b") is None
    assert ids(chain) == ["a"]


def test_a_chain_without_members_is_in_no_place() -> None:
    chain = Chain("x", [seen("a")])
    chain.remove("a")
    assert (len(chain), chain.places.total()) == (0, 0)


def test_neighbours_are_those_next_in_time() -> None:
    early, late = seen("a", start_s=0.0), seen("c", start_s=100.0)
    chain = Chain("x", [late, early])
    assert chain.around(seen("b", start_s=50.0)) == (early, late)
    assert chain.around(seen("b", start_s=-1.0)) == (None, early)
    assert chain.around(seen("b", start_s=101.0)) == (late, None)
    assert Chain("y").around(seen("b")) == (None, None)


@pytest.mark.parametrize(
    ("other", "excluded"),
    [
        (seen("b", "door", 15.0, 25.0), True),
        (seen("b", "door", 20.0, 25.0), True),  # the same frame
        (seen("b", "door", 12.0, 13.0), True),
        (seen("b", "door", 20.1, 25.0), False),
        (seen("b", "hall", 15.0, 25.0), False),
    ],
)
def test_on_one_camera_at_one_moment_are_two_people(other: Member, excluded: bool) -> None:
    here = seen("a", "door", 10.0, 20.0)
    assert here.excludes(other) is excluded
    assert other.excludes(here) is excluded
    assert Chain("x", [seen("z", "yard", 0.0), here]).excludes(other) is excluded


def test_who_is_still_in_sight_may_be_so_at_any_later_moment() -> None:
    here = seen("a", "door", 10.0, 20.0, is_open=True)
    later, before = seen("b", "door", 1000.0), seen("b", "door", 0.0, 9.0)
    assert here.excludes(later)
    assert later.excludes(here)
    assert not here.excludes(before)
    assert not here.excludes(seen("b", "hall", 1000.0))


def test_faces_are_counted() -> None:
    chain = Chain("x", [seen("a", face="Ann"), seen("b"), seen("c", face="Ann")])
    assert chain.faces == {"Ann": 2}


@given(members(), st.floats(-100.0, 6000.0))
def test_whoever_was_still_in_sight_is_among_those_since(
    people: list[Member], time_s: float
) -> None:
    chain = Chain("x", people)
    since = chain.since(time_s)
    assert since == chain.members[len(chain) - len(since) :]
    assert {e.tracklet_id for e in people if e.until_s >= time_s} <= {e.tracklet_id for e in since}
    assert not since or since[0].until_s >= time_s


@given(members(least=2), st.data())
def test_who_was_there_when_follows_whoever_comes_and_goes(
    people: list[Member], data: st.DataObject
) -> None:
    chain, here = Chain("x"), []
    for each in data.draw(st.permutations(people)):
        chain.add(each)
        here.append(each)
        if data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(here))
            chain.remove(gone.tracklet_id)
            here.remove(gone)
        anew = Chain("x", here)
        for other in people:
            assert chain.excludes(other) == anew.excludes(other)
        assert chain.since(500.0) == anew.since(500.0)
        if here:
            left = data.draw(st.sampled_from(here))
            rest = Chain("x", [e for e in here if e is not left])
            assert chain.without({left.tracklet_id}).excludes(left) == rest.excludes(left)


@given(members(), st.data())
def test_a_copy_without_some_is_as_if_they_never_came(
    people: list[Member], data: st.DataObject
) -> None:
    gone = {each.tracklet_id for each in data.draw(st.sets(st.sampled_from(people), max_size=3))}
    chain, anew = Chain("x", people), Chain("x", [e for e in people if e.tracklet_id not in gone])
    copy = chain.without({*gone, "elsewhere"})
    assert (copy.identity_id, ids(copy), copy.places) == ("x", ids(anew), anew.places)
    assert [chain.position(each.tracklet_id) for each in people].count(None) == 0
    if len(anew):
        np.testing.assert_array_equal(copy.vectors, anew.vectors)
        copy.add(seen("late", start_s=1e6))
        assert copy.last_seen_s >= 1e6 > chain.last_seen_s


@given(members(least=2))
def test_whoever_was_in_sight_beside_somebody_here_is_excluded(people: list[Member]) -> None:
    arriving, *others = people
    chain = Chain("x", others)
    assert chain.excludes(arriving) == any(each.excludes(arriving) for each in others)
    chain.add(arriving)
    assert chain.excludes(arriving) == any(each.excludes(arriving) for each in others)
