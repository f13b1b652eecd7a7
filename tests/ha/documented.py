"""What the documents say, taken apart: tables, words in code type, fenced blocks."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r"`([^`]+)`")
_CELL = re.compile(r"(?<!\\)\|")


def text_of(name: str) -> str:
    """The text of a document, by its path in the project."""
    return (ROOT / name).read_text("utf-8")


def table(text: str, head: str) -> list[list[str]]:
    """Cells of the rows below the line `head`; an empty first cell is that of the row above."""
    assert f"\n{head}\n" in text, head
    lines = text.split(f"\n{head}\n")[1].splitlines()[1:]
    rows: list[list[str]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in _CELL.split(line)[1:-1]]
        if not cells[0] and rows:
            cells[0] = rows[-1][0]
        rows.append(cells)
    return rows


def codes(text: str) -> set[str]:
    """The words in code type."""
    return set(_CODE.findall(text))


def script(name: str) -> ModuleType:
    """A module of the folder `scripts`."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module
