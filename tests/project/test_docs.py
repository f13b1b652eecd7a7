"""What the documents say about the project is so."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.cli import main
from reid_service.diagnostics.metrics import PREFIX, Metrics
from reid_service.settings import Settings
from tests.project import test_imports as imports
from tests.project.tree import ROOT, files_ending, project_files, pyproject, text_of

README = Path("README.md")
ARCHITECTURE = Path("docs/architecture.md")
# What the scripts of that name run.
_SCRIPT_COMMANDS = {"scripts/demo": "demo", "scripts/run": "serve"}

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_COMMAND = re.compile(r"frigate-reid ([a-z][a-z-]*)")
_CALL = re.compile(r"(scripts/(?:demo|run)|frigate-reid [a-z][a-z-]*)([^`|\n]*)")


def _documents() -> list[Path]:
    return files_ending(".md")


def _text(path: Path) -> str:
    return text_of(path) or ""


def _links(path: Path) -> Iterator[tuple[str, str]]:
    """File and heading of each link that stays in the project."""
    for target in _LINK.findall(_FENCE.sub("", _text(path))):
        if "://" not in target and not target.startswith("mailto:"):
            file, _, heading = target.partition("#")
            yield file, heading


def _headings(path: Path) -> set[str]:
    """As links name them: lower case, hyphens for spaces, nothing else but letters and digits."""
    titles = _HEADING.findall(_FENCE.sub("", _text(path)))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_link_leads_to_a_file_of_the_project() -> None:
    broken = [
        f"{path}: {file}"
        for path in _documents()
        for file, _ in _links(path)
        if file and not (ROOT / path.parent / file).exists()
    ]
    assert broken == []


def test_every_link_to_a_heading_finds_it() -> None:
    broken = []
    for path in _documents():
        for file, heading in _links(path):
            target = Path(path.parent, file) if file else path
            if heading and heading not in _headings(target):
                broken.append(f"{path}: {file}#{heading}")
    assert broken == []


def test_every_address_of_a_page_of_ours_leads_to_one() -> None:
    """In code, too: the integration, the card and the web app link to the documents."""
    home = re.escape(str(pyproject()["project"]["urls"]["Repository"]))
    address = re.compile(rf"{home}/(?:blob|tree)/main/([\w./-]+)(?:#([\w-]+))?")
    found = {
        (str(path), file.rstrip("."), heading)
        for path in project_files()
        if path.suffix in (".md", ".py", ".ts", ".json", ".yaml", ".toml", ".html")
        for file, heading in address.findall(_text(path))
    }
    assert len(found) > 3
    broken = [
        each
        for each in sorted(found)
        if not (ROOT / each[1]).exists() or (each[2] and each[2] not in _headings(Path(each[1])))
    ]
    assert broken == []


def _help(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What `--help` prints. A command that does not exist ends with another code."""
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    printed = capsys.readouterr()
    assert ended.value.code == 0, f"there is no command {command}: {printed.err}"
    return printed.out


def test_every_command_that_the_documents_name_exists(capsys: pytest.CaptureFixture[str]) -> None:
    named = {name for path in _documents() for name in _COMMAND.findall(_text(path))}
    assert named
    for name in sorted(named):
        _help(name, capsys)


def test_the_readme_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^ {4}([a-z][a-z-]+)", capsys.readouterr().out, re.MULTILINE)
    assert len(listed) > 5
    assert set(listed) == set(_COMMAND.findall(_text(README)))


def test_every_option_that_the_documents_show_exists(capsys: pytest.CaptureFixture[str]) -> None:
    shown = {
        (_SCRIPT_COMMANDS.get(call) or call.split()[1], option)
        for path in _documents()
        for call, rest in _CALL.findall(_text(path))
        for option in re.findall(r"--[a-z][a-z-]*", rest.partition("#")[0])
    }
    assert ("serve", "--mqtt") in shown
    missing = [
        f"{command} {option}"
        for command, option in sorted(shown)
        if not re.search(rf"{option}(?![\w-])", _help(command, capsys))
    ]
    assert missing == []


def test_the_settings_page_is_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "scripts/docs_settings.py"), "--check"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def _setting_paths() -> set[str]:
    schema = Settings.model_json_schema()
    found = set(schema["properties"])
    for name, field in schema["properties"].items():
        reference = field.get("$ref") or field.get("items", {}).get("$ref", "")
        group = schema["$defs"].get(reference.rpartition("/")[2], {})
        found |= {f"{name}.{key}" for key in group.get("properties", {})}
    return found


def test_every_setting_that_the_documents_name_exists() -> None:
    known = _setting_paths()
    groups = "|".join(sorted({path.partition(".")[0] for path in known if "." in path}))
    # Frigate's own settings go by the same names: these are its.
    theirs = {"mqtt.topic_prefix"}
    wrong = [
        f"{path}: {name}"
        for path in _documents()
        for name in re.findall(rf"`(?:--set )?((?:{groups})\.[a-z_]+)(?:=[^`]*)?`", _text(path))
        if name not in known | theirs
    ]
    assert wrong == []


def test_every_metric_that_the_documents_name_exists() -> None:
    exposed = Metrics().exposition().decode()
    wrong = [
        f"{path}: {name}"
        for path in _documents()
        for name in re.findall(rf"`({PREFIX}_[a-z_]+_total)\b", _text(path))
        if name.removesuffix("_total") not in exposed
    ]
    assert wrong == []


def _table(mark: str) -> list[list[str]]:
    """Cells of the rows between `<!-- mark -->` and `<!-- /mark -->`, without the head."""
    _, _, rest = _text(ARCHITECTURE).partition(f"<!-- {mark} -->")
    lines = rest.partition(f"<!-- /{mark} -->")[0].strip().splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_architecture_shows_the_flow_that_is_enforced() -> None:
    shown = tuple(tuple(re.findall(r"`(\w+)`", parts)) for _, parts, _ in _table("flow"))
    assert shown == imports.FLOW


def test_the_architecture_shows_what_stands_beside_the_flow() -> None:
    shown = {part.strip("`"): last.strip("`") for part, last, _ in _table("beside")}
    assert shown == imports.BESIDE


def test_the_architecture_lists_every_decision() -> None:
    decisions = {
        str(path.relative_to("docs"))
        for path in _documents()
        if path.is_relative_to("docs/decisions")
    }
    assert decisions
    listed = {file for file, _ in _links(ARCHITECTURE) if file.startswith("decisions/")}
    assert listed == decisions


def test_decisions_are_numbered_without_a_gap() -> None:
    names = sorted(p.name for p in _documents() if p.is_relative_to("docs/decisions"))
    assert [int(name.partition("-")[0]) for name in names] == list(range(1, len(names) + 1))
    for number, name in enumerate(names, start=1):
        title = _text(Path("docs/decisions", name)).partition("\n")[0]
        assert title.startswith(f"# {number}. "), name
