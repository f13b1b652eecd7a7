"""Serves a replayed Frigate over HTTP from a thread of its own."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Sequence
from types import TracebackType
from typing import Final

import uvicorn

from reid_service.errors import RecordingError
from reid_service.recordings.frigate_api import FrigateApi
from reid_service.recordings.frigate_login import Account
from reid_service.recordings.replayed_frigate import ReplayedFrigate

_START_TIMEOUT_S: Final = 10.0


class FrigateServer:
    """HTTP server of a replayed Frigate; port 0 takes a free one.

    With accounts it wants a login, as Frigate's authenticated port does (without TLS).
    """

    def __init__(
        self,
        frigate: ReplayedFrigate,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        accounts: Sequence[Account] = (),
    ) -> None:
        self._api = FrigateApi(frigate, accounts)
        self._address = (host, port)
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self.url = ""

    def __enter__(self) -> FrigateServer:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def requests(self) -> Counter[str]:
        """Requests so far by route, such as "GET /api/events/{event_id}"."""
        return self._api.requests

    def expire_sessions(self) -> None:
        """Let every login lapse."""
        self._api.sessions.expire_all()

    def start(self) -> None:
        """Serve until `stop`; afterwards `url` is the address.

        Raises RecordingError when the address cannot be bound.
        """
        try:
            listener = _listener(self._address)
        except OSError as error:
            host, port = self._address
            msg = f"The replayed Frigate cannot listen on {host}:{port}: choose another port."
            raise RecordingError(msg) from error
        host, port = listener.getsockname()[:2]
        config = uvicorn.Config(
            self._api.application,
            access_log=False,
            log_config=None,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=2,
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(
            target=server.run, args=([listener],), name="replayed-frigate", daemon=True
        )
        thread.start()
        deadline = time.monotonic() + _START_TIMEOUT_S
        while not server.started and thread.is_alive() and time.monotonic() < deadline:
            time.sleep(0.01)
        self._server, self._thread = server, thread
        if not server.started:
            self.stop()
            msg = "The replayed Frigate did not start: see the log above."
            raise RecordingError(msg)
        self.url = f"http://{host}:{port}"

    def stop(self) -> None:
        """Stop serving; does nothing when it was not started."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join()
            self._server = self._thread = None


def _listener(address: tuple[str, int]) -> socket.socket:
    """A listening socket that says it is TCP.

    asyncio sends at once (TCP_NODELAY) only on connections whose socket names the protocol; on
    those of `socket.create_server` each body waits 40 ms for the acknowledgement of its header.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener
