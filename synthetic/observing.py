"""What a detector sees of people who walk through a view: boxes, hidden parts, scores."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from synthetic.cameras import Camera
from synthetic.frigate_traffic import FPS, CameraFacts, Detection
from synthetic.geometry import Box, Floats
from synthetic.site import START_S, Stance, Visit

Outline: TypeAlias = Callable[[str, Stance], Floats]
"""Scene points (N, 3) on the surface of a person (by label) in a stance."""

LEAST_SEEN: Final = 0.4  # share of a person's box inside the frame, and not hidden
LEAST_HEIGHT_PX: Final = 55
MISSED: Final = 0.03  # share of frames in which the detector overlooks a person
LOST_AFTER_S: Final = 5.0  # Frigate's max_disappeared
_BOX_NOISE: Final = 0.008  # of the box's height, each edge
_CLOCK_JITTER_S: Final = 0.012


@dataclass(frozen=True, slots=True)
class Track:
    """Detections of one visit without a gap that would make Frigate give up."""

    visit: Visit
    detections: tuple[Detection, ...]


def facts_of(camera: Camera) -> CameraFacts:
    """What Frigate knows of a camera: its zones are on the picture, not on the ground."""
    view = camera.view
    zones = {}
    for name, corners in camera.zones.items():
        ground = np.array([[x, y, 0.0] for x, y in corners])
        fractions = view.project(ground)[0] / np.array([view.width, view.height])
        zones[name] = [(round(float(x), 4), round(float(y), 4)) for x, y in fractions.clip(0, 1)]
    return CameraFacts(camera.name, view.width, view.height, zones)


def frame_times(seconds: float, rng: np.random.Generator) -> Floats:
    """Epoch seconds (N,) of a camera's frames, shared by all that it sees.

    The last of six decimals is never 0, so that a number and its text with six decimals agree.
    """
    count = int(seconds * FPS)
    even = START_S + rng.uniform(0, 1 / FPS) + np.arange(count) / FPS
    jittered = even + rng.uniform(-_CLOCK_JITTER_S, _CLOCK_JITTER_S, count)
    micros = np.floor(jittered * 1e5).astype(np.int64) * 10 + rng.integers(1, 10, count)
    return np.array([float(f"{micro // 10**6}.{micro % 10**6:06d}") for micro in micros])


def tracks(
    camera: Camera,
    visits: Sequence[Visit],
    times_s: Floats,
    outline: Outline,
    rng: np.random.Generator,
) -> list[Track]:
    """All tracks on one camera, in order of their first detection."""
    seen: dict[int, list[Detection]] = {}
    for time_s in times_s:
        present = _present(camera, visits, float(time_s), outline)
        for number in present:
            detection = _detection(camera, present, number, float(time_s), rng)
            if detection is not None:
                seen.setdefault(number, []).append(detection)
    found = [
        Track(visits[number], part)
        for number, detections in seen.items()
        for part in _unbroken(detections)
    ]
    return sorted(found, key=lambda track: track.detections[0].time_s)


def _present(
    camera: Camera, visits: Sequence[Visit], time_s: float, outline: Outline
) -> dict[int, tuple[Box, float]]:
    """Box and distance of everybody in the scene, by number of the visit."""
    present: dict[int, tuple[Box, float]] = {}
    for number, visit in enumerate(visits):
        stance = visit.stance(time_s)
        if stance is None:
            continue
        box = camera.view.box_of(outline(visit.person, stance))
        if box is not None:
            present[number] = (box, float(np.hypot(stance.x, stance.y)))
    return present


def _detection(
    camera: Camera,
    present: Mapping[int, tuple[Box, float]],
    number: int,
    time_s: float,
    rng: np.random.Generator,
) -> Detection | None:
    box, distance = present[number]
    inside = box.intersection(camera.view.frame())
    hidden = max(
        (
            inside.covered_by(other)
            for key, (other, other_distance) in present.items()
            if key != number and other_distance < distance
        ),
        default=0.0,
    )
    clear = (inside.area / box.area) * (1 - hidden)
    edges = rng.normal(0.0, _BOX_NOISE * inside.height, 4)
    luck = float(rng.normal(0.0, 0.03))
    if clear < LEAST_SEEN or inside.height < LEAST_HEIGHT_PX or rng.random() < MISSED:
        return None
    noisy = Box(
        inside.x_min + edges[0], inside.y_min + edges[1],
        inside.x_max + edges[2], inside.y_max + edges[3],
    )  # fmt: skip
    size = min(1.0, inside.height / 140)
    score = float(np.clip(0.55 + 0.22 * clear + 0.15 * size + luck, 0.5, 0.96))
    return Detection(time_s, noisy.rounded(camera.view.width, camera.view.height), round(score, 4))


def _unbroken(detections: Sequence[Detection]) -> list[tuple[Detection, ...]]:
    parts: list[list[Detection]] = [[]]
    for detection in detections:
        if parts[-1] and detection.time_s - parts[-1][-1].time_s > LOST_AFTER_S:
            parts.append([])
        parts[-1].append(detection)
    return [tuple(part) for part in parts]
