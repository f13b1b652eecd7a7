"""What is read from Frigate's messages, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reid_service.domain.boxes import FractionBox, PixelBox
from reid_service.domain.tracklet import PathPoint, SubLabel
from reid_service.ingest.checks import MAX_BYTES, MAX_PATH_POINTS, MAX_TEXT
from reid_service.ingest.payloads import (
    Availability,
    EventRow,
    LiveObject,
    MessageKind,
    ObjectUpdate,
    PayloadRejected,
    RejectReason,
    Severity,
    Snapshot,
    TrackedObjectMessage,
    UpdateKind,
    parse_availability,
    parse_camera_activity,
    parse_event,
    parse_object_update,
    parse_row,
)
from tests.frigate_messages import EVENT_ID, START_S, after, event, row


def parsed(**changes: Any) -> TrackedObjectMessage:
    message = parse_event(event(**changes))
    assert message is not None
    return message


def parsed_row(**changes: Any) -> EventRow:
    return parse_row(json.dumps(row(**changes)).encode())


def test_a_message_is_read_whole() -> None:
    assert parsed(kind="end", end_time=START_S + 9.0) == TrackedObjectMessage(
        kind=MessageKind.END,
        event_id=EVENT_ID,
        camera="front_door",
        label="person",
        frame_time_s=START_S + 4.0,
        start_time_s=START_S,
        end_time_s=START_S + 9.0,
        false_positive=False,
        box=PixelBox(110, 50, 190, 290),
        snapshot=Snapshot(START_S + 2.0, PixelBox(100, 50, 180, 290), 0.91, 19200),
        sub_label=None,
        current_zones=("porch",),
        entered_zones=("lawn", "porch"),
        path=(PathPoint(0.2, 0.8, START_S), PathPoint(0.25, 0.81, START_S + 4.0)),
        stationary=False,
        active=True,
        has_snapshot=True,
        has_clip=True,
        top_score=0.93,
        position_changes=2,
        max_severity=Severity.ALERT,
    )


def test_a_message_of_0_15_has_no_path() -> None:
    state = after()
    del state["path_data"]
    message = parse_event(json.dumps({"type": "new", "before": state, "after": state}).encode())
    assert message is not None
    assert message.path == ()
    assert message.kind is MessageKind.NEW


def test_before_may_be_anything() -> None:
    payload = json.dumps({"type": "new", "before": 7, "after": after()}).encode()
    assert parse_event(payload) is not None


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (None, None),
        (["Anna", 0.91], SubLabel("Anna", 0.91)),
        (["Anna", 1], SubLabel("Anna", 1.0)),
        (["Anna", None], SubLabel("Anna", None)),
        ([None, None], None),  # cleared, since 0.16
        ("", None),  # cleared, 0.15
        ("Anna", SubLabel("Anna", None)),
        (["", 0.5], None),
        ([" An\x00na\n", 0.5], SubLabel("Anna", 0.5)),
    ],
)
def test_every_form_of_a_sub_label_is_understood(wire: object, expected: SubLabel | None) -> None:
    assert parsed(sub_label=wire).sub_label == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"label": "car"},
        {"label": "car", "frame_time": "soon"},  # not our business, whatever else it says
        {"label": "car", "sub_label": {"plate": 1}},
    ],
)
def test_other_labels_are_ignored(changes: dict[str, Any]) -> None:
    assert parse_event(event(**changes)) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "../../etc/passwd-a"}, RejectReason.BAD_ID),
        ({"id": "1789110024.883713-gvgjx4\n"}, RejectReason.BAD_ID),
        ({"id": "1789110024.883713-" + "a" * 60}, RejectReason.BAD_ID),
        ({"camera": "front/door"}, RejectReason.BAD_ID),
        ({"camera": ""}, RejectReason.BAD_ID),
        ({"frame_time": -1.0}, RejectReason.BAD_NUMBER),
        ({"start_time": 0}, RejectReason.BAD_NUMBER),
        ({"start_time": 1e300}, RejectReason.BAD_NUMBER),
        ({"frame_time": float("nan")}, RejectReason.BAD_NUMBER),
        ({"frame_time": float("inf")}, RejectReason.BAD_NUMBER),
        ({"top_score": 1.5}, RejectReason.BAD_NUMBER),
        ({"position_changes": -1}, RejectReason.BAD_NUMBER),
        ({"position_changes": 10**40}, RejectReason.BAD_NUMBER),
        ({"path_data": [[[0.1, 0.2], -5.0]]}, RejectReason.BAD_NUMBER),
        ({"sub_label": ["Anna", 7.0]}, RejectReason.BAD_NUMBER),
        ({"box": [10, 10, 5, 20]}, RejectReason.BAD_BOX),
        ({"box": [0, 0, 10**9, 20]}, RejectReason.BAD_BOX),
        ({"box": [1, 2, 3]}, RejectReason.WRONG_SHAPE),
        ({"frame_time": "now"}, RejectReason.WRONG_SHAPE),
        ({"sub_label": ["a", "b", "c"]}, RejectReason.WRONG_SHAPE),
        ({"kind": "start"}, RejectReason.WRONG_SHAPE),
        ({"sub_label": ["x" * (MAX_TEXT + 1), 0.5]}, RejectReason.TOO_LARGE),
        ({"current_zones": ["x" * (MAX_TEXT + 1)]}, RejectReason.TOO_LARGE),
        ({"frame_time": START_S - 1.0}, RejectReason.WRONG_ORDER),
        ({"end_time": START_S - 1.0}, RejectReason.WRONG_ORDER),
    ],
)
def test_a_malformed_message_is_rejected(changes: dict[str, Any], reason: RejectReason) -> None:
    with pytest.raises(PayloadRejected) as caught:
        parse_event(event(**changes))
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", RejectReason.NOT_JSON),
        (b"online", RejectReason.NOT_JSON),
        (b"\xff\xfe", RejectReason.NOT_JSON),
        (b'{"type": "new", "after": {"id": "\xff"}}', RejectReason.NOT_JSON),
        (event()[:200], RejectReason.NOT_JSON),
        (b"null", RejectReason.WRONG_SHAPE),
        (b"[]", RejectReason.WRONG_SHAPE),
        (b'{"type": "new"}', RejectReason.WRONG_SHAPE),
        (b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}", RejectReason.WRONG_SHAPE),
        (event(frame_time=1).replace(b'"frame_time": 1,', b'"frame_time": 1e999,'), "bad_number"),
        (b" " * (MAX_BYTES + 1), RejectReason.TOO_LARGE),
    ],
)
def test_bytes_that_are_no_message_are_rejected(payload: bytes, reason: RejectReason) -> None:
    with pytest.raises(PayloadRejected) as caught:
        parse_event(payload)
    assert caught.value.reason == reason


def test_a_rejection_does_not_repeat_the_content() -> None:
    with pytest.raises(PayloadRejected) as caught:
        parse_event(event(sub_label={"secret name": 1}))
    assert "secret" not in str(caught.value)


def test_long_lists_keep_their_useful_end() -> None:
    points = [[[0.5, 0.5], START_S + i] for i in range(MAX_PATH_POINTS + 50)]
    message = parsed(path_data=points, entered_zones=[f"z{i}" for i in range(500)])
    assert len(message.path) == MAX_PATH_POINTS
    assert message.path[-1].time_s == points[-1][1]
    assert len(message.entered_zones) == 100
    assert message.entered_zones[0] == "z0"


def test_feet_beyond_the_edge_are_put_on_it() -> None:
    assert parsed(path_data=[[[1.02, -0.01], START_S]]).path == (PathPoint(1.0, 0.0, START_S),)


def test_a_box_may_be_empty_or_partly_outside() -> None:
    assert parsed(box=[-5, 10, -5, 20]).box == PixelBox(-5, 10, -5, 20)


def test_a_severity_of_a_later_version_is_unknown() -> None:
    assert parsed(max_severity="motion").max_severity is None


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        (
            {"type": "face", "id": EVENT_ID, "name": "Anna", "score": 0.95, "camera": "a"},
            ObjectUpdate(UpdateKind.FACE, EVENT_ID, "a", None, "Anna", 0.95, None),
        ),
        (
            {"type": "face", "id": EVENT_ID, "name": "unknown", "score": 0.2, "timestamp": 5.0},
            ObjectUpdate(UpdateKind.FACE, EVENT_ID, None, 5.0, None, 0.2, None),
        ),
        (
            {"type": "face", "id": EVENT_ID, "name": None, "score": 0},
            ObjectUpdate(UpdateKind.FACE, EVENT_ID, None, None, None, 0.0, None),
        ),
        (
            {"type": "description", "id": EVENT_ID, "description": "a\nman"},
            ObjectUpdate(UpdateKind.DESCRIPTION, EVENT_ID, None, None, "a\nman", None, None),
        ),
        (
            {"type": "lpr", "id": EVENT_ID, "name": None, "plate": "AB 1", "score": 0.5},
            ObjectUpdate(UpdateKind.LPR, EVENT_ID, None, None, "AB 1", 0.5, None),
        ),
        (
            {"type": "classification", "id": EVENT_ID, "model": "m", "attribute": "hat"},
            ObjectUpdate(UpdateKind.CLASSIFICATION, EVENT_ID, None, None, "hat", None, "m"),
        ),
        ({"type": "later", "score": {}}, None),
    ],
)
def test_object_updates_are_read(wire: dict[str, Any], expected: ObjectUpdate | None) -> None:
    assert parse_object_update(json.dumps(wire).encode()) == expected


def test_an_object_update_without_a_safe_id_is_rejected() -> None:
    with pytest.raises(PayloadRejected) as caught:
        parse_object_update(b'{"type": "face", "id": "a b", "name": "x", "score": 1}')
    assert caught.value.reason is RejectReason.BAD_ID


@pytest.mark.parametrize("word", list(Availability))
def test_availability_is_read(word: Availability) -> None:
    assert parse_availability(word.encode()) is word


@pytest.mark.parametrize("payload", [b"", b"\xff", b"ON", b"online" * 10_000])
def test_another_availability_is_rejected(payload: bytes) -> None:
    with pytest.raises(PayloadRejected):
        parse_availability(payload)


def test_camera_activity_names_the_persons_in_sight() -> None:
    objects = [
        {"id": EVENT_ID, "label": "person", "stationary": True, "area": 5},
        {"id": "1.0-a", "label": "car", "stationary": True},
    ]
    activity = {"front": {"motion": True, "objects": objects, "config": {}}, "back": {}}
    found = parse_camera_activity(json.dumps(activity).encode())
    assert found == (LiveObject("front", EVENT_ID, stationary=True),)


def test_a_row_is_read_whole() -> None:
    assert parsed_row() == EventRow(
        event_id=EVENT_ID,
        camera="front_door",
        label="person",
        tracked=True,
        start_time_s=START_S,
        end_time_s=START_S + 9.0,
        has_snapshot=True,
        has_clip=True,
        retained=False,
        zones=("lawn",),
        box=FractionBox(0.25, 0.5, 0.375, 0.75),
        score=0.9,
        top_score=0.95,
        snapshot_frame_time_s=START_S + 2.0,
        sub_label=None,
        description=None,
        path=(PathPoint(0.2, 0.8, START_S),),
        max_severity=Severity.ALERT,
    )


def test_a_row_has_the_score_of_its_sub_label_elsewhere() -> None:
    data = row()["data"] | {"sub_label_score": 0.8, "description": "a man"}
    found = parsed_row(sub_label="Anna", data=data)
    assert found.sub_label == SubLabel("Anna", 0.8)
    assert found.description == "a man"
    assert parsed_row(sub_label="", data=data).sub_label is None


@pytest.mark.parametrize("source", ["api", "audio"])
def test_an_event_made_by_others_is_no_tracked_person(source: str) -> None:
    assert not parsed_row(data={"type": source}).is_person
    assert parsed_row().is_person
    assert not parsed_row(label="car").is_person


def test_a_row_may_lack_data() -> None:
    found = parsed_row(data=None, zones=None, end_time=None)
    assert found.box is None
    assert found.zones == ()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": "x"}, RejectReason.BAD_ID),
        ({"end_time": START_S - 5}, RejectReason.WRONG_ORDER),
        ({"data": {"box": [0, 0, -1, 1]}}, RejectReason.BAD_BOX),
        ({"data": {"box": [9, 0, 1, 1]}}, RejectReason.BAD_BOX),
        ({"data": []}, RejectReason.WRONG_SHAPE),
    ],
)
def test_a_malformed_row_is_rejected(changes: dict[str, Any], reason: RejectReason) -> None:
    with pytest.raises(PayloadRejected) as caught:
        parsed_row(**changes)
    assert caught.value.reason is reason
