"""Who walks where and when on the demo site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np

from reid_service.recordings.format import Plan, PlanEdge
from synthetic.cameras import CAMERAS, Points
from synthetic.cast import CAST
from synthetic.geometry import Floats

START_S: Final = 1790000000.0
"""Epoch seconds at which the recording begins."""
SECONDS: Final = 1680.0
SIZE_M: Final = (28.0, 24.0)
_KEEP_RIGHT_M: Final = 0.35
_TURN_M: Final = 0.7  # corners are rounded over this length
_STEP_M: Final = 0.1


EDGES: Final = (
    PlanEdge("driveway", "entrance", 7.0),
    PlanEdge("driveway", "garden", 12.0),
    PlanEdge("garden", "terrace", 6.0),
    PlanEdge("entrance", "terrace", 22.0),  # through the house
)


@dataclass(frozen=True, slots=True)
class Trip:
    """A way through places and cameras, both ends being places.

    `pauses` are seconds that the person stands in the middle of a camera's view.
    """

    person: str
    start_s: float
    way: str
    pauses: Mapping[str, float] = field(default_factory=dict)


TRIPS: Final = (
    Trip("person_01", 12, "street driveway entrance house", {"entrance": 4}),
    Trip("person_04", 40, "street driveway garden terrace house", {"terrace": 5}),
    Trip("person_02", 75, "house entrance driveway street"),
    Trip("person_06", 91, "street driveway entrance house"),
    Trip("person_09", 150, "street driveway entrance driveway street", {"entrance": 6}),
    Trip("person_05", 190, "house terrace garden shed", {"terrace": 4}),
    Trip("person_03", 235, "street driveway garden terrace house"),
    Trip("person_10", 262, "street driveway entrance house terrace garden driveway street"),
    Trip("person_07", 330, "street driveway garden shed", {"garden": 4}),
    Trip("person_08", 372, "street driveway entrance house"),
    Trip("person_01", 455, "house terrace garden driveway street"),
    Trip("person_05", 520, "shed garden terrace house"),
    Trip("person_04", 560, "house entrance driveway street", {"driveway": 4}),
    Trip("person_06", 600, "house entrance driveway street"),
    Trip("person_02", 655, "street driveway entrance house", {"entrance": 5}),
    Trip("person_03", 705, "house terrace garden driveway street"),
    Trip("person_07", 770, "shed garden terrace house"),
    Trip("person_09", 815, "street driveway garden terrace house entrance driveway street"),
    Trip("person_08", 880, "house entrance driveway street"),
    Trip("person_10", 884, "street driveway garden terrace house", {"garden": 3}),
    Trip("person_01", 960, "street driveway entrance house"),
    Trip("person_05", 1058, "house terrace garden driveway street"),
    Trip("person_04", 1055, "street driveway garden terrace house"),
    Trip("person_06", 1120, "street driveway entrance house", {"entrance": 4}),
    Trip("person_02", 1175, "house terrace garden driveway street", {"terrace": 4}),
    Trip("person_03", 1235, "street driveway entrance house"),
    Trip("person_07", 1290, "house entrance driveway street"),
    Trip("person_08", 1330, "street driveway garden terrace house"),
    Trip("person_09", 1400, "street driveway entrance driveway street", {"entrance": 5}),
    Trip("person_10", 1450, "house entrance driveway street"),
    Trip("person_01", 1500, "house terrace garden shed"),
    Trip("person_05", 1550, "street driveway entrance house"),
    Trip("person_04", 1600, "house terrace garden driveway street"),
)


@dataclass(frozen=True, slots=True)
class Stance:
    """Where somebody is in a camera's scene; `walked_m` is the way walked, None when standing."""

    x: float
    y: float
    yaw: float
    walked_m: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Visit:
    """One walk of one person through one camera's scene.

    `path` are points (N, 2) every few centimetres and `along_m` (N,) their way from the start.
    """

    person: str
    camera: str
    start_s: float
    speed_m_s: float
    path: Floats
    along_m: Floats
    pause_at_m: float = 0.0
    pause_s: float = 0.0

    @property
    def end_s(self) -> float:
        """When the walk is over."""
        return self.start_s + float(self.along_m[-1]) / self.speed_m_s + self.pause_s

    def stance(self, time_s: float) -> Stance | None:
        """Where the person is at a time, or None before and after the walk."""
        if not self.start_s <= time_s <= self.end_s:
            return None
        elapsed = time_s - self.start_s
        before_pause = self.pause_at_m / self.speed_m_s
        paused = min(max(elapsed - before_pause, 0.0), self.pause_s)
        walked = (elapsed - paused) * self.speed_m_s
        heading = self._place(walked + 0.25) - self._place(walked - 0.25)
        place = self._place(walked)
        standing = 0.0 < paused < self.pause_s
        yaw = float(np.arctan2(heading[1], heading[0]) + np.pi / 2)
        return Stance(float(place[0]), float(place[1]), yaw, None if standing else walked)

    def _place(self, at_m: float) -> Floats:
        return np.array([np.interp(at_m, self.along_m, self.path[:, axis]) for axis in (0, 1)])


def plan() -> Plan:
    """Where the cameras hang and how long the ways between them take."""
    cameras = {name: camera.plan for name, camera in CAMERAS.items()}
    return Plan(SIZE_M, cameras, list(EDGES))


def visits(trips: Sequence[Trip], rng: np.random.Generator) -> list[Visit]:
    """All walks of all trips, in order of their start."""
    found = [visit for trip in trips for visit in _visits_of(trip, rng)]
    return sorted(found, key=lambda visit: visit.start_s)


def smoothed(points: Points) -> tuple[Floats, Floats]:
    """A polyline with rounded corners: points (N, 2) and the way along it (N,), metres."""
    corners = np.asarray(points, dtype=np.float64)
    along = _along(corners)
    samples = np.arange(0.0, float(along[-1]), _STEP_M)
    dense = np.stack([np.interp(samples, along, corners[:, axis]) for axis in (0, 1)], axis=1)
    half = round(_TURN_M / _STEP_M)
    padded = np.concatenate([np.repeat(dense[:1], half, 0), dense, np.repeat(dense[-1:], half, 0)])
    window = np.ones(2 * half + 1) / (2 * half + 1)
    path = np.stack([np.convolve(padded[:, axis], window, "valid") for axis in (0, 1)], axis=1)
    return path, _along(path)


def _visits_of(trip: Trip, rng: np.random.Generator) -> Iterator[Visit]:
    role = next(role for role in CAST if role.label == trip.person)
    nodes = trip.way.split()
    now = START_S + trip.start_s
    left: str | None = None  # the camera that saw the person last
    for origin, node, destination in zip(nodes, nodes[1:], nodes[2:], strict=False):
        if node not in CAMERAS:
            continue
        speed = role.speed_m_s * float(rng.uniform(0.93, 1.07))
        if left is not None:
            now += _transit_s(left, node, speed, rng)
        way = CAMERAS[node].way(origin, destination) if origin != destination else ()
        path, along = smoothed(_shifted(way or _there_and_back(node, origin), rng))
        pause = trip.pauses.get(node, 0.0)
        at = float(along[-1]) * float(rng.uniform(0.45, 0.6))
        visit = Visit(trip.person, node, now, speed, path, along, at, pause)
        yield visit
        now, left = visit.end_s, node


def _there_and_back(camera: str, origin: str) -> Points:
    """To the far end of the way that begins at `origin`, and back a step beside it."""
    way = next(
        CAMERAS[camera].way(origin, other)
        for pair in CAMERAS[camera].walks
        for other in pair
        if origin in pair and other != origin
    )
    back = tuple((x + 0.2, y - 0.5) for x, y in reversed(way[:-1]))
    return (*way, *back)


def _shifted(way: Points, rng: np.random.Generator) -> Points:
    """The way moved to the walker's right, so that people who meet do not collide."""
    corners = np.asarray(way, dtype=np.float64)
    headings = np.gradient(corners, axis=0)
    headings /= np.maximum(np.linalg.norm(headings, axis=1, keepdims=True), 1e-9)
    right = np.stack([headings[:, 1], -headings[:, 0]], axis=1)
    moved = corners + right * (_KEEP_RIGHT_M + float(rng.uniform(-0.15, 0.25)))
    return tuple((float(x), float(y)) for x, y in moved)


def _transit_s(left: str, entered: str, speed: float, rng: np.random.Generator) -> float:
    edge = next(edge for edge in EDGES if {edge.a, edge.b} == {left, entered})
    return edge.walk_s * (1.25 / speed) * float(np.exp(rng.normal(0.0, 0.12)))


def _along(points: Floats) -> Floats:
    steps = np.array([float(np.hypot(*(b - a))) for a, b in pairwise(points)])
    return np.concatenate([[0.0], np.cumsum(steps)])
