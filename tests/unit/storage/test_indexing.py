from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from reid_service.domain.tracklet import template_point_id
from reid_service.errors import GalleryUnavailable
from reid_service.gallery.store import Payload, Point, PointKind
from reid_service.identities.act import Act
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.indexing import Differences, Indexer
from reid_service.storage.store import Store
from tests.fakes import MODEL, MemoryGallery, make_crop
from tests.storing import add_sighting, give_identity

NO_DIFFERENCE = Differences(frozenset(), frozenset(), frozenset())


@pytest.fixture
def gallery() -> MemoryGallery:
    return MemoryGallery()


@pytest.fixture
def indexer(store: Store, gallery: MemoryGallery) -> Indexer:
    return Indexer(store, gallery, MODEL)


def marks(store: Store) -> int:
    with store.read() as session:
        return len(session.outbox.after(0, limit=1000))


def test_a_sighting_and_its_identity_reach_the_index(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    tracklet = add_sighting(store, "a", direction=2)
    identity_id = give_identity(store, tracklet)
    assert indexer.apply() == 2
    crop = make_crop(tracklet).crop
    assert gallery.points[crop.id].payload == Payload(
        kind=PointKind.CROP,
        model_id=MODEL,
        time_s=crop.frame_time_s,
        identity_id=identity_id,
        camera="gate",
        tracklet_id=tracklet.id,
    )
    template = gallery.points[template_point_id(identity_id)]
    assert template.payload == Payload(
        kind=PointKind.TEMPLATE, model_id=MODEL, time_s=101.0, identity_id=identity_id
    )
    np.testing.assert_array_equal(
        template.vector, make_crop(tracklet, direction=2).embedding.vector
    )
    assert len(gallery.points) == 2


def test_marks_are_forgotten_only_after_a_flush(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    add_sighting(store, "a")
    indexer.apply()
    assert (gallery.flushes, marks(store)) == (0, 1)
    assert indexer.apply() == 0  # what is applied is not applied again
    indexer.settle()
    assert (gallery.flushes, marks(store)) == (1, 0)
    indexer.settle()
    assert gallery.flushes == 1


def test_what_came_after_the_last_apply_stays_marked(store: Store, indexer: Indexer) -> None:
    add_sighting(store, "a")
    indexer.apply()
    add_sighting(store, "b")
    indexer.settle()
    assert marks(store) == 1


def test_an_index_that_is_away_loses_nothing(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    add_sighting(store, "a")
    gallery.down = True
    with pytest.raises(GalleryUnavailable):
        indexer.apply()
    assert marks(store) == 1
    gallery.down = False
    assert indexer.apply() == 1
    gallery.down = True
    with pytest.raises(GalleryUnavailable):
        indexer.settle()
    assert marks(store) == 1
    gallery.down = False
    indexer.settle()
    assert marks(store) == 0
    assert indexer.verify() == NO_DIFFERENCE


def test_a_crash_before_the_flush_repeats_the_work(store: Store, indexer: Indexer) -> None:
    tracklet = add_sighting(store, "a")
    indexer.apply()
    lost = MemoryGallery()
    again = Indexer(store, lost, MODEL)
    again.apply()
    assert set(lost.points) == {make_crop(tracklet).crop.id}


def test_what_is_gone_from_the_store_goes_from_the_index(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    tracklet = add_sighting(store, "a")
    give_identity(store, tracklet)
    indexer.apply()
    with store.write() as session:
        session.crops.remove([make_crop(tracklet).crop.id])
    indexer.apply()
    assert gallery.points == {}


def test_a_merge_and_its_undo_move_points_and_templates(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    first = give_identity(store, add_sighting(store, "a"))
    second = give_identity(store, add_sighting(store, "b", direction=1))
    indexer.apply()
    before = dict(gallery.points)
    with store.write() as session:
        merge = plan_merge(session, Act("anna", 1.0), [first, second]).decision
        session.ledger.record(merge)
    indexer.apply()
    assert template_point_id(second) not in gallery.points
    assert {point.payload.identity_id for point in gallery.points.values()} == {first}
    assert indexer.verify() == NO_DIFFERENCE
    with store.write() as session:
        session.ledger.record(undo(session, Act("anna", 2.0), merge.id))
    indexer.apply()
    assert {id_: point.payload for id_, point in gallery.points.items()} == {
        id_: point.payload for id_, point in before.items()
    }
    assert indexer.verify() == NO_DIFFERENCE


def test_vectors_of_another_model_stay_out(store: Store) -> None:
    add_sighting(store, "a")
    other = MemoryGallery("b")
    assert Indexer(store, other, "b").apply() == 1
    assert other.points == {}


def test_verify_finds_every_kind_of_difference_and_rebuild_mends_it(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    crops = [make_crop(add_sighting(store, name, direction=1)).crop.id for name in "abc"]
    indexer.apply()
    indexer.settle()
    gallery.delete([crops[0]])
    wrong = gallery.points[crops[1]]
    gallery.upsert([Point(crops[1], wrong.vector, replace(wrong.payload, camera="cellar"))])
    gallery.upsert([Point("00000000-0000-0000-0000-000000000000", wrong.vector, wrong.payload)])
    found = indexer.verify()
    assert found == Differences(
        missing=frozenset({crops[0]}),
        extra=frozenset({"00000000-0000-0000-0000-000000000000"}),
        wrong=frozenset({crops[1]}),
    )
    assert found
    assert indexer.rebuild() == 3
    assert not indexer.verify()
    assert marks(store) == 0


class _Writes(MemoryGallery):
    """Somebody commits a sighting while the index is compared."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def scroll(self) -> Iterator[tuple[str, Payload]]:
        found = list(super().scroll())
        add_sighting(self._store, "meanwhile")
        yield from found


def test_verify_is_not_troubled_by_what_happens_meanwhile(store: Store) -> None:
    add_sighting(store, "a")
    assert Indexer(store, _Writes(store), MODEL).verify() == NO_DIFFERENCE


def test_a_rebuild_is_needed_once_for_each_model(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    add_sighting(store, "a")
    assert indexer.needs_rebuild()
    indexer.rebuild()
    assert not indexer.needs_rebuild()
    assert len(gallery.points) == 1
    assert Indexer(store, MemoryGallery("b"), "b").needs_rebuild()


def test_a_rebuild_that_broke_off_is_repeated(
    store: Store, gallery: MemoryGallery, indexer: Indexer
) -> None:
    indexer.rebuild()
    gallery.down = True
    with pytest.raises(GalleryUnavailable):
        indexer.rebuild()
    assert indexer.needs_rebuild()
