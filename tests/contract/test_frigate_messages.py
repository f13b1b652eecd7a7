"""Every recorded message of every Frigate version is understood, and counted as it is."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.domain.tracklet import SubLabel
from reid_service.ingest.frigate_config import parse_config
from reid_service.ingest.payloads import (
    PERSON,
    Availability,
    TrackedObjectMessage,
    UpdateKind,
    parse_availability,
    parse_event,
    parse_object_update,
    parse_row,
)

TRAFFIC = {
    "frigate/mqtt/syn_v0.15.2_mqtt.jsonl.gz": {"new": 4, "update": 10, "end": 2},
    "frigate/mqtt/syn_v0.16.4_mqtt.jsonl.gz": {"new": 5, "update": 16, "end": 3},
    "frigate/mqtt/syn_v0.17.2_mqtt.jsonl.gz": {"new": 33, "update": 171, "end": 28},
    "frigate/mqtt/syn_v0.18.0-beta1_mqtt.jsonl.gz": {"new": 4, "update": 12, "end": 2},
    "recordings/house_calm/mqtt.jsonl.gz": {"new": 670, "update": 4912, "end": 670},
    "recordings/house_rough/mqtt.jsonl.gz": {"new": 428, "update": 2868, "end": 425},
    "recordings/shop_busy/mqtt.jsonl.gz": {"new": 409, "update": 2952, "end": 409},
}


def lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Topic below the prefix and payload of each recorded message."""
    if not path.is_file():
        pytest.skip(f"needs the recording {path.name} of the development data")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            message = json.loads(line)
            _, _, topic = message["topic"].partition("/")
            # Pictures are recorded without their bytes.
            yield topic, message.get("payload", "").encode()


def payload_files(shared_data: Path, start: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((shared_data / "frigate" / "payloads").glob(f"{start}*.json")):
        yield path.name, json.loads(path.read_text())["payload"]


def parsed(payload: dict[str, Any]) -> TrackedObjectMessage:
    message = parse_event(json.dumps(payload).encode())
    assert message is not None
    return message


@pytest.mark.parametrize(("name", "kinds"), TRAFFIC.items())
def test_every_person_message_of_a_recording_is_read(
    shared_data: Path, name: str, kinds: dict[str, int]
) -> None:
    counted: Counter[str] = Counter()
    for topic, payload in lines(shared_data / name):
        if topic != "events":
            continue
        sent = json.loads(payload)
        message = parse_event(payload)
        assert (message is not None) == (sent["after"]["label"] == PERSON)
        if message is not None:
            assert_equal(message, sent["after"])
            counted[message.kind] += 1
    assert counted == kinds


@pytest.mark.parametrize("name", TRAFFIC)
def test_the_availability_of_a_recording_is_read(shared_data: Path, name: str) -> None:
    words = [
        parse_availability(payload)
        for topic, payload in lines(shared_data / name)
        if topic == "available"
    ]
    assert Availability.ONLINE in words


def assert_equal(message: TrackedObjectMessage, sent: dict[str, Any]) -> None:
    """The message says what was sent."""
    assert message.event_id == sent["id"]
    assert message.camera == sent["camera"]
    assert message.frame_time_s == sent["frame_time"]
    assert message.start_time_s == sent["start_time"]
    assert message.end_time_s == sent["end_time"]
    assert message.box == PixelBox(*sent["box"])
    assert message.entered_zones == tuple(sent["entered_zones"])
    assert message.current_zones == tuple(sent["current_zones"])
    assert message.has_snapshot == sent["has_snapshot"]
    assert message.position_changes == sent["position_changes"]
    assert message.max_severity == sent.get("max_severity")
    path = [[[point.x, point.y], point.time_s] for point in message.path]
    assert path == sent.get("path_data", [])
    if sent["snapshot"] is None:
        assert message.snapshot is None
    else:
        assert message.snapshot is not None
        assert message.snapshot.frame_time_s == sent["snapshot"]["frame_time"]
        assert message.snapshot.box == PixelBox(*sent["snapshot"]["box"])
    label = sent["sub_label"]
    assert message.sub_label == (SubLabel(*label) if label and label[0] else None)


def test_every_recorded_payload_file_is_read(shared_data: Path) -> None:
    found = list(payload_files(shared_data, "events_"))
    assert len(found) >= 9
    for name, payload in found:
        message = parsed(payload)
        assert message.kind == name.split("_")[1]
        assert_equal(message, payload["after"])


def test_a_label_set_by_us_and_one_without_score_are_read(shared_data: Path) -> None:
    labels = [parsed(each).sub_label for _, each in payload_files(shared_data, "events_update_")]
    assert SubLabel("person_0007", 0.91) in labels
    assert SubLabel("nicole", None) in labels


def test_faces_and_classes_of_the_documentation_are_read(shared_data: Path) -> None:
    updates = [
        parse_object_update(json.dumps(each).encode())
        for _, each in payload_files(shared_data, "tracked_object_update_")
    ]
    found = {each.kind: each.text for each in updates if each is not None}
    assert found == {UpdateKind.FACE: "John", UpdateKind.CLASSIFICATION: "delivery_person"}


def test_a_row_of_a_user_is_read(shared_data: Path) -> None:
    ((_, payload),) = payload_files(shared_data, "http_event_")
    row = parse_row(json.dumps(payload).encode())
    assert row.is_person
    assert row.zones == ("entre",)
    assert row.box is not None
    # The user's camera has 1920 x 1080 pixels.
    assert row.box.to_pixels(FrameSize(1920, 1080)) == PixelBox(283, 196, 553, 550)


@pytest.mark.parametrize("name", ["house_calm", "house_rough", "shop_busy"])
def test_the_configuration_of_a_recording_is_read(shared_data: Path, name: str) -> None:
    path = shared_data / "recordings" / name / "frigate_config.json"
    if not path.is_file():
        pytest.skip(f"needs the recording {name} of the development data")
    sent = json.loads(path.read_text())
    config = parse_config(path.read_bytes())
    assert config.topic_prefix == sent["mqtt"]["topic_prefix"]
    assert set(config.cameras) == set(sent["cameras"])
    for camera, each in sent["cameras"].items():
        size = FrameSize(each["detect"]["width"], each["detect"]["height"])
        assert config.frame_size(camera) == size
