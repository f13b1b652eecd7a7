"""What runs elsewhere may do little, and is what it was when somebody looked at it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.project.tree import ROOT, files_ending, text_of

WORKFLOWS = [
    path for path in files_ending(".yaml", ".yml") if path.parent == Path(".github/workflows")
]
_PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # \S+")


def _jobs(path: Path) -> dict[str, Any]:
    jobs: dict[str, Any] = yaml.safe_load((ROOT / path).read_text("utf-8"))["jobs"]
    return jobs


def test_there_are_workflows() -> None:
    assert {path.stem for path in WORKFLOWS} >= {"lint", "test", "validate", "release"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit(path: Path) -> None:
    lines = [line for line in (text_of(path) or "").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not _PINNED.search(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_is_permitted_but_what_a_job_names(path: Path) -> None:
    whole = yaml.safe_load((ROOT / path).read_text("utf-8"))
    assert whole["permissions"] == {}
    for name, job in whole["jobs"].items():
        assert "permissions" in job, name
        assert job["timeout-minutes"] <= 90, name
    # `on` is a word for yes in YAML 1.1.
    assert "pull_request_target" not in whole[True]


def test_only_a_release_writes() -> None:
    for path in WORKFLOWS:
        writes = [
            (path.stem, right)
            for job in _jobs(path).values()
            for right, may in job["permissions"].items()
            if may == "write"
        ]
        assert path.stem == "release" or writes == []


def test_the_release_checks_the_base_that_the_app_is_built_on() -> None:
    release = text_of(Path(".github/workflows/release.yaml")) or ""
    base = re.search(r"^  BASE: (\S+)$", release, re.MULTILINE)
    assert base is not None
    assert f"FROM {base[1]} AS" in (text_of(Path("addon/Dockerfile")) or "")


def test_every_script_that_a_workflow_calls_exists() -> None:
    called = {
        name
        for path in WORKFLOWS
        for name in re.findall(r"\b(?:scripts|\.ci)/[\w.-]+", text_of(path) or "")
    }
    assert called
    assert [name for name in sorted(called) if not (ROOT / name).exists()] == []
