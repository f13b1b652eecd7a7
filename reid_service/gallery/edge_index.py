"""One shard of Qdrant's embedded engine in one folder.

The folder of one gallery:

    gallery.json   whose vectors live here
    lock           held while a process serves the folder
    shard/         the engine's files; derived from the store, may be deleted and rebuilt
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from array import array
from pathlib import Path
from typing import Final

import msgspec
import qdrant_edge as engine

from reid_service.errors import GalleryError, GalleryUnavailable, ModelMismatch
from reid_service.gallery.edge_wire import (
    Clear,
    Count,
    Delete,
    Done,
    Flush,
    Found,
    Open,
    Optimize,
    Page,
    Scroll,
    Search,
    Total,
    Upsert,
    Where,
)

# Points wait unquantised in a small segment until it has this size; then `optimize` moves them.
_INDEXING_THRESHOLD_KB: Final = 8_000
# Optimising rewrites a whole segment, which it maps and holds meanwhile. Measured while 100,000 x
# 256 came in: 32 MB segments peak at 204 MB resident, 200 MB ones at 521 MB and take three times
# as long; searches are equally fast.
_SEGMENT_LIMIT_KB: Final = 32_000
_LOCK_RETRY_S: Final = 0.05


class GalleryOwner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose vectors live in a folder."""

    model_id: str
    dimension: int


class EdgeIndex:
    """One shard of the embedded engine in one folder, which it keeps locked until closed.

    Writes go by id only: in this engine's version a write by filter is not safe against a kill.
    """

    def __init__(self, request: Open) -> None:
        self._folder = Path(request.folder)
        self._shard_folder = self._folder / "shard"
        self._dimension = request.dimension
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = _locked(self._folder, request.lock_wait_s)
        try:
            self._claim(GalleryOwner(request.model_id, request.dimension))
            self._shard = self._open_shard()
        except BaseException:
            os.close(self._lock)
            raise

    def close(self) -> None:
        """Flush and free."""
        try:
            self._shard.flush()
            self._shard.close()
        finally:
            os.close(self._lock)

    def upsert(self, request: Upsert) -> Done:
        """Insert or replace points by id, all or none."""
        points = [
            engine.Point(point.id, _floats(point.vector), point.fields) for point in request.points
        ]
        self._shard.update(engine.UpdateOperation.upsert_points(points))
        return Done()

    def delete(self, request: Delete) -> Done:
        """Delete points by id; unknown ids are no error."""
        ids: list[engine.PointId] = [*request.ids]
        self._shard.update(engine.UpdateOperation.delete_points(ids))
        return Done()

    def search(self, request: Search) -> Found:
        """The nearest points: twice as many by int8 as asked, rescored by float32."""
        found = self._shard.query(
            engine.QueryRequest(
                limit=request.limit,
                query=engine.Query.Nearest(_floats(request.vector)),
                filter=_engine_filter(request.where),
                with_payload=True,
                params=engine.SearchParams(
                    quantization=engine.QuantizationSearchParams(rescore=True, oversampling=2.0)
                ),
            )
        )
        return Found([(str(point.id), point.score, point.payload or {}) for point in found])

    def scroll(self, request: Scroll) -> Page:
        """One page of points, ordered by id."""
        records, after = self._shard.scroll(
            engine.ScrollRequest(offset=request.after, limit=request.limit, with_payload=True)
        )
        points = [(str(record.id), record.payload or {}) for record in records]
        return Page(points, None if after is None else str(after))

    def count(self, _: Count) -> Total:
        """Number of points."""
        return Total(self._shard.count(engine.CountRequest(exact=True)))

    def flush(self, _: Flush) -> Done:
        """Make everything written so far survive power loss."""
        self._shard.flush()
        return Done()

    def optimize(self, _: Optimize) -> Done:
        """Quantise what waits, merge segments up to their limit, drop deleted points."""
        self._shard.optimize()
        self._shard.flush()
        return Done()

    def clear(self, _: Clear) -> Done:
        """Begin anew with an empty shard; the files of the old one are deleted."""
        self._shard.close()
        # The rename is the instant of deletion: a kill after it leaves only rubbish behind.
        self._shard_folder.rename(self._folder / "shard.old")
        _sync_folder(self._folder)
        self._shard = self._open_shard()
        return Done()

    def _claim(self, owner: GalleryOwner) -> None:
        path = self._folder / "gallery.json"
        if not path.exists():
            draft = path.with_suffix(".new")
            with draft.open("wb") as file:
                file.write(msgspec.json.encode(owner))
                file.flush()
                os.fsync(file.fileno())
            draft.rename(path)
            return
        try:
            known = msgspec.json.decode(path.read_bytes(), type=GalleryOwner)
        except msgspec.DecodeError as error:
            raise _unreadable(self._folder, error) from error
        if known != owner:
            raise ModelMismatch(
                f"The vector index in {self._folder} belongs to model {known.model_id} with "
                f"{known.dimension} dimensions, not to {owner.model_id} with {owner.dimension}: "
                "give each model a folder of its own."
            )

    def _open_shard(self) -> engine.EdgeShard:
        for rubbish in ("shard.new", "shard.old", "shard/temp_segments"):
            shutil.rmtree(self._folder / rubbish, ignore_errors=True)
        try:
            if not self._shard_folder.exists():
                self._create_shard()
            return engine.EdgeShard.load(str(self._shard_folder), _engine_config(self._dimension))
        except Exception as error:  # the engine raises bare Exception
            raise _unreadable(self._folder, error) from error

    def _create_shard(self) -> None:
        """Make an empty shard that is either whole or absent, whenever we are killed."""
        draft = self._folder / "shard.new"
        draft.mkdir()
        shard = engine.EdgeShard.create(str(draft), _engine_config(self._dimension))
        cold = engine.Memory.Cold
        for field in ("kind", "camera", "identity_id"):
            index = engine.KeywordIndexParams(memory=cold)
            shard.update(engine.UpdateOperation.create_field_index(field, index))
        time_index = engine.FloatIndexParams(memory=cold)
        shard.update(engine.UpdateOperation.create_field_index("time_s", time_index))
        shard.flush()
        shard.close()
        draft.rename(self._shard_folder)
        _sync_folder(self._folder)


def _engine_config(dimension: int) -> engine.EdgeConfig:
    """A flat scan over int8 in memory; float32 vectors, payloads and indexes stay on disk."""
    cold = engine.Memory.Cold
    return engine.EdgeConfig(
        vectors=engine.EdgeVectorParams(
            size=dimension, distance=engine.Distance.Cosine, memory=cold
        ),
        # m=0 builds no graph; the other two are required and have no effect then.
        hnsw_config=engine.HnswIndexConfig(m=0, ef_construct=16, full_scan_threshold=10),
        quantization_config=engine.ScalarQuantizationConfig(
            engine.ScalarType.Int8, quantile=0.99, memory=engine.Memory.Pinned
        ),
        optimizers=engine.EdgeOptimizersConfig(
            # What was deleted leaves the disk when a tenth of a segment is gone.
            deleted_threshold=0.1,
            vacuum_min_vector_number=100,
            max_segment_size=_SEGMENT_LIMIT_KB,
            indexing_threshold=_INDEXING_THRESHOLD_KB,
        ),
        payload_memory=cold,
        id_tracker_memory=cold,
    )


def _engine_filter(where: Where) -> engine.Filter:
    must: list[engine.ConditionType] = [
        engine.FieldCondition("kind", match=engine.MatchValue(where.kind))
    ]
    if where.cameras is not None:
        must.append(engine.FieldCondition("camera", match=engine.MatchAny(where.cameras)))
    if where.identities is not None:
        must.append(engine.FieldCondition("identity_id", match=engine.MatchAny(where.identities)))
    if where.from_s is not None or where.until_s is not None:
        span = engine.RangeFloat(gte=where.from_s, lt=where.until_s)
        must.append(engine.FieldCondition("time_s", range=span))
    must_not: list[engine.ConditionType] = []
    if where.exclude_identities:
        excluded = engine.MatchAny(where.exclude_identities)
        must_not.append(engine.FieldCondition("identity_id", match=excluded))
    return engine.Filter(must=must, must_not=must_not)


def _floats(raw: bytes) -> list[float]:
    return array("f", raw).tolist()


def _locked(folder: Path, wait_s: float) -> int:
    """Descriptor of the folder's lock; the previous owner may still be closing."""
    descriptor = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    deadline_s = time.monotonic() + wait_s
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline_s:
                os.close(descriptor)
                raise GalleryUnavailable(
                    f"Another Frigate Re-ID service uses the vector index in {folder}: "
                    "stop it, or give this service a data folder of its own."
                ) from None
            time.sleep(_LOCK_RETRY_S)
        else:
            return descriptor


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unreadable(folder: Path, error: Exception) -> GalleryError:
    return GalleryError(
        f"The vector index in {folder} cannot be opened ({error}): "
        "delete that folder and rebuild the index from the store."
    )
