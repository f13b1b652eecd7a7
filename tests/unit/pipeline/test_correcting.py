"""What the service revises by itself: carried out, told, followed, and taken back by people."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from reid_service.domain.crop import Vector
from reid_service.domain.events import IdentityChange, IdentityChangedEvent, SightingEvent
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, DecisionKind
from reid_service.domain.tracklet import SubLabel
from reid_service.identities.act import Act
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.editing import rename
from reid_service.identities.undoing import undo
from reid_service.ingest.tracklets import Step, TrackletUpdate
from reid_service.pipeline import correcting
from tests.storing import add_sighting, give_identity
from tests.unit.pipeline.site import DIMENSION, Site, Walker, look

LONG_AGO_S = 1000.0
NOW_S = 9000.0
SOMEBODY = 7
DAYS_S = 3 * 86400.0


def mixed(shares: Mapping[int, float], rest: int) -> Vector:
    """A unit vector with these shares of people's axes; what is left is on the axis `rest`."""
    vector = np.zeros(DIMENSION, np.float32)
    for axis, share in shares.items():
        vector[axis] = share
    vector[rest] = (1.0 - float(vector @ vector)) ** 0.5
    return vector


def lived(site: Site, event_id: str, person: int, at_s: float, whose: str | None = None) -> str:
    """A sighting on a camera of its own that the service took for somebody, rightly or not."""
    tracklet = add_sighting(
        site.store, event_id, camera=f"at-{event_id}", start_s=at_s, direction=person
    )
    site.deciding.refresh()
    return give_identity(site.store, tracklet, whose, firm=True)


def somebody_passes(site: Site, event_id: str, at_s: float = NOW_S, person: int = SOMEBODY) -> None:
    """A tracklet ends: then the service looks again at all the others."""
    walker = site.walker(event_id, camera="gate", start_s=at_s)
    walker.ends(at_s + 1.0, look(person))


def revisions(site: Site) -> list[Decision]:
    """Decisions of the service that carry the evidence of a revision or of a face."""
    with site.store.read() as session:
        found = list(session.history.oldest_first())
    return [
        each
        for each in found
        if each.actor == SYSTEM_ACTOR
        and each.explanation.get("rule") in ("evidence", "face")
        and "candidates" not in each.explanation
    ]


def take_back(site: Site, decision: Decision) -> None:
    """A person undoes it, as the API's command does."""
    with site.store.write() as session:
        session.ledger.record(undo(session, Act("user", site.clock.now_s()), decision.id))
    site.deciding.refresh()


def name(site: Site, identity_id: str, given: str | None) -> None:
    with site.store.write() as session:
        act = Act("user", site.clock.now_s())
        session.ledger.record(rename(session, act, identity_id, given).decision)
    site.deciding.refresh()


def name_of(site: Site, identity_id: str) -> str | None:
    with site.store.read() as session:
        return session.identities.resolve(identity_id).name


def recognise(site: Site, walker: Walker, face: str, score: float = 0.95) -> None:
    """Frigate recognises the face of somebody in sight."""
    walker.tracklet = replace(walker.tracklet, face=SubLabel(face, score))
    update = TrackletUpdate(walker.tracklet, Step.RECOGNISED, None)
    site.deciding.step(update, None, time.monotonic())


def told(site: Site) -> list[tuple[IdentityChange, str, str | None]]:
    return [
        (each.change, each.identity_id, each.other_identity_id)
        for each in site.events
        if isinstance(each, IdentityChangedEvent)
    ]


def two_who_are_one(site: Site) -> tuple[str, str, Walker]:
    """Somebody of whom a third sighting shows that he is the one who is still in sight."""
    first = site.known("a", 0, at_s=100.0)
    walker = site.walker("b", camera="yard", start_s=1000.0)
    walker.seen(1000.0, mixed({0: 0.18}, rest=1))
    second = site.identity_of("b")
    assert second is not None
    assert second != first
    site.events.clear()
    return first, second, walker


def show_that_they_are_one(site: Site, event_id: str = "c", at_s: float = 2000.0) -> None:
    walker = site.walker(event_id, camera="gate", start_s=at_s)
    walker.ends(at_s + 1.0, mixed({0: 0.7, 1: 0.6}, rest=2))


def test_two_who_turn_out_to_be_one_are_merged_and_the_open_sighting_follows(site: Site) -> None:
    first, second, walker = two_who_are_one(site)
    show_that_they_are_one(site)
    [*_, merge] = revisions(site)
    assert merge.kind is DecisionKind.MERGE
    assert merge.explanation["probability"] > 0.99
    assert {"appearance", "time_place", "face", "total", "similarity"} <= merge.explanation.keys()
    assert site.resolved(second) == first
    assert told(site)[-2:] == [
        (IdentityChange.MERGED, second, first),
        (IdentityChange.UPDATED, first, None),
    ]
    walker.seen(2010.0, mixed({0: 0.7, 1: 0.6}, rest=2), quality=0.9)
    [*_, seen] = site.told(SightingEvent)
    assert isinstance(seen, SightingEvent)
    assert (seen.event_id, seen.identity_id) == ("b", first)


def test_a_merge_that_a_person_took_back_is_not_made_again(site: Site) -> None:
    first, second, walker = two_who_are_one(site)
    show_that_they_are_one(site)
    take_back(site, revisions(site)[-1])
    assert site.identity_of("b") == second
    show_that_they_are_one(site, "d", 3000.0)
    walker.ends(4000.0)
    site.restart()
    somebody_passes(site, "e")
    assert site.identity_of("b") == second
    assert {first, second} <= site.live()
    assert {first, second} not in [set(e.identity_ids) for e in site.deciding.questions()]


def test_what_people_told_apart_stays_so_when_one_of_them_is_merged(site: Site) -> None:
    first, second, _ = two_who_are_one(site)
    third = site.known("x", 5, at_s=300.0)
    with site.store.write() as session:
        act = Act("user", site.clock.now_s())
        session.ledger.record(distinguish(session, act, third, second))
    site.deciding.refresh()
    show_that_they_are_one(site)
    assert site.resolved(second) == first
    assert site.judge.are_distinct(first, third)


@pytest.mark.parametrize("restarts", [False, True])
def test_what_a_person_placed_stays_with_those_whom_a_merge_takes_along(
    site: Site, restarts: bool
) -> None:
    first, second, walker = two_who_are_one(site)
    site.say("b", second)
    show_that_they_are_one(site)
    assert site.identity_of("b") == first
    if restarts:
        site.restart()
    walker.seen(2010.0, look(5), quality=0.9)
    walker.ends(2011.0, look(5))
    assert site.identity_of("b") == first


def test_revisions_that_are_too_many_at_once_go_on_with_the_next_end(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correcting, "MOST_AT_ONCE", 1)
    first, second, _ = two_who_are_one(site)
    show_that_they_are_one(site)
    assert len(revisions(site)) == 1
    assert site.resolved(second) == second
    somebody_passes(site, "x", 2100.0)
    assert len(revisions(site)) == 2
    assert site.resolved(second) == first


def two_taken_for_one(site: Site) -> str:
    whose = lived(site, "a1", 0, LONG_AGO_S)
    for event_id, person in (("a2", 0), ("b1", 1), ("b2", 1)):
        lived(site, event_id, person, LONG_AGO_S + 100.0 * (person + 1), whose)
    site.restart()
    return whose


def test_two_who_were_taken_for_one_are_split(site: Site) -> None:
    whose = two_taken_for_one(site)
    somebody_passes(site, "x")
    [split] = revisions(site)
    assert split.kind is DecisionKind.SPLIT
    assert split.explanation["rule"] == "evidence"
    assert split.explanation["total"] < 0.0
    assert set(split.moved_tracklets) == {"frigate:b1", "frigate:b2"}
    assert site.identity_of("b1") == site.identity_of("b2") != whose
    assert site.identity_of("a1") == site.identity_of("a2") == whose
    assert told(site)[-1] == (IdentityChange.SPLIT, whose, site.identity_of("b1"))


def test_a_split_that_a_person_took_back_is_not_made_again(site: Site) -> None:
    whose = two_taken_for_one(site)
    somebody_passes(site, "x")
    take_back(site, revisions(site)[0])
    assert site.identity_of("b1") == whose
    somebody_passes(site, "y", NOW_S + 100.0)
    site.restart()
    somebody_passes(site, "z", NOW_S + 200.0)
    assert len(revisions(site)) == 1
    assert site.identity_of("b1") == whose


def test_of_two_taken_for_one_the_open_sighting_follows_the_split(site: Site) -> None:
    whose = lived(site, "a1", 0, LONG_AGO_S)
    lived(site, "a2", 0, LONG_AGO_S + 100.0, whose)
    lived(site, "b1", 1, LONG_AGO_S + 200.0, whose)
    lived(site, "b2", 1, LONG_AGO_S + 300.0, whose)
    walker = site.walker("b3", camera="yard", start_s=LONG_AGO_S + 400.0)
    walker.seen(LONG_AGO_S + 400.0)
    # It was placed by the service, and has not changed since.
    with site.store.write() as session:
        session.crops.put(walker.pictured(LONG_AGO_S + 400.0, look(1)).crop, None)
    give_identity(site.store, walker.tracklet, whose)
    site.restart()
    somebody_passes(site, "x")
    assert site.identity_of("b3") == site.identity_of("b1") != whose
    walker.seen(NOW_S + 10.0, look(1), quality=0.9)
    [*_, seen] = site.told(SightingEvent)
    assert isinstance(seen, SightingEvent)
    assert seen.identity_id == site.identity_of("b1")


def one_with_the_wrong_people(site: Site) -> tuple[str, str]:
    wrong = lived(site, "a0", 0, LONG_AGO_S)
    for number in range(1, 6):
        lived(site, f"a{number}", 0, LONG_AGO_S + 100.0 * number, wrong)
    right = lived(site, "b0", 1, LONG_AGO_S + 650.0)
    lived(site, "b1", 1, LONG_AGO_S + 750.0, right)
    lived(site, "m", 1, NOW_S - 200.0, wrong)
    site.restart()
    return wrong, right


def test_one_sighting_with_the_wrong_people_is_moved(site: Site) -> None:
    wrong, right = one_with_the_wrong_people(site)
    somebody_passes(site, "x")
    [move] = revisions(site)
    assert move.kind is DecisionKind.ASSIGN
    assert move.explanation["stayed"] < 0.0 < move.explanation["total"]
    assert site.identity_of("m") == right
    stored = site.stored("m")
    assert stored is not None
    assert stored.firm
    assert told(site)[-1] == (IdentityChange.REASSIGNED, right, wrong)


def test_a_move_of_one_whose_last_decision_still_waits_is_followed(site: Site) -> None:
    wrong, right = one_with_the_wrong_people(site)
    tracklet = add_sighting(site.store, "n", camera="at-n", start_s=NOW_S - 150.0, direction=1)
    give_identity(site.store, tracklet, wrong)  # it ended, and the service stopped
    site.restart()
    somebody_passes(site, "x")
    assert site.identity_of("n") == right
    site.deciding.decide_waiting()
    stored = site.stored("n")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (right, True)
    assert site.phases("n") == ["firm"]


@pytest.mark.parametrize("restarts", [False, True])
def test_a_move_that_a_person_took_back_is_not_made_again(site: Site, restarts: bool) -> None:
    wrong, _ = one_with_the_wrong_people(site)
    somebody_passes(site, "x")
    take_back(site, revisions(site)[0])
    if restarts:
        site.restart()
    somebody_passes(site, "y", NOW_S + 100.0)
    assert site.identity_of("m") == wrong
    assert len(revisions(site)) == 1


def test_what_a_person_placed_is_not_moved(site: Site) -> None:
    wrong, _ = one_with_the_wrong_people(site)
    site.say("m", wrong)
    somebody_passes(site, "x")
    assert site.identity_of("m") == wrong  # it is the others who go
    assert [each for each in revisions(site) if "frigate:m" in each.moved_tracklets] == []


def test_what_a_person_vouched_for_is_not_moved(site: Site) -> None:
    wrong, _ = one_with_the_wrong_people(site)
    site.clock.observe(NOW_S - 100.0)
    name(site, wrong, "Anna")  # after the sighting was there
    somebody_passes(site, "x")
    assert site.identity_of("m") == wrong
    assert revisions(site) == []


def test_one_sighting_of_nobody_known_gets_an_identity_of_its_own(site: Site) -> None:
    whose = lived(site, "a0", 0, NOW_S - 400.0)
    lived(site, "a1", 0, NOW_S - 300.0, whose)
    lived(site, "m", 3, NOW_S - 200.0, whose)
    site.restart()
    somebody_passes(site, "x")
    [move] = revisions(site)
    assert move.explanation.keys() == {"rule", "stayed"}
    own = site.identity_of("m")
    assert own != whose
    assert told(site)[-1] == (IdentityChange.REASSIGNED, own, whose)


def test_somebody_alone_who_is_somebody_else_leads_on_to_that_one(site: Site) -> None:
    right = lived(site, "b0", 0, NOW_S - 400.0)
    lived(site, "b1", 0, NOW_S - 300.0, right)
    tracklet = add_sighting(
        site.store, "m", camera="at-m", start_s=NOW_S - 200.0, direction=1, crops=0
    )
    with site.store.write() as session:
        walker = Walker(site, "m", "at-m", tracklet.start_s)
        crop = walker.pictured(tracklet.start_s + 1.0, mixed({0: 0.3}, rest=1)).crop
        session.crops.put(crop, None)
    alone = give_identity(site.store, tracklet, firm=True)
    third = lived(site, "x0", 5, NOW_S - 500.0)
    with site.store.write() as session:
        act = Act("system", NOW_S - 100.0)
        session.ledger.record(distinguish(session, act, third, alone))
    site.restart()
    somebody_passes(site, "x")
    [move] = revisions(site)
    assert move.kind is DecisionKind.ASSIGN
    assert site.resolved(alone) == right
    assert told(site)[-2:] == [
        (IdentityChange.REASSIGNED, right, alone),
        (IdentityChange.MERGED, alone, right),
    ]
    assert site.judge.are_distinct(right, third)


def test_a_revision_whose_commit_fails_is_made_with_the_next_try(site: Site) -> None:
    first, second, _ = two_who_are_one(site)
    walker = site.walker("c", camera="gate", start_s=2000.0)
    picture = walker.pictured(2000.0, mixed({0: 0.7, 1: 0.6}, rest=2))
    update = walker.update(2001.0, end=True)
    site.store.fail_commits = 1
    with pytest.raises(Exception, match="full"):
        site.deciding.step(update, picture, time.monotonic())
    assert site.events == []
    assert site.resolved(second) == second
    site.deciding.step(update, picture, time.monotonic())
    assert site.resolved(second) == first


def test_a_recognised_face_names_the_identity(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    identity_id = site.identity_of("a")
    assert identity_id is not None
    site.events.clear()
    recognise(site, walker, "Anna", 0.93)
    assert name_of(site, identity_id) == "Anna"
    [renamed] = revisions(site)
    assert renamed.kind is DecisionKind.RENAME
    assert renamed.explanation == {"rule": "face", "tracklet_id": "frigate:a", "score": 0.93}
    assert told(site) == [(IdentityChange.UPDATED, identity_id, None)]
    recognise(site, walker, "Anna", 0.97)
    walker.ends(1005.0)
    assert revisions(site) == [renamed]


def test_a_face_before_any_crop_names_the_identity_that_the_first_crop_gives(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    recognise(site, walker, "Anna")
    assert revisions(site) == []
    walker.seen(1001.0, look(0))
    assert name_of(site, site.identity_of("a") or "") == "Anna"


def test_a_face_joins_with_the_bearer_of_the_name_who_was_not_seen_for_days(site: Site) -> None:
    anna = site.known("old", 4, at_s=1000.0)
    name(site, anna, "Anna")
    later_s = 1000.0 + DAYS_S
    site.known("between", 5, at_s=later_s - 10.0)
    site.restart()
    walker = site.walker("a", start_s=later_s)
    walker.seen(later_s, look(0))
    founded = site.identity_of("a")
    site.events.clear()
    recognise(site, walker, "anna")
    assert site.identity_of("a") == anna
    assert site.resolved(founded) == anna
    [merge] = revisions(site)
    assert (merge.kind, merge.explanation["rule"]) == (DecisionKind.MERGE, "face")
    assert told(site)[0] == (IdentityChange.MERGED, founded, anna)
    # A person takes it back: it stays so, whatever the face says.
    take_back(site, merge)
    recognise(site, walker, "Anna", 0.99)
    walker.ends(later_s + 5.0)
    assert site.identity_of("a") == founded
    assert revisions(site) == [merge]


def test_a_face_does_not_join_with_a_bearer_who_was_seen_today_against_the_looks(
    site: Site,
) -> None:
    anna = site.known("p", 1, at_s=900.0)
    name(site, anna, "Anna")
    walker = site.walker("a", camera="door", start_s=905.0)
    beside = site.walker("b", camera="door", start_s=905.0)
    for each, person in ((walker, 0), (beside, 1)):
        each.seen(905.0, look(person))
    recognise(site, walker, "Anna")
    assert site.identity_of("b") == anna != site.identity_of("a")
    assert name_of(site, site.identity_of("a") or "") is None
    assert revisions(site) == []


def test_a_face_does_nothing_where_two_bear_the_name(site: Site) -> None:
    for event_id, person in (("p", 1), ("q", 2)):
        name(site, site.known(event_id, person, at_s=100.0 * person), "Anna")
    walker = site.walker("a", start_s=1000.0 + DAYS_S)
    walker.seen(1000.0 + DAYS_S, look(0))
    recognise(site, walker, "Anna")
    assert revisions(site) == []


def test_a_face_does_nothing_against_a_name_that_a_person_took_away(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    identity_id = site.identity_of("a")
    assert identity_id is not None
    recognise(site, walker, "Anna")
    name(site, identity_id, None)
    recognise(site, walker, "Anna", 0.99)
    walker.ends(1005.0)
    assert name_of(site, identity_id) is None


def test_a_face_does_nothing_to_a_name_that_a_person_gave(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    identity_id = site.identity_of("a")
    assert identity_id is not None
    name(site, identity_id, "Ben")
    recognise(site, walker, "Anna")
    assert name_of(site, identity_id) == "Ben"
    assert revisions(site) == []


@pytest.mark.parametrize("face", ["a" * 101, "tab\there\x07"])
def test_a_face_whose_name_cannot_be_one_changes_nothing(site: Site, face: str) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    recognise(site, walker, face)
    walker.ends(1005.0)
    assert site.phases("a")[-1] == "firm"
    assert name_of(site, site.identity_of("a") or "") is None
    assert revisions(site) == []


def test_a_face_counts_for_those_who_come_later_also_without_another_picture(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    recognise(site, walker, "Anna")
    identity_id = site.identity_of("a")
    assert identity_id is not None
    assert [each.face for each in site.judge.members(identity_id)] == ["Anna"]
