"""The Home Assistant integration, as far as it can be judged without a Home Assistant."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tests.project.tree import ROOT, project_files, pyproject, text_of

FOLDER = Path("custom_components/frigate_reid")
CLIENT = FOLDER / "client"
MANIFEST = json.loads((ROOT / FOLDER / "manifest.json").read_text("utf-8"))
_IMPORT = re.compile(r"^\s*(?:from|import)\s+(\.*)([\w.]*)", re.MULTILINE)
# What the client may use beside the standard library: Home Assistant has both.
_ALLOWED = {"aiohttp", "yarl"}


def _client_modules() -> list[Path]:
    return [path for path in project_files() if path.parent == CLIENT and path.suffix == ".py"]


def test_the_client_knows_nothing_of_home_assistant() -> None:
    assert _client_modules()
    wrong = sorted(
        f"{path}: {dots}{name}"
        for path in _client_modules()
        for dots, name in _IMPORT.findall(text_of(path) or "")
        if len(dots) > 1
        or (not dots and name.partition(".")[0] not in sys.stdlib_module_names | _ALLOWED)
    )
    assert wrong == []


def test_the_integration_does_not_know_the_service() -> None:
    wrong = sorted(
        str(path)
        for path in project_files()
        if path.is_relative_to(FOLDER)
        for _, name in _IMPORT.findall(text_of(path) or "")
        if name.partition(".")[0] == "reid_service"
    )
    assert wrong == []


def test_home_assistant_has_to_install_nothing() -> None:
    assert MANIFEST["requirements"] == []


def test_the_manifest_has_the_version_of_the_project() -> None:
    assert MANIFEST["version"] == pyproject()["project"]["version"]


def test_the_keys_of_the_manifest_are_in_order() -> None:
    assert list(MANIFEST) == ["domain", "name", *sorted(set(MANIFEST) - {"domain", "name"})]


def test_it_is_the_only_integration() -> None:
    """The Marketplace takes the first folder that it finds."""
    folders = {
        path.parts[1]
        for path in project_files()
        if path.parts[0] == "custom_components" and len(path.parts) > 2
    }
    assert folders == {"frigate_reid"}


def test_the_marketplace_knows_what_to_fetch() -> None:
    hacs = json.loads((ROOT / "hacs.json").read_text("utf-8"))
    assert hacs == {
        "name": MANIFEST["name"],
        "homeassistant": "2026.6.0",
        "zip_release": True,
        "filename": "frigate_reid.zip",
    }


def test_every_picture_of_the_mark_is_there() -> None:
    names = {f"{dark}{name}" for dark in ("", "dark_") for name in ("icon", "icon@2x", "logo")}
    assert {path.stem for path in project_files() if path.parent == FOLDER / "brand"} >= names
