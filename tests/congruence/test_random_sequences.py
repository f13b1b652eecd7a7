"""Any sequence of writes leaves the gallery equal to a naive model in numpy."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.domain.crop import Vector
from reid_service.gallery.store import Gallery, Payload, Point, PointKind, SearchFilter
from tests.congruence.backends import Backend

MODEL = "model-random"
DIMENSION = 4

ids = st.integers(1, 12).map(lambda number: str(uuid.UUID(int=number)))
# Small integers: two cosines are either equal or more than 1e-4 apart, so the order is defined.
vectors = (
    st.lists(st.integers(-2, 2), min_size=DIMENSION, max_size=DIMENSION)
    .filter(any)
    .map(lambda values: np.array(values, dtype=np.float32))
)
cameras = st.sampled_from(["drive", "door", "garden"])
identities = st.sampled_from(["ann", "bob", "cat"])
times_s = st.integers(0, 6).map(lambda step: 1_790_000_000.0 + step / 4)
payloads = st.builds(
    Payload,
    st.sampled_from(PointKind),
    st.just(MODEL),
    times_s,
    st.none() | identities,
    st.none() | cameras,
    st.none() | st.just("frigate:1"),
)
points = st.builds(Point, ids, vectors, payloads)
filters = st.builds(
    SearchFilter,
    st.sampled_from(PointKind),
    st.none() | st.frozensets(cameras),
    st.none() | st.frozensets(identities),
    st.frozensets(identities, max_size=2),
    st.none() | times_s,
    st.none() | times_s,
)


class NaiveGallery:
    """The contract in its plainest form."""

    def __init__(self) -> None:
        self.points: dict[str, Point] = {}

    def search(self, vector: Vector, where: SearchFilter, limit: int) -> list[tuple[str, float]]:
        found = [
            (point.id, cosine(vector, point.vector))
            for point in self.points.values()
            if matches(point.payload, where)
        ]
        return sorted(found, key=lambda hit: (-round(hit[1], 5), hit[0]))[:limit]


def cosine(left: Vector, right: Vector) -> float:
    left64, right64 = left.astype(np.float64), right.astype(np.float64)
    return float(left64 @ right64 / np.linalg.norm(left64) / np.linalg.norm(right64))


def matches(payload: Payload, where: SearchFilter) -> bool:
    return (
        payload.kind is where.kind
        and (where.cameras is None or payload.camera in where.cameras)
        and (where.identities is None or payload.identity_id in where.identities)
        and payload.identity_id not in where.exclude_identities
        and (where.from_s is None or payload.time_s >= where.from_s)
        and (where.until_s is None or payload.time_s < where.until_s)
    )


Step: TypeAlias = Callable[[Gallery, NaiveGallery], None]


def upsert(batch: list[Point]) -> Step:
    def step(gallery: Gallery, naive: NaiveGallery) -> None:
        gallery.upsert(batch)
        naive.points.update({point.id: point for point in batch})

    return step


def delete(batch: list[str]) -> Step:
    def step(gallery: Gallery, naive: NaiveGallery) -> None:
        gallery.delete(batch)
        for id_ in batch:
            naive.points.pop(id_, None)

    return step


def search(vector: Vector, where: SearchFilter, limit: int) -> Step:
    def step(gallery: Gallery, naive: NaiveGallery) -> None:
        hits = gallery.search(vector, where, limit)
        expected = naive.search(vector, where, limit)
        assert [hit.id for hit in hits] == [id_ for id_, _ in expected]
        assert [hit.similarity for hit in hits] == pytest.approx(
            [similarity for _, similarity in expected], abs=1e-4
        )
        assert all(hit.payload == naive.points[hit.id].payload for hit in hits)

    return step


def flush() -> Step:
    return lambda gallery, _: gallery.flush()


def optimize() -> Step:
    return lambda gallery, _: gallery.optimize()


steps = st.one_of(
    st.builds(upsert, st.lists(points, max_size=6)),
    st.builds(delete, st.lists(ids, max_size=4)),
    st.builds(search, vectors, filters, st.integers(1, 6)),
    st.builds(search, vectors, filters, st.just(20)),
    st.builds(flush),
    st.builds(optimize),
)


@pytest.fixture(scope="module")
def gallery(backend: Backend) -> Iterator[Gallery]:
    opened = backend.open(MODEL, DIMENSION)
    yield opened
    opened.close()


@settings(max_examples=40, deadline=None)
@given(sequence=st.lists(steps, min_size=1, max_size=15))
def test_any_sequence_equals_the_naive_model(gallery: Gallery, sequence: list[Step]) -> None:
    gallery.delete([id_ for id_, _ in gallery.scroll()])
    naive = NaiveGallery()
    for step in sequence:
        step(gallery, naive)
    assert gallery.count() == len(naive.points)
    assert dict(gallery.scroll()) == {id_: p.payload for id_, p in naive.points.items()}
