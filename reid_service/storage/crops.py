"""Crops and their embeddings; every write marks what the vector index must look at again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select

from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Crop, CropQuality, EmbeddedCrop, Embedding, Vector, Vectors
from reid_service.storage.outbox import Outbox
from reid_service.storage.records import StoredCrop, StoredVector
from reid_service.storage.schema import crops, embeddings, identities, removals, tracklets
from reid_service.storage.sql import chunks, upsert

_C = crops.c

# Made once: making a statement takes longer than running it.
_FILES = select(_C.file).where(_C.id.in_(bindparam("ids", expanding=True)), _C.file.is_not(None))
_VECTORS = (
    select(_C.id, _C.tracklet_id, _C.frame_time_s, _C.score, embeddings.c.vector)
    .join(embeddings, embeddings.c.crop_id == _C.id)
    .where(
        _C.tracklet_id.in_(bindparam("ids", expanding=True)),
        embeddings.c.model_id == bindparam("model"),
        ~_C.bad,
    )
)
_REMOVE = delete(crops).where(_C.id.in_(bindparam("ids", expanding=True)))


class Crops:
    """Crops within one transaction."""

    def __init__(self, connection: Connection, outbox: Outbox) -> None:
        self._connection = connection
        self._outbox = outbox

    def put(self, embedded: EmbeddedCrop, file: str | None, *, is_new: bool = False) -> None:
        """Insert a crop, or replace the one of the same id; its tracklet must exist.

        `file` is where its picture is written, relative to the pictures folder. The pixels
        are not stored here. `is_new`: none of this id is there, as far as the caller knows; one
        that is there all the same is replaced, its picture stays if it has another name.
        """
        if not is_new:
            self.doom_files([embedded.crop.id])
        upsert(self._connection, crops, [_row_of(embedded.crop, file)])
        self.embed(embedded.crop.id, embedded.embedding)

    def embed(self, crop_id: str, embedding: Embedding) -> None:
        """Insert or replace the embedding of a model for a crop that exists."""
        row = {
            "crop_id": crop_id,
            "model_id": embedding.model_id,
            "vector": to_blob(embedding.vector),
        }
        upsert(self._connection, embeddings, [row])
        self._outbox.mark_crops([crop_id])
        self._outbox.mark_templates_of_crops([crop_id], they_stay=True)

    def remove(self, crop_ids: Iterable[str]) -> int:
        """Delete crops with their embeddings and, later, pictures; returns how many existed."""
        removed = 0
        for chunk in chunks(dict.fromkeys(crop_ids)):
            self._outbox.mark_crops(chunk)
            self._outbox.mark_templates_of_crops(chunk)
            self.doom_files(chunk)
            result = self._connection.execute(_REMOVE, {"ids": chunk})
            removed += result.rowcount
        return removed

    def doom_files(self, crop_ids: Sequence[str]) -> None:
        """Let the picture files of these crops be removed after the commit."""
        found = self._connection.scalars(_FILES, {"ids": list(crop_ids)})
        rows = [{"file": file} for file in found]
        upsert(self._connection, removals, rows, keep=True)

    def find(self, crop_id: str) -> StoredCrop | None:
        """One crop, or None."""
        row = self._connection.execute(select(crops).where(_C.id == crop_id)).first()
        return None if row is None else _from_row(row)

    def of_tracklet(self, tracklet_id: str) -> list[StoredCrop]:
        """The crops of a tracklet, best first; those that somebody called bad come last."""
        query = select(crops).where(_C.tracklet_id == tracklet_id)
        return self._all(query.order_by(_C.bad, _C.score.desc(), _C.id))

    def best_of_tracklets(self, tracklet_ids: Iterable[str]) -> dict[str, StoredCrop]:
        """The best crop of each tracklet that has one.

        Those with a picture come first, those that somebody called bad last.
        """
        found: dict[str, StoredCrop] = {}
        for chunk in chunks(dict.fromkeys(tracklet_ids)):
            best = _first_of_each(_C.tracklet_id, _C.tracklet_id.in_(chunk))
            found |= {crop.tracklet_id: crop for crop in self._all(best)}
        return found

    def best_of_identities(self, identity_ids: Iterable[str]) -> dict[str, StoredCrop]:
        """The crop that shows each identity: the chosen one while it has a picture, else the best.

        Those with a picture come first, those that somebody called bad last.
        """
        found: dict[str, StoredCrop] = {}
        for chunk in chunks(dict.fromkeys(identity_ids)):
            query = _first_of_each(
                tracklets.c.identity_id,
                tracklets.c.identity_id.in_(chunk),
                identities.c.feature_crop_id == _C.id,
            )
            found |= {row.owner: _from_row(row) for row in self._connection.execute(query)}
        return found

    def vectors(self, tracklet_ids: Iterable[str], model_id: str) -> list[StoredVector]:
        """Embeddings of a model for these tracklets, by tracklet, frame time and crop id.

        Without those of pictures that somebody called bad.
        """
        found: list[StoredVector] = []
        for chunk in chunks(dict.fromkeys(tracklet_ids)):
            rows = self._connection.execute(_VECTORS, {"ids": chunk, "model": model_id}).all()
            vectors = from_blobs([row.vector for row in rows])
            found += [
                StoredVector(row.id, row.tracklet_id, row.frame_time_s, row.score, vector)
                for row, vector in zip(rows, vectors, strict=True)
            ]
        return sorted(found, key=lambda each: (each.tracklet_id, each.frame_time_s, each.crop_id))

    def _all(self, query: Select[Any]) -> list[StoredCrop]:
        return [_from_row(row) for row in self._connection.execute(query)]


def to_blob(vector: Vector) -> bytes:
    """A vector as float16, little endian: 2 bytes a dimension."""
    return vector.astype("<f2").tobytes()


def from_blob(blob: bytes) -> Vector:
    """The unit vector in a blob; float16 moves a similarity by less than 0.001.

    >>> from_blob(to_blob(np.array([0.6, 0.8], np.float32))).round(3).tolist()
    [0.6000000238418579, 0.800000011920929]
    """
    vector: Vector = from_blobs([blob])[0]
    return vector


def from_blobs(blobs: Sequence[bytes]) -> Vectors:
    """The unit vectors (N, D) in N blobs of one model; as `from_blob` gives each, bit by bit."""
    vectors = np.frombuffer(b"".join(blobs), "<f2").astype(np.float32)
    vectors = vectors.reshape(len(blobs), -1) if blobs else vectors.reshape(0, 0)
    norms = np.sqrt(np.square(vectors).sum(axis=1, keepdims=True))
    return np.asarray(vectors / np.maximum(norms, np.float32(1e-12)), np.float32)


def _first_of_each(owner: Any, where: Any, chosen: Any = None) -> Select[Any]:
    order = [_C.file.is_(None), _C.bad, _C.score.desc(), _C.id]
    if chosen is not None:
        order.insert(2, chosen.is_not(True))
    rank = func.row_number().over(partition_by=owner, order_by=order)
    ranked = (
        select(crops, owner.label("owner"), rank.label("rank"))
        .join(tracklets, tracklets.c.id == _C.tracklet_id)
        .outerjoin(identities, identities.c.id == tracklets.c.identity_id)
        .where(where)
        .subquery()
    )
    return select(ranked).where(ranked.c.rank == 1)


def _row_of(crop: Crop, file: str | None) -> dict[str, Any]:
    return {
        "id": crop.id,
        "tracklet_id": crop.tracklet_id,
        "frame_time_s": crop.frame_time_s,
        "x_min": crop.box.x_min,
        "y_min": crop.box.y_min,
        "x_max": crop.box.x_max,
        "y_max": crop.box.y_max,
        "height": crop.quality.height,
        "sharpness": crop.quality.sharpness,
        "completeness": crop.quality.completeness,
        "aspect": crop.quality.aspect,
        "visibility": crop.quality.visibility,
        "score": crop.quality.score,
        "file": file,
    }


def _from_row(row: Row[Any]) -> StoredCrop:
    return StoredCrop(
        id=row.id,
        tracklet_id=row.tracklet_id,
        frame_time_s=row.frame_time_s,
        box=FractionBox(row.x_min, row.y_min, row.x_max, row.y_max),
        quality=CropQuality(
            height=row.height,
            sharpness=row.sharpness,
            completeness=row.completeness,
            aspect=row.aspect,
            visibility=row.visibility,
            score=row.score,
        ),
        file=row.file,
        bad=row.bad,
    )
