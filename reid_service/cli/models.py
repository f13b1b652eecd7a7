"""`frigate-reid models list|pull`: which models are known, and fetching those that may be."""

from __future__ import annotations

import argparse

from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.embed.catalog import CATALOG, ModelEntry, named
from reid_service.embed.descriptor import DESCRIPTOR
from reid_service.embed.files import fetch, found
from reid_service.errors import ModelError


def add_commands(commands: Commands) -> None:
    """Add `models` with its two actions."""
    models = commands.add_parser("models", help="list the known models, or fetch one")
    models.add_argument("action", choices=["list", "pull"])
    models.add_argument("name", nargs="?", default="", help="which one to pull")
    models.set_defaults(run=_run)
    add_settings_options(models)


def _run(options: argparse.Namespace) -> int:
    return _list(options) if options.action == "list" else _pull(options)


def _list(options: argparse.Namespace) -> int:
    folder = settings_of(options).data_dir / "models"
    print(f"{DESCRIPTOR}: shipped, needs no file. Apache-2.0, part of this project")
    for entry in CATALOG:
        try:
            found(entry, folder)
            state = "shipped" if entry.shipped else "here"
        except ModelError:
            state = "can be fetched" if entry.url else "bring the file"
        print(f"{entry.name}: {state}. {entry.licence}")
    return 0


def _pull(options: argparse.Namespace) -> int:
    entry = _wanted(options.name)
    folder = settings_of(options).data_dir / "models"
    path = fetch(entry, folder)
    print(f"{path}\nLicence: {entry.licence}\nUse it with --model {entry.name}")
    return 0


def _wanted(name: str) -> ModelEntry:
    entry = named(name)
    if entry is None:
        names = ", ".join(each.name for each in CATALOG if each.url)
        raise ModelError(f"There is no model {name}: these can be fetched: {names}.")
    return entry
