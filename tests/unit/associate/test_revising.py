"""Merges, splits and moves that the evidence speaks for, and what is asked instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.policy import OFFSET, POLICIES, Band, probability
from reid_service.associate.revising import Merge, Move, Reviser, Split
from tests.unit.associate.people import (
    HOUR_S,
    Site,
    an_engine,
    look,
    members,
    seen,
    torn,
    weighing,
)

NOW_S = 2 * HOUR_S


@pytest.fixture
def site() -> Site:
    return Site()


def walker(
    tracklet_id: str, place: str, start_s: float, person: int = 0, *, alike: float = 0.6
) -> Member:
    """Somebody on a shot of his own."""
    shot = sum(tracklet_id.encode()) % 56
    return seen(tracklet_id, place, start_s, vector=look(person, shot, alike=alike))


def pair(site: Site, total: float, *, start_s: float = 200.0) -> None:
    """x and y, for whose being one the evidence adds up to `total`."""
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    site.hold("y", weighing(site.engine, walker("b", "hall", start_s), "x", total))


def test_where_nothing_changed_nothing_is_looked_at(site: Site) -> None:
    pair(site, 10.0)
    site.engine.touched.clear()
    assert site.reviser.next(NOW_S) is None


def test_one_person_with_two_identities_is_merged(site: Site) -> None:
    pair(site, 6.0)
    merge = site.reviser.next(NOW_S)
    assert isinstance(merge, Merge)
    assert sorted(merge.identity_ids) == ["x", "y"]
    assert merge.explanation() == {
        "rule": "evidence",
        "probability": round(probability(merge.evidence.total), 4),
        "similarity": round(merge.evidence.likeness, 4),
        **merge.evidence.to_json(),
    }
    assert merge.evidence.total == pytest.approx(6.0, abs=1e-4)
    site.revise(NOW_S)
    assert site.groups() == [{"a", "b"}]
    assert not site.engine.touched


def test_the_likeliest_merge_comes_first(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    site.hold("y", weighing(site.engine, walker("b", "hall", 30.0), "x", 6.0))
    site.hold("z", weighing(site.engine, walker("c", "yard", 30.0), "x", 9.0))
    site.hold("w", weighing(site.engine, walker("d", "garage", 30.0), "x", 7.0))
    merge = site.reviser.next(NOW_S)
    assert isinstance(merge, Merge)
    assert merge.identity_ids == ("x", "z")


def test_a_merge_demands_more_than_a_link_would(site: Site) -> None:
    enough_for_a_link = 4.0 - OFFSET
    pair(site, enough_for_a_link)
    merge = site.reviser.next(NOW_S)
    assert site.engine.policy.accepts(probability(enough_for_a_link), firm=True)
    assert not isinstance(merge, Merge)


def test_in_sight_of_one_camera_at_once_are_not_merged(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0), walker("b", "hall", 100.0))
    site.hold("y", walker("c", "door", 5.0), walker("d", "hall", 130.0))
    site.revise(NOW_S)
    assert not any({"a", "c"} <= group for group in site.groups())


def test_looks_that_speak_strongly_against_are_not_weighed(site: Site) -> None:
    for index in range(4):
        start_s = 100.0 * index
        site.hold("x", replace(walker(f"a{index}", "door", start_s), face="Ann"))
        site.hold("y", replace(walker(f"b{index}", "hall", start_s + 30.0, 1), face="Ann"))
    site.revise(NOW_S)
    assert len(site.groups()) == 2
    assert site.reviser.questions() == []


@pytest.mark.parametrize(
    ("names", "merged"),
    [({}, True), ({"x": "Ann"}, True), ({"x": "Ann", "y": "Anna"}, False)],
)
def test_whom_people_gave_two_names_only_people_make_one(
    site: Site, names: dict[str, str], merged: bool
) -> None:
    site.hold("x", walker("a", "door", 0.0), walker("b", "hall", 30.0))
    site.hold("y", walker("c", "yard", 60.0), walker("d", "garage", 90.0))
    # A face of each, so that the names do not speak against.
    site.hold("x", replace(walker("a", "door", 0.0), face="Annie"))
    site.hold("y", replace(walker("c", "yard", 60.0), face="Annie"))
    site.engine.names.update(names)
    revision = site.reviser.next(NOW_S)
    assert isinstance(revision, Merge) is merged


def test_the_only_sighting_of_a_name_does_not_go_over_to_another_name(site: Site) -> None:
    pair(site, 12.0)
    site.engine.names.update(x="Ann", y="ann")
    site.revise(NOW_S)
    assert site.people() == {"x": {"a"}, "y": {"b"}}


def test_who_was_said_to_be_two_stays_two(site: Site) -> None:
    pair(site, 12.0)
    site.engine.distinct.add(frozenset({"x", "y"}))
    site.revise(NOW_S)
    assert site.people() == {"x": {"a"}, "y": {"b"}}
    assert site.reviser.questions() == []


@pytest.mark.parametrize("log_odds", [-0.8, 2.0, 3.4])
def test_a_pair_in_doubt_is_a_question(site: Site, log_odds: float) -> None:
    total = log_odds - OFFSET
    pair(site, total)
    site.revise(NOW_S)
    [question] = site.reviser.questions()
    assert sorted(question.identity_ids) == ["x", "y"]
    assert question.probability == pytest.approx(probability(total), abs=1e-4)
    assert question.sightings == 1
    assert question.evidence.total == pytest.approx(total, abs=1e-4)
    assert site.groups() == [{"a"}, {"b"}]


def test_what_was_loaded_is_asked_about_before_anything_is_revised(site: Site) -> None:
    pair(site, 2.0 - OFFSET)
    [question] = site.reviser.questions()
    site.engine.drop("b")
    site.reviser.forget()
    assert site.reviser.questions() == []
    assert sorted(question.identity_ids) == ["x", "y"]


def test_what_an_answer_settles_is_the_smaller_of_the_two(site: Site) -> None:
    site.hold("x", *(walker(each, "door", ord(each) * 60.0, alike=1.0) for each in "abc"))
    site.hold("y", weighing(site.engine, walker("d", "hall", 7000.0), "x", 0.0))
    site.revise(2 * HOUR_S)
    [question] = site.reviser.questions()
    assert question.sightings == 1


def test_a_pair_that_is_hardly_one_is_no_question(site: Site) -> None:
    pair(site, -0.9 - OFFSET)
    site.revise(NOW_S)
    assert site.reviser.questions() == []


def test_a_question_is_gone_when_it_is_answered(site: Site) -> None:
    pair(site, 0.0)
    site.revise(NOW_S)
    site.engine.distinct.add(frozenset({"x", "y"}))
    assert site.reviser.questions() == []


def test_a_question_is_gone_with_one_of_its_people(site: Site) -> None:
    pair(site, 0.0)
    site.revise(NOW_S)
    site.engine.drop("b")
    assert site.reviser.questions() == []


def test_a_question_is_gone_when_the_two_are_no_longer_alike(site: Site) -> None:
    pair(site, 0.0)
    site.revise(NOW_S)
    site.hold("y", seen("b", "hall", 200.0, vector=-look(alike=1.0)))
    site.revise(NOW_S)
    assert site.reviser.questions() == []


def test_a_question_follows_what_is_known(site: Site) -> None:
    pair(site, 0.0)
    site.revise(NOW_S)
    site.hold("y", weighing(site.engine, walker("b", "hall", 200.0), "x", 1.0))
    site.revise(NOW_S)
    [question] = site.reviser.questions()
    assert question.probability == pytest.approx(probability(1.0), abs=1e-4)


def test_a_person_that_is_gone_needs_no_look(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0))
    site.engine.drop("a")
    assert site.reviser.next(NOW_S) is None
    assert not site.engine.touched


def mistaken(site: Site) -> Member:
    """Two people and one tracklet of the first that the second has."""
    site.hold("x", walker("a", "door", 0.0), walker("b", "hall", 30.0))
    site.hold("y", walker("c", "yard", 0.0, 1), walker("d", "garage", 30.0, 1))
    site.hold("y", walker("h", "hall", 200.0, 1))
    wrong = walker("e", "door", 70.0)
    site.hold("y", wrong)
    return wrong


def test_a_tracklet_goes_over_to_whom_it_fits_better(site: Site) -> None:
    mistaken(site)
    move = site.reviser.next(NOW_S)
    assert isinstance(move, Move)
    assert (move.tracklet_id, move.identity_id) == ("e", "x")
    assert move.candidate is not None
    assert move.explanation() == {
        "rule": "evidence",
        "stayed": round(move.before, 2),
        "similarity": round(move.candidate.evidence.likeness, 4),
        **move.candidate.evidence.to_json(),
    }
    assert move.candidate.total - move.before > 3.0
    site.revise(NOW_S)
    assert site.groups() == [{"a", "b", "e"}, {"c", "d", "h"}]


def test_what_a_person_vouched_for_or_is_in_sight_is_not_moved(site: Site) -> None:
    wrong = mistaken(site)
    for still in (replace(wrong, pinned=True), replace(wrong, is_open=True)):
        site.hold("y", still)
        assert not isinstance(site.reviser.next(NOW_S), Move)
    site.hold("y", wrong)
    assert isinstance(site.reviser.next(NOW_S), Move)


def test_what_was_long_ago_is_not_moved() -> None:
    site = Site(window_s=60.0)
    mistaken(site)
    assert isinstance(Reviser(site.engine, window_s=60.0).next(80.0 + 60.0), Move)
    assert not isinstance(site.reviser.next(80.0 + 61.0), Move)


def test_between_two_whom_it_fits_alike_a_tracklet_stays(site: Site) -> None:
    mistaken(site)
    # Another who looks the same, told apart from the first because both were in sight at once.
    site.hold("z", walker("f", "door", 1.0), walker("g", "hall", 31.0))
    site.engine.touched.clear()
    site.engine.touched["y"] = None
    revision = site.reviser.next(NOW_S)
    assert not isinstance(revision, Move)


def test_who_stood_beside_another_of_the_same_person_is_somebody_new(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0), walker("b", "door", 5.0))
    move = site.reviser.next(NOW_S)
    assert isinstance(move, Move)
    assert (move.identity_id, move.candidate) == (None, None)
    assert move.explanation() == {"rule": "evidence", "stayed": round(move.before, 2)}
    site.revise(NOW_S)
    assert site.groups() == [{"a"}, {"b"}]


def test_a_tracklet_that_fits_nobody_leaves(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0), walker("b", "hall", 30.0), walker("c", "hall", 70.0))
    site.hold("x", walker("d", "yard", 3000.0, 1))
    move = site.reviser.next(NOW_S)
    assert isinstance(move, Move)
    assert (move.tracklet_id, move.identity_id) == ("d", None)
    site.revise(NOW_S)
    assert site.groups() == [{"a", "b", "c"}, {"d"}]


def test_a_doubtful_tracklet_stays_where_nobody_else_fits(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    site.hold("x", weighing(site.engine, walker("b", "hall", 200.0), "x", -1.0))
    assert site.reviser.next(NOW_S) is None
    site.hold("z", walker("c", "yard", 5000.0, 3))
    assert site.reviser.next(NOW_S) is None


@pytest.mark.parametrize(
    ("stays", "better", "target"),
    [
        (-1.0, 2.5, "y"),
        (-0.3, 2.6, "x"),  # hardly better
        (3.5, 8.0, "y"),
        (4.5, 12.0, "x"),  # well where it is
        (-3.5, 2.4, "x"),  # better, and not good enough
        (-3.5, -0.5, None),  # neither
        (-2.5, -0.5, "x"),
    ],
)
def test_a_tracklet_moves_only_where_it_fits_badly_and_another_fits_well(
    site: Site, stays: float, better: float, target: str | None
) -> None:
    site.hold("x", replace(walker("a", "door", 0.0, alike=1.0), pinned=True))
    site.hold("y", walker("b", "garage", 1.0, 1, alike=1.0))
    site.engine.distinct.add(frozenset({"x", "y"}))
    wavers = torn(site.engine, walker("c", "hall", 200.0), ("x", stays), ("y", better))
    site.hold("x", wavers)
    move = site.reviser.next(NOW_S)
    if target == "x":
        assert not isinstance(move, Move)
    else:
        assert isinstance(move, Move)
        assert (move.tracklet_id, move.identity_id) == ("c", target)
        assert move.before == pytest.approx(stays, abs=1e-3)


def test_a_lone_tracklet_joins_whom_it_fits_though_a_merge_would_demand_more(site: Site) -> None:
    pair(site, 12.0)
    site.hold("x", walker("c", "yard", 20.0, alike=1.0))
    site.revise(NOW_S)
    assert site.groups() == [{"a", "b", "c"}]


IDS = st.sampled_from("uvwxyz")


@settings(max_examples=150, deadline=None)
@given(members(least=2, most=12), st.data(), st.sampled_from(Band))
def test_revising_ends_and_keeps_to_what_people_said(
    people: list[Member], data: st.DataObject, band: Band
) -> None:
    site = Site(an_engine(POLICIES[band]))
    for each in people:
        site.hold(data.draw(IDS), each)
    apart = data.draw(st.sets(st.frozensets(IDS, min_size=2, max_size=2), max_size=4))
    site.engine.distinct |= apart
    site.engine.names.update(data.draw(st.dictionaries(IDS, st.just("Ann"), max_size=2)))
    site.engine.learn_movements(5000.0)
    while (revision := site.reviser.next(NOW_S)) is not None:
        assert len(site.revisions) < 200, "no end"
        if isinstance(revision, Merge):
            assert_may_be_merged(site, revision)
        else:
            assert_may_leave(site, revision)
        site.commit(revision)
    for question in site.reviser.questions():
        assert frozenset(question.identity_ids) not in apart
        assert 0.3 <= question.probability < 1.0


def assert_may_be_merged(site: Site, merge: Merge) -> None:
    a, b = (chain_of(site, each) for each in merge.identity_ids)
    assert frozenset(merge.identity_ids) not in site.engine.distinct
    assert not any(a.excludes(each) for each in b.members)
    assert not set(merge.identity_ids) <= site.engine.names.keys()


def assert_may_leave(site: Site, revision: Split | Move) -> None:
    ids = (revision.tracklet_id,) if isinstance(revision, Move) else revision.tracklet_ids
    chain = site.engine.roster.holder(ids[0])
    assert chain is not None
    leaving = [each for each in chain.members if each.tracklet_id in ids]
    assert not any(each.pinned for each in leaving)
    if isinstance(revision, Move) and revision.identity_id is not None:
        target = chain_of(site, revision.identity_id)
        assert not target.excludes(leaving[0])
        # The last one takes its identity along.
        pair_of = frozenset({chain.identity_id, target.identity_id})
        assert len(chain) > 1 or pair_of not in site.engine.distinct


def chain_of(site: Site, identity_id: str) -> Chain:
    chain = site.engine.roster.chain(identity_id)
    assert chain is not None
    return chain
