"""Who is told what, and how often."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.domain.events import HandoffEvent, ReappearanceEvent, SightingEvent
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.identities.watching import watch
from tests.unit.pipeline.site import Site, Walker, look


def walk(site: Site, event_id: str, camera: str, start_s: float, end_s: float) -> Walker:
    """The same person on some camera."""
    walker = site.walker(event_id, camera=camera, start_s=start_s)
    walker.seen(start_s, look(0))
    walker.seen(end_s, look(1, like=0, share=0.9))
    walker.ends(end_s)
    return walker


def test_the_first_sighting_is_neither_handoff_nor_reappearance(site: Site) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    assert site.told(HandoffEvent) == []
    assert site.told(ReappearanceEvent) == []


@pytest.mark.parametrize("restarts", [False, True])
def test_a_handoff_is_told_exactly_once(site: Site, restarts: bool) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    walker = site.walker("b", camera="door", start_s=1014.0)
    walker.seen(1014.0, look(0))
    if restarts:
        site.restart()
    walker.seen(1016.0, look(1, like=0, share=0.9))
    walker.ends(1020.0)
    [told] = site.told(HandoffEvent)
    assert isinstance(told, HandoffEvent)
    assert (told.from_camera, told.to_camera) == ("gate", "door")
    assert (told.gap_s, told.at_s, told.event_id) == (4.0, 1014.0, "b")
    assert told.identity_id == site.identity_of("b")
    assert site.told(ReappearanceEvent) == []


def test_overlapping_views_make_a_handoff_with_a_negative_gap(site: Site) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    walk(site, "b", "door", 1008.0, 1012.0)
    [told] = site.told(HandoffEvent)
    assert isinstance(told, HandoffEvent)
    assert told.gap_s == -2.0


@pytest.mark.parametrize("camera", ["gate", "door"])
def test_after_a_long_time_away_it_is_a_reappearance_told_once(site: Site, camera: str) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    walk(site, "b", camera, 1310.0, 1320.0)
    [told] = site.told(ReappearanceEvent)
    assert isinstance(told, ReappearanceEvent)
    assert (told.camera, told.previous_camera, told.away_s) == (camera, "gate", 300.0)
    assert site.told(HandoffEvent) == []


@pytest.mark.parametrize(("until_s", "watched"), [(None, True), (1400.0, True), (1310.0, False)])
def test_a_reappearance_says_whether_somebody_waited_for_it(
    site: Site, until_s: float | None, watched: bool
) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    with site.store.write() as session:
        watch(session, site.identity_of("a") or "", now_s=1020.0, until_s=until_s)
    walk(site, "b", "gate", 1310.0, 1320.0)
    [told] = site.told(ReappearanceEvent)
    assert isinstance(told, ReappearanceEvent)
    assert told.watched is watched


def test_soon_again_on_the_same_camera_is_nothing_to_tell(site: Site) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    walk(site, "b", "gate", 1012.0, 1020.0)
    assert site.identity_of("b") == site.identity_of("a")
    assert site.told(HandoffEvent) == site.told(ReappearanceEvent) == []


def test_a_camera_of_the_same_name_on_another_frigate_is_another_camera(site: Site) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    walker = site.walker("b", camera="gate", start_s=1014.0)
    walker.tracklet = replace(walker.tracklet, instance="other")
    walker.seen(1014.0, look(0))
    assert len(site.told(HandoffEvent)) == 1


def test_who_comes_back_to_an_identity_within_one_sighting_is_told_of_once(site: Site) -> None:
    walk(site, "a", "gate", 1000.0, 1010.0)
    walker = site.walker("b", camera="door", start_s=1014.0)
    walker.seen(1014.0, look(0), quality=0.1)
    first = site.identity_of("b")
    walker.seen(1015.0, look(2), quality=1.0)
    assert site.identity_of("b") != first
    site.deciding.refresh()  # somebody renamed somebody meanwhile
    walker.seen(1016.0, stale_s=1015.0)
    assert site.identity_of("b") == first
    assert len(site.told(HandoffEvent)) == 1


def test_the_name_of_the_moment_is_told(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    with site.store.write() as session:
        act = Act("user", 1000.5)
        identity_id = site.identity_of("a") or ""
        session.ledger.record(rename(session, act, identity_id, "Anna").decision)
    walker.seen(1001.0, look(1, like=0, share=0.9))
    *_, told = site.told(SightingEvent)
    assert isinstance(told, SightingEvent)
    assert (told.identity_label, told.named) == ("Anna", True)


def test_a_listener_hears_only_what_is_committed(site: Site) -> None:
    seen: list[str | None] = []
    site.bus.subscribe(lambda _: seen.append(site.identity_of("a")))
    site.walker("a").seen(1000.0, look(0))
    assert seen == [site.identity_of("a")] * 2
