"""The app's scripts under plain bash, with the real service from its wheel.

What Supervisor and s6 do is played by stubs: see `tests/service/app_container.py`.
"""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reid_service.storage.store import Store
from tests.brokers import free_port
from tests.service.app_container import (
    AFTER_BACKUP,
    BEFORE_BACKUP,
    DISCOVERY,
    FINISH,
    RUN,
    AppContainer,
    RunningScript,
)
from tests.unit.app.test_finding import frigate_with
from tests.unit.ingest.fake_frigate import FakeFrigate, Reply, as_json, serving

pytestmark = pytest.mark.service

needs_curl = pytest.mark.skipif(
    shutil.which("curl") is None, reason="needs curl, which the app's base image has"
)


@pytest.fixture
def lonely(installed: Path, tmp_path: Path) -> AppContainer:
    """A container where no Frigate answers."""
    return AppContainer(tmp_path, installed, f"http://127.0.0.1:{free_port()}")


def answers(container: AppContainer) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{container.port}/health", timeout=5.0).close()
    except urllib.error.URLError:
        return False
    return True


def health(container: AppContainer) -> dict[str, Any]:
    token = (container.data / "api-token").read_text().strip()
    request = urllib.request.Request(
        f"http://127.0.0.1:{container.port}/api/health",
        headers={"Authorization": f"Bearer {token}"},
    )
    with urllib.request.urlopen(request, timeout=10.0) as answer:
        report: dict[str, Any] = json.load(answer)
    return report


def all_connected(container: AppContainer) -> bool:
    report = health(container)
    return all(each["reachable"] for each in report["frigate"]) and all(
        each["connected"] for each in report["mqtt"]
    )


def frigate_of_a_site() -> FakeFrigate:
    frigate = frigate_with("frigate")
    frigate.on("/profile", as_json({"username": "anonymous", "role": "admin"}))
    return frigate


@needs_curl
def test_the_first_start_without_an_option_finds_broker_and_frigate_and_is_discovered(
    installed: Path, tmp_path: Path, broker_port: int
) -> None:
    with serving(frigate_of_a_site()) as frigate:
        container = AppContainer(tmp_path, installed, frigate.url)
        container.offer_broker(host="127.0.0.1", port=broker_port, ssl=False, protocol="3.1.1")
        with container.start(RUN) as run:
            run.wait_for(lambda: answers(container))
            run.wait_for(lambda: all_connected(container))
            told = container.call(DISCOVERY)
            assert run.stop() == 0
    assert f"Frigate is at {frigate.url}." in run.log
    assert told.returncode == 0
    assert "Home Assistant was told of the service." in told.stderr
    sent = json.loads((container.stubs / "discovery-frigate_reid.json").read_text())
    token = (container.data / "api-token").read_text().strip()
    assert (sent["port"], sent["token"]) == (container.port, token)
    assert sent["host"]
    assert token not in run.log + told.stdout + told.stderr
    assert container.calls == []


def test_a_frigate_that_comes_later_is_found_and_the_service_starts_anew(
    installed: Path, tmp_path: Path
) -> None:
    port = free_port()
    container = AppContainer(tmp_path, installed, f"http://127.0.0.1:{port}")
    with container.start(RUN) as run:
        run.wait_for(lambda: answers(container))
        assert "Frigate was not found." in run.log
        with serving(frigate_of_a_site(), port=port):
            run.wait_for(lambda: bool(container.calls))
        assert run.stop() == 0
    assert container.calls == ["s6-svc -r /run/service/frigate-reid"]
    assert not (container.state / "looking").exists()


def test_a_wrong_option_ends_the_container_with_its_reason(lonely: AppContainer) -> None:
    lonely.options({"matching": {"band": "bold"}})
    with lonely.start(RUN) as run:
        code = run.end()
    assert code == 2
    assert "matching.band" in run.log
    ended = lonely.call(FINISH, str(code), "0")
    assert ended.returncode == 0
    assert (lonely.results / "exitcode").read_text() == "2\n"
    assert lonely.calls == ["halt "]


@pytest.mark.parametrize(("code", "signal"), [("0", "0"), ("256", "15"), ("143", "0")])
def test_a_service_that_was_asked_to_end_leaves_the_container_as_it_is(
    lonely: AppContainer, code: str, signal: str
) -> None:
    assert lonely.call(FINISH, code, signal).returncode == 0
    assert (lonely.results / "exitcode").read_text() == "0\n"
    assert lonely.calls == []


def test_a_service_that_was_killed_ends_the_container(lonely: AppContainer) -> None:
    lonely.call(FINISH, "256", "9")
    assert (lonely.results / "exitcode").read_text() == "137\n"
    assert lonely.calls == ["halt "]


@needs_curl
def test_without_discovery_the_app_goes_on(lonely: AppContainer) -> None:
    (lonely.data / "api-token").write_text("secret\n")
    service = FakeFrigate()
    service.on("/health", Reply())
    with serving(service, port=lonely.port):
        (lonely.stubs / "no-discovery").touch()
        told = lonely.call(DISCOVERY)
        assert told.returncode == 0
        assert "add the integration by hand" in told.stderr
        (lonely.data / "api-token").unlink()
        told = lonely.call(DISCOVERY)
        assert told.returncode == 0
        assert "a token of your own" in told.stderr


def test_a_backup_is_taken_while_the_service_runs_and_comes_back_with_its_index(
    lonely: AppContainer, tmp_path: Path
) -> None:
    copy = tmp_path / "restored"
    with lonely.start(RUN) as run:
        run.wait_for(lambda: answers(lonely))
        before = lonely.call(BEFORE_BACKUP)
        assert (before.returncode, before.stderr) == (0, "")
        shutil.copytree(lonely.data, copy, ignore=shutil.ignore_patterns("gallery", "logs"))
        after = lonely.call(AFTER_BACKUP)
        assert (after.returncode, after.stderr) == (0, "")
        assert run.stop() == 0
    _no_holder_is_left(lonely, run)
    restored = Store.open(f"sqlite:///{copy / 'frigate-reid.db'}")
    with closing(restored), restored.read() as session:
        assert session.meta.get("instance_id")
    assert (copy / "api-token").read_bytes() == (lonely.data / "api-token").read_bytes()


def _no_holder_is_left(container: AppContainer, run: RunningScript) -> None:
    assert not (container.state / "hold.pid").exists()
    assert "Traceback" not in run.log


def test_a_backup_without_a_database_yet_is_no_mistake(lonely: AppContainer) -> None:
    assert lonely.call(BEFORE_BACKUP).returncode == 0
    assert lonely.call(AFTER_BACKUP).returncode == 0
    assert lonely.call(AFTER_BACKUP).returncode == 0
