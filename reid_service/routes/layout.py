"""A guess at where cameras stand, from how long people take between them.

Classical multidimensional scaling (Torgerson 1952) of walking times along the shortest ways. It
knows neither walls nor which way is up: a picture to begin with, not a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reid_service.domain.floorplan import CameraKey, Point

_MARGIN: Final = 0.1
_ROW: Final = 0.95
_LEAST_EXTENT_S: Final = 1e-6
_BESIDE: Final = 1.5
"""How much farther than the farthest known two groups without a way between them are drawn."""


def suggested(
    cameras: Iterable[CameraKey], walks_s: Mapping[tuple[CameraKey, CameraKey], float]
) -> dict[CameraKey, Point]:
    """A place in the unit square for each camera.

    `walks_s` gives seconds above 0 between cameras; a missing one is not known. Cameras that
    nobody walked to or from stand on a row below the others.
    """
    known = sorted(set(cameras))
    ways = {pair: s for pair, s in walks_s.items() if set(pair) <= set(known)}
    joined = [each for each in known if any(each in pair for pair in ways)]
    alone = [each for each in known if each not in joined]
    places = {
        camera: Point(round((index + 1) / (len(alone) + 1), 4), _ROW if joined else 0.5)
        for index, camera in enumerate(alone)
    }
    if joined:
        lowest = (_ROW - _MARGIN if alone else 1.0) - _MARGIN
        drawn = _scaled(_distances(joined, ways))
        # Into what is left of the square, as large as fits.
        size = np.array([1.0 - 2 * _MARGIN, lowest - _MARGIN])
        factor = float(np.min(size / np.maximum(np.ptp(drawn, axis=0), _LEAST_EXTENT_S)))
        middle = np.array([0.5, (_MARGIN + lowest) / 2.0])
        centre = (drawn.max(axis=0) + drawn.min(axis=0)) / 2.0
        for camera, (x, y) in zip(joined, (drawn - centre) * factor + middle, strict=True):
            places[camera] = Point(round(float(x), 4), round(float(y), 4))
    return places


def _distances(
    cameras: list[CameraKey], walks_s: Mapping[tuple[CameraKey, CameraKey], float]
) -> NDArray[np.float64]:
    """Seconds along the shortest ways, the same both ways, shape (N, N)."""
    index = {camera: at for at, camera in enumerate(cameras)}
    direct = np.full((len(cameras), len(cameras)), np.inf)
    for (here, there), seconds in walks_s.items():
        one, other = index[here], index[there]
        direct[one, other] = direct[other, one] = min(direct[one, other], seconds)
    np.fill_diagonal(direct, 0.0)
    ways = direct
    for between in range(len(cameras)):  # Floyd 1962
        ways = np.minimum(ways, ways[:, [between]] + ways[[between], :])
    reached = np.isfinite(ways)
    ways[~reached] = _BESIDE * ways[reached].max()
    distances: NDArray[np.float64] = ways
    return distances


def _scaled(distances: NDArray[np.float64]) -> NDArray[np.float64]:
    """Places (N, 2) whose distances are nearest to those wanted; the same for the same input."""
    count = len(distances)
    centring = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centring @ distances**2 @ centring)
    places = vectors[:, ::-1][:, :2] * np.sqrt(np.maximum(values[::-1][:2], 0.0))
    # An eigenvector may point either way: the camera farthest out is to the right, or below.
    farthest = np.abs(places).argmax(axis=0)
    signs = np.where(places[farthest, [0, 1]] < 0.0, -1.0, 1.0)
    drawn: NDArray[np.float64] = places * signs
    return drawn
