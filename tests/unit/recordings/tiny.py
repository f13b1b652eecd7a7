"""A tiny recording made by code: noise instead of people, two cameras, three objects."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from reid_service.recordings.format import (
    Message,
    Plan,
    PlanCamera,
    PlanEdge,
    Recording,
    RecordingWriter,
    TruePerson,
)
from reid_service.recordings.pictures import encode

START_S = 1_789_110_000.0
WIDTH, HEIGHT = 160, 120
WALKER = "1789110001.500000-walker"
VISITOR = "1789110002.000000-visito"
STILL = "1789110003.000000-still0"
BOX = [40, 20, 80, 100]

Frames = dict[tuple[str, float], bytes]


def noise(seed: int) -> bytes:
    """A WEBP picture unlike any of another seed."""
    pixels = np.random.default_rng(seed).integers(0, 255, (HEIGHT, WIDTH, 3), dtype=np.uint8)
    return encode(pixels, "webp", 80)


def tracked(
    event_id: str, camera: str, time_s: float, frame_time_s: float | None
) -> dict[str, Any]:
    """`after` of a message; without a snapshot when there is no frame time."""
    snapshot = None
    if frame_time_s is not None:
        snapshot = {"frame_time": frame_time_s, "box": BOX, "region": [0, 0, 120, 120]}
        snapshot |= {"area": 3200, "score": 0.8}
    return {
        "id": event_id,
        "camera": camera,
        "label": "person",
        "frame_time": time_s,
        "start_time": float(event_id.partition("-")[0]),
        "end_time": None,
        "snapshot": snapshot,
        "sub_label": None,
        "top_score": 0.9,
        "false_positive": False,
        "box": BOX,
        "has_clip": True,
        "has_snapshot": True,
        "entered_zones": ["porch"] if camera == "door" else [],
        "path_data": [[[0.5, 0.8], time_s]],
    }


def event(kind: str, time_s: float, after: dict[str, Any], **changes: Any) -> Message:
    """A message of frigate/events."""
    payload = {"type": kind, "before": None, "after": after | changes}
    return Message(time_s, "frigate/events", 0, False, json.dumps(payload))


def walk(event_id: str, camera: str, first_s: float, frames: int) -> Iterator[Message]:
    """An object that shows a better picture with each message: new, updates, end."""
    for index in range(frames):
        kind = "new" if index == 0 else "update"
        time_s = first_s + index
        shown = tracked(event_id, camera, time_s, round(time_s - 0.1, 6))
        # A person who has only just appeared has not moved, so Frigate would keep nothing yet.
        yield event(kind, time_s, shown, has_snapshot=index > 0, has_clip=index > 0)
    last = tracked(event_id, camera, time_s, round(time_s - 0.1, 6))
    yield event("end", time_s + 5, last, end_time=time_s + 5)


def tiny_messages() -> list[Message]:
    """What the tiny site publishes, in order."""
    face = {"type": "face", "id": WALKER, "name": "Ada", "score": 0.95, "camera": "gate"}
    review = {"id": WALKER, "camera": "gate", "start_time": START_S + 1, "end_time": None}
    review |= {"thumb_path": "/media/gate.webp", "data": {"detections": [WALKER], "zones": []}}
    stats = {"cameras": {"gate": {"camera_fps": 5.0}}, "service": {"version": "0.17.2"}}
    still = tracked(STILL, "door", START_S + 3.5, None)
    messages = [
        Message(START_S, "frigate/available", 0, True, "online"),
        *walk(WALKER, "gate", START_S + 2, 3),
        *walk(VISITOR, "door", START_S + 2.5, 2),
        event("new", START_S + 3.5, still, has_snapshot=False, has_clip=False),
        _json("tracked_object_update", START_S + 4.5, face | {"timestamp": START_S + 4.4}),
        _json("reviews", START_S + 5.5, {"type": "new", "before": review, "after": review}),
        _json("stats", START_S + 6, stats),
    ]
    return sorted(messages, key=lambda message: message.t)


def _json(kind: str, time_s: float, payload: dict[str, Any]) -> Message:
    return Message(time_s, f"frigate/{kind}", 0, False, json.dumps(payload))


def tiny_frames() -> Frames:
    """The picture of every frame that a message of the tiny site shows."""
    frames: Frames = {}
    for message in tiny_messages():
        if message.topic == "frigate/events":
            after = json.loads(message.payload)["after"]
            if after["snapshot"]:
                key = (after["id"], after["snapshot"]["frame_time"])
                frames.setdefault(key, noise(len(frames)))
    return frames


def tiny_config(version: str = "0.17.2") -> dict[str, Any]:
    """GET /api/config of the tiny site."""
    camera = {
        "enabled": True,
        "detect": {"width": WIDTH, "height": HEIGHT, "fps": 5},
        "snapshots": {"enabled": True, "clean_copy": True},
        "zones": {},
        "onvif": {},
    }
    porch = {"porch": {"coordinates": "0,0,1,0,1,1", "objects": []}}
    return {
        "version": version,
        "mqtt": {"topic_prefix": "frigate"},
        "cameras": {"gate": camera, "door": camera | {"zones": porch}},
    }


def write_tiny(folder: Path, version: str = "0.17.2") -> Recording:
    """Write the tiny recording and open it."""
    plan = Plan((10, 8), {"gate": PlanCamera(1, 2, 90)}, [PlanEdge("gate", "door", 7)])
    with RecordingWriter(
        folder,
        frigate_version=version,
        topic_prefix="frigate",
        config=tiny_config(version),
        plan=plan,
    ) as writer:
        for message in tiny_messages():
            writer.write(message)
        for (event_id, frame_time_s), webp in tiny_frames().items():
            writer.write_frame(event_id, frame_time_s, webp)
        writer.write_truth({WALKER: TruePerson("a", "gate")})
    return Recording.open(folder)


def wait_until(condition: Callable[[], bool], timeout_s: float = 30.0) -> None:
    """Wait for what another thread is about to bring about."""
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline_s, "it did not happen"
        time.sleep(0.005)
