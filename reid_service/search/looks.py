"""How sightings look, and how alike candidates are to samples of one person.

The vectors of a sighting are centred for its camera, as the identity engine does. The likeness of
a candidate to several samples is the engine's own measure: half way between the mean over the
samples and the best match. A candidate that is more like somebody who was crossed than like any
sample loses half of the difference. docs/search.md has the figures behind both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reid_service.associate.appearance import likeness
from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector, Vectors
from reid_service.domain.tracklet import Tracklet
from reid_service.domain.vectors import pooled
from reid_service.storage.store import Session

_AWAY: Final = 0.5
"""Share of what somebody crossed is nearer by. Measured: 0.25 takes too little away, 1 too much."""

_BEST_SHARE: Final = likeness(0.0, 1.0)

Scores: TypeAlias = NDArray[np.float32]
"""One cosine for each candidate, or for each candidate and sample."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """A sighting, or a photo (without a sighting): unit vectors, centred.

    `vector` (D,) is pooled over `crops` (N, D), N at least 1.
    """

    sighting_id: str | None
    place: str | None
    vector: Vector
    crops: Vectors


def looks_of(
    session: Session, tracklets: Iterable[Tracklet], model_id: str, centring: Centring
) -> dict[str, Look]:
    """The looks of those tracklets of which they are kept, by id."""
    known = {each.id: each for each in tracklets}
    found = {}
    stored = session.crops.vectors(known, model_id)
    for sighting_id, group in groupby(stored, key=lambda each: each.tracklet_id):
        crops = list(group)
        camera = known[sighting_id].camera_key
        raw = np.stack([each.vector for each in crops])
        found[sighting_id] = Look(
            sighting_id,
            camera.place,
            centring.apply(camera, pooled(raw, [each.quality for each in crops])),
            np.stack([centring.apply(camera, each) for each in raw]),
        )
    return found


def look_of_photo(vector: Vector, centring: Centring) -> Look:
    """No camera of the site took it: what all have in common is subtracted."""
    centred = centring.apply(None, vector)
    return Look(None, None, centred, centred[np.newaxis])


def likenesses(
    candidates: Sequence[Look], samples: Sequence[Look], crossed: Sequence[Look]
) -> Scores:
    """How alike each candidate is to one person, shape (len(candidates),), in [-1, 1].

    At least one candidate and one sample. A sample is not compared with itself where there are
    others.
    """
    whole, best = _compared(candidates, samples)
    others = np.array([[not _is_one(c, s) for s in samples] for c in candidates])
    others |= ~others.any(axis=1, keepdims=True)
    mean = np.mean(whole, axis=1, where=others)
    alike = _alike(mean, np.max(best, axis=1, where=others, initial=-1.0))
    if crossed:
        own = np.max(_alike(whole, best), axis=1, where=others, initial=-1.0)
        other = _alike(*_compared(candidates, crossed)).max(axis=1)
        alike = alike - _AWAY * np.maximum(other - own, 0.0)
    return np.asarray(np.clip(alike, -1.0, 1.0), np.float32)


def _alike(mean: Scores, best: Scores) -> Scores:
    return np.asarray(mean + _BEST_SHARE * (best - mean), np.float32)


def _is_one(one: Look, other: Look) -> bool:
    return one.sighting_id is not None and one.sighting_id == other.sighting_id


def _compared(candidates: Sequence[Look], samples: Sequence[Look]) -> tuple[Scores, Scores]:
    """Cosines of the pooled vectors, and of the two most alike crops; (candidates, samples)."""
    whole = np.stack([c.vector for c in candidates]) @ np.stack([s.vector for s in samples]).T
    crops = np.concatenate([c.crops for c in candidates])
    pairs = crops @ np.concatenate([s.crops for s in samples]).T
    rows, columns = (_starts(each) for each in (candidates, samples))
    best = np.maximum.reduceat(np.maximum.reduceat(pairs, rows, axis=0), columns, axis=1)
    return whole, best


def _starts(looks: Sequence[Look]) -> list[int]:
    """Row at which the crops of each look begin, where all are stacked."""
    return [0, *np.cumsum([len(each.crops) for each in looks])[:-1].tolist()]
