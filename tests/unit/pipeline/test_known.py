"""Until when all is known of a Frigate, as the store keeps it."""

from __future__ import annotations

from reid_service.clock import TrafficClock
from reid_service.pipeline.known import KnownUntil
from tests.storing import add_sighting
from tests.unit.pipeline.site import Site


def started(site: Site, now_s: float = 9000.0) -> KnownUntil:
    """What a service knows that starts at a moment."""
    clock = TrafficClock()
    clock.observe(now_s)
    made = KnownUntil(site.store, clock)
    made.pin(["frigate", "other"])
    return made


def test_before_anybody_was_seen_the_first_start_counts(site: Site) -> None:
    assert started(site, 5000.0).since_s("frigate") == 5000.0
    assert started(site, 9000.0).since_s("frigate") == 5000.0


def test_a_store_of_an_older_version_begins_with_the_newest_start(site: Site) -> None:
    add_sighting(site.store, "a", start_s=300.0)
    known = started(site)
    add_sighting(site.store, "b", start_s=8000.0)
    assert (known.since_s("frigate"), known.since_s("other")) == (300.0, 9000.0)


def test_it_moves_on_with_the_newest_start_of_each_frigate_that_is_whole(site: Site) -> None:
    add_sighting(site.store, "a", start_s=300.0)
    known = started(site)
    add_sighting(site.store, "b", start_s=8000.0)
    known.follow(["frigate", "other"], lambda each: each == "other")
    assert known.since_s("frigate") == 300.0
    add_sighting(site.store, "c", start_s=8500.0)
    known.follow(["frigate", "other"], lambda each: each == "frigate")
    assert known.since_s("frigate") == 8500.0
    assert started(site).since_s("frigate") == 8500.0


def test_who_is_stored_after_the_store_was_read_does_not_count(site: Site) -> None:
    add_sighting(site.store, "a", start_s=300.0)
    known = started(site)

    def whole(instance: str) -> bool:
        add_sighting(site.store, f"late-{instance}", start_s=8000.0)
        return True

    known.follow(["frigate"], whole)
    assert known.since_s("frigate") == 300.0


def test_nothing_is_written_while_nothing_changes(site: Site) -> None:
    add_sighting(site.store, "a", start_s=300.0)
    known = started(site)
    add_sighting(site.store, "b", start_s=400.0)
    known.follow(["frigate"], lambda _: True)
    commits = site.store.commits
    for _ in range(3):
        known.follow(["frigate"], lambda _: True)
    started(site)
    assert site.store.commits == commits


def test_a_clock_that_was_wrong_once_hides_nobody(site: Site) -> None:
    assert started(site, 9000.0).since_s("frigate") == 9000.0
    add_sighting(site.store, "a", start_s=300.0)
    assert started(site, 9000.0).since_s("frigate") == 300.0
