"""Puts it all together: the recording that the project ships."""

from __future__ import annotations

import itertools
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from reid_service.recordings.format import Message, RecordingWriter, TruePerson
from synthetic import site
from synthetic.body import BodyModel
from synthetic.cameras import CAMERAS, Camera
from synthetic.cast import CAST
from synthetic.frigate_traffic import TOPIC_PREFIX, VERSION, CameraFacts, TrackedObject
from synthetic.geometry import Floats
from synthetic.observing import LOST_AFTER_S, Track, facts_of, frame_times, tracks
from synthetic.person import Person
from synthetic.recording import frigate_config, webp
from synthetic.renderer import Placed, Renderer
from synthetic.scenery import backdrop, developed
from synthetic.site import Stance, Visit

_ID_LETTERS: Final = string.ascii_lowercase + string.digits
_SOURCE: Final = (
    "rendered by this project (python -m synthetic): bodies from MakeHuman's CC0 assets; clothes, "
    "scenery and traffic are generated; nobody in it exists"
)


@dataclass(frozen=True, slots=True)
class Event:
    """One tracked object and whom it shows."""

    tracked: TrackedObject
    person: str
    camera: str


class DemoSite:
    """The people and walks of the site; the same seed makes the same recording."""

    def __init__(self, seed: int) -> None:
        model = BodyModel()
        self._seed = seed
        self._people = {
            role.label: Person(model, role.phenotype, role.outfit, role.manner) for role in CAST
        }
        self._random = np.random.default_rng(seed)
        self._walks = site.visits(site.TRIPS, self._random)
        self._facts = {name: facts_of(camera) for name, camera in CAMERAS.items()}

    def record(self, folder: Path) -> str:
        """Writes the recording into a new `folder`; answers its figures in a line.

        Raises RecordingError when the folder holds something.
        """
        writer = RecordingWriter(
            folder,
            frigate_version=VERSION,
            topic_prefix=TOPIC_PREFIX,
            config=frigate_config(self._facts.values()),
            name="demo_site",
            source=_SOURCE,
            licence="CC0-1.0",
            plan=site.plan(),
        )
        frames = 0
        events: list[Event] = []
        for camera in CAMERAS.values():
            seen = self._events(camera)
            frames += self._render(writer, camera, seen)
            events += seen
        online = Message(site.START_S, f"{TOPIC_PREFIX}/available", 0, True, "online")
        told = itertools.chain.from_iterable(event.tracked.messages for event in events)
        for message in sorted([online, *told], key=lambda message: message.t):
            writer.write(message)
        events.sort(key=lambda event: event.tracked.event_id)
        writer.write_truth({e.tracked.event_id: TruePerson(e.person, e.camera) for e in events})
        writer.close(start_s=site.START_S, seconds=site.SECONDS)
        return f"{len(events)} tracked objects of {len(self._people)} people, {frames} frames"

    def _events(self, camera: Camera) -> list[Event]:
        times = frame_times(site.SECONDS, self._random)
        seen = tracks(camera, self._walks_on(camera), times, self._outline, self._random)
        told = (_tracked(self._facts[camera.name], track, self._random) for track in seen)
        return [
            Event(tracked, track.visit.person, camera.name)
            for tracked, track in zip(told, seen, strict=True)
            if tracked.published
        ]

    def _walks_on(self, camera: Camera) -> list[Visit]:
        return [walk for walk in self._walks if walk.camera == camera.name]

    def _outline(self, label: str, stance: Stance) -> Floats:
        person = self._people[label]
        return person.points(_phase(person, stance), stance.x, stance.y, stance.yaw)

    def _render(self, writer: RecordingWriter, camera: Camera, events: Iterable[Event]) -> int:
        """Draws the frames of all snapshots of one camera; answers how many."""
        wanted: dict[float, list[str]] = {}
        for event in events:
            for time_s in event.tracked.told_snapshots():
                wanted.setdefault(time_s, []).append(event.tracked.event_id)
        noise = np.random.default_rng([self._seed, camera.scene.seed])
        walks = self._walks_on(camera)
        with Renderer(camera.view.width, camera.view.height) as renderer:
            renderer.set_backdrop(backdrop(camera.scene, camera.view, camera.light))
            for time_s, event_ids in sorted(wanted.items()):
                people = _placed(walks, self._people, time_s)
                frame = renderer.render(camera.view, camera.light, people)
                picture = webp(developed(frame, camera.look, noise))
                for event_id in event_ids:
                    writer.write_frame(event_id, time_s, picture)
        return sum(len(event_ids) for event_ids in wanted.values())


def _tracked(camera: CameraFacts, track: Track, rng: np.random.Generator) -> TrackedObject:
    """The life of a tracked object; unpublished when Frigate would never have told of it."""
    first, *rest = track.detections
    suffix = "".join(_ID_LETTERS[i] for i in rng.integers(0, len(_ID_LETTERS), 6))
    tracked = TrackedObject(f"{first.time_s:.6f}-{suffix}", camera, first)
    for seen in rest:
        tracked.observe(seen, float(rng.uniform(0.04, 0.11)))
    if tracked.published:
        end_s = track.detections[-1].time_s + LOST_AFTER_S + float(rng.uniform(0.1, 0.4))
        tracked.finish(round(end_s, 6), float(rng.uniform(0.005, 0.03)))
    return tracked


def _phase(person: Person, stance: Stance) -> float | None:
    return None if stance.walked_m is None else stance.walked_m / person.stride_m


def _placed(walks: Iterable[Visit], people: Mapping[str, Person], time_s: float) -> list[Placed]:
    placed = []
    for walk in walks:
        stance = walk.stance(time_s)
        if stance is not None:
            person = people[walk.person]
            phase = _phase(person, stance)
            placed.append(Placed(person, stance.x, stance.y, stance.yaw, phase))
    return placed
