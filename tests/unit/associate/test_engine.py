"""Decisions from added evidence."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.associate.appearance import Curve
from reid_service.associate.chain import Chain, Member
from reid_service.associate.engine import LEAST_RATIO, Engine
from reid_service.associate.movements import VISIT_GAP_S, Movements
from reid_service.associate.policy import OFFSET, POLICIES, Band, Policy
from reid_service.domain.identity import Outcome
from tests.unit.associate.people import (
    CURVE,
    HOUR_S,
    Site,
    an_engine,
    between,
    is_one_person_possible,
    look,
    members,
    seen,
    torn,
    weighing,
)

DOUBTFUL = 2.8 - OFFSET
"""Evidence that is enough while somebody is in sight, and not for good."""

DARING = Policy(rate=0.4, provisional_rate=0.5, merge_rate=0.02)
"""Would link by what speaks against it, were that not ruled out."""


@pytest.fixture
def site() -> Site:
    return Site()


def walker(
    tracklet_id: str, place: str, start_s: float, person: int = 0, *, alike: float = 0.6
) -> Member:
    """Somebody on a shot of his own."""
    shot = sum(tracklet_id.encode()) % 56
    return seen(tracklet_id, place, start_s, vector=look(person, shot, alike=alike))


def test_the_first_ever_is_nobody_known(site: Site) -> None:
    [assignment] = site.engine.decide(walker("a", "door", 0.0), firm=True)
    assert (assignment.outcome, assignment.identity_id) == (Outcome.NEW, None)
    assert assignment.similarity is None
    assert assignment.explanation == {"rule": "evidence", "candidates": []}


def test_who_looks_like_somebody_known_is_him(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    site.hold("y", walker("b", "door", 20.0, 1))
    [assignment] = site.engine.decide(walker("c", "hall", 30.0), firm=True)
    assert (assignment.outcome, assignment.identity_id) == (Outcome.ACCEPT, "x")
    assert assignment.similarity == pytest.approx(0.6)
    best, other = assignment.explanation["candidates"]
    assert (best["identity_id"], other["identity_id"]) == ("x", "y")
    assert best["probability"] > 0.97
    assert other["probability"] < 0.03
    assert "asks" not in assignment.explanation


def test_a_stranger_is_nobody_known(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    [assignment] = site.engine.decide(walker("b", "hall", 30.0, 1), firm=True)
    assert assignment.outcome is Outcome.NEW


def test_between_two_who_look_alike_is_asked(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    site.hold("y", walker("b", "door", 12.0))
    [assignment] = site.engine.decide(walker("c", "hall", 40.0), firm=True)
    assert (assignment.outcome, assignment.identity_id) == (Outcome.ASK, None)
    assert assignment.explanation["asks"] in {"x", "y"}
    assert len(assignment.explanation["candidates"]) == 2


def test_what_is_still_in_sight_is_decided_with_less(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    doubtful = weighing(site.engine, walker("b", "hall", 200.0), "x", DOUBTFUL)
    [provisional] = site.engine.decide(doubtful, firm=False)
    [firm] = site.engine.decide(doubtful, firm=True)
    assert (provisional.outcome, firm.outcome) == (Outcome.ACCEPT, Outcome.ASK)


def test_nobody_is_linked_by_what_speaks_against_it() -> None:
    site = Site(an_engine(DARING))
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    unlikely = weighing(site.engine, walker("b", "hall", 200.0), "x", -0.3)
    [assignment] = site.engine.decide(unlikely, firm=False)
    [candidate] = assignment.explanation["candidates"]
    assert DARING.accepts(candidate["probability"], firm=True)
    assert (assignment.outcome, assignment.identity_id) == (Outcome.ASK, None)


def test_who_has_an_identity_keeps_it_with_less(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    doubtful = weighing(site.engine, walker("b", "hall", 200.0), "x", DOUBTFUL)
    site.hold("x", doubtful)
    [assignment] = site.engine.decide(doubtful, firm=True)
    assert (assignment.outcome, assignment.identity_id) == (Outcome.ACCEPT, "x")


def test_nobody_votes_for_himself(site: Site) -> None:
    alone = walker("a", "door", 0.0)
    site.hold("x", alone)
    [assignment] = site.engine.decide(alone, firm=True)
    assert assignment.outcome is Outcome.NEW
    assert site.engine.candidates(alone, frozenset()) == []


def test_looks_that_speak_strongly_against_are_not_weighed(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0), walker("b", "hall", 30.0))
    assert site.engine.candidates(walker("c", "yard", 60.0, 1), frozenset()) == []


def test_ones_own_identity_is_weighed_though_the_looks_have_changed(site: Site) -> None:
    site.engine = an_engine(curve=replace(CURVE, slope=60.0))
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    own = walker("b", "hall", 30.0, 1)
    now = replace(own, vector=look(0, 9, alike=0.0121))
    site.hold("x", own)
    assert found(site.engine, now) == ["x"]


def test_of_many_who_look_alike_who_was_just_seen_is_weighed_though_others_look_more_so(
    site: Site,
) -> None:
    for index in range(8):
        site.hold(f"{index}", walker(f"old{index}", "yard", 100.0 * index, alike=0.9))
    last = walker("last", "door", 5000.0, alike=0.4)
    site.hold("x", last)
    in_a_visit, too_late = (last.last_seen_s + gap_s for gap_s in (VISIT_GAP_S, VISIT_GAP_S + 1.0))
    assert len(found(site.engine, walker("b", "hall", in_a_visit))) == 9
    assert "x" in found(site.engine, walker("b", "hall", in_a_visit))
    assert "x" not in found(site.engine, walker("b", "hall", too_late))


def test_looks_are_worth_weighing_down_to_where_they_speak_strongly_against(site: Site) -> None:
    curve = site.engine.weigher.curve
    least = curve.zero + LEAST_RATIO / curve.slope
    for key, cosine in (("x", least + 1e-3), ("y", least - 1e-3)):
        vector = cosine * look(0, alike=1.0) + np.sqrt(1.0 - cosine**2) * look(1, alike=1.0)
        site.hold(key, seen(key, vector=vector.astype(np.float32)))
    alike = site.engine.alike(look(0, alike=1.0), 60.0)
    assert [each.identity_id for each in alike] == ["x"]


def test_a_face_finds_who_looks_different_today(site: Site) -> None:
    site.hold("x", replace(walker("a", "door", 0.0, 1), face="ann"))
    site.hold("y", walker("b", "yard", 300.0, 2))
    site.engine.names["y"] = "Ben"
    site.engine = restarted(site.engine, Curve(40.0, CURVE.zero, CURVE.excess))
    assert found(site.engine, walker("c", "hall", 330.0)) == []
    assert found(site.engine, replace(walker("c", "hall", 330.0), face="Ann")) == ["x"]
    assert found(site.engine, replace(walker("c", "hall", 330.0), face="BEN")) == ["y"]


def restarted(engine: Engine, curve: Curve) -> Engine:
    """Another engine that knows the same people."""
    again = an_engine(curve=curve)
    again.names.update(engine.names)
    again.start((each, chain.identity_id) for chain in engine.roster for each in chain.members)
    return again


def found(engine: Engine, member: Member) -> list[str]:
    return [each.identity_id for each in engine.candidates(member, frozenset())]


def test_for_an_identity_that_company_holds_the_more_similar_one_wins(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    beside = walker("b", "hall", 30.0, alike=0.3)
    site.hold("x", beside)
    newcomer = walker("c", "hall", 32.0, alike=0.9)
    won = site.engine.decide(newcomer, [beside], firm=True)
    assert [(each.tracklet_id, each.identity_id) for each in won] == [("c", "x"), ("b", None)]
    worse = walker("c", "hall", 32.0, alike=0.1)
    lost = site.engine.decide(worse, [beside], firm=True)
    assert [(each.tracklet_id, each.identity_id) for each in lost] == [("c", None), ("b", "x")]


def test_who_is_taken_for_somebody_beside_is_said_in_the_explanation(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    beside = walker("b", "hall", 30.0, alike=0.9)
    site.hold("x", beside)
    newcomer, held = site.engine.decide(walker("c", "hall", 32.0, alike=0.5), [beside], firm=True)
    assert (newcomer.identity_id, held.identity_id) == (None, "x")
    [candidate] = newcomer.explanation["candidates"]
    assert candidate["excluded"] == "is somebody in sight beside"
    assert newcomer.outcome is Outcome.NEW


def test_two_who_compete_take_the_two_identities_that_fit_best_together(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    site.hold("y", walker("b", "yard", 0.0, 1, alike=1.0))
    beside = seen("c", "hall", 30.0, vector=between(0, 1, 0.48))
    site.hold("x", beside)
    newcomer = walker("d", "hall", 32.0, alike=0.9)
    both = site.engine.decide(newcomer, [beside], firm=False)
    assert [(each.tracklet_id, each.identity_id) for each in both] == [("d", "x"), ("c", "y")]


def test_company_still_in_sight_is_decided_with_less(site: Site) -> None:
    site.hold("y", walker("a", "door", 0.0, alike=1.0))
    site.hold("x", walker("b", "yard", 0.0, 1, alike=1.0))
    beside = torn(site.engine, walker("c", "hall", 100.0), ("y", DOUBTFUL), ("x", 8.0))
    site.hold("x", beside)
    newcomer = walker("d", "hall", 105.0, 1, alike=0.9)
    both = site.engine.decide(newcomer, [beside], firm=True)
    assert [(each.tracklet_id, each.identity_id) for each in both] == [("d", "x"), ("c", "y")]


def test_company_that_holds_somebody_else_is_left_alone(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    beside = walker("b", "hall", 30.0, 1)
    site.hold("y", beside)
    assert len(site.engine.decide(walker("c", "hall", 32.0), [beside], firm=True)) == 1
    assert len(site.engine.decide(walker("d", "hall", 32.0, 2), [beside], firm=True)) == 1


def test_company_of_nobody_yet_is_left_alone(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    [assignment] = site.engine.decide(
        walker("c", "hall", 32.0), [walker("b", "hall", 30.0)], firm=True
    )
    assert assignment.identity_id == "x"


def test_company_that_a_person_vouched_for_keeps_its_identity(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    beside = replace(walker("b", "hall", 30.0, alike=0.3), pinned=True)
    site.hold("x", beside)
    [assignment] = site.engine.decide(walker("c", "hall", 32.0, alike=0.9), [beside], firm=True)
    assert assignment.identity_id is None


@pytest.mark.parametrize("policy", [*POLICIES.values(), DARING], ids=[*POLICIES, "daring"])
def test_two_who_hold_one_identity_at_one_time_are_told_apart(policy: Policy) -> None:
    site = Site(an_engine(policy))
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    # So doubtful that neither would take it, though a daring engine would let each keep it.
    both = [weighing(site.engine, walker(each, "hall", 200.0), "x", -0.3) for each in "bc"]
    site.hold("x", *both)
    given_to = [each.identity_id for each in site.engine.decide(both[0], both[1:], firm=True)]
    assert given_to == (["x", None] if policy is DARING else [None, None])


def test_whoever_is_all_of_a_person_is_not_taken_for_one_who_is_said_to_be_another(
    site: Site,
) -> None:
    site.hold("x", walker("a", "door", 0.0))
    alone = walker("b", "hall", 30.0)
    site.hold("y", alone)
    assert found(site.engine, alone) == ["x"]
    site.engine.distinct.add(frozenset({"x", "y"}))
    assert found(site.engine, alone) == []
    [assignment] = site.engine.decide(alone, firm=True)
    assert assignment.outcome is Outcome.NEW
    # With others in y it may be that only this one was mistaken.
    site.hold("y", walker("c", "yard", 60.0))
    assert "x" in found(site.engine, alone)


@settings(max_examples=60, deadline=None)
@given(members(least=2, most=14), st.sampled_from(Band))
def test_nobody_is_ever_given_to_two_in_sight_at_once(people: list[Member], band: Band) -> None:
    site = Site(an_engine(POLICIES[band]))
    arrived: list[Member] = []
    for each in sorted(people, key=lambda member: member.order):
        site.arrive(each, [one for one in arrived if one.is_open and one.excludes(each)])
        arrived.append(each)
        assert all(map(is_one_person_possible, site.engine.roster))
    site.engine.learn_movements(5000.0)
    for each in arrived:
        company = [one for one in arrived if one is not each and one.excludes(each)]
        site.arrive(each, company)
        assert all(map(is_one_person_possible, site.engine.roster))


def test_what_is_put_or_left_has_to_be_looked_at_again(site: Site) -> None:
    engine = site.engine
    engine.put(walker("a", "door", 0.0), "x")
    engine.touched.clear()
    engine.put(walker("a", "door", 0.0), "y")
    assert list(engine.touched) == ["x", "y"]
    engine.touched.clear()
    engine.drop("a")
    engine.drop("a")
    assert list(engine.touched) == ["y"]
    engine.start([(walker("b", "door", 0.0), "z")])
    assert not engine.touched
    assert [chain.identity_id for chain in engine.roster] == ["z"]


def test_everybody_can_be_looked_at_again(site: Site) -> None:
    site.engine.start([(walker("a", "door", 0.0), "x"), (walker("b", "hall", 30.0), "y")])
    site.engine.touch_all()
    assert list(site.engine.touched) == ["x", "y"]


def test_what_was_long_ago_is_let_go_of_and_what_it_taught_is_kept(site: Site) -> None:
    engine = site.engine
    for index in range(30):
        at_s = 600.0 * index
        site.hold(
            f"{index}", seen(f"{index}a", "door", at_s), seen(f"{index}b", "hall", at_s + 55.0)
        )
    assert not engine.forget_before(10.0)  # last seen at that moment is not before it
    assert engine.forget_before(4 * HOUR_S)
    assert sorted(site.people()) == [f"{index}" for index in range(24, 30)]
    assert engine.past_until_s == 4 * HOUR_S
    assert engine.past.people == 24.0
    assert engine.forget_before(5 * HOUR_S)
    assert len(engine.roster) == 0
    # Six people more; what was before counts for half a week later.
    week_h = 7 * 24.0
    assert engine.past.people == pytest.approx(6.0 + 24.0 * 0.5 ** (1.0 / week_h))
    engine.learn_movements(6 * HOUR_S)
    log_s, _ = engine.weigher.transit.transit_time("door", "hall")
    assert log_s == pytest.approx(math.log(45.0), abs=0.1)


def test_what_is_gone_is_no_candidate(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    site.engine.drop("a")
    site.engine.drop("a")
    assert found(site.engine, walker("b", "hall", 30.0)) == []


def test_with_centred_looks_comes_their_curve() -> None:
    raw, centred = Curve(10.0, 0.8, 0.0), Curve(30.0, 0.2, 0.0)
    engine = Engine(POLICIES[Band.BALANCED], (raw, centred))
    assert engine.weigher.curve == raw
    engine.put(walker("a", "door", 0.0), "x")
    names, transit = engine.names, engine.weigher.transit
    engine.recentre(lambda member: look(3, alike=1.0), 0.5)
    assert engine.weigher.curve == raw.between(centred, 0.5)
    assert engine.weigher.transit is transit
    [chain] = engine.roster
    assert (chain.identity_id, float(chain.total @ look(3, alike=1.0))) == ("x", 1.0)
    names["x"] = "Ann"
    evidence = engine.weigher.member(replace(walker("b", "hall", 30.0), face="Ann"), chain)
    assert evidence is not None
    assert evidence.face == 8.0


def test_how_people_move_is_learned_from_the_day(site: Site) -> None:
    for index in range(30):
        start_s = 600.0 * index
        site.hold(
            f"{index}",
            seen(f"{index}a", "door", start_s),
            seen(f"{index}b", "hall", start_s + 55.0),
        )
    usual = seen("a", "door", 0.0), seen("b", "hall", 55.0)
    before = site.engine.weigher.transit.link_rate(*usual)
    site.engine.learn_movements(5 * HOUR_S)
    assert site.engine.weigher.curve == CURVE
    assert site.engine.weigher.transit.link_rate(*usual) > 3 * before
    again = site.engine.weigher.transit.link_rate(*usual)
    site.engine.learn_movements(5 * HOUR_S)  # nothing is counted twice
    assert site.engine.weigher.transit.link_rate(*usual) == again


def test_what_was_learned_before_the_day_is_kept() -> None:
    past, engine = Movements(), an_engine()
    chains = [
        Chain(f"{n}", [seen(f"{n}a", "door", 600.0 * n), seen(f"{n}b", "hall", 600.0 * n + 55.0)])
        for n in range(30)
    ]
    past.watch(chains, from_s=0.0, until_s=5 * HOUR_S)
    held = [(each, chain.identity_id) for chain in chains[-3:] for each in chain.members]
    engine.start(held, past=past, past_until_s=5 * HOUR_S)
    engine.learn_movements(6 * HOUR_S)
    log_s, _ = engine.weigher.transit.transit_time("door", "hall")
    assert log_s == pytest.approx(math.log(45.0), abs=0.1)
    assert past.hours == 5.0
    # Those of the day that were counted then are not counted again.
    assert engine.weigher.transit.new_rate("door") < 32.0 / 6.5 / HOUR_S


def test_nothing_is_learned_of_nobody() -> None:
    engine = an_engine()
    engine.learn_movements(HOUR_S)
    assert engine.weigher.transit.new_rate("door") > 0.0


def test_the_walking_times_of_a_plan_are_believed() -> None:
    engine = Engine(POLICIES[Band.BALANCED], (CURVE, CURVE), walks_s={("door", "hall"): 90.0})
    assert engine.weigher.transit.transit_time("door", "hall")[0] == pytest.approx(math.log(90.0))
    engine.learn_movements(HOUR_S)
    assert engine.weigher.transit.transit_time("door", "hall")[0] == pytest.approx(math.log(90.0))


def test_a_site_is_learned_again_often_at_first_and_rarely_later() -> None:
    engine = Engine(POLICIES[Band.CAREFUL], (CURVE, CURVE))
    learned = []
    for ended in range(1, 1001):
        if engine.note_end():
            engine.learn(float(ended))
            learned.append(ended)
    gaps = np.diff(learned).tolist()
    assert learned[:4] == [1, 2, 3, 4]
    assert gaps == sorted(gaps)
    assert gaps[-1] == 60
