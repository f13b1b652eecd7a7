"""The listener starts, serves and stops."""

from __future__ import annotations

import contextlib
import signal
import socket
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed

from reid_service.api.server import ApiServer
from reid_service.errors import SettingsError
from reid_service.storage.store import Store
from tests.unit.api.listening import BOUND_S, ask, connected, narrow, renamed
from tests.unit.api.serving import Served, serving


def _api_threads() -> set[threading.Thread]:
    return {each for each in threading.enumerate() if each.name == "api"}


@pytest.fixture
def others() -> set[threading.Thread]:
    """Threads of other servers that run meanwhile."""
    return _api_threads()


def test_a_stopped_server_answers_no_more_and_leaves_no_thread(
    store: Store, tmp_path: Path, others: set[threading.Thread]
) -> None:
    with serving(store, tmp_path) as served:
        address = f"http://127.0.0.1:{served.server.port}/health"
        assert httpx.get(address).json() == {"status": "ok"}
        assert len(_api_threads() - others) == 1
        served.server.stop()
        assert _api_threads() == others
        with pytest.raises(httpx.ConnectError):
            httpx.get(address)


def test_the_port_is_known_after_the_start() -> None:
    server = ApiServer(FastAPI(), "127.0.0.1", 0)
    assert server.port == 0
    server.stop()
    server.start()
    assert 1024 < server.port < 65536
    server.stop()
    server.stop()


def test_a_port_in_use_is_told_in_words() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        server = ApiServer(FastAPI(), "127.0.0.1", other.getsockname()[1])
        with pytest.raises(SettingsError, match=r"Address already in use.*api\.port"):
            server.start()


def test_an_address_of_another_machine_is_told_in_words() -> None:
    with pytest.raises(SettingsError, match=r"cannot listen on 192\.0\.2\.1"):
        ApiServer(FastAPI(), "192.0.2.1", 0).start()


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_every_address_of_the_machine_means_both_kinds() -> None:
    server = ApiServer(FastAPI(openapi_url="/openapi.json"), "::", 0)
    server.start()
    try:
        for host in ("127.0.0.1", "[::1]"):
            assert httpx.get(f"http://{host}:{server.port}/openapi.json").status_code == 200
    finally:
        server.stop()


def test_an_application_that_cannot_begin_is_told() -> None:
    @asynccontextmanager
    async def failing(_app: FastAPI) -> AsyncIterator[None]:
        msg = "no"
        raise ValueError(msg)
        yield

    with pytest.raises(SettingsError, match="could not be started"):
        ApiServer(FastAPI(lifespan=failing), "127.0.0.1", 0).start()


def test_signals_are_left_to_the_main_thread(request: pytest.FixtureRequest) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    served: Served = request.getfixturevalue("served")
    assert served.server.port
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def test_open_connections_do_not_keep_it_from_stopping(
    store: Store, tmp_path: Path, others: set[threading.Thread]
) -> None:
    with (
        serving(store, tmp_path, queue_size=10_000) as served,
        narrow(served) as line,
        connected(served) as reader,
        connected(served, sock=line, max_queue=1, close_timeout=0.1) as sleeper,
    ):
        ask(sleeper, id=1, type="subscribe", topics=["identities"])
        # More than fits on the way to somebody who does not read.
        for _ in range(300):
            served.bus.publish(renamed("Anna", tracklets=2000))
        served.server.stop()
        assert _api_threads() == others
        with pytest.raises(ConnectionClosed) as closed:
            reader.recv(timeout=BOUND_S)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1012


def test_a_request_that_hangs_does_not_keep_it_from_stopping(
    store: Store, tmp_path: Path, others: set[threading.Thread]
) -> None:
    with serving(store, tmp_path) as served:
        served.health.may_answer.clear()
        asking = threading.Thread(target=_ask_in_vain, args=(served,))
        asking.start()
        assert served.health.was_asked.wait(BOUND_S)
        served.server.stop()
        assert _api_threads() == others
        served.health.may_answer.set()
        asking.join(BOUND_S)
        assert not asking.is_alive()


def _ask_in_vain(served: Served) -> None:
    with contextlib.suppress(httpx.HTTPError):
        served.client.get("/api/health")
