"""Which crops stay, and which leave again."""

from __future__ import annotations

from pathlib import Path

from reid_service.domain.crop import CropRejection
from reid_service.domain.tracklet import crop_id, founded_identity_id
from reid_service.pipeline.pictures import NotPictured
from tests.fakes import MODEL
from tests.unit.pipeline.site import Site, look


def count(site: Site, reason: CropRejection) -> float:
    rejected: float = site.metrics.crops_rejected.labels(reason)._value.get()
    return rejected


def test_a_stale_picture_leaves_again_with_its_crop(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    walker.seen(1001.0, look(1))
    assert site.crops_of("a") == 2
    walker.seen(1002.0, look(2), stale_s=1001.0)
    with site.store.read() as session:
        kept = [each.frame_time_s for each in session.crops.vectors(["frigate:a"], MODEL)]
    assert kept == [1000.0, 1002.0]
    assert count(site, CropRejection.SUPERSEDED) == 1.0
    walker.seen(1003.0, stale_s=999.0)  # was never kept
    assert count(site, CropRejection.SUPERSEDED) == 1.0
    assert not site.indexer.verify()


def test_a_sighting_that_lost_its_only_crop_ends_as_it_is(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    walker.seen(1001.0, NotPictured(CropRejection.NO_PICTURE), stale_s=1000.0)
    assert site.crops_of("a") == 0
    walker.ends(1002.0)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.identity_id, stored.firm) == (founded_identity_id("frigate:a"), True)
    assert site.phases("a") == ["provisional", "firm"]


def test_a_near_copy_is_kept_only_if_it_is_better(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0), quality=0.5)
    walker.seen(1001.0, look(0), quality=0.4)
    assert count(site, CropRejection.NOT_DIVERSE) == 1.0
    walker.seen(1002.0, look(0), quality=0.9)
    with site.store.read() as session:
        [kept] = session.crops.of_tracklet("frigate:a")
    assert kept.id == crop_id("frigate:a", 1002.0)


def test_the_picture_is_a_file_and_a_full_disk_costs_the_picture_alone(
    site: Site, tmp_path: Path
) -> None:
    site.walker("a").seen(1000.0, look(0))
    with site.store.read() as session:
        [crop] = session.crops.of_tracklet("frigate:a")
    assert crop.file is not None
    folder = tmp_path / "pictures"
    assert (folder / crop.file).read_bytes()[:2] == b"\xff\xd8"
    for each in sorted(folder.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    folder.rmdir()
    folder.write_text("no folder")
    site.walker("b").seen(1000.0, look(1))
    with site.store.read() as session:
        [crop] = session.crops.of_tracklet("frigate:b")
    assert crop.file is None
    assert site.identity_of("b") is not None


def test_pictures_are_not_written_unless_wanted(tmp_path: Path) -> None:
    site = Site(tmp_path / "reid.db")
    site.walker("a").seen(1000.0, look(0))
    with site.store.read() as session:
        [crop] = session.crops.of_tracklet("frigate:a")
    assert crop.file is None
    site.store.close()


def test_no_more_than_the_limit_of_crops_is_kept(tmp_path: Path) -> None:
    site = Site(tmp_path / "reid.db", limit=2)
    walker = site.walker("a")
    for index in range(4):
        walker.seen(1000.0 + index, look(index), quality=0.5 + index / 10)
    assert site.crops_of("a") == 2
    site.store.close()
