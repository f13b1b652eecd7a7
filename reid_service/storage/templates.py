"""Templates: what stands for an identity in the vector index."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
from sqlalchemy import bindparam, exists, func, select

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector, Vectors
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.vectors import pooled, unit
from reid_service.storage.crops import from_blobs
from reid_service.storage.schema import crops, embeddings, tracklets
from reid_service.storage.sql import chunks
from reid_service.storage.store import Session

KEPT: Final = 0.9
"""Weight of what was known, in the global gallery rule of the literature; 0.1 is the new."""

WINDOW: Final = 64
"""Newest tracklets that count: 0.9^64 leaves 0.1 % of anything older."""


_embedded = (
    exists()
    .where(embeddings.c.crop_id == crops.c.id, embeddings.c.model_id == bindparam("model"))
    .where(crops.c.tracklet_id == tracklets.c.id, ~crops.c.bad)
)
_ranked = (
    select(
        tracklets.c.id,
        tracklets.c.identity_id,
        tracklets.c.instance,
        tracklets.c.camera,
        tracklets.c.start_s,
        func.row_number()
        .over(
            partition_by=tracklets.c.identity_id,
            order_by=[tracklets.c.start_s.desc(), tracklets.c.id.desc()],
        )
        .label("rank"),
    )
    .where(
        tracklets.c.identity_id.in_(bindparam("ids", expanding=True)),
        tracklets.c.id.not_in(bindparam("without", expanding=True)),
        _embedded,
    )
    .subquery()
)
# Made once: making a statement takes longer than running it.
_NEWEST = (
    select(
        _ranked.c.id,
        _ranked.c.identity_id,
        _ranked.c.instance,
        _ranked.c.camera,
        _ranked.c.start_s,
        crops.c.frame_time_s,
        crops.c.score,
        embeddings.c.vector,
    )
    .join(crops, crops.c.tracklet_id == _ranked.c.id)
    .join(embeddings, embeddings.c.crop_id == crops.c.id)
    .where(embeddings.c.model_id == bindparam("model"), _ranked.c.rank <= WINDOW, ~crops.c.bad)
    .order_by(
        _ranked.c.identity_id, _ranked.c.start_s, _ranked.c.id, crops.c.frame_time_s, crops.c.id
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Unit vector, float32 of shape (D,), and the frame time of its newest crop."""

    vector: Vector
    time_s: float


@dataclass(frozen=True, slots=True, eq=False)
class PooledSighting:
    """A tracklet of an identity: its pooled vector (D,), not centred, and its newest crop."""

    tracklet_id: str
    camera: CameraKey
    start_s: float
    newest_s: float
    vector: Vector


def moved_average(average: Vector | None, vector: Vector) -> Vector:
    """One step of the average: 0.9 of the old and 0.1 of the new, renormalised."""
    if average is None:
        return vector
    return unit(KEPT * average + (1.0 - KEPT) * vector, otherwise=vector)


def moving_average(vectors: Vectors) -> Vector:
    """Exponential moving average of unit vectors (N, D) in order; unit again, shape (D,).

    N is at least 1.
    """
    average: Vector = vectors[0]
    for vector in vectors[1:]:
        average = moved_average(average, vector)
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

    None when it has no embedding of the model.
    """
    found = newest_sightings(session, [identity_id], model_id, exclude=exclude)
    return template_from(found[identity_id], centring) if found else None


def template_from(sightings: Collection[PooledSighting], centring: Centring) -> Template:
    """The moving average over centred sightings in order of (start, id); at least one."""
    centred = [centring.apply(each.camera, each.vector) for each in sightings]
    return Template(moving_average(np.stack(centred)), max(each.newest_s for each in sightings))


def newest_sightings(
    session: Session, identity_ids: Iterable[str], model_id: str, *, exclude: Collection[str] = ()
) -> dict[str, list[PooledSighting]]:
    """The newest sightings of each identity that has any, in order of (start, id)."""
    found: dict[str, list[PooledSighting]] = {}
    for chunk in chunks(dict.fromkeys(identity_ids)):
        values = {"ids": chunk, "model": model_id, "without": list(exclude)}
        rows = session.connection.execute(_NEWEST, values).all()
        for _, group in groupby(rows, key=lambda row: row.id):
            crops_of = list(group)
            first = crops_of[0]
            vectors = from_blobs([row.vector for row in crops_of])
            sighting = PooledSighting(
                first.id,
                CameraKey(first.instance, first.camera),
                first.start_s,
                crops_of[-1].frame_time_s,
                pooled(vectors, [row.score for row in crops_of]),
            )
            found.setdefault(first.identity_id, []).append(sighting)
    return found
