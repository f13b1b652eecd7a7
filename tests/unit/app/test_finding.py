"""Finding a Frigate that nobody named, over real HTTP on loopback."""

from __future__ import annotations

import logging
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reid_service.app.finding import (
    USUAL,
    FoundFrigate,
    find_frigate,
    remember,
    remembered,
)
from tests.brokers import free_port, make_certificate
from tests.unit.ingest.fake_frigate import FakeFrigate, Reply, as_json, serving


def frigate_with(prefix: str) -> FakeFrigate:
    frigate = FakeFrigate()
    frigate.on("/config", as_json({"mqtt": {"topic_prefix": prefix}, "cameras": {}}))
    return frigate


@pytest.fixture
def nobody() -> str:
    """An address where nobody listens."""
    return f"http://127.0.0.1:{free_port()}"


def test_the_usual_places_are_the_apps_and_the_container_first_without_a_login() -> None:
    hosts = [urlsplit(each).hostname for each in USUAL]
    assert {"ccab4aaf-frigate", "ccab4aaf-frigate-fa", "ccab4aaf-frigate-beta", "frigate"} <= set(
        hosts
    )
    ports = [each.rpartition(":")[2] for each in USUAL]
    assert ports == sorted(ports)
    assert set(ports) == {"5000", "8971"}


def test_a_frigate_is_found_with_the_topic_that_it_publishes_on(nobody: str) -> None:
    with serving(frigate_with("cams")) as frigate:
        assert find_frigate([nobody, frigate.url]) == FoundFrigate(frigate.url, "cams")


def test_nothing_is_found_where_nobody_listens(nobody: str) -> None:
    assert find_frigate([nobody, "http://no-such-host.invalid:5000"]) is None


def test_another_web_server_is_not_taken_for_frigate() -> None:
    other = FakeFrigate()
    other.on("/version", Reply(200, b"<html>hello</html>"))
    with serving(other):
        assert find_frigate([other.url]) is None


def test_the_first_place_wins_and_the_others_are_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    with serving(frigate_with("a")) as first, serving(frigate_with("b")) as second:
        found = find_frigate([first.url, second.url])
    assert found == FoundFrigate(first.url, "a")
    assert f"there is another Frigate at {second.url}" in caplog.text


def test_a_frigate_behind_tls_and_a_login_is_found_and_marked(tmp_path: Path) -> None:
    frigate = FakeFrigate(user=("anna", "secret"))
    with serving(frigate, make_certificate(tmp_path)):
        found = find_frigate([frigate.url])
    assert found == FoundFrigate(frigate.url, needs_login=True)
    assert not found.verify_tls


def test_what_was_found_is_remembered_and_damage_is_nothing_found(tmp_path: Path) -> None:
    assert remembered(tmp_path) is None
    found = FoundFrigate("http://frigate:5000", "cams")
    remember(found, tmp_path)
    assert remembered(tmp_path) == found
    [file] = tmp_path.iterdir()
    file.write_text("{")
    assert remembered(tmp_path) is None
