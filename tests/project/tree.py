"""The files of the project, as git would commit them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

_SHELLS = ("#!/usr/bin/env bash", "#!/command/with-contenv bash")

_NEVER_COMMITTED = {
    ".cache",
    ".git",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".venv",
    "__pycache__",
    "build",
    "data",
    "dist",
    "node_modules",
    "reports",
}


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is or would be committed, relative to `ROOT`, sorted."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive, or no git
        return _walked()
    paths = (Path(name) for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if (ROOT / path).is_file()))


def _walked() -> tuple[Path, ...]:
    found = []
    for folder, names, files in os.walk(ROOT):
        names[:] = [name for name in names if name not in _NEVER_COMMITTED]
        found += [Path(folder, name).relative_to(ROOT) for name in files]
    return tuple(sorted(found))


def files_ending(*suffixes: str) -> list[Path]:
    """Project files with one of `suffixes`, each with its dot."""
    return [path for path in project_files() if path.suffix in suffixes]


@cache
def text_of(path: Path) -> str | None:
    """The text of a project file; None for a picture, a model or another binary."""
    try:
        return (ROOT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return None


def shell_scripts() -> list[Path]:
    """Project files that bash runs or sources."""
    return [
        path
        for path in project_files()
        if path.suffix == ".sh" or (text_of(path) or "").startswith(_SHELLS)
    ]


def pyproject() -> dict[str, Any]:
    """The parsed pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def installed_tool(name: str) -> str | None:
    """The path of a program of the development environment, else of the system."""
    return shutil.which(name, path=sysconfig.get_path("scripts")) or shutil.which(name)
