"""Whom somebody means who points at a camera and a time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.errors import InvalidRequest, NotFound
from reid_service.search.seeds import Asked, start_of
from reid_service.storage.store import Store
from tests.fakes import MODEL, make_crop, make_tracklet


def put(
    store: Store,
    name: str,
    *,
    start_s: float,
    end_s: float,
    crop_after_s: float | None = 1.0,
    quality: float = 0.8,
) -> None:
    tracklet = make_tracklet(name, start_s=start_s, end_s=end_s)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=1.0)
        if crop_after_s is not None:
            session.crops.put(make_crop(tracklet, after_s=crop_after_s, quality=quality), None)


def meant(store: Store, time_s: float) -> str:
    asked = Asked(camera="gate", time_s=time_s)
    with store.read() as session:
        start = start_of(session, asked, model_id=MODEL, instances=["frigate"])
    return (start.seed.sighting_id or "").removeprefix("frigate:")


def test_who_is_in_sight_comes_before_who_was_just_there(store: Store) -> None:
    put(store, "gone", start_s=90.0, end_s=99.0, crop_after_s=8.9)
    put(store, "there", start_s=95.0, end_s=120.0)
    assert meant(store, 100.0) == "there"
    assert meant(store, 94.0) == "gone"
    assert meant(store, 125.0) == "there"


def test_of_several_in_sight_the_nearest_crop_then_the_best_is_meant(store: Store) -> None:
    put(store, "early", start_s=100.0, end_s=120.0, crop_after_s=2.0)
    put(store, "late", start_s=100.5, end_s=120.0, crop_after_s=15.0)
    put(store, "good", start_s=101.0, end_s=120.0, crop_after_s=14.5, quality=0.9)
    assert meant(store, 104.0) == "early"
    assert meant(store, 116.0) == "good"


def test_who_has_no_looks_is_not_meant(store: Store) -> None:
    put(store, "blind", start_s=100.0, end_s=120.0, crop_after_s=None)
    with pytest.raises(NotFound, match="Nobody was seen"):
        meant(store, 110.0)
    put(store, "seen", start_s=112.0, end_s=120.0)
    assert meant(store, 110.0) == "seen"


def test_an_event_of_two_servers_has_to_be_told_apart(store: Store) -> None:
    with store.write() as session:
        for instance in ("north", "south"):
            tracklet = replace(make_tracklet("a"), id=f"{instance}:a", instance=instance)
            session.tracklets.upsert(tracklet, now_s=1.0)
    with store.read() as session:
        instances = ["north", "south"]
        with pytest.raises(InvalidRequest, match="frigate_instance"):
            start_of(session, Asked(event_id="a"), model_id=MODEL, instances=instances)
        asked = Asked(event_id="a", frigate_instance="south")
        start = start_of(session, asked, model_id=MODEL, instances=instances)
    assert start.seed.sighting_id == "south:a"


def test_somebody_without_any_sighting_left_needs_a_photo(store: Store) -> None:
    with store.read() as session, pytest.raises(NotFound):
        start_of(session, Asked(identity_id="x"), model_id=MODEL, instances=[])
