"""Fails when a part of the service is tested less than this project promises.

Reads the JSON report of coverage: `python scripts/coverage_floors.py reports/coverage.json`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

OVERALL_PERCENT = 90.0
# Here a mistake joins two people or loses one: every line and every branch is tested.
COMPLETE = ("domain", "associate", "identities", "routes")


def shortfalls(report: Mapping[str, Any]) -> list[str]:
    """One sentence for each floor that `report` (coverage's JSON format) stays below."""
    found = []
    overall = float(report["totals"]["percent_covered"])
    if overall < OVERALL_PERCENT:
        found.append(f"reid_service is covered to {overall:.1f} %, not {OVERALL_PERCENT:.0f} %.")
    for package in COMPLETE:
        found += _package_shortfalls(package, report["files"])
    return found


def _package_shortfalls(package: str, files: Mapping[str, Any]) -> list[str]:
    folder = Path("reid_service", package)
    measured = {name: file for name, file in files.items() if Path(name).is_relative_to(folder)}
    if not measured:
        return [f"{folder} was not measured."]
    return [
        f"{name} is covered to {file['summary']['percent_covered']:.1f} %, not 100 %: {_gaps(file)}"
        for name, file in sorted(measured.items())
        if file["summary"]["missing_lines"] or file["summary"]["missing_branches"]
    ]


def _gaps(file: Mapping[str, Any]) -> str:
    lines = [f"line {line}" for line in file["missing_lines"]]
    branches = [f"branch {start} to {end}" for start, end in file["missing_branches"]]
    return ", ".join(lines + branches) + "."


def main(report: Path) -> int:
    """Print the outcome; 0 when every floor holds."""
    found = shortfalls(json.loads(report.read_text("utf-8")))
    for sentence in found:
        print(f"Coverage: {sentence}")
    if not found:
        print(
            f"Coverage floors hold: {OVERALL_PERCENT:.0f} % overall, 100 % {'/ '.join(COMPLETE)}/"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
