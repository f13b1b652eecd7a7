"""Prints what CHANGELOG.md says of one version, for its release.

    python scripts/release_notes.py 0.1.0 [--owner NAME]

Fails when the version has no section or is marked as not released, and when the images named in
addon/config.yaml and compose.yaml are not NAME's: nobody could fetch them.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_IMAGE = re.compile(r"^\s*image: ghcr\.io/([^/]+)/", re.MULTILINE)


def notes(version: str) -> str:
    """The section of `version`. Raises `SystemExit` when it is not there or not ready."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for section in re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]:
        title, _, text = section.partition("\n")
        if title == version:
            return text.strip()
        if title.startswith(f"{version},"):
            sys.exit(f"CHANGELOG.md says '{title}': say that it is released.")
    sys.exit(f"CHANGELOG.md has no section for {version}.")


def check_owner(owner: str) -> None:
    """Raises `SystemExit` when an image belongs to somebody else."""
    for name in ("addon/config.yaml", "compose.yaml"):
        named = _IMAGE.findall((ROOT / name).read_text("utf-8"))
        if named != [owner.lower()]:
            sys.exit(f"{name} names images of {named}, but they are published by {owner.lower()}.")


def main() -> int:
    """Print the notes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("version")
    parser.add_argument("--owner", help="who publishes the images")
    given = parser.parse_args()
    if given.owner:
        check_owner(given.owner)
    print(notes(given.version))
    return 0


if __name__ == "__main__":
    sys.exit(main())
