"""One contract for every gallery."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator

import numpy as np
import pytest

from reid_service.domain.crop import Vector
from reid_service.errors import GalleryError, ModelMismatch
from reid_service.gallery.server import connect
from reid_service.gallery.store import Gallery, Hit, Payload, Point, PointKind, SearchFilter
from tests.congruence.backends import Backend

MODEL = "model-a"
DIMENSION = 4
START_S = 1_790_000_000.125
CROPS = SearchFilter(PointKind.CROP)


def point_id(number: int) -> str:
    return str(uuid.UUID(int=number))


def unit(*values: float) -> Vector:
    vector = np.array(values, dtype=np.float32)
    normed: Vector = vector / np.linalg.norm(vector)
    return normed


def crop(
    number: int,
    vector: Vector,
    *,
    camera: str = "drive",
    identity: str | None = None,
    at_s: float = START_S,
) -> Point:
    payload = Payload(PointKind.CROP, MODEL, at_s, identity, camera, f"frigate:{number}")
    return Point(point_id(number), vector, payload)


def template(number: int, vector: Vector, identity: str) -> Point:
    return Point(point_id(number), vector, Payload(PointKind.TEMPLATE, MODEL, START_S, identity))


AXIS = unit(1, 0, 0, 0)
SCENE = [
    crop(1, unit(1, 0, 0, 0), camera="drive", identity="ann", at_s=START_S),
    crop(2, unit(4, 1, 0, 0), camera="door", identity="ann", at_s=START_S + 10),
    crop(3, unit(3, 2, 0, 0), camera="garden", identity="bob", at_s=START_S + 20),
    crop(4, unit(1, 3, 0, 0), camera="drive", identity=None, at_s=START_S + 30),
    crop(5, unit(-1, 1, 0, 0), camera="door", identity="cat", at_s=START_S + 40),
    template(6, unit(9, 1, 0, 0), "ann"),
    template(7, unit(2, 2, 1, 0), "bob"),
]


@pytest.fixture(scope="module")
def opened(backend: Backend) -> Iterator[Gallery]:
    gallery = backend.open(MODEL, DIMENSION)
    yield gallery
    gallery.close()


@pytest.fixture
def gallery(opened: Gallery) -> Gallery:
    opened.delete([id_ for id_, _ in opened.scroll()])
    return opened


def numbers(hits: list[Hit]) -> list[int]:
    return [uuid.UUID(hit.id).int for hit in hits]


def cosine(left: Vector, right: Vector) -> float:
    left64, right64 = left.astype(np.float64), right.astype(np.float64)
    return float(left64 @ right64 / np.linalg.norm(left64) / np.linalg.norm(right64))


def test_a_real_server_takes_part() -> None:
    url = os.environ.get("QDRANT_URL")
    if not url:
        pytest.skip("needs a Qdrant server: set QDRANT_URL (and QDRANT_API_KEY) to run it too")
    client = connect(url, os.environ.get("QDRANT_API_KEY"))
    assert client.info().version
    client.close()


def test_an_empty_gallery_has_nothing(gallery: Gallery) -> None:
    assert gallery.count() == 0
    assert list(gallery.scroll()) == []
    assert gallery.search(AXIS, CROPS, 5) == []
    gallery.upsert([])
    gallery.delete([])
    assert gallery.count() == 0


def test_hits_come_best_first_with_exact_cosines_and_their_payload(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    hits = gallery.search(AXIS, CROPS, 10)
    assert numbers(hits) == [1, 2, 3, 4, 5]
    for hit, point in zip(hits, SCENE, strict=False):
        assert hit.similarity == pytest.approx(cosine(AXIS, point.vector), abs=1e-4)
        assert hit.payload == point.payload


def test_a_vector_of_any_length_counts_as_its_direction(gallery: Gallery) -> None:
    gallery.upsert([crop(1, 7 * unit(1, 2, 0, 0))])
    (hit,) = gallery.search(3 * unit(1, 2, 0, 0), CROPS, 1)
    assert hit.similarity == pytest.approx(1.0, abs=1e-6)


def test_opposite_vectors_have_similarity_minus_one(gallery: Gallery) -> None:
    gallery.upsert([crop(1, unit(-1, 0, 0, 0))])
    (hit,) = gallery.search(AXIS, CROPS, 1)
    assert hit.similarity == pytest.approx(-1.0, abs=1e-6)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (SearchFilter(PointKind.TEMPLATE), [6, 7]),
        (SearchFilter(PointKind.CROP, cameras=frozenset({"drive"})), [1, 4]),
        (SearchFilter(PointKind.CROP, cameras=frozenset({"drive", "door"})), [1, 2, 4, 5]),
        (SearchFilter(PointKind.CROP, cameras=frozenset({"attic"})), []),
        (SearchFilter(PointKind.CROP, cameras=frozenset()), []),
        (SearchFilter(PointKind.TEMPLATE, cameras=frozenset({"drive"})), []),
        (SearchFilter(PointKind.CROP, identities=frozenset({"ann"})), [1, 2]),
        (SearchFilter(PointKind.CROP, identities=frozenset({"bob", "cat"})), [3, 5]),
        (SearchFilter(PointKind.TEMPLATE, identities=frozenset({"bob"})), [7]),
        (SearchFilter(PointKind.CROP, identities=frozenset()), []),
        (SearchFilter(PointKind.CROP, exclude_identities=frozenset({"ann"})), [3, 4, 5]),
        (SearchFilter(PointKind.CROP, exclude_identities=frozenset({"ann", "cat"})), [3, 4]),
        (SearchFilter(PointKind.TEMPLATE, exclude_identities=frozenset({"ann"})), [7]),
        (SearchFilter(PointKind.CROP, from_s=START_S + 20), [3, 4, 5]),
        (SearchFilter(PointKind.CROP, from_s=START_S + 20.001), [4, 5]),
        (SearchFilter(PointKind.CROP, until_s=START_S + 20), [1, 2]),
        (SearchFilter(PointKind.CROP, until_s=START_S + 20.001), [1, 2, 3]),
        (SearchFilter(PointKind.CROP, from_s=START_S + 10, until_s=START_S + 30), [2, 3]),
        (SearchFilter(PointKind.CROP, from_s=START_S + 10, until_s=START_S + 10), []),
        (
            SearchFilter(
                PointKind.CROP,
                cameras=frozenset({"drive", "door"}),
                identities=frozenset({"ann", "cat"}),
                exclude_identities=frozenset({"cat"}),
                from_s=START_S + 1,
                until_s=START_S + 50,
            ),
            [2],
        ),
    ],
)
def test_a_filter_finds_exactly_its_points(
    gallery: Gallery, where: SearchFilter, expected: list[int]
) -> None:
    gallery.upsert(SCENE)
    assert numbers(gallery.search(AXIS, where, 10)) == expected


def test_times_a_microsecond_apart_are_told_apart(gallery: Gallery) -> None:
    later_s = START_S + 1e-6
    gallery.upsert([crop(1, AXIS, at_s=START_S), crop(2, AXIS, at_s=later_s)])
    assert numbers(gallery.search(AXIS, SearchFilter(PointKind.CROP, from_s=later_s), 5)) == [2]
    assert numbers(gallery.search(AXIS, SearchFilter(PointKind.CROP, until_s=later_s), 5)) == [1]
    assert {payload.time_s for _, payload in gallery.scroll()} == {START_S, later_s}


def test_the_limit_keeps_the_best(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    assert numbers(gallery.search(AXIS, CROPS, 2)) == [1, 2]
    assert gallery.search(AXIS, CROPS, 0) == []


def test_ties_are_ordered_by_id_even_across_the_limit(gallery: Gallery) -> None:
    order = [17, 3, 40, 8, 25, *range(100, 140)]
    gallery.upsert([crop(number, unit(1, 1, 0, 0)) for number in order])
    gallery.upsert([crop(1000, AXIS)])
    assert numbers(gallery.search(AXIS, CROPS, 4)) == [1000, 3, 8, 17]
    assert numbers(gallery.search(AXIS, CROPS, 100)) == [1000, *sorted(order)]


def test_an_upsert_replaces_vector_and_payload(gallery: Gallery) -> None:
    gallery.upsert([crop(1, unit(0, 1, 0, 0), camera="drive", identity="ann")])
    replaced = crop(1, AXIS, camera="door", identity=None, at_s=START_S + 5)
    gallery.upsert([replaced])
    assert gallery.count() == 1
    (hit,) = gallery.search(AXIS, CROPS, 5)
    assert hit.similarity == pytest.approx(1.0, abs=1e-6)
    assert hit.payload == replaced.payload
    assert (
        gallery.search(AXIS, SearchFilter(PointKind.CROP, identities=frozenset({"ann"})), 5) == []
    )


def test_an_upsert_that_names_an_id_twice_keeps_the_last(gallery: Gallery) -> None:
    gallery.upsert([crop(1, unit(0, 1, 0, 0), camera="drive"), crop(1, AXIS, camera="door")])
    (hit,) = gallery.search(AXIS, CROPS, 5)
    assert (hit.similarity, hit.payload.camera) == (1.0, "door")


def test_a_repeated_upsert_changes_nothing(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    before = gallery.search(AXIS, CROPS, 10)
    gallery.upsert(SCENE)
    assert gallery.search(AXIS, CROPS, 10) == before
    assert gallery.count() == len(SCENE)


def test_deleting_is_idempotent_and_ignores_unknown_ids(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    for _ in range(2):
        gallery.delete([point_id(1), point_id(999)])
        assert numbers(gallery.search(AXIS, CROPS, 10)) == [2, 3, 4, 5]
        assert gallery.count() == len(SCENE) - 1


def test_a_deleted_point_may_come_back(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    gallery.delete([point_id(1)])
    gallery.upsert([SCENE[0]])
    assert numbers(gallery.search(AXIS, CROPS, 1)) == [1]


def test_scroll_gives_every_point_once_over_many_pages(gallery: Gallery) -> None:
    points = [crop(number, unit(number, 1, 0, 0), at_s=float(number)) for number in range(1, 1301)]
    gallery.upsert(points)
    assert gallery.count() == len(points)
    seen = list(gallery.scroll())
    assert len(seen) == len(points)
    assert dict(seen) == {point.id: point.payload for point in points}


def test_clear_empties_and_the_gallery_stays_usable(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    gallery.clear()
    assert gallery.count() == 0
    assert gallery.search(AXIS, CROPS, 5) == []
    gallery.upsert([SCENE[3]])
    assert numbers(gallery.search(AXIS, SearchFilter(PointKind.CROP, until_s=2e9), 5)) == [4]


def test_flush_and_optimize_change_no_answer(gallery: Gallery) -> None:
    gallery.upsert(SCENE)
    before = gallery.search(AXIS, CROPS, 10)
    gallery.flush()
    gallery.optimize()
    assert gallery.search(AXIS, CROPS, 10) == before


def test_a_point_of_another_model_is_refused_before_anything_is_written(gallery: Gallery) -> None:
    stranger = Point(point_id(2), AXIS, Payload(PointKind.CROP, "model-b", START_S))
    with pytest.raises(ModelMismatch, match="model-b"):
        gallery.upsert([crop(1, AXIS), stranger])
    assert gallery.count() == 0


def test_a_vector_of_another_dimension_is_refused(gallery: Gallery) -> None:
    long = np.ones(DIMENSION + 1, dtype=np.float32)
    with pytest.raises(ModelMismatch, match=r"\(4,\)"):
        gallery.upsert([crop(1, AXIS), crop(2, long)])
    assert gallery.count() == 0
    with pytest.raises(ModelMismatch):
        gallery.search(long, CROPS, 5)


def test_a_vector_with_nan_is_refused(gallery: Gallery) -> None:
    bad = np.array([1, 0, np.nan, 0], dtype=np.float32)
    with pytest.raises(GalleryError, match="finite"):
        gallery.upsert([crop(1, bad)])
    with pytest.raises(GalleryError, match="finite"):
        gallery.search(bad, CROPS, 5)


def test_an_id_that_is_no_uuid_is_refused(gallery: Gallery) -> None:
    with pytest.raises(GalleryError):
        gallery.upsert([Point("camera-1", AXIS, SCENE[0].payload)])
    assert gallery.count() == 0


def test_opening_again_finds_everything(backend: Backend) -> None:
    first = backend.open("model-kept", DIMENSION)
    assert first.model_id == "model-kept"
    payload = Payload(PointKind.CROP, "model-kept", START_S, "ann", "drive", "frigate:1")
    first.upsert([Point(point_id(n), unit(1, n, 0, 0), payload) for n in range(1, 6)])
    first.delete([point_id(5)])
    before = first.search(AXIS, CROPS, 10)
    first.close()
    second = backend.open("model-kept", DIMENSION)
    assert second.search(AXIS, CROPS, 10) == before
    assert numbers(before) == [1, 2, 3, 4]
    second.close()


def test_opening_with_another_dimension_is_refused(backend: Backend) -> None:
    first = backend.open("model-wide", DIMENSION)
    first.count()
    first.close()
    with pytest.raises(ModelMismatch):
        backend.open("model-wide", DIMENSION + 1).count()


def test_models_do_not_see_each_other(backend: Backend) -> None:
    left, right = backend.open("model-l", DIMENSION), backend.open("model-r", DIMENSION)
    left.upsert([Point(point_id(1), AXIS, Payload(PointKind.CROP, "model-l", START_S))])
    assert (left.count(), right.count()) == (1, 0)
    left.close()
    right.close()
