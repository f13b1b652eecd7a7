"""Backup, restore and rebuild on a small store with the model that ships."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest

from reid_service.app.site import (
    open_site_embedder,
    open_site_gallery,
    open_site_store,
    pictures_folder,
)
from reid_service.cli import main
from reid_service.domain.crop import EmbeddedCrop, Embedding
from reid_service.settings import Settings, load_settings
from reid_service.storage.indexing import Indexer
from tests.fakes import make_crop, make_tracklet
from tests.storing import give_identity


def settings_in(folder: Path) -> Settings:
    return load_settings(arguments={"data_dir": folder}, options_file=folder / "none")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The data folder of a site that saw one person."""
    folder = tmp_path / "site"
    settings = settings_in(folder)
    image = np.random.default_rng(1).integers(0, 255, (128, 64, 3)).astype(np.uint8)
    tracklet = make_tracklet("a")
    folder.mkdir()
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
    ):
        crop = make_crop(tracklet).crop
        embedding = Embedding(embedder.model_id, embedder.embed([image])[0])
        with store.write() as session:
            session.tracklets.upsert(tracklet, now_s=1.0)
            session.crops.put(EmbeddedCrop(crop, embedding), "a/b.jpg")
        give_identity(store, tracklet, firm=True)
    picture = pictures_folder(settings) / "a" / "b.jpg"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(cv2.imencode(".jpg", image)[1].tobytes())
    return folder


def test_what_was_backed_up_comes_back_whole_and_is_indexed_again(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive, elsewhere = tmp_path / "all.zip", tmp_path / "elsewhere"
    assert main(["backup", str(archive), "--data-dir", str(site)]) == 0
    assert main(["restore", str(archive), "--data-dir", str(elsewhere)]) == 0
    assert main(["rebuild-index", "--data-dir", str(elsewhere)]) == 0
    said = capsys.readouterr().out
    assert "each with its digest" in said
    assert "The index is rebuilt at the next start." in said
    assert "The index holds 2 points now." in said

    picture = Path("pictures") / "a" / "b.jpg"
    assert (elsewhere / picture).read_bytes() == (site / picture).read_bytes()
    settings = settings_in(elsewhere)
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
        closing(open_site_gallery(settings, embedder)) as gallery,
    ):
        indexer = Indexer(store, gallery, embedder.model_id)
        assert not indexer.needs_rebuild()
        assert not indexer.verify()
        with store.read() as session:
            assert [each.label for each in session.identities.live()] == ["Person 1"]


def test_a_restore_does_not_overwrite_what_is_there_unless_told(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = str(tmp_path / "all.zip")
    assert main(["backup", archive, "--data-dir", str(site)]) == 0
    assert main(["restore", archive, "--data-dir", str(site)]) == 2
    assert "already holds data" in capsys.readouterr().err
    assert main(["restore", archive, "--data-dir", str(site), "--replace"]) == 0


def test_a_backup_is_taken_beside_a_running_service_and_nothing_else_is(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_site_store(settings_in(site))):
        assert main(["backup", str(tmp_path / "all.zip"), "--data-dir", str(site)]) == 0
        assert main(["rebuild-index", "--data-dir", str(site)]) == 2
    assert "Another Frigate Re-ID service uses this database." in capsys.readouterr().err
