"""What a release is made of: notes from fragments, and the zip that the Marketplace fetches."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.project.tree import ROOT, pyproject

INTEGRATION = "custom_components/frigate_reid"
VERSION = str(pyproject()["project"]["version"])


@pytest.fixture(scope="module")
def script() -> ModuleType:
    found = importlib.util.spec_from_file_location("notes", ROOT / "scripts/release_notes.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Changelogs of a version that is out and one that is not, and two fragments."""
    (tmp_path / "changes").mkdir()
    (tmp_path / "addon").mkdir()
    (tmp_path / "changes/README.md").write_text("# About\n")
    (tmp_path / "changes/doors.fixed.md").write_text("Doors are\nfound.\n")
    (tmp_path / "changes/gates.added.md").write_text("Gates, too.\n")
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\nAll.\n\n## 0.2.0, not released yet\n\n- Walls.\n\n## 0.1.0\n\n- Floors.\n"
    )
    (tmp_path / "addon/CHANGELOG.md").write_text("# Changelog\n\n## 0.1.0\n\nThe first.\n")
    return tmp_path


def test_fragments_become_the_notes_of_the_release(script: ModuleType, project: Path) -> None:
    script.collect("0.2.0", project)
    assert script.notes("0.2.0", project) == "- Walls.\n- Gates, too.\n- Fixed: Doors are found."
    assert script.notes("0.1.0", project) == "- Floors."
    of_app = (project / "addon/CHANGELOG.md").read_text()
    assert of_app.index("## 0.2.0") < of_app.index("Gates, too.") < of_app.index("## 0.1.0")
    assert [path.name for path in (project / "changes").iterdir()] == ["README.md"]
    with pytest.raises(SystemExit, match="nothing"):
        script.collect("0.2.0", project)


def test_a_version_of_which_nothing_was_written_gets_a_section(
    script: ModuleType, project: Path
) -> None:
    script.collect("0.3.0", project)
    assert script.notes("0.3.0", project).startswith("- Gates, too.")


def test_nothing_is_released_with_fragments_left(script: ModuleType, project: Path) -> None:
    with pytest.raises(SystemExit, match=r"still holds gates.added.md, doors.fixed.md"):
        script.notes("0.1.0", project)


def test_nothing_is_released_that_is_marked_as_not_released(
    script: ModuleType, project: Path
) -> None:
    for path in script.fragments(project):
        path.unlink()
    with pytest.raises(SystemExit, match="not released yet"):
        script.notes("0.2.0", project)
    with pytest.raises(SystemExit, match="no section for 99"):
        script.notes("99.0.0", project)


@pytest.mark.parametrize("name", ["doors.md", "doors.better.md", "doors.fixed.txt"])
def test_a_file_that_is_no_fragment_is_told(script: ModuleType, project: Path, name: str) -> None:
    (project / "changes" / name).write_text("Something.\n")
    with pytest.raises(SystemExit, match="is no fragment"):
        script.fragments(project)


def test_the_fragments_of_the_project_can_be_collected(script: ModuleType, tmp_path: Path) -> None:
    for name in ("changes", "addon"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "CHANGELOG.md", tmp_path)
    if script.fragments(tmp_path):
        script.collect(VERSION, tmp_path)
    assert script.notes(VERSION, tmp_path)


def test_only_the_owner_of_the_images_publishes(script: ModuleType) -> None:
    with pytest.raises(SystemExit, match="published by nobody"):
        script.check_owner("nobody")
    script.check_owner(str(pyproject()["project"]["urls"]["Repository"]).split("/")[3])


def _pack(folder: Path, version: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "scripts/integration-zip", folder, version],
        capture_output=True,
        text=True,
        check=False,
    )


def _committed() -> set[str]:
    if shutil.which("git") is None:
        pytest.skip("needs git")
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", f"HEAD:{INTEGRATION}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("this is no clone: the zip is made of the last commit")
    return set(listed.stdout.split())


def test_the_zip_holds_the_integration_with_its_card_and_nothing_else(tmp_path: Path) -> None:
    committed = _committed()
    packed = _pack(tmp_path, VERSION)
    assert packed.returncode == 0, packed.stderr
    name = json.loads((ROOT / "hacs.json").read_text("utf-8"))["filename"]
    with zipfile.ZipFile(tmp_path / name) as found:
        files = {each for each in found.namelist() if not each.endswith("/")}
        manifest = json.loads(found.read("manifest.json"))
        card = found.read("frontend/frigate-reid-route-card.js").decode()
    assert files == committed
    assert {"__init__.py", "manifest.json", "translations/en.json", "brand/icon.png"} <= files
    assert {Path(each).suffix for each in files} == {".py", ".json", ".yaml", ".js", ".png"}
    assert (manifest["domain"], manifest["version"]) == ("frigate_reid", VERSION)
    assert "frigate-reid-route-card" in card


def test_a_zip_of_another_version_is_refused(tmp_path: Path) -> None:
    _committed()
    packed = _pack(tmp_path, "99.0.0")
    assert packed.returncode == 1
    assert f"The integration is {VERSION}, not 99.0.0." in packed.stderr


def test_the_release_packs_with_the_same_script() -> None:
    workflow = (ROOT / ".github/workflows/release.yaml").read_text("utf-8")
    assert 'scripts/integration-zip . "$GITHUB_REF_NAME"' in workflow
    assert "scripts/release_notes.py" in workflow
