"""Stories of people whose looks are clear: who is taken for whom, and what is asked."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reid_service.associate.chain import Chain, Member
from reid_service.associate.policy import OFFSET, POLICIES, Band, probability
from reid_service.associate.revising import Split
from reid_service.domain.identity import Outcome
from tests.unit.associate.people import HOUR_S, Site, an_engine, look, seen, weighing


@pytest.fixture
def site() -> Site:
    return Site()


def walker(
    tracklet_id: str, place: str, start_s: float, person: int = 0, *, alike: float = 0.6
) -> Member:
    """Somebody on a shot of his own."""
    shot = sum(tracklet_id.encode()) % 56
    return seen(tracklet_id, place, start_s, vector=look(person, shot, alike=alike))


@pytest.mark.parametrize("band", Band)
def test_somebody_who_walks_through_three_cameras_is_one_person(band: Band) -> None:
    site = Site(an_engine(POLICIES[band]))
    first, *others = [
        site.arrive(walker("a", "door", 0.0)),
        site.arrive(walker("b", "hall", 25.0)),
        site.arrive(walker("c", "yard", 50.0)),
    ]
    assert first.outcome is Outcome.NEW
    assert [each.outcome for each in others] == [Outcome.ACCEPT, Outcome.ACCEPT]
    site.revise(HOUR_S)
    assert (site.groups(), site.revisions) == ([{"a", "b", "c"}], [])


def test_three_people_who_come_and_go_are_three(site: Site) -> None:
    for start_s, person in [(0.0, 0), (400.0, 1), (800.0, 2), (1500.0, 1), (2000.0, 0)]:
        for offset_s, place in [(0.0, "door"), (25.0, "hall")]:
            site.arrive(walker(f"{person}{place}{start_s}", place, start_s + offset_s, person))
    site.engine.learn_movements(HOUR_S)
    site.revise(HOUR_S)
    assert [{each[0] for each in group} for group in site.groups()] == [{"0"}, {"1"}, {"2"}]


def test_two_who_look_alike_at_one_time_stay_two(site: Site) -> None:
    one = walker("a", "door", 0.0)
    site.arrive(one)
    two = walker("b", "door", 3.0)
    site.arrive(two, [one])
    # Each goes on; whoever is who, they are never taken for one.
    one_on = walker("c", "hall", 25.0)
    site.arrive(one_on)
    site.arrive(walker("d", "hall", 28.0), [one_on])
    site.revise(HOUR_S)
    for group in site.groups():
        assert not {"a", "b"} <= group
        assert not {"c", "d"} <= group


def test_a_wrong_early_link_is_split_when_more_is_known(site: Site) -> None:
    # The first picture of the second person was bad, and looked like the first one.
    site.arrive(walker("a", "door", 0.0))
    site.arrive(walker("b", "hall", 25.0))
    site.arrive(walker("c", "yard", 60.0))
    assert len(site.groups()) == 1
    # Better ones came, and it was somebody else all along.
    site.hold("new1", walker("c", "yard", 60.0, 1))
    for tracklet_id, start_s in [("d", 90.0), ("e", 120.0)]:
        site.hold("new1", walker(tracklet_id, "garage", start_s, 1))
    site.revise(HOUR_S)
    assert site.groups() == [{"a", "b"}, {"c", "d", "e"}]
    assert any(isinstance(each, Split) for each in site.revisions)


def test_who_returns_after_an_hour_in_the_same_clothes_is_the_same(site: Site) -> None:
    site.arrive(walker("a", "door", 0.0))
    site.arrive(walker("b", "hall", 25.0))
    back = site.arrive(walker("c", "door", HOUR_S))
    assert (back.outcome, back.identity_id) == (Outcome.ACCEPT, "new1")
    candidate = back.explanation["candidates"][0]
    assert candidate["time_place"] < candidate["appearance"]
    site.revise(HOUR_S + 100.0)
    assert site.groups() == [{"a", "b", "c"}]


def test_who_looks_hardly_like_him_after_an_hour_is_nobody_known(site: Site) -> None:
    site.arrive(walker("a", "door", 0.0, alike=1.0))
    site.arrive(walker("b", "door", HOUR_S, alike=0.05))
    site.revise(HOUR_S + 100.0)
    assert site.groups() == [{"a"}, {"b"}]


def test_a_face_joins_what_looks_doubtful(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    doubtful = weighing(site.engine, walker("b", "hall", 300.0), "x", 0.0)
    [without] = site.engine.decide(doubtful, firm=True)
    assert without.outcome is Outcome.ASK
    site.engine.names["x"] = "Ann"
    seen_face = site.arrive(replace(doubtful, face="ann"))
    assert (seen_face.outcome, seen_face.identity_id) == (Outcome.ACCEPT, "x")
    assert seen_face.explanation["candidates"][0]["face"] == 8.0


def test_a_face_that_is_seen_later_joins_two_identities(site: Site) -> None:
    site.hold("x", replace(walker("a", "door", 0.0, alike=1.0), face="Ann"))
    doubtful = weighing(site.engine, walker("b", "hall", 300.0), "x", 0.0)
    site.arrive(doubtful)
    site.revise(HOUR_S)
    assert len(site.groups()) == 2
    site.hold("new1", replace(doubtful, face="Ann"))
    site.revise(HOUR_S)
    assert site.groups() == [{"a", "b"}]


def test_a_face_keeps_apart_what_looks_alike(site: Site) -> None:
    site.hold("x", replace(walker("a", "door", 0.0, alike=1.0), face="Ann"))
    alike = weighing(site.engine, walker("b", "hall", 300.0), "x", 4.0)
    [without] = site.engine.decide(alike, firm=True)
    assert without.identity_id == "x"
    assert site.arrive(replace(alike, face="Ben")).outcome is Outcome.NEW
    site.revise(HOUR_S)
    assert site.groups() == [{"a"}, {"b"}]
    assert site.reviser.questions() == []


def visit(name: str, place: str, start_s: float, towards: float = 0.0) -> list[Member]:
    """Three sightings of somebody; `towards` in [0, 1] is his likeness to the third person."""
    own = np.sqrt(1.0 - towards**2) * look(3, alike=1.0) + towards * look(2, alike=1.0)
    return [
        seen(
            f"{name}{index}",
            place,
            start_s + 60.0 * index,
            vector=(np.sqrt(0.5) * own + look(2, ord(name) % 40 + index, alike=0.5) * AWAY).astype(
                np.float32
            ),
        )
        for index in range(3)
    ]


AWAY = np.where(np.arange(look().size) < 8, 0.0, 1.0)
"""Of a look only the shot."""


def likeness(site: Site, total: float) -> float:
    """How alike two visits are for which all of the evidence adds up to `total`."""
    low, high = (
        site.engine.weigher.chains(
            Chain("r", visit("r", "door", 5000.0, 1.0)), Chain("s", visit("s", "yard", 6500.0, k))
        )
        for k in (0.0, 0.5)
    )
    assert low is not None
    assert high is not None
    return 0.5 * (total - low.total) / (high.total - low.total)


def test_a_pair_in_doubt_becomes_a_question_and_the_weightiest_is_first(site: Site) -> None:
    # One pair could not be more in doubt, but is short; with the other more is settled.
    site.hold("p", walker("a", "door", 0.0, alike=1.0))
    site.hold("q", weighing(site.engine, walker("b", "hall", 300.0), "p", -OFFSET))
    site.hold("r", *visit("r", "door", 5000.0, 1.0))
    site.hold("s", *visit("s", "yard", 6500.0, likeness(site, 1.2 - OFFSET)))
    site.revise(3 * HOUR_S)
    assert site.revisions == []
    first, second = site.reviser.questions()
    assert sorted(first.identity_ids) == ["r", "s"]
    assert sorted(second.identity_ids) == ["p", "q"]
    assert (first.sightings, second.sightings) == (3, 1)
    assert first.probability == pytest.approx(probability(1.2 - OFFSET), abs=1e-3)
    assert second.probability == pytest.approx(0.5, abs=1e-3)


def test_nothing_is_asked_about_two_who_were_said_to_be_two(site: Site) -> None:
    site.hold("x", walker("a", "door", 0.0, alike=1.0))
    doubtful = weighing(site.engine, walker("b", "hall", 300.0), "x", 0.0)
    assert site.arrive(doubtful).outcome is Outcome.ASK
    site.revise(HOUR_S)
    [question] = site.reviser.questions()
    site.engine.distinct.add(frozenset(question.identity_ids))
    assert site.reviser.questions() == []
    again = site.arrive(doubtful)
    assert again.outcome is Outcome.NEW
    assert "asks" not in again.explanation
    site.revise(HOUR_S)
    assert site.reviser.questions() == []
    assert site.groups() == [{"a"}, {"b"}]
