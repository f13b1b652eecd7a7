"""The app, the container and the store's files: one version, one address, nothing loose."""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

import reid_service
from reid_service.settings import ApiSettings, Settings, load_settings
from tests.project.tree import ROOT, installed_tool, project_files, pyproject, text_of
from tests.service.app_container import dockerfile_variables

ADDON = Path("addon")
MANIFEST = ROOT / "custom_components/frigate_reid/manifest.json"
DOCKERFILES = [ADDON / "Dockerfile", Path("container/Dockerfile")]
SERVICES = ADDON / "rootfs/etc/s6-overlay/s6-rc.d"


def _yaml(path: Path | str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / path).read_text("utf-8"))
    return content


@pytest.fixture(scope="module")
def app() -> dict[str, Any]:
    return _yaml(ADDON / "config.yaml")


@pytest.fixture(scope="module")
def address() -> str:
    """Where the project lives."""
    return str(pyproject()["project"]["urls"]["Repository"])


def test_the_store_finds_one_app_only() -> None:
    found = [
        path
        for path in project_files()
        if path.stem == "config"
        and path.suffix in (".yaml", ".yml", ".json")
        and not any(part.startswith(".") or part == "rootfs" for part in path.parts)
    ]
    assert found == [ADDON / "config.yaml"]


def test_there_is_one_version(app: dict[str, Any]) -> None:
    service = _yaml("compose.yaml")["services"]["reid"]
    versions = {
        "pyproject.toml": pyproject()["project"]["version"],
        "addon/config.yaml": app["version"],
        "compose.yaml": service["image"].rpartition(":")[2],
        "CHANGELOG.md": _newest("CHANGELOG.md"),
        "addon/CHANGELOG.md": _newest("addon/CHANGELOG.md"),
    }
    if MANIFEST.is_file():
        versions["manifest.json"] = json.loads(MANIFEST.read_text("utf-8"))["version"]
    assert versions == dict.fromkeys(versions, reid_service.__version__)


def _newest(changelog: str) -> str:
    found = re.search(r"^## ([0-9.]+)", text_of(Path(changelog)) or "", re.MULTILINE)
    return found[1] if found else ""


def test_there_is_one_address(app: dict[str, Any], address: str) -> None:
    assert _yaml("repository.yaml")["url"] == address
    assert app["url"] == address
    for path in DOCKERFILES:
        assert f'org.opencontainers.image.source="{address}"' in (text_of(path) or "")
    for each in pyproject()["project"]["urls"].values():
        assert each.startswith(address)
    if MANIFEST.is_file():
        manifest = json.loads(MANIFEST.read_text("utf-8"))
        assert manifest["documentation"].startswith(address)
        assert manifest["issue_tracker"] == f"{address}/issues"


def test_the_images_belong_to_the_owner_of_the_project(app: dict[str, Any], address: str) -> None:
    owner = address.split("/")[3].lower()
    assert app["image"] == f"ghcr.io/{owner}/frigate-reid-app"
    image = _yaml("compose.yaml")["services"]["reid"]["image"]
    assert image.rpartition(":")[0] == f"ghcr.io/{owner}/frigate-reid"


def test_options_and_words_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "scripts/addon_options.py"), "--check"]
    checked = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_no_option_has_to_be_set(app: dict[str, Any]) -> None:
    assert set(app["options"]) == set(app["schema"])
    assert not any(app["options"].values())
    kinds = [kind for group in app["schema"].values() for kind in _fields(group).values()]
    assert all(kind.endswith("?") for kind in kinds)


def _fields(group: Any) -> dict[str, str]:
    """Names and kinds of the options of a group, which may be a list of such groups."""
    fields: dict[str, str] = group[0] if isinstance(group, list) else group
    return fields


_EXAMPLES = {
    "bool": True,
    "port": 8883,
    "str": "some text",
    "password": "secret",
    "match(^[a-z0-9_-]{1,32}$)": "yard",
    r"match(^https?://[^\s]+$)": "https://frigate.lan:8971",
}


def _example(kind: str) -> Any:
    kind = kind.removesuffix("?")
    if kind.startswith("list("):
        return kind[len("list(") : -1].split("|")[-1]
    if kind.startswith(("int(", "float(")):
        return int(re.findall(r"\d+", kind)[0]) + 1
    return _EXAMPLES[kind]


def test_the_service_takes_every_option_as_the_app_hands_it_on(
    app: dict[str, Any], tmp_path: Path
) -> None:
    options = {}
    for group, schema in app["schema"].items():
        filled = {name: _example(kind) for name, kind in _fields(schema).items()}
        options[group] = [filled] if isinstance(schema, list) else filled
    file = tmp_path / "options.json"
    file.write_text(json.dumps(options))
    settings = load_settings(options_file=file)
    given = settings.model_dump(mode="json", exclude_unset=True)
    for group, schema in app["schema"].items():
        made = given[group][0] if isinstance(schema, list) else given[group]
        assert set(made) == set(_fields(schema))
    file.write_text(json.dumps(app["options"]))
    assert load_settings(options_file=file) == load_settings(options_file=tmp_path / "none")


def test_ports_are_the_same_in_the_app_and_its_image(app: dict[str, Any]) -> None:
    variables = dockerfile_variables(ROOT / ADDON / "Dockerfile")
    port = ApiSettings().port
    assert variables["FRIGATE_REID_API__PORT"] == str(port)
    assert variables["FRIGATE_REID_API__INGRESS_PORT"] == str(app["ingress_port"])
    assert app["ports"] == {f"{port}/tcp": None}
    assert app["watchdog"] == f"http://[HOST]:[PORT:{port}]/health"


@pytest.mark.parametrize("path", DOCKERFILES, ids=str)
def test_images_set_settings_that_exist(path: Path) -> None:
    known = set(Settings.model_fields) | {f"api.{name}" for name in ApiSettings.model_fields}
    for name in dockerfile_variables(ROOT / path):
        setting = name.removeprefix("FRIGATE_REID_").lower().replace("__", ".")
        assert setting in known


@pytest.mark.parametrize("path", DOCKERFILES, ids=str)
def test_images_are_built_on_a_pinned_base_and_say_what_they_are(path: Path) -> None:
    text = text_of(path) or ""
    stages = re.findall(r"^FROM \S+ AS (\S+)$", text, re.MULTILINE)
    bases = [each for each in re.findall(r"^FROM (\S+)", text, re.MULTILINE) if each not in stages]
    assert bases
    for base in bases:
        assert re.fullmatch(r"\S+:\S*\d+\.\d+\S*", base), base
    for label in ("title", "description", "source", "licenses", "version"):
        assert f"org.opencontainers.image.{label}=" in text
    assert "--require-hashes" in text
    assert "HEALTHCHECK" in text


def test_the_app_says_to_supervisor_what_it_is() -> None:
    text = text_of(ADDON / "Dockerfile") or ""
    for label in ('io.hass.type="app"', "io.hass.version=", "io.hass.arch="):
        assert label in text
    assert "BUILD_FROM" not in text


def test_hadolint_finds_nothing() -> None:
    hadolint = installed_tool("hadolint")
    if hadolint is None:
        pytest.skip("hadolint is not installed")
    command = [hadolint, *map(str, DOCKERFILES)]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout) == (0, "")


def test_every_file_that_an_image_copies_is_let_into_its_context() -> None:
    let_in = {
        line[1:] for line in (text_of(Path(".dockerignore")) or "").splitlines() if line[:1] == "!"
    }
    copied = {
        source
        for path in DOCKERFILES
        for line in re.findall(r"^COPY (?!--from)(.+)$", text_of(path) or "", re.MULTILINE)
        for source in line.split()[:-1]
    }
    assert copied
    assert copied <= let_in
    assert [name for name in let_in if not (ROOT / name).exists()] == []


def test_every_service_of_the_app_is_started() -> None:
    folders = {path.name for path in (ROOT / SERVICES).iterdir() if path.name != "user"}
    assert folders == {path.name for path in (ROOT / SERVICES / "user/contents.d").iterdir()}
    for name in folders:
        kind = (ROOT / SERVICES / name / "type").read_text().strip()
        program = ROOT / SERVICES / name / "run"
        if kind == "oneshot":
            up = (ROOT / SERVICES / name / "up").read_text().strip()
            program = ROOT / ADDON / "rootfs" / up.removeprefix("/")
        assert os.access(program, os.X_OK)
        needed = {path.name for path in (ROOT / SERVICES / name / "dependencies.d").iterdir()}
        assert needed
        assert needed <= folders | {"base"}


def test_the_commands_around_a_backup_are_in_the_image(app: dict[str, Any]) -> None:
    for name in (app["backup_pre"], app["backup_post"]):
        assert os.access(ROOT / ADDON / "rootfs/usr/bin" / name, os.X_OK)
    assert app["backup"] == "hot"
    assert all(each.startswith(f"*_{app['slug']}/") for each in app["backup_exclude"])


def test_apparmor_has_one_profile_named_as_the_app(app: dict[str, Any]) -> None:
    text = text_of(ADDON / "apparmor.txt") or ""
    assert re.findall(r"^profile (\S+)", text, re.MULTILINE) == [app["slug"]]


@pytest.mark.parametrize(("name", "shape"), [("icon.png", 1.0), ("logo.png", 2.5)])
def test_pictures_have_the_shape_that_the_store_shows(name: str, shape: float) -> None:
    header = (ROOT / ADDON / name).read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", header[16:])
    assert width / height == shape
    assert height >= 128
