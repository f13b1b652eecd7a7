"""The shell scripts: sound, and plain in what they say when something is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.project.tree import ROOT, installed_tool, shell_scripts

COMMANDS = [
    "bare-debian",
    "bench",
    "check-wheel",
    "demo",
    "export-openapi",
    "integration-zip",
    "lint",
    "lock",
    "lock-ha",
    "pictures",
    "python314",
    "run",
    "setup",
    "test",
    "test-frontend",
    "test-ha",
]


@pytest.fixture
def copied_project(tmp_path: Path) -> Path:
    """What set-up reads, in a folder of its own and without an environment."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "scripts", project / "scripts")
    shutil.copytree(ROOT / "requirements", project / "requirements")
    shutil.copy(ROOT / "pyproject.toml", project)
    return project


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A folder for PATH with the everyday commands, but no Python and no installer."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in (
        "bash",
        "cat",
        "cut",
        "dirname",
        "env",
        "flock",
        "grep",
        "head",
        "id",
        "mkdir",
        "rm",
        "sha256sum",
        "tail",
        "touch",
        "uname",
    ):  # fmt: skip -- one list, two lines
        found = shutil.which(name)
        assert found, f"{name} belongs to every Linux"
        (folder / name).symlink_to(found)
    return folder


def _fake_command(file: Path, script: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def _set_up(project: Path, path: Path, *args: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(path), "HOME": os.environ.get("HOME", "/")}
    command = [str(path / "bash"), str(project / "scripts/setup"), *args]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_there_are_scripts_to_check() -> None:
    assert {Path("scripts", name) for name in COMMANDS} <= set(shell_scripts())


@pytest.mark.parametrize("script", shell_scripts(), ids=str)
def test_bash_can_read_the_script(script: Path) -> None:
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)


def test_shellcheck_finds_nothing() -> None:
    shellcheck = installed_tool("shellcheck")
    if shellcheck is None:
        pytest.skip("shellcheck is not installed")
    command = [shellcheck, "--external-sources", *map(str, shell_scripts())]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.stdout == ""
    assert checked.returncode == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_the_script_can_be_run_by_its_name(name: str) -> None:
    assert os.access(ROOT / "scripts" / name, os.X_OK)


def test_set_up_without_python_says_what_to_install(copied_project: Path, bare_path: Path) -> None:
    result = _set_up(copied_project, bare_path)
    assert result.returncode == 1
    assert "Python 3.11 to 3.14 is needed and was not found." in result.stderr
    assert "apt-get install python3 python3-venv" in result.stderr


def test_set_up_without_the_venv_module_says_which_package_has_it(
    copied_project: Path, bare_path: Path
) -> None:
    _fake_command(
        bare_path / "python3",
        f"""case "$2" in
          *_base_executable*) echo "{bare_path}/python3" ;;
          *ensurepip*) exit 1 ;;
          *-venv*) echo python3.11-venv ;;
        esac""",
    )
    result = _set_up(copied_project, bare_path)
    assert result.returncode == 1
    assert "Run: sudo apt-get install python3.11-venv" in result.stderr


def test_home_assistant_that_cannot_be_had_is_no_failure(
    copied_project: Path, bare_path: Path
) -> None:
    shutil.copytree(ROOT / "tests/ha/requirements", copied_project / "tests/ha/requirements")
    environment = {"PATH": str(bare_path), "HOME": os.environ.get("HOME", "/")}
    command = [str(bare_path / "bash"), str(copied_project / "scripts/test-ha")]
    result = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0
    assert "No Python 3.14 here" in result.stderr
    assert "the integration is not tested" in result.stderr


def test_set_up_with_an_unknown_option_says_which_there_are(
    copied_project: Path, bare_path: Path
) -> None:
    result = _set_up(copied_project, bare_path, "--everything")
    assert result.returncode == 1
    assert result.stderr == "Usage: scripts/setup [--dev]\n"


def _fake_environment(project: Path, calls: Path) -> None:
    _fake_command(project / ".venv/bin/python", f'echo "$*" >>{calls}')
    (project / ".venv/bin/activate").write_text(f'VIRTUAL_ENV="{project}/.venv"\n')


def test_set_up_installs_once_and_then_reuses(
    copied_project: Path, bare_path: Path, tmp_path: Path
) -> None:
    calls = tmp_path / "calls"
    _fake_environment(copied_project, calls)
    assert _set_up(copied_project, bare_path).returncode == 0
    assert f"-r {copied_project}/requirements/service.txt" in calls.read_text()
    calls.unlink()
    again = _set_up(copied_project, bare_path)
    assert (again.returncode, again.stderr) == (0, "")
    assert "pip" not in calls.read_text()


def test_set_up_for_development_serves_the_service_too(
    copied_project: Path, bare_path: Path, tmp_path: Path
) -> None:
    calls = tmp_path / "calls"
    _fake_environment(copied_project, calls)
    assert _set_up(copied_project, bare_path, "--dev").returncode == 0
    assert f"-r {copied_project}/requirements/dev.txt" in calls.read_text()
    calls.unlink()
    assert _set_up(copied_project, bare_path).returncode == 0
    assert "pip" not in calls.read_text()


def test_set_up_installs_again_after_the_lock_changed(
    copied_project: Path, bare_path: Path, tmp_path: Path
) -> None:
    calls = tmp_path / "calls"
    _fake_environment(copied_project, calls)
    assert _set_up(copied_project, bare_path).returncode == 0
    with (copied_project / "requirements/service.txt").open("a") as lock:
        lock.write("# another version\n")
    calls.unlink()
    assert _set_up(copied_project, bare_path).returncode == 0
    assert "-m pip" in calls.read_text()


@pytest.mark.parametrize("damage", ["interrupted", "moved"])
def test_set_up_makes_a_damaged_environment_again(
    copied_project: Path, bare_path: Path, tmp_path: Path, damage: str
) -> None:
    calls = tmp_path / "calls"
    _fake_environment(copied_project, calls)
    if damage == "interrupted":
        (copied_project / ".venv/set-up-unfinished").touch()
    else:
        (copied_project / ".venv/bin/activate").write_text('VIRTUAL_ENV="/elsewhere/.venv"\n')
    _fake_command(
        bare_path / "python3",
        f"""case "$*" in
          *_base_executable*) echo "{bare_path}/python3" ;;
          "-m venv"*) echo "$*" >>{calls}; rm -f "$4/set-up-unfinished" ;;
        esac""",
    )
    assert _set_up(copied_project, bare_path).returncode == 0
    assert f"-m venv --clear {copied_project}/.venv" in calls.read_text()


def test_set_up_leaves_the_environment_of_another_folder_alone(
    copied_project: Path, bare_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    _fake_environment(other, tmp_path / "calls")
    (copied_project / ".venv").symlink_to(other / ".venv")
    (bare_path / "readlink").symlink_to(shutil.which("readlink") or "")
    result = _set_up(copied_project, bare_path)
    assert result.returncode == 1
    assert f".venv is a link to {other / '.venv'}" in result.stderr
    assert (other / ".venv/bin/python").is_file()


def test_set_up_that_failed_is_not_taken_for_complete(
    copied_project: Path, bare_path: Path, tmp_path: Path
) -> None:
    calls = tmp_path / "calls"
    _fake_environment(copied_project, calls)
    _fake_command(
        copied_project / ".venv/bin/python",
        f'echo "$*" >>{calls}; case "$*" in *--require-hashes*) echo no network; exit 1 ;; esac',
    )
    result = _set_up(copied_project, bare_path)
    assert result.returncode == 1
    assert "no network" in result.stderr
    assert "The packages could not be installed." in result.stderr
    assert (copied_project / ".venv/set-up-unfinished").exists()
    assert not (copied_project / ".venv/set-up").exists()
