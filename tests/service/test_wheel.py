"""The wheel holds what the service needs, and the service runs from it."""

from __future__ import annotations

import subprocess
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

import reid_service
from tests.project.tree import project_files
from tests.service.installed import clean_environment

pytestmark = pytest.mark.service

STARTS_WITHIN_S = 60.0


def test_everything_of_the_package_is_in_the_wheel_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {str(path) for path in project_files() if path.is_relative_to("reid_service")}
    assert "reid_service/embed/weights/frigate-reid-s1.onnx" in names
    assert "reid_service/storage/migrations/versions/0001_first_version.py" in names
    assert "reid_service/storage/migrations/script.py.mako" in names


def test_the_command_and_its_version_are_those_of_the_project(
    installed: Path, tmp_path: Path
) -> None:
    said = _call(installed, tmp_path, "--version")
    assert said.stdout == f"{reid_service.__version__}\n"


def test_the_doctor_finds_the_model_that_is_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    said = _call(installed, tmp_path, "doctor", "--data-dir", str(tmp_path / "data"))
    assert "[ good  ] model: frigate-reid-s1-" in said.stdout
    assert "[ good  ] index: it is built at the next start." in said.stdout
    assert "no broker is set" in said.stdout


def test_the_service_answers_from_the_wheel_and_stops_when_asked(
    installed: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    arguments = ["serve", "--data-dir", str(tmp_path / "data"), "--set", "api.port=0"]
    with log.open("wb") as file:
        service = subprocess.Popen(
            [installed / "frigate-reid", *arguments],
            cwd=tmp_path,
            env=clean_environment(),
            stdout=file,
            stderr=file,
        )
    try:
        port = _port(service, log)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=10.0) as answer:
            assert answer.status == 200
        service.terminate()
        assert service.wait(30.0) == 0
    finally:
        service.kill()
        service.wait()


def _call(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [installed / "frigate-reid", *arguments],
        cwd=folder,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=STARTS_WITHIN_S,
    )


def _port(service: subprocess.Popen[bytes], log: Path) -> int:
    """The port that the log of a service names, once it does."""
    deadline_s = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline_s and service.poll() is None:
        for line in log.read_text().splitlines():
            _, found, port = line.rpartition("its API is on port ")
            if found:
                return int(port.partition('"')[0])
        time.sleep(0.1)
    pytest.fail(f"the service does not start: {log.read_text()}")
