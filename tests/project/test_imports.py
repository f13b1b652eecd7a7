"""Data flows one way: which part of the service may know which.

The table below is the one of docs/architecture.md.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.project.tree import files_ending, text_of

PACKAGE = "reid_service"

# Each part knows the parts of the lines above its own, and none of its own line.
FLOW = (
    ("errors", "clock"),
    ("domain", "settings"),
    ("bus", "diagnostics", "logs", "bitmaps"),
    ("ingest", "embed", "gallery", "attributes", "video"),
    ("storage",),
    ("associate",),
    ("identities",),
    ("routes", "search"),
    ("pipeline", "publish", "jobs"),
    ("api",),
)
# Beside the flow, known to no part of it: each with the last line that it knows.
BESIDE = {"recordings": "ingest", "evaluation": "routes"}
BESIDE_KNOW_EACH_OTHER = {("evaluation", "recordings")}
# These put the parts together and know them all; no part knows them.
COMPOSITION = {"__init__", "__main__", "app", "cli"}


def _line_of(part: str) -> int:
    return next(number for number, line in enumerate(FLOW) if part in line)


def _is_known_part(part: str) -> bool:
    return part in COMPOSITION or part in BESIDE or any(part in line for line in FLOW)


def _may_import(importer: str, imported: str) -> bool:
    if importer == imported or importer in COMPOSITION:
        return True
    if imported in COMPOSITION:
        return False
    if imported in BESIDE:
        return (importer, imported) in BESIDE_KNOW_EACH_OTHER
    if importer in BESIDE:
        return _line_of(imported) <= _line_of(BESIDE[importer])
    return _line_of(imported) < _line_of(importer)


def _part_of(path: Path) -> str:
    """The package or single module directly below the top."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _imported_parts(source: str, path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = _start_of_relative(node, path)
            names = [f"{start}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith(f"{PACKAGE}.")}
    return found - {"__version__"}


def _start_of_relative(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    folder = list(path.parent.parts)
    folder = folder[: len(folder) - node.level + 1]
    return ".".join([*folder, *filter(None, [node.module])])


def _service_modules() -> list[Path]:
    return [path for path in files_ending(".py") if path.is_relative_to(PACKAGE)]


def test_every_part_has_its_place_in_the_flow() -> None:
    assert {str(p) for p in _service_modules() if not _is_known_part(_part_of(p))} == set()


def test_no_part_knows_one_further_down_the_flow() -> None:
    placed = [path for path in _service_modules() if _is_known_part(_part_of(path))]
    wrong = sorted(
        f"{path} imports {imported}"
        for path in placed
        for imported in _imported_parts(text_of(path) or "", path)
        if _is_known_part(imported) and not _may_import(_part_of(path), imported)
    )
    assert wrong == []


def test_the_service_does_not_know_tests_benchmarks_or_scripts() -> None:
    outside = ("tests", "benchmarks", "scripts", "synthetic", "custom_components")
    wrong = sorted(
        f"{path} imports {name}"
        for path in _service_modules()
        for node in ast.walk(ast.parse(text_of(path) or ""))
        for name in _absolute_names(node)
        if name.split(".")[0] in outside
    )
    assert wrong == []


def _absolute_names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level:
        return [node.module or ""]
    return []


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("from reid_service.domain.crop import Crop", {"domain"}),
        ("import reid_service.storage.database", {"storage"}),
        ("from reid_service import __version__, bus", {"bus"}),
        ("from ..domain import crop", {"domain"}),
        ("from .store import Store", {"gallery"}),
        ("def late() -> None:\n    from reid_service.api import http", {"api"}),
        ("import numpy", set()),
    ],
)
def test_every_way_to_import_a_part_is_seen(source: str, parts: set[str]) -> None:
    assert _imported_parts(source, Path("reid_service/gallery/server.py")) == parts


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("routes", "domain", True),
        ("domain", "routes", False),
        ("publish", "api", False),
        ("evaluation", "recordings", True),
        ("recordings", "evaluation", False),
        ("recordings", "storage", False),
        ("storage", "recordings", False),
        ("app", "api", True),
        ("api", "app", False),
    ],
)
def test_the_table_reads_as_it_should(importer: str, imported: str, allowed: bool) -> None:
    assert _may_import(importer, imported) is allowed
