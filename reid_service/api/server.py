"""Serves the API in a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
import sys
import threading
from typing import Final

import uvicorn
from fastapi import FastAPI

from reid_service.api.frames import MAX_MESSAGE_BYTES
from reid_service.errors import SettingsError

_LOG = logging.getLogger(__name__)

_CLOSE_WITHIN_S: Final = 1
"""Requests still running after that are cut off when the service stops."""

_GIVE_UP_AFTER_S: Final = 10.0
_EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - whoever comes is looked at, see `auth`

_UNREAD_FOR_MS: Final = 60_000
"""A peer that takes no byte for so long is gone, whatever it still answers."""


class ApiServer:
    """A listener, and perhaps a second one on all addresses; started once, stopped once."""

    def __init__(self, app: FastAPI, host: str, port: int, *, second_port: int = 0) -> None:
        """`port` 0 takes a free one, `second_port` 0 means none."""
        self._host = host
        self._asked_port = port
        self._second_port = second_port
        self._port = 0
        self._server = _Server(
            uvicorn.Config(
                app,
                loop="asyncio",
                # The application's own levels and handlers apply.
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                ws_max_size=MAX_MESSAGE_BYTES,
                # Events are small and stay in the house.
                ws_per_message_deflate=False,
                timeout_graceful_shutdown=_CLOSE_WITHIN_S,
            )
        )
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The bound port; 0 before the start."""
        return self._port

    def start(self) -> None:
        """Listen; requests are served when this returns. Raises `SettingsError`."""
        listeners = [_listener(self._host, self._asked_port)]
        self._port = listeners[0].getsockname()[1]
        if self._second_port:
            try:
                listeners.append(_listener(_EVERYWHERE, self._second_port))
            except SettingsError:
                listeners[0].close()
                raise
        self._thread = threading.Thread(
            target=self._run, args=(listeners,), name="api", daemon=True
        )
        self._thread.start()
        self._server.settled.wait()
        if not self._server.started:
            msg = "The API could not be started. The log says why."
            raise SettingsError(msg)

    def stop(self) -> None:
        """Close every connection and stop; harmless when called twice or never started."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._server.should_exit = True
        thread.join(_GIVE_UP_AFTER_S)
        if thread.is_alive():
            _LOG.warning("the API does not stop; a request still hangs")

    def _run(self, listeners: list[socket.socket]) -> None:
        try:
            # Signals are the main thread's: uvicorn leaves them alone elsewhere. It exits when
            # the application cannot begin, which `start` tells.
            with contextlib.suppress(SystemExit):
                self._server.run(sockets=listeners)
        finally:
            for listener in listeners:
                listener.close()
            self._server.settled.set()


class _Server(uvicorn.Server):
    """Tells when it serves, and lets nobody keep it from stopping."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.settled = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.settled.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        # A client that does not read would keep its connection open for ever.
        for connection in tuple(self.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    both = host == "::" and socket.has_dualstack_ipv6()
    try:
        listener = socket.create_server((host, port), family=family, dualstack_ipv6=both)
    except OSError as error:
        msg = (
            f"The API cannot listen on {host} port {port} ({error.strerror}). Stop what uses "
            "it, or set another api.host or api.port."
        )
        raise SettingsError(msg) from error
    # Connections inherit these. asyncio would set the first one, but overlooks sockets whose
    # protocol number is 0, as they are here: every answer would take 40 ms longer.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if sys.platform == "linux":
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, _UNREAD_FOR_MS)
    return listener
