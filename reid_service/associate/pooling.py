"""From several crops to one vector, and which crops are worth keeping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reid_service.domain.crop import Vector
from reid_service.domain.vectors import pooled

DUPLICATE_SIMILARITY = 0.98
"""Crops of one tracklet this alike (cosine) show the same pose twice."""


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One kept crop: its unit vector (D,) and its quality in [0, 1]."""

    crop_id: str
    quality: float
    vector: Vector


@dataclass(frozen=True, slots=True)
class Selection:
    """Whether the new shot is kept, and which earlier one leaves for it."""

    keep: bool
    removes: str | None = None


def pooled_shots(shots: Sequence[Shot]) -> Vector:
    """One vector (D,) for a tracklet; `shots` must not be empty."""
    return pooled(np.stack([each.vector for each in shots]), [each.quality for each in shots])


def select(kept: Sequence[Shot], new: Shot, limit: int) -> Selection:
    """Decide on a new shot so that at most `limit` good and different ones are kept.

    The same crop fetched again replaces itself if it is better. A near copy of a kept shot
    replaces it if it is better, else it is refused. Above the limit the worse of the two most
    alike leaves.
    """
    again = next((each for each in kept if each.crop_id == new.crop_id), None)
    if again is not None:
        return Selection(keep=new.quality > again.quality, removes=None)
    if not kept:
        return Selection(keep=True)
    vectors = np.stack([each.vector for each in kept])
    likeness = vectors @ new.vector
    nearest = int(np.argmax(likeness))
    if likeness[nearest] >= DUPLICATE_SIMILARITY:
        if new.quality > kept[nearest].quality:
            return Selection(keep=True, removes=kept[nearest].crop_id)
        return Selection(keep=False)
    if len(kept) < limit:
        return Selection(keep=True)
    return _crowded([*kept, new], new.crop_id)


def _crowded(shots: list[Shot], new_id: str) -> Selection:
    vectors = np.stack([each.vector for each in shots])
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -2.0)
    first, second = np.unravel_index(int(np.argmax(likeness)), likeness.shape)
    worse = min((shots[first], shots[second]), key=lambda each: each.quality).crop_id
    return Selection(keep=False) if worse == new_id else Selection(keep=True, removes=worse)
