"""What a site does when a part of it is missing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reid_service.app.site import (
    notice_missing_index,
    open_site_embedder,
    open_site_gallery,
    open_site_store,
)
from reid_service.settings import Settings, load_settings
from reid_service.storage.indexing import Indexer


def needs_rebuild(settings: Settings) -> bool:
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
    ):
        notice_missing_index(settings, store)
        with closing(open_site_gallery(settings, embedder)) as gallery:
            indexer = Indexer(store, gallery, embedder.model_id)
            needed = indexer.needs_rebuild()
            if needed:
                indexer.rebuild()
            return needed


def test_an_index_whose_folder_is_gone_is_built_anew(tmp_path: Path) -> None:
    settings = load_settings(
        arguments={"data_dir": tmp_path, "model": {"name": "descriptor"}},
        options_file=tmp_path / "none",
    )
    assert needs_rebuild(settings)
    assert not needs_rebuild(settings)
    (tmp_path / "gallery").rename(tmp_path / "elsewhere")
    assert needs_rebuild(settings)
