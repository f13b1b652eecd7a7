"""The recording that the project ships is whole and says what Frigate would."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import cv2
import msgspec
import numpy as np
import pytest

from reid_service.recordings.format import Recording

SITE = Path(__file__).resolve().parents[3] / "demo" / "site"
EVENT_ID = re.compile(r"\d{10}\.\d{6}-[a-z0-9]{6}")
LARGEST = 6_000_000


class Told(msgspec.Struct):
    """One message about a tracked object and when it came."""

    t: float
    payload: dict[str, Any]

    @property
    def after(self) -> dict[str, Any]:
        after: dict[str, Any] = self.payload["after"]
        return after


@pytest.fixture(scope="module")
def recording() -> Recording:
    return Recording.open(SITE)


@pytest.fixture(scope="module")
def lives(recording: Recording) -> dict[str, list[Told]]:
    """What was told of each tracked object, in order."""
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for message in recording.messages():
        if message.topic == "frigate/events":
            payload = json.loads(message.payload)
            found[payload["after"]["id"]].append(Told(message.t, payload))
    return dict(found)


def test_the_header_says_what_it_is(recording: Recording) -> None:
    assert recording.header.name == "demo_site"
    assert recording.header.frigate_version == "0.17.2"
    assert recording.header.licence == "CC0-1.0"
    assert recording.header.plan is not None
    assert set(recording.header.plan.cameras) == set(recording.config.cameras)


def test_messages_are_in_order_and_begin_with_frigate_being_online(recording: Recording) -> None:
    messages = list(recording.messages())
    assert messages[0].topic == "frigate/available"
    assert messages[0].retain
    for first, second in pairwise(messages):
        assert first.t <= second.t
    end_s = recording.header.start + recording.header.seconds
    assert recording.header.start <= messages[0].t
    assert messages[-1].t <= end_s


def test_event_ids_look_like_those_of_frigate(lives: dict[str, list[Told]]) -> None:
    for event_id, told in lives.items():
        assert EVENT_ID.fullmatch(event_id)
        assert event_id.startswith(f"{told[0].after['start_time']:.6f}-")


def test_every_life_is_new_then_updates_then_end(lives: dict[str, list[Told]]) -> None:
    for told in lives.values():
        kinds = [one.payload["type"] for one in told]
        assert kinds == ["new", *["update"] * (len(kinds) - 2), "end"]
        assert told[-1].after["end_time"] >= told[-1].after["frame_time"] + 5
        assert all(one.after["end_time"] is None for one in told[:-1])
        for first, second in pairwise(told):
            assert first.t < second.t
            assert second.payload["before"] == first.after


def test_messages_come_just_after_the_frames_that_they_are_about(
    lives: dict[str, list[Told]],
) -> None:
    for told in lives.values():
        for one in told[:-1]:
            assert 0 < one.t - one.after["frame_time"] < 0.2
        assert 0.3 < told[0].t - told[0].after["start_time"] < 3.0


def test_boxes_lie_in_the_frame(recording: Recording, lives: dict[str, list[Told]]) -> None:
    for told in lives.values():
        for one in told:
            detect = recording.config.cameras[one.after["camera"]].detect
            for x_min, y_min, x_max, y_max in (one.after["box"], one.after["snapshot"]["box"]):
                assert 0 <= x_min < x_max < detect.width
                assert 0 <= y_min < y_max < detect.height


def test_truth_covers_exactly_the_tracked_objects(
    recording: Recording, lives: dict[str, list[Told]]
) -> None:
    assert set(recording.truth) == set(lives)
    for event_id, true in recording.truth.items():
        assert lives[event_id][0].after["camera"] == true.camera
        assert re.fullmatch(r"person_\d\d", true.person)


def test_every_snapshot_has_its_frame_and_no_frame_is_idle(
    recording: Recording, lives: dict[str, list[Told]]
) -> None:
    named = set()
    for event_id, told in lives.items():
        for one in told:
            path = recording.frame(event_id, one.after["snapshot"]["frame_time"])
            assert path is not None
            named.add(path)
    assert named == {path for path in (SITE / "frames").rglob("*") if path.is_file()}


def test_every_frame_is_a_picture_of_its_camera_s_size(
    recording: Recording, lives: dict[str, list[Told]]
) -> None:
    for event_id, told in lives.items():
        detect = recording.config.cameras[told[0].after["camera"]].detect
        path = recording.frame(event_id, told[-1].after["snapshot"]["frame_time"])
        assert path is not None
        image = cv2.imdecode(np.fromfile(path, dtype=np.uint8), cv2.IMREAD_COLOR)
        assert image is not None
        assert image.shape == (detect.height, detect.width, 3)


def test_a_snapshot_exists_only_for_those_who_moved(lives: dict[str, list[Told]]) -> None:
    for told in lives.values():
        for one in told:
            assert one.after["has_snapshot"] == (one.after["position_changes"] > 0)
    first = Counter(told[0].after["has_snapshot"] for told in lives.values())
    assert first[True] > 0
    assert first[False] > 0


def test_it_shows_what_the_demo_needs(recording: Recording, lives: dict[str, list[Told]]) -> None:
    by_person: defaultdict[str, list[str]] = defaultdict(list)
    for event_id in sorted(lives):
        by_person[recording.truth[event_id].person].append(event_id)
    assert len(lives) >= 45
    assert len(by_person) == 10
    returns = sum(
        lives[later][0].after["start_time"] - lives[earlier][-1].after["frame_time"] >= 360
        for events in by_person.values()
        for earlier, later in pairwise(events)
    )
    assert returns >= 10
    assert any(told[-1].after["entered_zones"] for told in lives.values())


def test_most_people_are_large_enough_to_be_recognised(lives: dict[str, list[Told]]) -> None:
    boxes = {
        (event_id, one.after["snapshot"]["frame_time"]): one.after["snapshot"]["box"]
        for event_id, told in lives.items()
        for one in told
    }
    heights = [box[3] - box[1] for box in boxes.values()]
    assert np.mean([90 <= height <= 200 for height in heights]) > 0.8


def test_some_people_are_in_sight_of_one_camera_together(lives: dict[str, list[Told]]) -> None:
    spans = [
        (told[0].after["camera"], told[0].after["start_time"], told[-1].after["frame_time"])
        for told in lives.values()
    ]
    together = [
        (first, second)
        for number, first in enumerate(spans)
        for second in spans[:number]
        if first[0] == second[0] and first[1] < second[2] and second[1] < first[2]
    ]
    assert together


def test_it_is_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in SITE.rglob("*") if path.is_file()) <= LARGEST
