"""Chains by identity, and who of them looks alike."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.roster import Roster
from reid_service.domain.crop import Vector
from tests.unit.associate.people import look, seen

IDS = st.sampled_from(["x", "y", "z"])
TRACKLETS = st.integers(0, 5)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), TRACKLETS, IDS),
        st.tuples(st.just("drop"), TRACKLETS, st.just("")),
        st.tuples(st.just("look"), TRACKLETS, st.just("")),
    ),
    max_size=25,
)


def member(number: int) -> Member:
    face = ("Ann", None, "ANN", "Ben")[number % 4]
    return seen(f"t{number}", start_s=100.0 * number, vector=look(number % 3, number), face=face)


def held(roster: Roster) -> dict[str, list[str]]:
    return {chain.identity_id: [each.tracklet_id for each in chain.members] for chain in roster}


def ranked(
    roster: Roster, vector: Vector, at_least: float = -2.0, *, since_s: float = 0.0
) -> list[str]:
    found = roster.similar(vector, at_least, since_s=since_s, most=16)
    return [chain.identity_id for chain in found]


def likeness(chain: Chain, vector: Vector) -> float:
    """The mean cosine, member by member."""
    return math.fsum(float(each.vector @ vector) for each in chain.members) / len(chain)


@given(STEPS)
def test_however_it_came_about_it_is_as_one_made_anew(steps: list[tuple[str, int, str]]) -> None:
    roster, truth = Roster(), {}
    for act, number, identity_id in steps:
        if act == "put":
            roster.put(member(number), identity_id)
            truth[number] = identity_id
        elif act == "drop":
            roster.drop(f"t{number}")
            truth.pop(number, None)
        else:
            ranked(roster, look(number % 3))  # what is kept for the next look must follow
    anew = Roster()
    anew.replace((member(number), key) for number, key in truth.items())
    assert held(roster) == held(anew)
    assert len(roster) == len(set(truth.values()))
    for name in ("ann", "Ben", "Cem"):
        bearers = [e.identity_id for e in roster if name.casefold() in map(str.casefold, e.faces)]
        for each in (roster, anew):
            assert sorted(chain.identity_id for chain in each.faced(name)) == sorted(bearers)
    for number in range(6):
        holder = roster.holder(f"t{number}")
        assert (None if holder is None else holder.identity_id) == truth.get(number)
    for person, least in itertools.product(range(3), [-2.0, 0.0123, 0.1234, 0.2345, 0.4567]):
        wanted = look(person, 40)
        known = ranked(roster, wanted, least)
        assert sorted(known) == sorted(ranked(anew, wanted, least))
        assert set(known) == {e.identity_id for e in roster if likeness(e, wanted) >= least}


def test_the_best_comes_first_and_of_equals_the_first_id() -> None:
    roster = Roster()
    roster.put(seen("a", vector=look(1, 1)), "z")
    roster.put(seen("b", vector=look(0, 2)), "y")
    roster.put(seen("c", vector=look(0, 3)), "x")
    assert ranked(roster, look(0, 40)) == ["x", "y", "z"]
    assert ranked(roster, look(0, 40), 0.5) == ["x", "y"]


def test_the_cosine_is_the_mean_over_the_members() -> None:
    roster = Roster()
    roster.put(seen("a", vector=look(0, alike=1.0)), "x")
    roster.put(seen("b", vector=look(1, alike=1.0)), "x")
    assert ranked(roster, look(0, alike=1.0), 0.49) == ["x"]
    assert ranked(roster, look(0, alike=1.0), 0.51) == []
    # The mean's direction has a cosine of 0.71.
    roster.put(seen("c", vector=look(0, 1, alike=0.36)), "y")
    assert ranked(roster, look(0, alike=1.0)) == ["y", "x"]


def test_an_identity_whose_last_tracklet_leaves_is_gone() -> None:
    roster = Roster()
    roster.put(seen("a"), "x")
    roster.put(seen("a"), "y")
    assert roster.chain("x") is None
    roster.drop("a")
    assert (len(roster), list(roster), ranked(roster, look())) == (0, [], [])
    assert roster.holder("a") is None


def test_a_tracklet_is_held_as_it_is_now() -> None:
    roster = Roster()
    roster.put(seen("a", last_s=1.0), "x")
    roster.put(seen("a", last_s=2.0), "x")
    chain = roster.chain("x")
    assert chain is not None
    assert [each.last_seen_s for each in chain.members] == [2.0]


def test_those_that_are_replaced_are_forgotten() -> None:
    roster = Roster()
    roster.put(seen("a"), "x")
    ranked(roster, look(0))
    roster.replace([(seen("b", vector=look(1)), "y")])
    assert held(roster) == {"y": ["b"]}
    assert roster.holder("a") is None
    assert ranked(roster, look(1)) == ["y"]


HUNDREDS = 300
DAY_S = 86400.0


def passer_by(number: int) -> Member:
    """One of many who all look different, at some time of the day."""
    chance = np.random.default_rng(number)
    vector = chance.normal(size=64).astype(np.float32)
    vector /= np.linalg.norm(vector)
    return seen(f"t{number}", start_s=chance.uniform(0.0, DAY_S), vector=vector)


def expected(roster: Roster, vector: Vector, at_least: float, since_s: float) -> list[str]:
    """All who are like enough, weighed one by one: the 16 best, and the 16 best just seen."""
    alike = [each for each in roster if likeness(each, vector) >= at_least]
    alike.sort(key=lambda each: -likeness(each, vector))
    just_seen = [each for each in alike if each.last_seen_s >= since_s]
    return [each.identity_id for each in alike if each in alike[:16] or each in just_seen[:16]]


@pytest.mark.parametrize("since_s", [0.0, 0.9 * DAY_S, 2 * DAY_S])
@pytest.mark.parametrize("at_least", [-1.0, 0.05, 0.2])
def test_of_hundreds_the_most_alike_and_those_just_seen_are_returned(
    at_least: float, since_s: float
) -> None:
    roster = Roster()
    for number in range(HUNDREDS):
        # Every third chain has two members.
        roster.put(passer_by(number), f"{number - (number % 3 == 1)}")
    for number in range(HUNDREDS, HUNDREDS + 10):
        wanted = passer_by(number).vector
        assert ranked(roster, wanted, at_least, since_s=since_s) == expected(
            roster, wanted, at_least, since_s
        )


def test_somebody_seen_at_that_very_moment_was_just_seen() -> None:
    roster = Roster()
    for number in range(16):
        roster.put(seen(f"t{number}", vector=look(0, number)), f"{number}")
    roster.put(seen("late", last_s=500.0, vector=look(0, 20, alike=0.3)), "late")
    assert ranked(roster, look(0, 40), since_s=500.0)[-1] == "late"
    assert "late" not in ranked(roster, look(0, 40), since_s=500.1)
    assert "late" not in ranked(roster, look(0, 40), 0.5, since_s=500.0)


def test_whoever_comes_after_one_who_left_is_seen_as_himself() -> None:
    roster, chance = Roster(), np.random.default_rng(7)
    known: set[int] = set()
    # Far more come than are ever here at once, and leave in any order.
    for number in range(HUNDREDS):
        roster.put(passer_by(number), f"{number}")
        known.add(number)
        if number >= HUNDREDS // 3:
            for leaving in chance.choice(sorted(known), size=number % 4, replace=False).tolist():
                roster.drop(f"t{leaving}")
                known.remove(leaving)
        wanted = passer_by(HUNDREDS + number).vector
        assert ranked(roster, wanted, since_s=0.9 * DAY_S) == expected(
            roster, wanted, -2.0, 0.9 * DAY_S
        )
    assert {each.identity_id for each in roster} == {f"{number}" for number in known}
    for number in sorted(known):
        roster.drop(f"t{number}")
        assert f"{number}" not in ranked(roster, passer_by(number).vector)
    assert len(roster) == 0
