from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.crop import Embedding
from reid_service.errors import StoreError
from reid_service.gallery.store import PointKind
from reid_service.identities.act import Act
from reid_service.identities.editing import set_feature
from reid_service.storage.crops import from_blob, from_blobs, to_blob
from reid_service.storage.records import StoredCrop
from reid_service.storage.store import Session, Store
from tests.fakes import MODEL, make_crop, make_tracklet
from tests.storing import add_sighting, give_identity


def dirty(session: Session) -> set[tuple[str, str]]:
    return {(each.kind.value, each.subject_id) for each in session.outbox.after(0, limit=1000)}


def clean(store: Store) -> None:
    with store.write() as session:
        session.outbox.settle(2**31 - 1)


def test_a_crop_comes_back_as_it_was_put_but_without_its_pixels(store: Store) -> None:
    tracklet = make_tracklet()
    embedded = make_crop(tracklet)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
        session.crops.put(embedded, "1.jpg")
    crop = embedded.crop
    with store.read() as session:
        assert session.crops.find(crop.id) == StoredCrop(
            crop.id, tracklet.id, crop.frame_time_s, crop.box, crop.quality, "1.jpg"
        )
        assert session.crops.find("nothing") is None
        (vector,) = session.crops.vectors([tracklet.id], MODEL)
        assert vector.crop_id == crop.id
        assert vector.quality == crop.quality.score
        np.testing.assert_array_equal(vector.vector, embedded.embedding.vector)
        assert vector.vector.dtype == np.float32
        assert session.crops.vectors([tracklet.id], "another-model") == []


def test_a_crop_of_no_tracklet_is_refused(store: Store) -> None:
    crop = make_crop(make_tracklet())
    with pytest.raises(StoreError), store.write() as session:
        session.crops.put(crop, None)


def test_putting_a_crop_again_replaces_it_and_frees_its_old_picture(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    embedded = make_crop(tracklet, direction=3, quality=0.9)
    with store.write() as session:
        session.crops.put(embedded, "a/better.jpg")
    with store.read() as session:
        (crop,) = session.crops.of_tracklet(tracklet.id)
        assert (crop.quality.score, crop.file) == (0.9, "a/better.jpg")
        (vector,) = session.crops.vectors([tracklet.id], MODEL)
        assert int(np.argmax(vector.vector)) == 3
        assert session.removals.pending() == ["a/0.jpg"]


def test_every_write_marks_the_point_and_the_template_of_its_identity(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    crop_id = make_crop(tracklet).crop.id
    with store.read() as session:  # nobody yet: no template
        assert dirty(session) == {("crop", crop_id)}
    identity_id = give_identity(store, tracklet)
    expected = {("crop", crop_id), ("template", identity_id)}
    embedding = Embedding("b", make_crop(tracklet).embedding.vector)
    writes: list[Callable[[Session], object]] = [
        lambda session: session.crops.embed(crop_id, embedding),
        lambda session: session.crops.put(make_crop(tracklet), None),
        lambda session: session.crops.remove([crop_id]),
    ]
    for write in writes:
        clean(store)
        with store.write() as session:
            write(session)
        with store.read() as session:
            assert dirty(session) == expected


def test_removed_crops_take_embedding_and_picture_along(store: Store, tmp_path: Path) -> None:
    tracklet = add_sighting(store, "a", crops=2)
    folder = tmp_path / "pictures"
    (folder / "a").mkdir(parents=True)
    for name in ("0.jpg", "1.jpg"):
        (folder / "a" / name).write_bytes(b"picture")
    first = make_crop(tracklet, after_s=1.0).crop.id
    with store.write() as session:
        assert session.crops.remove([first, "nothing", first]) == 1
    assert store.remove_pictures(folder) == 1
    assert [path.name for path in sorted((folder / "a").iterdir())] == ["1.jpg"]
    assert store.remove_pictures(folder) == 0
    with store.read() as session:
        assert len(session.crops.vectors([tracklet.id], MODEL)) == 1
        assert len(session.crops.of_tracklet(tracklet.id)) == 1


def test_a_picture_that_came_back_or_lies_elsewhere_is_not_removed(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    outside = tmp_path / "outside.jpg"
    for path in (folder / "kept.jpg", outside):
        path.write_bytes(b"picture")
    tracklet = make_tracklet()
    crop = make_crop(tracklet)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
        session.crops.put(crop, "../outside.jpg")
        session.crops.put(crop, "kept.jpg")
        session.crops.remove([crop.crop.id])
        session.crops.put(crop, "kept.jpg")
    store.remove_pictures(folder)
    assert (folder / "kept.jpg").exists()
    assert outside.exists()


def test_a_picture_in_use_stays_even_if_it_is_noted_for_removal(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "shared.jpg").write_bytes(b"picture")
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    with store.write() as session:
        session.crops.put(make_crop(first), "shared.jpg")
        session.crops.put(make_crop(second), "shared.jpg")
        session.crops.remove([make_crop(first).crop.id])
    store.remove_pictures(tmp_path)
    assert (tmp_path / "shared.jpg").exists()


def test_the_best_crop_is_the_chosen_one_then_the_best_with_a_picture(store: Store) -> None:
    tracklet = make_tracklet()
    good = make_crop(tracklet, after_s=1.0, quality=0.9)
    poor = make_crop(tracklet, after_s=2.0, quality=0.3)
    blind = make_crop(tracklet, after_s=3.0, quality=1.0)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
        session.crops.put(good, "good.jpg")
        session.crops.put(poor, "poor.jpg")
        session.crops.put(blind, None)
    identity_id = give_identity(store, tracklet)

    def best() -> list[str | None]:
        with store.read() as session:
            crops = session.crops
            of_tracklet = crops.best_of_tracklets([tracklet.id, "nobody"])[tracklet.id]
            of_identity = crops.best_of_identities([identity_id, "nobody"])[identity_id]
        return [of_tracklet.file, of_identity.file]

    assert best() == ["good.jpg", "good.jpg"]
    with store.write() as session:
        act = Act("somebody", 1.0)
        session.ledger.record(set_feature(session, act, identity_id, poor.crop.id))
    assert best() == ["good.jpg", "poor.jpg"]
    with store.write() as session:  # the chosen one lost its picture
        session.crops.put(poor, None)
    assert best() == ["good.jpg", "good.jpg"]


def test_embeddings_of_two_models_live_side_by_side(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    crop = make_crop(tracklet, direction=4, model_id="b")
    with store.write() as session:
        session.crops.embed(crop.crop.id, crop.embedding)
        directions = [
            int(np.argmax(session.crops.vectors([tracklet.id], model)[0].vector))
            for model in (MODEL, "b")
        ]
    assert directions == [0, 4]


@given(st.integers(0, 2**32 - 1), st.sampled_from([8, 128, 512]))
def test_float16_moves_similarities_by_less_than_a_thousandth(seed: int, dimension: int) -> None:
    random = np.random.default_rng(seed)
    a, b = random.normal(size=(2, dimension)).astype(np.float32)
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    stored = from_blob(to_blob(a))
    together = from_blobs([to_blob(b), to_blob(a)])
    np.testing.assert_array_equal(together[1], stored)  # a restart changes no decision
    assert abs(float(np.linalg.norm(stored)) - 1.0) < 1e-6
    assert abs(float(stored @ b) - float(a @ b)) < 1e-3
    assert len(to_blob(a)) == 2 * dimension


def test_marks_are_read_in_order_and_forgotten_up_to_one(store: Store) -> None:
    with store.write() as session:
        session.outbox.mark_crops(["a", "b", "a"])
        session.outbox.mark_templates(["i"])
    with store.write() as session:
        marks = session.outbox.after(0, limit=9)
        assert session.outbox.count() == 3
        assert [(each.kind, each.subject_id) for each in marks] == [
            (PointKind.CROP, "a"),
            (PointKind.CROP, "b"),
            (PointKind.TEMPLATE, "i"),
        ]
        session.outbox.settle(marks[1].seq)
        assert session.outbox.after(0, limit=9) == marks[2:]
        session.outbox.settle(marks[2].seq)
        session.outbox.mark_crops(["c"])
        # A number is never used twice: a mark is not mistaken for one that was applied.
        assert session.outbox.after(0, limit=1)[0].seq > marks[2].seq


def test_a_picture_that_no_crop_has_goes_when_it_is_old(store: Store, tmp_path: Path) -> None:
    tracklet = add_sighting(store, "a")
    folder = tmp_path / "pictures"
    (folder / "ab").mkdir(parents=True)
    for name, age_s in (("kept.jpg", 100.0), ("lost.jpg", 100.0), ("new.jpg", 0.0)):
        (folder / "ab" / name).write_bytes(b"picture")
        os.utime(folder / "ab" / name, (1000.0 - age_s, 1000.0 - age_s))
    with store.write() as session:
        session.crops.put(make_crop(tracklet), "ab/kept.jpg")
    assert store.remove_orphans(folder, before_s=950.0) == 1
    assert sorted(each.name for each in folder.glob("*/*")) == ["kept.jpg", "new.jpg"]
