"""What the rest of the service asks of the vector index.

A gallery belongs to one model: it refuses vectors of another (`ModelMismatch`). Point ids are
deterministic, writes are by id only and idempotent, so a redo after a crash changes nothing.
A write is durable against the death of the process when the call returns, and against power
loss after `flush()`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from reid_service.domain.crop import Vector


class PointKind(StrEnum):
    """What a point stands for."""

    CROP = "crop"  # one crop of one tracklet
    TEMPLATE = "template"  # one identity


@dataclass(frozen=True, slots=True)
class Payload:
    """What is stored beside a vector; `time_s` is the epoch second of the crop's frame.

    A template has an identity and the time of its newest sighting, but no camera or tracklet.
    """

    kind: PointKind
    model_id: str
    time_s: float
    identity_id: str | None = None
    camera: str | None = None
    tracklet_id: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """A vector with its payload; `id` is a UUID in text."""

    id: str
    vector: Vector
    payload: Payload


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """Which points may be found; None means any. `from_s` is inclusive, `until_s` exclusive."""

    kind: PointKind
    cameras: frozenset[str] | None = None
    identities: frozenset[str] | None = None
    exclude_identities: frozenset[str] = frozenset()
    from_s: float | None = None
    until_s: float | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found point; `similarity` is the exact cosine in [-1, 1]."""

    id: str
    similarity: float
    payload: Payload


class Gallery(Protocol):
    """One model's vector index. Every method may raise `GalleryUnavailable`."""

    @property
    def model_id(self) -> str:
        """The model whose vectors live here."""
        ...

    def upsert(self, points: Sequence[Point]) -> None:
        """Insert or replace points by id. Raises `ModelMismatch` before writing anything."""
        ...

    def delete(self, ids: Sequence[str]) -> None:
        """Delete points by id; unknown ids are no error."""
        ...

    def search(self, vector: Vector, where: SearchFilter, limit: int) -> list[Hit]:
        """The `limit` nearest points that match, best first; ties by id."""
        ...

    def scroll(self) -> Iterator[tuple[str, Payload]]:
        """Every point's id and payload, in no promised order."""
        ...

    def count(self) -> int:
        """Number of points."""
        ...

    def flush(self) -> None:
        """Make everything written so far survive power loss."""
        ...

    def optimize(self) -> None:
        """Reorganise segments; may take seconds. Call it when idle."""
        ...

    def clear(self) -> None:
        """Delete every point."""
        ...

    def close(self) -> None:
        """Flush and free; the gallery is not used afterwards."""
        ...
