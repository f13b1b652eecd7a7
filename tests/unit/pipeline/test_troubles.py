"""Late pictures, an index or a store that is away, and restarts: nothing is lost or doubled."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reid_service.domain.crop import Vector
from reid_service.domain.tracklet import TrackletState, founded_identity_id
from reid_service.errors import StoreError
from reid_service.gallery.store import Hit, SearchFilter
from tests.fakes import MemoryGallery
from tests.unit.pipeline.site import Site, look


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
    person = site.known("p", 0)
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
    person = site.known("p", 0)
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


def test_of_two_that_waited_the_second_one_knows_of_the_first(site: Site) -> None:
    site.gallery.down = True
    for event_id, camera in (("a", "gate"), ("b", "door")):
        site.walker(event_id, camera=camera).ends(1000.0, look(0))
    site.gallery.down = False
    site.deciding.decide_waiting()
    assert site.identity_of("a") == site.identity_of("b") is not None


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
    person = site.known("p", 0)
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
