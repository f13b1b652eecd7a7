"""What becomes of sightings, step by step."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from reid_service.domain.crop import CropRejection
from reid_service.domain.events import IdentityChange, IdentityChangedEvent, SightingEvent
from reid_service.domain.identity import Outcome
from reid_service.domain.tracklet import TrackletState, crop_id, founded_identity_id
from reid_service.identities.act import Act
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.pipeline.pictures import NotPictured
from tests.unit.pipeline.site import Site, look


def changes(site: Site) -> list[IdentityChange]:
    return [each.change for each in site.events if isinstance(each, IdentityChangedEvent)]


def count(site: Site, reason: CropRejection) -> float:
    rejected: float = site.metrics.crops_rejected.labels(reason)._value.get()
    return rejected


def test_the_first_usable_crop_gives_a_provisional_identity_and_one_event(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    assert site.identity_of("a") is None
    assert site.events == []
    walker.seen(1001.0, look(0))
    assert site.identity_of("a") == founded_identity_id("frigate:a")
    assert changes(site) == [IdentityChange.CREATED]
    [sighting] = site.told(SightingEvent)
    assert isinstance(sighting, SightingEvent)
    assert (sighting.phase, sighting.outcome) == ("provisional", Outcome.NEW)
    assert sighting.crop_id == crop_id("frigate:a", 1001.0)
    assert (sighting.identity_label, sighting.named) == ("Person 1", False)


def test_the_end_makes_it_firm(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    walker.seen(1001.0)  # nothing new to tell
    walker.seen(1002.0, look(1, like=0, share=0.9))
    walker.ends(1009.0)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.firm, stored.tracklet.state) == (True, TrackletState.CLOSED)
    assert stored.tracklet.last_seen_s == 1009.0
    assert site.phases("a") == ["provisional", "updated", "firm"]
    assert site.deciding._open == {}  # nothing is remembered of what is over
    assert site.metrics.sightings.labels(Outcome.NEW)._value.get() == 1.0


def test_without_a_usable_crop_there_is_no_identity(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, NotPictured(CropRejection.BLURRED))
    walker.ends(1001.0)
    assert site.identity_of("a") is None
    assert site.events == []
    assert count(site, CropRejection.BLURRED) == 1.0


def test_the_same_person_on_another_camera_is_the_same_identity(site: Site) -> None:
    first = site.known("a", 0)
    walker = site.walker("b")
    walker.seen(1000.0, look(0))
    assert site.identity_of("b") == first
    [*_, told] = site.told(SightingEvent)
    assert isinstance(told, SightingEvent)
    assert told.outcome is Outcome.ACCEPT
    assert told.similarity == pytest.approx(1.0, abs=1e-3)


def test_in_doubt_a_sighting_stays_apart(site: Site) -> None:
    first = site.known("a", 0)
    walker = site.walker("b")
    walker.seen(1000.0, look(1, like=0, share=0.2))
    assert site.identity_of("b") != first
    [*_, told] = site.told(SightingEvent)
    assert isinstance(told, SightingEvent)
    assert told.outcome is Outcome.ASK


def test_two_open_people_on_one_camera_are_two_identities(site: Site) -> None:
    first, second = site.walker("a"), site.walker("b")
    first.seen(1000.0, look(0))
    second.seen(1000.5, look(0))  # alike, but beside each other
    assert site.identity_of("a") != site.identity_of("b")
    first.ends(1005.0)
    second.ends(1006.0)
    assert len(site.live()) == 2


def test_of_two_on_one_camera_the_more_similar_one_is_the_known_person(site: Site) -> None:
    person = site.known("a", 0)
    first, second = site.walker("b"), site.walker("c")
    first.seen(1000.0, look(1, like=0, share=0.5))
    assert site.identity_of("b") == person
    second.seen(1000.5, look(0))
    assert site.identity_of("c") == person
    assert site.identity_of("b") != person
    assert len(site.live()) == 2
    told = [each.event_id for each in site.events if isinstance(each, SightingEvent)]
    assert told[-2:] == ["b", "c"]  # one leaves before the other one comes


def test_one_after_the_other_on_one_camera_may_be_the_same(site: Site) -> None:
    first = site.walker("a")
    first.seen(1000.0, look(0))
    first.ends(1001.0)
    second = site.walker("b", start_s=1002.0)
    second.seen(1002.0, look(0))
    assert site.identity_of("b") == site.identity_of("a")


def test_on_two_cameras_at_once_it_may_be_the_same(site: Site) -> None:
    site.walker("a").seen(1000.0, look(0))
    site.walker("b", camera="door").seen(1000.0, look(0))
    assert site.identity_of("b") == site.identity_of("a")


def test_cameras_of_two_frigates_are_not_one_camera(site: Site) -> None:
    first, second = site.walker("a"), site.walker("b")
    first.seen(1000.0, look(0))
    second.tracklet = replace(second.tracklet, instance="other")
    second.seen(1000.0, look(0))
    assert site.identity_of("b") == site.identity_of("a")


def test_a_better_later_crop_moves_the_sighting_and_the_founded_identity_leads_on(
    site: Site,
) -> None:
    person = site.known("a", 0)
    walker = site.walker("b")
    walker.seen(1000.0, look(1), quality=0.1)
    provisional = site.identity_of("b")
    assert provisional != person
    site.events.clear()
    walker.seen(1003.0, look(0), quality=0.9)
    assert site.identity_of("b") == person
    assert site.resolved(provisional) == person
    assert site.live() == {person}
    assert changes(site) == [IdentityChange.REASSIGNED, IdentityChange.MERGED]
    reassigned, merged = (e for e in site.events if isinstance(e, IdentityChangedEvent))
    assert (reassigned.identity_id, reassigned.other_identity_id) == (person, provisional)
    assert (merged.identity_id, merged.other_identity_id) == (provisional, person)
    assert merged.identity_label == "Person 2"


def test_the_last_one_to_leave_an_identity_leaves_nobody_behind(site: Site) -> None:
    person = site.known("p", 0)
    founder, other = site.walker("a"), site.walker("b", camera="door")
    founder.seen(1000.0, look(1), quality=0.1)
    other.seen(1000.0, look(1), quality=0.1)
    assert site.identity_of("b") == site.identity_of("a")
    founder.seen(1003.0, look(0), quality=0.9)
    other.seen(1004.0)
    other.ends(1005.0)
    assert site.identity_of("a") == person
    assert site.live() == {person, site.identity_of("b")}


def test_somebody_open_is_taken_to_be_there_however_long_nothing_was_heard(site: Site) -> None:
    first = site.walker("a")
    first.seen(1000.0, look(0))
    second = site.walker("b", start_s=1060.0)
    second.seen(1060.0, look(0))
    assert site.identity_of("b") != site.identity_of("a")


def test_whoever_lost_every_picture_leaves_the_others(site: Site) -> None:
    person = site.known("p", 0)
    walker, beside = site.walker("a"), site.walker("b")
    walker.seen(1000.0, look(0))
    assert site.identity_of("a") == person
    walker.seen(1001.0, stale_s=1000.0)  # it was the picture of another moment
    assert (site.crops_of("a"), site.identity_of("a")) == (0, founded_identity_id("frigate:a"))
    beside.seen(1002.0, look(0))
    assert site.identity_of("b") == person


def test_whoever_was_taken_for_somebody_lost_leaves_when_that_one_goes_on(site: Site) -> None:
    first = site.walker("a")
    first.seen(1000.0, look(0))
    site.deciding.step(first.update(1001.0, lost=True), None, time.monotonic())
    second = site.walker("b", start_s=1010.0)
    second.seen(1010.0, look(0))
    assert site.identity_of("b") == site.identity_of("a")
    first.seen(1012.0, look(0), quality=0.9)
    assert site.identity_of("a") == founded_identity_id("frigate:a")
    assert site.identity_of("b") == founded_identity_id("frigate:b")


def test_somebody_who_stands_still_is_known_to_be_there_between_two_pictures(site: Site) -> None:
    person = site.known("p", 0)
    still = site.walker("a")
    still.seen(1000.0, look(1))
    site.say("a", person)
    still.seen(1050.0)  # the store is not told of this
    other = site.walker("b", start_s=1040.0)
    other.seen(1040.0, look(0))
    assert site.identity_of("a") == person
    assert site.identity_of("b") != person


@pytest.mark.parametrize("restarts", [False, True])
def test_what_a_person_decided_is_left_alone(site: Site, restarts: bool) -> None:
    mine, other = site.known("x", 0), site.known("y", 1)
    walker = site.walker("a")
    walker.seen(1000.0, look(1))
    assert site.identity_of("a") == other
    site.say("a", mine)
    if restarts:
        site.restart()
    walker.seen(1002.0, look(1, like=0, share=0.3), quality=0.9)
    assert site.identity_of("a") == mine
    walker.ends(1003.0)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (mine, True)
    if restarts:
        site.restart()
    # Neither the service's own note of the end nor a late picture changes that.
    late = walker.pictured(1001.0, look(1), quality=1.0)
    walker.late(late)
    assert site.identity_of("a") == mine


def test_a_sighting_whose_identity_was_taken_away_stays_without(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    with site.store.write() as session:
        [decision] = session.history.of_tracklet("frigate:a", limit=9).items
        session.ledger.record(undo(session, Act("user", 1001.0), decision.id))
    site.deciding.refresh()
    walker.seen(1002.0, look(1), quality=0.9)
    walker.ends(1003.0)
    assert site.identity_of("a") is None
    assert site.restart() == []
    site.deciding.decide_waiting()
    assert site.identity_of("a") is None


def test_an_identity_that_a_person_merged_away_is_followed(site: Site) -> None:
    person = site.known("p", 0)
    walker = site.walker("a")
    walker.seen(1000.0, look(1))
    provisional = site.identity_of("a")
    with site.store.write() as session:
        act = Act("user", 1001.0)
        plan = plan_merge(session, act, [provisional or ""], primary_id=person)
        session.ledger.record(plan.decision)
    site.deciding.refresh()
    walker.seen(1002.0, look(2))
    walker.ends(1003.0)
    assert site.identity_of("a") == person
    [*_, told] = site.told(SightingEvent)
    assert isinstance(told, SightingEvent)
    assert told.identity_id == person


def test_somebody_forgotten_while_in_sight_does_not_come_back(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    with site.store.write() as session:
        forgotten = forget(session, founded_identity_id("frigate:a"))
    site.deciding.drop(forgotten.tracklet_ids)
    site.deciding.refresh()
    site.events.clear()
    walker.seen(1001.0, look(1))
    walker.ends(1002.0, look(0))
    walker.late(walker.pictured(1000.5, look(2)))
    assert site.stored("a") is None
    assert site.live() == set()
    assert site.events == []
    assert not site.indexer.verify()


def test_the_cameras_are_learned_when_enough_is_decided(site: Site) -> None:
    for index in range(3):
        site.known(f"{index}", index, at_s=100.0 * index)
    assert not site.deciding.learn()
    person = site.known("3", 3, at_s=400.0)
    assert site.deciding.learn()
    assert not site.deciding.learn()
    site.walker("x").seen(1000.0, look(3))
    assert site.identity_of("x") == person
    site.restart()
    assert not site.deciding.learn()
    assert not site.indexer.verify()


def test_the_time_from_message_to_identity_is_measured_once(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    walker.seen(1001.0, look(0))
    walker.seen(1002.0, look(1))
    walker.ends(1003.0)
    assert b"message_to_provisional_seconds_count 1.0" in site.metrics.exposition()


def test_an_update_that_tells_nothing_does_not_reach_the_store(site: Site) -> None:
    walker = site.walker("a")
    update = walker.update(1000.0)
    site.deciding.step(update, None, time.monotonic())
    site.store.fail_commits = 1
    walker.seen(1001.0)
    assert site.store.fail_commits == 1
