"""The check that keeps coverage from sinking."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.project.tree import ROOT

PACKAGES = ("domain", "associate", "identities", "routes")


def _file(missing_lines: list[int], missing_branches: list[list[int]]) -> dict[str, Any]:
    return {
        "missing_lines": missing_lines,
        "missing_branches": missing_branches,
        "summary": {
            "percent_covered": 97.0 if missing_lines or missing_branches else 100.0,
            "missing_lines": len(missing_lines),
            "missing_branches": len(missing_branches),
        },
    }


@pytest.fixture
def report() -> dict[str, Any]:
    """A report in which every floor holds."""
    files = {f"reid_service/{package}/parts.py": _file([], []) for package in PACKAGES}
    files["reid_service/api/http.py"] = _file([10, 11], [])
    return {"totals": {"percent_covered": 93.4}, "files": files}


def _check(report: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    file = folder / "coverage.json"
    file.write_text(json.dumps(report))
    command = [sys.executable, str(ROOT / "scripts/coverage_floors.py"), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_floors_that_hold_pass(report: dict[str, Any], tmp_path: Path) -> None:
    checked = _check(report, tmp_path)
    assert checked.returncode == 0
    assert checked.stdout.startswith("Coverage floors hold")


def test_too_little_overall_fails(report: dict[str, Any], tmp_path: Path) -> None:
    report["totals"]["percent_covered"] = 89.9
    checked = _check(report, tmp_path)
    assert checked.returncode == 1
    assert checked.stdout == "Coverage: reid_service is covered to 89.9 %, not 90 %.\n"


@pytest.mark.parametrize("package", PACKAGES)
def test_an_untested_line_or_branch_where_all_are_promised_fails(
    report: dict[str, Any], tmp_path: Path, package: str
) -> None:
    report["files"][f"reid_service/{package}/parts.py"] = _file([7], [[3, 5]])
    checked = _check(report, tmp_path)
    assert checked.returncode == 1
    assert f"reid_service/{package}/parts.py is covered to 97.0 %" in checked.stdout
    assert "line 7, branch 3 to 5." in checked.stdout


def test_a_package_that_was_not_measured_fails(report: dict[str, Any], tmp_path: Path) -> None:
    del report["files"]["reid_service/domain/parts.py"]
    checked = _check(report, tmp_path)
    assert checked.returncode == 1
    assert "reid_service/domain was not measured." in checked.stdout
