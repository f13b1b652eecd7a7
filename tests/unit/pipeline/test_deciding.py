"""What becomes of sightings, step by step."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from reid_service.domain.crop import CropRejection, Vector
from reid_service.domain.events import IdentityChange, IdentityChangedEvent, SightingEvent
from reid_service.domain.identity import Outcome
from reid_service.domain.tracklet import TrackletState, crop_id, founded_identity_id
from reid_service.errors import StoreError
from reid_service.gallery.store import Hit, SearchFilter
from reid_service.identities.act import Act
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.pipeline.pictures import NotPictured
from tests.fakes import MODEL, MemoryGallery
from tests.unit.pipeline.site import Site, look


def known(site: Site, event_id: str, person: int, *, at_s: float = 100.0) -> str:
    """An identity with one decided sighting, long ago on another camera."""
    walker = site.walker(event_id, camera="door", start_s=at_s)
    walker.seen(at_s, look(person))
    walker.ends(at_s + 1.0)
    site.indexer.apply()
    identity_id = site.identity_of(event_id)
    assert identity_id is not None
    return identity_id


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
    assert site.metrics.sightings.labels(Outcome.NEW)._value.get() == 1.0


def test_without_a_usable_crop_there_is_no_identity(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, NotPictured(CropRejection.BLURRED))
    walker.ends(1001.0)
    assert site.identity_of("a") is None
    assert site.events == []
    assert count(site, CropRejection.BLURRED) == 1.0


def test_the_same_person_on_another_camera_is_the_same_identity(site: Site) -> None:
    first = known(site, "a", 0)
    walker = site.walker("b")
    walker.seen(1000.0, look(0))
    assert site.identity_of("b") == first
    [*_, told] = site.told(SightingEvent)
    assert isinstance(told, SightingEvent)
    assert told.outcome is Outcome.ACCEPT
    assert told.similarity == pytest.approx(1.0, abs=1e-3)


def test_between_the_thresholds_a_sighting_stays_apart(site: Site) -> None:
    first = known(site, "a", 0)
    walker = site.walker("b")
    walker.seen(1000.0, look(1, like=0, share=0.6))
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
    person = known(site, "a", 0)
    first, second = site.walker("b"), site.walker("c")
    first.seen(1000.0, look(1, like=0, share=0.8))
    assert site.identity_of("b") == person
    second.seen(1000.5, look(0))
    assert site.identity_of("c") == person
    assert site.identity_of("b") != person
    assert len(site.live()) == 2


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
    person = known(site, "a", 0)
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
    person = known(site, "p", 0)
    founder, other = site.walker("a"), site.walker("b", camera="door")
    founder.seen(1000.0, look(1), quality=0.1)
    other.seen(1000.0, look(1), quality=0.1)
    assert site.identity_of("b") == site.identity_of("a")
    founder.seen(1003.0, look(0), quality=0.9)
    other.seen(1004.0)
    other.ends(1005.0)
    assert site.identity_of("a") == person
    assert site.live() == {person, site.identity_of("b")}


def test_people_who_turn_out_to_have_been_beside_each_other_are_told_apart(site: Site) -> None:
    first = site.walker("a")
    first.seen(1000.0, look(0))
    second = site.walker("b", start_s=1001.0)  # nobody knows yet that "a" is still there
    second.seen(1001.0, look(0))
    assert site.identity_of("b") == site.identity_of("a")
    first.seen(1002.0)
    first.seen(1003.0, look(1, like=0, share=0.9))
    assert site.identity_of("b") != site.identity_of("a")


def test_the_founder_leaves_when_a_decided_sighting_was_beside_it(site: Site) -> None:
    first = site.walker("a")
    first.seen(1000.0, look(0))
    second = site.walker("b", start_s=1001.0)
    second.seen(1001.0, look(0))
    second.ends(1002.0)
    assert site.identity_of("b") == site.identity_of("a")
    first.ends(1003.0)
    assert site.identity_of("b") == founded_identity_id("frigate:a")
    assert site.identity_of("a") == founded_identity_id("frigate:a#2")


def test_somebody_who_stands_still_is_known_to_be_there_between_two_pictures(site: Site) -> None:
    person = known(site, "p", 0)
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
    mine, other = known(site, "x", 0), known(site, "y", 1)
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
    site.deciding.add_late(walker.tracklet.id, late, time.monotonic())
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
    person = known(site, "p", 0)
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
    site.deciding.add_late("frigate:a", walker.pictured(1000.5, look(2)), time.monotonic())
    assert site.stored("a") is None
    assert site.live() == set()
    assert site.events == []
    assert not site.indexer.verify()


def test_a_stale_picture_leaves_again_with_its_crop(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    walker.seen(1001.0, look(1))
    assert site.crops_of("a") == 2
    walker.seen(1002.0, look(2), stale_s=1001.0)
    with site.store.read() as session:
        kept = [each.frame_time_s for each in session.crops.vectors(["frigate:a"], MODEL)]
    assert kept == [1000.0, 1002.0]
    assert count(site, CropRejection.SUPERSEDED) == 1.0
    walker.seen(1003.0, stale_s=999.0)  # was never kept
    assert count(site, CropRejection.SUPERSEDED) == 1.0
    assert not site.indexer.verify()


def test_a_sighting_that_lost_its_only_crop_ends_as_it_is(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    walker.seen(1001.0, NotPictured(CropRejection.NO_PICTURE), stale_s=1000.0)
    assert site.crops_of("a") == 0
    walker.ends(1002.0)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (founded_identity_id("frigate:a"), True)
    assert site.phases("a") == ["provisional", "firm"]


def test_a_near_copy_is_kept_only_if_it_is_better(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0), quality=0.5)
    walker.seen(1001.0, look(0), quality=0.4)
    assert count(site, CropRejection.NOT_DIVERSE) == 1.0
    walker.seen(1002.0, look(0), quality=0.9)
    with site.store.read() as session:
        [kept] = session.crops.of_tracklet("frigate:a")
    assert kept.id == crop_id("frigate:a", 1002.0)


def test_the_picture_is_a_file_and_a_full_disk_costs_the_picture_alone(
    site: Site, tmp_path: Path
) -> None:
    site.walker("a").seen(1000.0, look(0))
    with site.store.read() as session:
        [crop] = session.crops.of_tracklet("frigate:a")
    assert crop.file is not None
    folder = tmp_path / "pictures"
    assert (folder / crop.file).read_bytes()[:2] == b"\xff\xd8"
    for each in sorted(folder.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    folder.rmdir()
    folder.write_text("no folder")
    site.walker("b").seen(1000.0, look(1))
    with site.store.read() as session:
        [crop] = session.crops.of_tracklet("frigate:b")
    assert crop.file is None
    assert site.identity_of("b") is not None


def test_pictures_are_not_written_unless_wanted(tmp_path: Path) -> None:
    site = Site(tmp_path / "reid.db")
    site.walker("a").seen(1000.0, look(0))
    with site.store.read() as session:
        [crop] = session.crops.of_tracklet("frigate:a")
    assert crop.file is None
    site.store.close()


def test_no_more_than_the_limit_of_crops_is_kept(tmp_path: Path) -> None:
    site = Site(tmp_path / "reid.db", limit=2)
    walker = site.walker("a")
    for index in range(4):
        walker.seen(1000.0 + index, look(index), quality=0.5 + index / 10)
    assert site.crops_of("a") == 2
    site.store.close()


def test_a_late_picture_is_folded_in_while_the_sighting_is_open(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    walker.seen(1005.0)
    picture = walker.pictured(1000.0, look(0))
    site.deciding.add_late("frigate:a", picture, time.monotonic())
    stored = site.stored("a")
    assert stored is not None
    assert (stored.tracklet.last_seen_s, stored.firm) == (1005.0, False)
    assert site.identity_of("a") is not None


def test_a_late_picture_is_folded_in_after_the_end_and_opens_nothing(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    picture = walker.pictured(1000.0, look(0))
    walker.ends(1005.0)
    site.deciding.add_late("frigate:a", picture, time.monotonic())
    stored = site.stored("a")
    assert stored is not None
    assert (stored.tracklet.state, stored.tracklet.last_seen_s) == (TrackletState.CLOSED, 1005.0)
    assert stored.firm
    assert site.phases("a") == ["firm"]
    site.deciding.add_late("frigate:a", walker.pictured(1001.0, look(1)), time.monotonic())
    assert site.phases("a") == ["firm", "firm"]


def test_a_late_picture_of_a_deleted_sighting_brings_nothing_back(site: Site) -> None:
    walker = site.walker("a")
    picture = walker.pictured(1000.0, look(0))
    site.deciding.add_late("frigate:a", picture, time.monotonic())
    assert site.stored("a") is None


def test_while_the_index_is_away_crops_are_kept_and_the_decision_waits(site: Site) -> None:
    person = known(site, "p", 0)
    site.gallery.down = True
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    assert (site.crops_of("a"), site.identity_of("a")) == (1, None)
    walker.ends(1001.0)
    site.deciding.decide_waiting()
    assert site.identity_of("a") is None
    site.gallery.down = False
    site.deciding.decide_waiting()
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (person, True)
    assert site.phases("a") == ["firm"]
    site.events.clear()
    site.deciding.decide_waiting()
    assert site.events == []


@pytest.mark.parametrize("ends", [False, True])
def test_a_decision_that_waited_is_taken_after_a_restart(site: Site, ends: bool) -> None:
    person = known(site, "p", 0)
    site.gallery.down = True
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    if ends:
        walker.ends(1001.0)
    opened = site.restart()
    assert [each.event_id for each in opened] == ([] if ends else ["a"])
    site.gallery.down = False
    site.deciding.decide_waiting()
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (person, ends)


def test_an_end_while_the_index_is_away_becomes_firm_after_a_restart(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    site.gallery.down = True
    walker.ends(1001.0)
    site.restart()
    site.gallery.down = False
    site.deciding.decide_waiting()
    stored = site.stored("a")
    assert stored is not None
    assert stored.firm


def test_an_index_that_missed_something_is_not_asked_before_it_has_caught_up(site: Site) -> None:
    site.walker("a").seen(1000.0, look(0))  # committed, and not in the index yet
    assert len(site.gallery.points) == 0
    site.walker("b", camera="door").seen(1001.0, look(0))
    assert site.identity_of("b") == site.identity_of("a")


def test_the_index_may_go_away_between_looking_and_asking(tmp_path: Path) -> None:
    class Leaving(MemoryGallery):
        def search(self, vector: Vector, where: SearchFilter, limit: int) -> list[Hit]:
            self.down = True
            return super().search(vector, where, limit)

    site = Site(tmp_path / "reid.db", gallery=Leaving())
    site.walker("a").seen(1000.0, look(0))
    assert (site.crops_of("a"), site.identity_of("a")) == (1, None)
    site.store.close()


@pytest.mark.parametrize("end", [False, True])
def test_a_commit_that_fails_leaves_memory_as_the_store_and_can_be_repeated(
    site: Site, end: bool
) -> None:
    person = known(site, "p", 0)
    first = site.walker("a")
    first.seen(1000.0, look(1, like=0, share=0.8))
    assert site.identity_of("a") == person
    site.events.clear()
    second = site.walker("b")
    second.seen(1000.5)
    update = second.update(1001.0, end=end)
    picture = second.pictured(1001.0, look(0))
    for _ in range(2):
        site.store.fail_commits = 1
        with pytest.raises(StoreError):
            site.deciding.step(update, picture, time.monotonic())
        assert site.identity_of("a") == person
        assert site.identity_of("b") is None
        assert site.events == []
    site.deciding.step(update, picture, time.monotonic())
    # As without the failure: the more similar one takes the identity, the other leaves it.
    assert site.identity_of("b") == person
    assert site.identity_of("a") != person
    assert site.crops_of("b") == 1
    first.ends(1002.0)
    assert site.phases("b") == (["firm"] if end else ["provisional"])
    assert not site.indexer.verify()


def test_a_failed_read_is_no_different(site: Site) -> None:
    walker = site.walker("a")
    update, picture = walker.update(1000.0), walker.pictured(1000.0, look(0))
    for _ in range(3):
        site.store.fail_reads = 1
        with pytest.raises(StoreError):
            site.deciding.step(update, picture, time.monotonic())
    site.deciding.step(update, picture, time.monotonic())
    assert site.phases("a") == ["provisional"]


def test_a_failed_commit_of_a_waiting_decision_is_repeated(site: Site) -> None:
    site.gallery.down = True
    walker = site.walker("a")
    walker.ends(1000.0, look(0))
    site.gallery.down = False
    site.store.fail_commits = 1
    with pytest.raises(StoreError):
        site.deciding.decide_waiting()
    site.deciding.decide_waiting()
    stored = site.stored("a")
    assert stored is not None
    assert stored.firm


def test_a_repeated_step_changes_nothing(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    update, picture = walker.update(1001.0, end=True), walker.pictured(1001.0, look(1))
    site.deciding.step(update, picture, time.monotonic())
    before = len(site.events)
    with site.store.read() as session:
        ledger = list(session.history.oldest_first())
    site.deciding.step(update, picture, time.monotonic())
    with site.store.read() as session:
        assert list(session.history.oldest_first()) == ledger
    assert len(site.events) == before


def test_a_lost_tracklet_that_goes_on_is_provisional_again(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    lost = walker.update(1001.0, lost=True)
    site.deciding.step(lost, None, time.monotonic())
    identity_id = site.identity_of("a")
    walker.seen(1200.0)
    walker.seen(1201.0, look(1, like=0, share=0.9))
    stored = site.stored("a")
    assert stored is not None
    assert (stored.tracklet.state, stored.firm) == (TrackletState.OPEN, False)
    walker.ends(1202.0)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (identity_id, True)


def test_a_restart_in_the_middle_makes_no_second_identity(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    assert [each.event_id for each in site.restart()] == ["a"]
    walker.seen(1001.0, look(1, like=0, share=0.9))
    site.restart()
    walker.ends(1002.0)
    assert site.live() == {founded_identity_id("frigate:a")}
    assert site.phases("a") == ["provisional", "updated", "firm"]


def test_the_cameras_are_learned_when_enough_is_decided(site: Site) -> None:
    for index in range(3):
        known(site, f"{index}", index, at_s=100.0 * index)
    assert not site.deciding.learn()
    person = known(site, "3", 3, at_s=400.0)
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
