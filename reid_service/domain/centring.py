"""Takes out of an embedding what it says of the camera rather than of the person.

Networks put the light, the colour and the viewpoint of a camera into every vector. Subtracting
the mean of what a camera sees leaves the differences between people (measured: the largest
single gain across cameras, docs/models.md). A mean of few people is mostly these people, so it
counts in proportion to how many there were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.vectors import unit

SHRINKAGE: Final = 8.0
"""People after which a mean counts for half."""


@dataclass(frozen=True, slots=True, eq=False)
class Centring:
    """What to subtract for each camera, as it was learned at one moment.

    `centres` by camera; `site` is for cameras that are not in it and for pictures of none, None
    before anything was learned. `warmth` in [0, 1) says how much of the effect is there: 0 changes
    nothing. `learned_from` is how many decided tracklets there were then.
    """

    learned_from: int = 0
    warmth: float = 0.0
    site: Vector | None = None
    centres: Mapping[CameraKey, Vector] = field(default_factory=dict)

    def centre(self, camera: CameraKey | None) -> Vector | None:
        """What is subtracted (D,), if anything is; None stands for a picture of no camera."""
        return self.site if camera is None else self.centres.get(camera, self.site)

    def apply(self, camera: CameraKey | None, vector: Vector) -> Vector:
        """The unit vector (D,) of a crop or tracklet of `camera` without the camera's share."""
        centre = self.centre(camera)
        return vector if centre is None else unit(vector - centre, otherwise=vector)


def learned(seen: Iterable[tuple[CameraKey, str, Vector]], *, learned_from: int) -> Centring:
    """From (camera, person, unit vector (D,)) of tracklets; none of them gives no centring.

    Means are over people, not tracklets: a resident who passes a hundred times must not become
    what the camera looks like. A camera's mean of n people is drawn to the site's mean by
    n / (n + 8), and that one to nothing in the same way.
    """
    people: dict[CameraKey, dict[str, list[Vector]]] = {}
    for camera, person, vector in seen:
        people.setdefault(camera, {}).setdefault(person, []).append(vector)
    if not people:
        return Centring(learned_from)
    means = {camera: _mean_of_people(each) for camera, each in people.items()}
    everybody = {person for each in people.values() for person in each}
    warmth = _weight(len(everybody))
    site = np.asarray(warmth * np.mean(list(means.values()), axis=0), np.float32)
    centres = {}
    for camera, mean in means.items():
        weight = _weight(len(people[camera]))
        centres[camera] = np.asarray(weight * mean + (1.0 - weight) * site, np.float32)
    return Centring(learned_from, warmth, site, centres)


def _mean_of_people(people: Mapping[str, list[Vector]]) -> Vector:
    return np.asarray(np.mean([np.mean(each, axis=0) for each in people.values()], axis=0))


def _weight(count: int) -> float:
    return count / (count + SHRINKAGE)
