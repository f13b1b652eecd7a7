"""Life of a tracked object as Frigate's messages tell it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from synthetic.frigate_traffic import (
    CameraFacts,
    Detection,
    TrackedObject,
    inside,
    is_better,
    region_of,
)

CAMERA = CameraFacts(
    "gate", 640, 360, {"forecourt": ((0.4, 0.4), (0.8, 0.4), (0.8, 1.0), (0.4, 1.0))}
)
BEGUN_S = 1790000000.123457


def _walk(steps: int, *, x_step: int = 14, growth: int = 0, score: float = 0.85) -> list[Detection]:
    """A person of 40x120 px who moves `x_step` pixels a frame, five frames a second."""
    return [
        Detection(
            round(BEGUN_S + step * 0.2, 6),
            (
                60 + x_step * step,
                120 - growth * step,
                100 + (x_step + growth // 3) * step,
                240 + growth * step,
            ),
            score,
        )
        for step in range(steps)
    ]


def _tracked(walk: list[Detection]) -> TrackedObject:
    tracked = TrackedObject(f"{BEGUN_S:.6f}-abc123", CAMERA, walk[0])
    for seen in walk[1:]:
        tracked.observe(seen, 0.07)
    return tracked


def _payloads(tracked: TrackedObject) -> list[dict[str, Any]]:
    return [json.loads(message.payload) for message in tracked.messages]


def test_nobody_hears_of_an_object_before_its_third_detection() -> None:
    assert not _tracked(_walk(2)).published
    assert _tracked(_walk(3)).published


def test_a_doubtful_object_is_never_published() -> None:
    assert not _tracked(_walk(20, score=0.6)).published


def test_new_tells_of_a_birth_without_a_snapshot() -> None:
    (payload, *_) = _payloads(_tracked(_walk(10)))
    assert payload["type"] == "new"
    assert payload["before"]["snapshot"] is None
    assert payload["before"]["false_positive"] is True
    assert payload["after"]["false_positive"] is False
    assert payload["after"]["frame_time"] - payload["after"]["start_time"] == pytest.approx(0.4)


def test_somebody_who_stands_has_no_snapshot_until_the_first_step() -> None:
    standing = _walk(8, x_step=0)
    walking = [
        Detection(seen.time_s + 1.6, (seen.box[0], *seen.box[1:]), seen.score) for seen in _walk(8)
    ]
    payloads = _payloads(_tracked(standing + walking))
    for payload in payloads:
        moved = payload["after"]["position_changes"] > 0
        assert payload["after"]["has_snapshot"] is moved
    assert payloads[0]["after"]["has_snapshot"] is False
    assert payloads[-1]["after"]["has_snapshot"] is True


def test_before_is_the_after_of_the_message_before() -> None:
    tracked = _tracked(_walk(30))
    tracked.finish(BEGUN_S + 11.0, 0.01)
    payloads = _payloads(tracked)
    for earlier, later in pairwise(payloads):
        assert later["before"] == earlier["after"]


def test_an_update_comes_with_every_point_of_the_path() -> None:
    payloads = _payloads(_tracked(_walk(30)))
    points = [len(payload["after"]["path_data"]) for payload in payloads]
    assert points == sorted(points)
    assert points[-1] >= 10
    assert payloads[-1]["type"] == "update"


def test_somebody_who_comes_nearer_gets_better_snapshots() -> None:
    tracked = _tracked(_walk(20, x_step=8, growth=4))
    areas = [payload["after"]["snapshot"]["area"] for payload in _payloads(tracked)]
    assert areas == sorted(areas)
    assert len(tracked.told_snapshots()) > 3


def test_somebody_who_goes_away_keeps_the_first_snapshot() -> None:
    away = list(reversed(_walk(20, x_step=8, growth=4)))
    walk = [Detection(BEGUN_S + k * 0.2, seen.box, seen.score) for k, seen in enumerate(away)]
    assert _tracked(walk).told_snapshots() == (BEGUN_S,)


def test_the_end_keeps_the_last_sight_and_adds_the_end_time() -> None:
    walk = _walk(20)
    tracked = _tracked(walk)
    tracked.finish(walk[-1].time_s + 5.2, 0.01)
    last = _payloads(tracked)[-1]
    assert last["type"] == "end"
    assert last["after"]["end_time"] == walk[-1].time_s + 5.2
    assert last["after"]["frame_time"] == walk[-1].time_s
    assert last["before"]["end_time"] is None
    assert tracked.messages[-1].t == pytest.approx(walk[-1].time_s + 5.21)


def test_a_zone_is_entered_after_three_frames_and_left_again() -> None:
    payloads = _payloads(_tracked(_walk(36)))
    zones = [payload["after"]["current_zones"] for payload in payloads]
    assert zones[0] == []
    assert ["forecourt"] in zones
    assert zones[-1] == []
    assert payloads[-1]["after"]["entered_zones"] == ["forecourt"]


def test_a_long_stand_makes_the_object_stationary_and_says_so_every_minute() -> None:
    still = [Detection(BEGUN_S + k * 0.2, (300, 100, 340, 220), 0.85) for k in range(700)]
    payloads = _payloads(_tracked(still))
    assert payloads[-1]["after"]["stationary"] is True
    assert payloads[-1]["after"]["active"] is False
    repeated = [payload["after"]["frame_time"] for payload in payloads][-2:]
    assert 60 <= repeated[1] - repeated[0] < 61


def test_a_person_newly_cut_by_the_edge_is_no_better() -> None:
    whole = Detection(0.0, (10, 10, 30, 60), 0.8)
    assert not is_better(Detection(1.0, (0, 10, 90, 60), 0.9), whole, 640, 360)
    assert is_better(Detection(1.0, (10, 10, 30, 60), 0.86), whole, 640, 360)
    assert not is_better(Detection(1.0, (10, 10, 31, 60), 0.84), whole, 640, 360)


@pytest.mark.parametrize(
    "box",
    [
        (0, 100, 40, 220),  # at the left edge
        (600, 100, 639, 220),  # at the right edge
        (300, 10, 400, 355),  # taller than a plain region
    ],
)
def test_the_region_is_a_square_that_holds_the_box(box: tuple[int, int, int, int]) -> None:
    x_min, y_min, x_max, y_max = region_of(box, 640, 360)
    assert x_max - x_min == y_max - y_min >= 320
    assert x_min <= box[0]
    assert x_max >= box[2]
    assert y_min <= box[1]
    assert y_max >= box[3]


def test_a_point_outside_a_hollow_is_outside() -> None:
    corner = ((0.0, 0.0), (1.0, 0.0), (1.0, 0.2), (0.2, 0.2), (0.2, 1.0), (0.0, 1.0))
    assert inside((0.1, 0.9), corner)
    assert not inside((0.6, 0.6), corner)


def test_the_payload_has_the_fields_of_a_real_one(shared_data: Path) -> None:
    path = shared_data / "frigate" / "payloads" / "events_update_0.17.2.json"
    real = json.loads(path.read_text())["payload"]
    ours = _payloads(_tracked(_walk(30)))[-1]
    assert list(ours["after"]) == list(real["after"])
    assert list(ours["after"]["snapshot"]) == list(real["after"]["snapshot"])
    assert {
        name: type(value) for name, value in ours["after"].items() if name != "current_zones"
    } == {name: type(value) for name, value in real["after"].items() if name != "current_zones"}
