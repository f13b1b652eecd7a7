"""The locked requirements: complete, with hashes, and alike for users and for tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.project.tree import ROOT, pyproject

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
# `scripts/lock` writes these from pyproject.toml.
SERVICE = ROOT / "requirements/service.txt"
DEV = ROOT / "requirements/dev.txt"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*])?==([^ ;\\]+)(?: ; [^\\]+)?(?: \\)?$")
_HASH = re.compile(r"^ {4}--hash=sha256:[0-9a-f]{64}(?: \\)?$")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pins(lock: Path) -> set[tuple[str, str]]:
    """Name and version of every package; a package may have one version per Python."""
    matches = (_PIN.match(line) for line in lock.read_text("utf-8").splitlines())
    return {(_normal(match[1]), match[2]) for match in matches if match}


def _names(requirements: list[str]) -> set[str]:
    return {_normal(re.split(r"[\[<>=!~; ]", requirement)[0]) for requirement in requirements}


@pytest.mark.parametrize("lock", [SERVICE, DEV], ids=lambda lock: lock.name)
def test_the_lock_is_there(lock: Path) -> None:
    assert _pins(lock)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_is_an_exact_version_or_a_hash(lock: Path) -> None:
    lines = lock.read_text("utf-8").splitlines()
    other = [
        line
        for line in lines
        if line.strip() and not (_PIN.match(line) or _HASH.match(line) or line.startswith("#"))
    ]
    assert other == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_version_has_a_hash(lock: Path) -> None:
    lines = lock.read_text("utf-8").splitlines()
    unhashed = [
        line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if _PIN.match(line) and not _HASH.match(following)
    ]
    assert unhashed == []


def test_the_service_lock_has_every_dependency_and_the_build_tools() -> None:
    project = pyproject()
    needed = _names(project["project"]["dependencies"])
    needed |= _names(project["project"]["optional-dependencies"]["broker"])
    needed |= _names(project["build-system"]["requires"])
    assert needed - {name for name, _ in _pins(SERVICE)} == set()


def test_the_dev_lock_has_every_extra_and_the_dev_group() -> None:
    project = pyproject()
    needed = _names(project["dependency-groups"]["dev"])
    for extra in project["project"]["optional-dependencies"].values():
        needed |= _names(extra)
    assert needed - {name for name, _ in _pins(DEV)} == set()


def test_tests_run_on_the_versions_that_users_get() -> None:
    assert _pins(SERVICE) - _pins(DEV) == set()
