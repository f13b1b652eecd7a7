"""Late pictures, an index or a store that is away, and restarts: nothing is lost or doubled."""

from __future__ import annotations

import time

import pytest

from reid_service.domain.tracklet import TrackletState, founded_identity_id
from reid_service.errors import StoreError
from tests.fakes import make_crop, make_tracklet
from tests.storing import add_sighting
from tests.unit.pipeline.site import Site, look


def test_a_late_picture_is_folded_in_while_the_sighting_is_open(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    walker.seen(1005.0)
    picture = walker.pictured(1000.0, look(0))
    walker.late(picture)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.tracklet.last_seen_s, stored.firm) == (1005.0, False)
    assert site.identity_of("a") is not None


def test_a_late_picture_is_folded_in_after_the_end_and_opens_nothing(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0)
    picture = walker.pictured(1000.0, look(0))
    walker.ends(1005.0)
    walker.late(picture)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.tracklet.state, stored.tracklet.last_seen_s) == (TrackletState.CLOSED, 1005.0)
    assert stored.firm
    assert site.phases("a") == ["firm"]
    walker.late(walker.pictured(1001.0, look(1)))
    assert site.phases("a") == ["firm", "firm"]


def test_a_late_picture_of_a_deleted_sighting_brings_nothing_back(site: Site) -> None:
    walker = site.walker("a")
    picture = walker.pictured(1000.0, look(0))
    walker.late(picture)
    assert site.stored("a") is None


def test_people_are_recognised_while_the_index_is_away(site: Site) -> None:
    person = site.known("p", 0)
    site.gallery.down = True
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    walker.ends(1001.0)
    assert site.identity_of("a") == person
    site.gallery.down = False
    assert not site.indexer.verify()


def test_what_ended_undecided_is_decided_after_a_restart_though_the_index_is_away(
    site: Site,
) -> None:
    person = site.known("p", 0)
    add_sighting(site.store, "a", start_s=1000.0)
    site.gallery.down = True
    assert site.restart() == []
    assert not site.deciding.decide_waiting()
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (person, True)
    assert site.phases("a") == ["firm"]
    site.events.clear()
    assert not site.deciding.decide_waiting()
    assert site.events == []
    site.gallery.down = False
    assert not site.indexer.verify()


def test_waiting_decisions_are_taken_in_portions_and_the_second_knows_of_the_first(
    site: Site,
) -> None:
    add_sighting(site.store, "a", start_s=1000.0)
    add_sighting(site.store, "b", camera="door", start_s=1000.0)
    site.restart()
    assert site.deciding.decide_waiting(1)
    assert site.identity_of("b") is None
    assert not site.deciding.decide_waiting(1)
    assert site.identity_of("a") == site.identity_of("b") is not None


def test_an_open_one_that_has_looks_and_no_identity_gets_one_after_a_restart(site: Site) -> None:
    tracklet = make_tracklet("a", start_s=1000.0, state=TrackletState.OPEN)
    with site.store.write() as session:
        session.tracklets.upsert(tracklet, now_s=1000.0)
        session.crops.put(make_crop(tracklet), None)
    assert [each.event_id for each in site.restart()] == ["a"]
    site.deciding.decide_waiting()
    assert site.phases("a") == ["provisional"]


@pytest.mark.parametrize("end", [False, True])
def test_a_commit_that_fails_leaves_memory_as_the_store_and_can_be_repeated(
    site: Site, end: bool
) -> None:
    person = site.known("p", 0)
    first = site.walker("a")
    first.seen(1000.0, look(1, like=0, share=0.5))
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
    add_sighting(site.store, "a", start_s=1000.0)
    site.restart()
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
