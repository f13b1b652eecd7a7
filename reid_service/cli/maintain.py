"""`frigate-reid rebuild-index`, `backup` and `restore`, while no service runs."""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from pathlib import Path

from reid_service.app.site import (
    make_data_dir,
    open_site_embedder,
    open_site_gallery,
    open_site_store,
    pictures_folder,
    plans_folder,
    store_url,
)
from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.storage.backup import back_up, restore
from reid_service.storage.indexing import Indexer


def add_commands(commands: Commands) -> None:
    """Add the three commands."""
    index = commands.add_parser("rebuild-index", help="make the vector index anew from the store")
    index.set_defaults(run=_rebuild_index)
    backup = commands.add_parser("backup", help="write everything to one file")
    backup.add_argument("file", type=Path)
    backup.set_defaults(run=_backup)
    restoring = commands.add_parser("restore", help="make everything what a backup holds")
    restoring.add_argument("file", type=Path)
    restoring.add_argument(
        "--replace", action="store_true", help="also where there is data already: it is lost"
    )
    restoring.set_defaults(run=_restore)
    for parser in (index, backup, restoring):
        add_settings_options(parser)


def _rebuild_index(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
        closing(open_site_gallery(settings, embedder)) as gallery,
    ):
        points = Indexer(store, gallery, embedder.model_id).rebuild()
    print(f"The index holds {points} points now.")
    return 0


def _backup(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    with closing(open_site_store(settings, writable=False)) as store:
        manifest = back_up(
            store,
            pictures_folder(settings),
            options.file,
            plans=plans_folder(settings),
            now_s=time.time(),
        )
    print(f"{options.file} holds {len(manifest.files)} files, each with its digest.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    make_data_dir(settings)
    manifest = restore(
        options.file,
        store_url(settings),
        pictures_folder(settings),
        plans=plans_folder(settings),
        replace=options.replace,
    )
    print(f"Restored {len(manifest.files)} files. The index is rebuilt at the next start.")
    return 0
