"""A client that collects what the service publishes, and a line to the broker that can be cut."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion

PATIENCE_S = 20.0


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, generously."""
    deadline_s = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline_s, "it did not happen"
        time.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Received:
    """One message as a subscriber got it."""

    topic: str
    payload: bytes
    retain: bool
    qos: int


class Listener:
    """Collects everything under the topics of the service."""

    def __init__(self, port: int) -> None:
        self.received: list[Received] = []
        self._subscribed = threading.Event()
        self._client = Client(CallbackAPIVersion.VERSION2)
        self._client.on_message = self._on_message
        self._client.on_subscribe = lambda *_: self._subscribed.set()
        self._client.connect("127.0.0.1", port)
        self._client.subscribe("frigate_reid/#", qos=1)
        self._client.loop_start()
        assert self._subscribed.wait(PATIENCE_S)

    def _on_message(self, _client: Client, _userdata: object, message: MQTTMessage) -> None:
        self.received.append(
            Received(message.topic, bytes(message.payload), message.retain, message.qos)
        )

    def on(self, topic: str) -> list[Received]:
        """What came under the last level `topic`."""
        return [each for each in self.received if each.topic == f"frigate_reid/main/{topic}"]

    def say(self, topic: str, payload: str) -> None:
        """Publish as another client would."""
        self._client.publish(topic, payload, qos=1).wait_for_publish(PATIENCE_S)

    def close(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()
        self._client.reinitialise()


class Line:
    """A TCP line to a broker that can be cut without a good-bye, and mended."""

    def __init__(self, broker_port: int) -> None:
        self._broker_port = broker_port
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._open = True
        self._ends: list[socket.socket] = []
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def cut(self) -> None:
        """Break what is connected, refuse what comes."""
        with self._lock:
            self._open = False
            self._break()

    def mend(self) -> None:
        with self._lock:
            self._open = True

    def close(self) -> None:
        self.cut()
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for thread in self._threads:
            thread.join()
        for end in self._ends:
            end.close()

    def _break(self) -> None:
        for end in self._ends:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            with self._lock:
                if not self._open:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._broker_port))
                self._ends += (near, far)
                for source, target in ((near, far), (far, near)):
                    thread = threading.Thread(
                        target=self._carry, args=(source, target), daemon=True
                    )
                    self._threads.append(thread)
                    thread.start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
