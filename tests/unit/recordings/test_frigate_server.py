"""The server around the API."""

from __future__ import annotations

import socket

import pytest
import requests

from reid_service.errors import RecordingError
from reid_service.recordings.frigate_login import Account
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.replayed_frigate import ReplayedFrigate


def test_it_serves_on_a_free_port_until_it_is_stopped(frigate: ReplayedFrigate) -> None:
    with FrigateServer(frigate) as server:
        assert requests.get(f"{server.url}/api/version", timeout=10).text == "0.17.2"
        assert server.requests["GET /api/version"] == 1
        url = server.url
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{url}/api/version", timeout=10)
    server.stop()


def test_a_session_can_lapse(frigate: ReplayedFrigate) -> None:
    with FrigateServer(frigate, accounts=[Account("ada", "x")]) as server, requests.Session() as me:
        me.post(f"{server.url}/api/login", json={"user": "ada", "password": "x"}, timeout=10)
        assert me.get(f"{server.url}/api/version", timeout=10).status_code == 200
        server.expire_sessions()
        assert me.get(f"{server.url}/api/version", timeout=10).status_code == 401


def test_a_taken_port_is_reported(frigate: ReplayedFrigate) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(RecordingError, match="choose another port"):
            FrigateServer(frigate, port=port).start()
