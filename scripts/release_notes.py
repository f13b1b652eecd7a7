"""Notes of a release: from fragments in changes/ into CHANGELOG.md, and from there to its page.

    python scripts/release_notes.py 0.2.0 --collect       takes the fragments into the changelogs
    python scripts/release_notes.py 0.2.0 [--owner NAME]  prints what CHANGELOG.md says of it

A fragment is a file `changes/WHAT.KIND.md` of one or a few sentences; changes/README.md has more.
Printing fails when the version has no section or is marked as not released, when fragments wait to
be collected, and when the images named in addon/config.yaml and compose.yaml are not NAME's: nobody
could fetch them.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "changes"
KINDS = {
    "added": "",
    "changed": "Changed: ",
    "fixed": "Fixed: ",
    "removed": "Removed: ",
    "security": "Security: ",
}  # fmt: skip -- two lines
_WIDTH = 110
_IMAGE = re.compile(r"^\s*image: ghcr\.io/([^/]+)/", re.MULTILINE)


def fragments(root: Path = ROOT) -> list[Path]:
    """All fragments, by kind and then by name. Raises `SystemExit` for a file that is none."""
    found = []
    for path in sorted((root / FOLDER).glob("*")):
        if path.name == "README.md":
            continue
        name, _, kind = path.stem.rpartition(".")
        if path.suffix != ".md" or not name or kind not in KINDS:
            sys.exit(f"{FOLDER}/{path.name} is no fragment: name it WHAT.KIND.md, with {[*KINDS]}.")
        if not path.read_text("utf-8").strip():
            sys.exit(f"{FOLDER}/{path.name} is empty.")
        found.append((list(KINDS).index(kind), path))
    return [path for _, path in sorted(found)]


def bullets(paths: list[Path]) -> str:
    """The fragments as a list in Markdown."""
    lines = []
    for path in paths:
        words = f"- {KINDS[path.stem.rpartition('.')[2]]}{path.read_text('utf-8')}".split()
        line = words[0]
        for word in words[1:]:
            if len(line) + 1 + len(word) > _WIDTH:
                lines.append(line)
                line = f"  {word}"
            else:
                line += f" {word}"
        lines.append(line)
    return "\n".join(lines)


def collect(version: str, root: Path = ROOT) -> None:
    """Take all fragments into both changelogs and delete them."""
    paths = fragments(root)
    if not paths:
        sys.exit(f"There is nothing in {FOLDER}/ to collect.")
    changelog = root / "CHANGELOG.md"
    changelog.write_text(_with(changelog.read_text("utf-8"), version, bullets(paths)), "utf-8")
    of_app = root / "addon/CHANGELOG.md"
    text = of_app.read_text("utf-8")
    if not re.search(rf"^## {re.escape(version)}$", text, re.MULTILINE):
        of_app.write_text(_with(text, version, bullets(paths)), "utf-8")
    for path in paths:
        path.unlink()


def _with(changelog: str, version: str, text: str) -> str:
    """The changelog with `text` at the end of the section of `version`, which is released then."""
    parts = re.split(r"^(?=## )", changelog, flags=re.MULTILINE)
    for number, part in enumerate(parts):
        title, _, section = part.partition("\n")
        if title == f"## {version}" or title.startswith(f"## {version},"):
            parts[number] = f"## {version}\n{section.rstrip()}\n{text}\n\n"
            break
    else:
        parts.insert(1, f"## {version}\n\n{text}\n\n")
    return "".join(parts).rstrip() + "\n"


def notes(version: str, root: Path = ROOT) -> str:
    """The section of `version`. Raises `SystemExit` when it is not there or not ready."""
    waiting = [path.name for path in fragments(root)]
    if waiting:
        sys.exit(f"{FOLDER}/ still holds {', '.join(waiting)}: collect first.")
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
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
    """Collect, or print the notes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("version")
    parser.add_argument("--collect", action="store_true", help="take the fragments in")
    parser.add_argument("--owner", help="who publishes the images")
    given = parser.parse_args()
    if given.collect:
        collect(given.version)
        return 0
    if given.owner:
        check_owner(given.owner)
    print(notes(given.version))
    return 0


if __name__ == "__main__":
    sys.exit(main())
