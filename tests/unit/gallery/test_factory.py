from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reid_service.errors import SettingsError
from reid_service.gallery.edge import EdgeGallery
from reid_service.gallery.factory import open_gallery
from reid_service.gallery.server import ServerGallery
from tests.unit.gallery.points import MODEL, crops

DIMENSION = 8
REPOSITORY = Path(__file__).resolve().parents[3]


def test_a_folder_gives_each_model_an_embedded_gallery_of_its_own(tmp_path: Path) -> None:
    first = open_gallery(MODEL, DIMENSION, folder=tmp_path, url=None, api_key=None)
    second = open_gallery("other/model", 16, folder=tmp_path, url=None, api_key=None)
    assert isinstance(first, EdgeGallery)
    first.upsert(crops(range(3), DIMENSION))
    assert (first.count(), second.count()) == (3, 0)
    assert len(list(tmp_path.iterdir())) == 2
    first.close()
    second.close()


def test_a_url_gives_a_server_gallery_even_when_the_server_is_down(tmp_path: Path) -> None:
    url = "https://127.0.0.1:9"
    gallery = open_gallery(MODEL, DIMENSION, folder=tmp_path, url=url, api_key="key")
    assert isinstance(gallery, ServerGallery)
    assert gallery.model_id == MODEL
    assert list(tmp_path.iterdir()) == []
    gallery.close()


def test_neither_folder_nor_url_is_a_wrong_setting() -> None:
    with pytest.raises(SettingsError, match="data folder or the URL"):
        open_gallery(MODEL, DIMENSION, folder=None, url=None, api_key=None)


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("reid_service.gallery.factory", "qdrant_client"),
        ("reid_service.gallery.factory", "qdrant_edge"),
        ("reid_service.gallery.edge_process", "numpy"),
    ],
)
def test_a_process_imports_no_engine_that_it_does_not_use(module: str, unwanted: str) -> None:
    code = f"import sys, {module}; sys.exit({unwanted!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=False).returncode == 0
