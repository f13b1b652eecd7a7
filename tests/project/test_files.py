"""What no file of the project may be or contain."""

from __future__ import annotations

import ast
import json
import re
import tomllib
import warnings
from pathlib import Path

import pytest
import yaml

import reid_service
from tests.project.tree import ROOT, files_ending, project_files, pyproject, text_of

SOFT_LIMIT = 300
HARD_LIMIT = 500
SOURCE_SUFFIXES = (".py", ".ts", ".js", ".sh")

# Joined here so that this file does not contain what it forbids.
_MACHINE_PATHS = ["/" + name + "/" for name in ("work", "root", "opt/wheels", "opt/pypi")]
_REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("proxy", "golang", "org"),
        ("static", "crates", "io"),
    )
]
_INDEX_OPTIONS = ["--" + name for name in ("index-url", "extra-index-url", "find-links")]
_HOME_FOLDER = re.compile(r"/(?:home|Users)/[a-z][a-z0-9_-]*/")
# These say which options must stay out of the locks.
_MAY_NAME_INDEX_OPTIONS = {Path("scripts/lock")}


def test_there_are_files_to_check() -> None:
    assert Path("pyproject.toml") in project_files()
    assert files_ending(".py")


def test_no_module_is_longer_than_the_hard_limit() -> None:
    lengths = {
        path: len((text_of(path) or "").splitlines())
        for path in files_ending(*SOURCE_SUFFIXES)
        if not _is_built(path)
    }
    soft = sorted(f"{path} ({n})" for path, n in lengths.items() if n > SOFT_LIMIT)
    print(f"longer than {SOFT_LIMIT} lines: {', '.join(soft) or 'none'}")  # noqa: T201 -- the list
    assert {path: n for path, n in lengths.items() if n > HARD_LIMIT} == {}


def _is_built(path: Path) -> bool:
    """What the front-end's build and the API's description give is not written by people."""
    built = (
        "reid_service/web",
        "custom_components/frigate_reid/frontend",
        "frontend/shared/src/api-types.ts",
    )
    return any(path.is_relative_to(folder) for folder in built)


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    found = [
        f"{path}: {path_name}"
        for path in project_files()
        for path_name in _machine_paths_in(text_of(path) or "")
    ]
    assert found == []


def _machine_paths_in(text: str) -> list[str]:
    boundary = r"(?<![\w.~$}/-])"  # a path's start, not the middle of another or of an address
    patterns = [re.compile(boundary + re.escape(path)) for path in _MACHINE_PATHS]
    patterns.append(re.compile(boundary + _HOME_FOLDER.pattern))
    return [match.group() for pattern in patterns for match in pattern.finditer(text)]


def test_no_file_names_a_package_registry() -> None:
    found = [
        f"{path}: {host}"
        for path in project_files()
        for host in _REGISTRY_HOSTS
        if host in (text_of(path) or "")
    ]
    assert found == []


def test_no_file_sets_a_package_index() -> None:
    found = [
        f"{path}: {option}"
        for path in project_files()
        if path not in _MAY_NAME_INDEX_OPTIONS
        for option in _INDEX_OPTIONS
        if option in (text_of(path) or "")
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cd /" + "work/main", ["/" + "work/"]),
        ("'/" + "root/.cache'", ["/" + "root/"]),
        ("/" + "home/anna/site", ["/" + "home/anna/"]),
        ("https://example.net/" + "work/", []),
        ("tests/" + "work/", []),
        ("$HOME/" + "work/", []),
    ],
)
def test_machine_paths_are_told_from_other_paths(text: str, found: list[str]) -> None:
    assert _machine_paths_in(text) == found


def test_every_toml_file_parses() -> None:
    for path in files_ending(".toml"):
        tomllib.loads((ROOT / path).read_text("utf-8"))


class _TagTolerantLoader(yaml.SafeLoader):
    """Blueprints carry tags of Home Assistant, such as !input and !secret."""


_TagTolerantLoader.add_multi_constructor("!", lambda _loader, suffix, _node: suffix)


def test_every_yaml_file_parses() -> None:
    for path in files_ending(".yaml", ".yml"):
        # The loader is a SafeLoader that reads unknown tags as text.
        list(yaml.load_all((ROOT / path).read_text("utf-8"), _TagTolerantLoader))


def test_every_json_file_parses() -> None:
    for path in files_ending(".json"):
        json.loads((ROOT / path).read_text("utf-8"))


def test_version_is_the_same_for_packaging_and_for_the_service() -> None:
    assert pyproject()["project"]["version"] == reid_service.__version__


def test_license_is_the_one_that_packaging_names() -> None:
    assert pyproject()["project"]["license"] == "Apache-2.0"
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_every_script_that_the_documents_name_exists() -> None:
    named = {
        (path, name)
        for path in files_ending(".md")
        for name in re.findall(r"(?<![\w/.])scripts/[\w.-]*\w", text_of(path) or "")
    }
    missing = sorted(f"{path}: {name}" for path, name in named if not (ROOT / name).exists())
    assert missing == []


def test_the_two_commands_exist() -> None:
    assert (ROOT / "scripts/demo").is_file()
    assert (ROOT / "scripts/test").is_file()


def test_only_the_command_line_prints() -> None:
    found = [
        f"{path}:{line}"
        for path in files_ending(".py")
        if path.is_relative_to("reid_service") and not _is_command_line(path)
        for line in _print_lines(text_of(path) or "")
    ]
    assert found == []


def _is_command_line(path: Path) -> bool:
    return path.is_relative_to("reid_service/cli") or path.name == "__main__.py"


def _print_lines(source: str) -> list[int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # ruff's to report
        tree = ast.parse(source)
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
