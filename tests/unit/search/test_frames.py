"""Boxes of people between the frames of which crops are known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.domain.boxes import FractionBox
from reid_service.domain.tracklet import PathPoint
from reid_service.errors import NotFound
from reid_service.search.frames import Boxed, FrameStep, people_in_frame
from reid_service.storage.store import Store
from tests.fakes import make_crop, make_tracklet

PATH = tuple(PathPoint(0.1 * step, 0.875, 100.0 + step) for step in range(6))


def put(store: Store, name: str, *, path: tuple[PathPoint, ...] = (), crops: int = 1) -> None:
    """In sight from 100 to 110, with a crop at 101 whose box is (0.25, 0.125, 0.5, 0.875)."""
    tracklet = replace(make_tracklet(name), path=path)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=1.0)
        for _ in range(crops):
            session.crops.put(make_crop(tracklet), None)


def at(store: Store, time_s: float) -> list[Boxed]:
    with store.read() as session:
        return list(people_in_frame(session, "gate", time_s, FrameStep.AT).people)


def test_the_frame_of_a_crop_has_its_box(store: Store) -> None:
    put(store, "a", path=PATH)
    [found] = at(store, 101.0)
    assert found.box == FractionBox(0.25, 0.125, 0.5, 0.875)
    assert found.crop is not None


def test_between_crops_the_box_follows_the_path(store: Store) -> None:
    put(store, "a", path=PATH)
    [found] = at(store, 103.5)
    assert (found.box.x_min, found.box.x_max) == pytest.approx((0.5, 0.75))
    assert (found.box.y_min, found.box.y_max) == (0.125, 0.875)
    assert found.crop is None
    [before] = at(store, 100.0)
    assert before.box.x_min == pytest.approx(0.15)


def test_a_box_stays_inside_the_frame(store: Store) -> None:
    put(store, "a", path=(PathPoint(0.3, 0.9, 101.0), PathPoint(0.95, 0.9, 103.0)))
    [found] = at(store, 103.0)
    assert (found.box.x_min, found.box.x_max) == pytest.approx((0.9, 1.0))


def test_without_a_path_a_box_is_good_for_a_second(store: Store) -> None:
    put(store, "a")
    assert len(at(store, 101.9)) == 1
    assert at(store, 103.0) == []
    put(store, "b", path=PATH)
    assert [each.stored.tracklet.event_id for each in at(store, 105.5)] == []


def test_somebody_without_a_crop_has_no_box(store: Store) -> None:
    put(store, "a", path=PATH, crops=0)
    assert at(store, 103.0) == []


def test_where_no_frame_follows_that_is_told(store: Store) -> None:
    put(store, "a")
    with store.read() as session:
        for direction, word in ((FrameStep.NEXT, "later"), (FrameStep.PREVIOUS, "earlier")):
            with pytest.raises(NotFound, match=word):
                people_in_frame(session, "gate", 101.0, direction)
