"""Templates: what stands for an identity in the vector index."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
from sqlalchemy import exists, select

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector, Vectors
from reid_service.domain.vectors import pooled, unit
from reid_service.storage.records import StoredVector
from reid_service.storage.schema import crops, embeddings, tracklets
from reid_service.storage.store import Session

KEPT: Final = 0.9
"""Weight of what was known, in the global gallery rule of the literature; 0.1 is the new."""

WINDOW: Final = 64
"""Newest tracklets that count: 0.9^64 leaves 0.1 % of anything older."""


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Unit vector, float32 of shape (D,), and the frame time of its newest crop."""

    vector: Vector
    time_s: float


def moving_average(vectors: Vectors) -> Vector:
    """Exponential moving average of unit vectors (N, D) in order; unit again, shape (D,).

    N is at least 1. After each step: 0.9 of the old and 0.1 of the new, renormalised.
    """
    average: Vector = vectors[0]
    for vector in vectors[1:]:
        average = unit(KEPT * average + (1.0 - KEPT) * vector, otherwise=vector)
    return average


def template_of(
    session: Session,
    identity_id: str,
    model_id: str,
    *,
    centring: Centring,
    exclude: Collection[str] = (),
) -> Template | None:
    """The template of an identity for a model, without some tracklets if told so.

    The moving average over the pooled and centred vectors of its newest tracklets in order of
    (start, id); None when it has no embedding of the model.
    """
    cameras = _newest_tracklets(session, identity_id, model_id, exclude)
    ids = list(cameras)
    by_tracklet = {
        tracklet_id: list(group)
        for tracklet_id, group in groupby(
            session.crops.vectors(ids, model_id), key=lambda each: each.tracklet_id
        )
    }
    if not by_tracklet:
        return None
    centred = [centring.apply(cameras[each], _pooled(by_tracklet[each])) for each in reversed(ids)]
    newest_s = max(each.frame_time_s for group in by_tracklet.values() for each in group)
    return Template(moving_average(np.stack(centred)), newest_s)


def _newest_tracklets(
    session: Session, identity_id: str, model_id: str, exclude: Collection[str]
) -> dict[str, str]:
    """Ids of the newest tracklets, newest first, with their cameras."""
    embedded = (
        exists()
        .where(embeddings.c.crop_id == crops.c.id, embeddings.c.model_id == model_id)
        .where(crops.c.tracklet_id == tracklets.c.id)
    )
    query = select(tracklets.c.id, tracklets.c.camera).where(
        tracklets.c.identity_id == identity_id, embedded
    )
    if exclude:
        query = query.where(tracklets.c.id.not_in(exclude))
    newest = query.order_by(tracklets.c.start_s.desc(), tracklets.c.id.desc()).limit(WINDOW)
    return {row.id: row.camera for row in session.connection.execute(newest)}


def _pooled(vectors: Sequence[StoredVector]) -> Vector:
    return pooled(np.stack([each.vector for each in vectors]), [each.quality for each in vectors])
