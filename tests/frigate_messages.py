"""Messages as Frigate 0.17 and 0.18 send them, made by hand."""

from __future__ import annotations

import json
from typing import Any

EVENT_ID = "1789110024.883713-gvgjx4"
START_S = 1789110024.883713


def after(**changes: Any) -> dict[str, Any]:
    """The object in a message on `events`; `changes` replace or add keys."""
    return {
        "id": EVENT_ID,
        "camera": "front_door",
        "frame_time": START_S + 4.0,
        "snapshot": {
            "frame_time": START_S + 2.0,
            "box": [100, 50, 180, 290],
            "area": 19200,
            "region": [-10, 0, 640, 650],
            "score": 0.91,
            "attributes": [],
            "path_data": [],
        },
        "label": "person",
        "sub_label": None,
        "top_score": 0.93,
        "false_positive": False,
        "start_time": START_S,
        "end_time": None,
        "score": 0.9,
        "box": [110, 50, 190, 290],
        "area": 19200,
        "ratio": 0.333,
        "region": [0, 0, 640, 640],
        "active": True,
        "stationary": False,
        "motionless_count": 0,
        "position_changes": 2,
        "current_zones": ["porch"],
        "entered_zones": ["lawn", "porch"],
        "has_clip": True,
        "has_snapshot": True,
        "attributes": {},
        "current_attributes": [],
        "pending_loitering": False,
        "max_severity": "alert",
        "current_estimated_speed": 0,
        "velocity_angle": 0,
        "path_data": [[[0.2, 0.8], START_S], [[0.25, 0.81], START_S + 4.0]],
        "score_history": [0.9, 0.91],
        "computed_score": 0.93,
        "snapshot_clean": True,
    } | changes


def event(kind: str = "update", **changes: Any) -> bytes:
    """A message on `events`."""
    state = after(**changes)
    return json.dumps({"type": kind, "before": state, "after": state}).encode()


def row(**changes: Any) -> dict[str, Any]:
    """An event of the HTTP API of 0.18."""
    return {
        "id": EVENT_ID,
        "label": "person",
        "sub_label": None,
        "camera": "front_door",
        "start_time": START_S,
        "end_time": START_S + 9.0,
        "false_positive": None,
        "zones": ["lawn"],
        "has_clip": True,
        "has_snapshot": True,
        "retain_indefinitely": False,
        "plus_id": None,
        "box": None,
        "score": None,
        "top_score": None,
        "data": {
            "type": "object",
            "box": [0.25, 0.5, 0.125, 0.25],
            "region": [0.0, 0.0, 1.0, 1.0],
            "score": 0.9,
            "top_score": 0.95,
            "attributes": [],
            "max_severity": "alert",
            "path_data": [[[0.2, 0.8], START_S]],
            "snapshot_frame_time": START_S + 2.0,
        },
    } | changes
