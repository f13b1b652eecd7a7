"""Home Assistant's ingress comes in without the token, and nobody else by that door."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from reid_service.api.auth import SUBPROTOCOL, Ingress
from reid_service.app.stage import free_port
from reid_service.errors import SettingsError
from reid_service.settings import load_settings
from reid_service.storage.store import Store
from tests.unit.api.listening import BOUND_S
from tests.unit.api.serving import TOKEN, Served, serving


@pytest.fixture
def door() -> Ingress:
    """A door for this machine."""
    return Ingress(free_port(), "127.0.0.1")


@pytest.fixture
def opened(store: Store, tmp_path: Path, door: Ingress) -> Iterator[Served]:
    """An API with that door."""
    with serving(store, tmp_path, ingress=door) as running:
        yield running


@pytest.fixture
def visitor(opened: Served, door: Ingress) -> Iterator[httpx.Client]:
    """Somebody without a token at the door."""
    assert opened.server.port != door.port
    with httpx.Client(base_url=f"http://127.0.0.1:{door.port}", timeout=BOUND_S) as client:
        yield client


def test_who_comes_by_ingress_needs_no_token(visitor: httpx.Client) -> None:
    answer = visitor.get("/api/session", headers={"X-Remote-User-Name": "anna"})
    assert answer.json() == {"needs_token": False, "user": "anna", "time_zone": "Europe/Berlin"}
    assert visitor.get("/api/identities").status_code == 200
    assert visitor.get("/").status_code == 200


def test_a_name_may_have_any_letters_and_a_bounded_length(visitor: httpx.Client) -> None:
    for name, shown in (("Zoë", "Zoë"), ("a" * 200, "a" * 64), ("", None)):
        headers = {b"X-Remote-User-Name": name.encode()}
        assert visitor.get("/api/session", headers=headers).json()["user"] == shown


def test_the_direct_port_still_wants_the_token(opened: Served, visitor: httpx.Client) -> None:
    assert visitor.get("/api/session").status_code == 200
    address = f"http://127.0.0.1:{opened.server.port}/api/session"
    forged = {"X-Remote-User-Name": "anna", "X-Forwarded-For": "172.30.32.2"}
    assert httpx.get(address, headers=forged).status_code == 401
    named = httpx.get(address, headers={"Authorization": f"Bearer {TOKEN}"} | forged)
    assert named.json() == {"needs_token": True, "user": None, "time_zone": "Europe/Berlin"}


def test_other_machines_are_turned_away_even_with_the_token(store: Store, tmp_path: Path) -> None:
    door = Ingress(free_port(), "172.30.32.2")
    with serving(store, tmp_path, ingress=door):
        for path in ("/", "/health", "/api/session"):
            answer = httpx.get(
                f"http://127.0.0.1:{door.port}{path}",
                headers={"Authorization": f"Bearer {TOKEN}", "X-Forwarded-For": "172.30.32.2"},
            )
            assert answer.status_code == 403
            assert answer.json()["code"] == "forbidden"


def test_other_web_pages_may_link_here_but_not_act(visitor: httpx.Client) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert visitor.get("/", headers=foreign).status_code == 200
    assert visitor.get("/api/identities", headers=foreign).status_code == 403
    assert visitor.delete("/api/identities/x", headers=foreign).status_code == 403
    own = {"Sec-Fetch-Site": "same-origin"}
    assert visitor.get("/api/identities", headers=own).status_code == 200


def test_the_websocket_opens_without_a_token(visitor: httpx.Client, door: Ingress) -> None:
    assert visitor.get("/health").status_code == 200
    with connect(f"ws://127.0.0.1:{door.port}/api/ws") as client:
        assert json.loads(client.recv(timeout=BOUND_S))["type"] == "hello"
        assert client.subprotocol is None


@pytest.mark.parametrize(
    ("scope", "admitted"),
    [
        ({"client": ("::ffff:172.30.32.2", 1)}, True),
        ({"client": ("172.30.32.2", 1)}, True),
        ({"client": ("172.30.32.20", 1)}, False),
        ({"client": ("a-name", 1)}, False),
        ({"client": None}, False),
        ({}, False),
    ],
)
def test_the_address_counts_however_it_is_written(scope: dict[str, object], admitted: bool) -> None:
    assert Ingress(8675, "172.30.32.2").admits(scope) is admitted


def test_a_connection_of_unknown_origin_did_not_come_by_ingress() -> None:
    assert not Ingress(8675, "172.30.32.2").is_entered({"server": None})


def _subprotocols(token: str) -> list[Subprotocol]:
    text = base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")
    return [Subprotocol(SUBPROTOCOL), Subprotocol(f"bearer.{text}")]


def test_a_browser_opens_the_websocket_with_the_token_as_subprotocol(empty: Served) -> None:
    address = f"ws://127.0.0.1:{empty.server.port}/api/ws"
    with connect(address, subprotocols=_subprotocols(TOKEN)) as client:
        assert client.subprotocol == SUBPROTOCOL
        assert json.loads(client.recv(timeout=BOUND_S))["type"] == "hello"


@pytest.mark.parametrize(
    "offered",
    [
        _subprotocols("wrong"),
        [Subprotocol(SUBPROTOCOL)],
        [Subprotocol(SUBPROTOCOL), Subprotocol("bearer.x")],
        [Subprotocol(SUBPROTOCOL), Subprotocol(f"bearer.{TOKEN}")],
    ],
)
def test_another_subprotocol_opens_nothing(empty: Served, offered: list[Subprotocol]) -> None:
    address = f"ws://127.0.0.1:{empty.server.port}/api/ws"
    with pytest.raises(InvalidStatus) as refused, connect(address, subprotocols=offered):
        pass
    assert refused.value.response.status_code == 401


def test_a_subprotocol_is_no_key_to_the_calls(empty: Served) -> None:
    offered = ", ".join(_subprotocols(TOKEN))
    with httpx.Client(base_url=empty.client.base_url) as stranger:
        answer = stranger.get("/api/info", headers={"Sec-WebSocket-Protocol": offered})
    assert answer.status_code == 401


def test_the_two_ports_must_differ(tmp_path: Path) -> None:
    same = {"api": {"port": 9000, "ingress_port": 9000}}
    with pytest.raises(SettingsError, match="ingress_port must not be port"):
        load_settings(arguments=same, options_file=tmp_path / "none")
