"""An MQTT broker in pure Python, for the demo and for tests on machines without one."""

from __future__ import annotations

import asyncio
import gc
import importlib
import importlib.util
import logging
import threading
import warnings
from types import TracebackType
from typing import Final

from reid_service.errors import RecordingError

_START_TIMEOUT_S: Final = 10.0
_ANONYMOUS: Final = "amqtt.plugins.authentication.AnonymousAuthPlugin"


class DemoBroker:
    """Broker without login, in a thread with an event loop of its own; port 0 takes a free one.

    Meant for one machine: keep `host` on loopback.
    """

    def __init__(self, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.host = host
        self.port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread: threading.Thread | None = None
        self._failure: Exception | None = None

    def __enter__(self) -> DemoBroker:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Serve until `stop`; afterwards `port` is the one that is bound.

        Raises RecordingError when the address cannot be bound, or the optional package amqtt is
        not installed: whoever serves a site does not need it.
        """
        if importlib.util.find_spec("amqtt") is None:
            msg = (
                "The demo's broker is not installed. Install frigate-reid with the extra [broker]."
            )
            raise RecordingError(msg)
        # amqtt reports every closed connection as a warning or an error.
        logging.getLogger("amqtt").setLevel(logging.CRITICAL)
        logging.getLogger("transitions").setLevel(logging.WARNING)
        ready = threading.Event()
        thread = threading.Thread(target=self._run, args=(ready,), name="demo-broker", daemon=True)
        thread.start()
        self._thread = thread
        if not ready.wait(_START_TIMEOUT_S) or self._failure is not None:
            self.stop()
            msg = f"The broker cannot listen on {self.host}:{self.port}: choose another port."
            raise RecordingError(msg) from self._failure

    def stop(self) -> None:
        """Close all connections and stop; does nothing when it is not running."""
        if self._thread is None:
            return
        if self._loop is not None and self._stop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()
        self._thread = self._loop = self._stop = None
        # amqtt leaves writers of cut connections behind. They are closed here, for they would
        # complain of their closed loop at some later moment of somebody else's.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()

    def _run(self, ready: threading.Event) -> None:
        try:
            asyncio.run(self._serve(ready))
        except OSError as error:
            self._failure = error
        finally:
            ready.set()

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        # An external listener: amqtt tells nobody which port it got when it binds port 0 itself.
        amqtt = importlib.import_module("amqtt.contexts")
        listener = amqtt.ListenerConfig(type=amqtt.ListenerType.EXTERNAL)
        plugins = {_ANONYMOUS: {"allow_anonymous": True}}
        config = amqtt.BrokerConfig(listeners={"default": listener}, plugins=plugins)
        broker = importlib.import_module("amqtt.broker").Broker(config)
        connections: set[asyncio.StreamWriter] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connections.add(writer)
            try:
                await broker.stream_connected(reader, writer, "default")
            finally:
                connections.discard(writer)

        server = await asyncio.start_server(connected, self.host, self.port)
        await broker.start()
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stop.wait()
        server.close()
        # amqtt cancels its readers, and a cancellation can get lost in the wait_for of Python
        # 3.11; a reader at the end of its stream stops by itself.
        for connection in connections:
            connection.close()
        await broker.shutdown()
