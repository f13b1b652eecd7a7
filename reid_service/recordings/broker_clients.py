"""MQTT clients of the replay and of the recorder."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Final, Self

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTMessageInfo
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from reid_service.errors import RecordingError

OnMessage = Callable[[str, bytes, int, bool], None]
"""Topic, payload, QoS, retain."""

_RETRY_S: Final = 0.2
_KEEP_S: Final = 0.2
_SOON_S: Final = 0.01


class _BrokerClient:
    """A connection that comes back by itself after the broker was lost."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        username: str | None = None,
        password: str | None = None,
        patience_s: float = 30.0,
    ) -> None:
        self._host, self._port, self._patience_s = host, port, patience_s
        self._connected = threading.Event()
        self._client = Client(CallbackAPIVersion.VERSION2)
        if username is not None:
            self._client.username_pw_set(username, password)
        self._client.reconnect_delay_set(1, 5)
        self._client.on_socket_open = _send_at_once
        self._client.on_connect = self._on_connect
        self._client.on_disconnect = self._on_disconnect

    def __enter__(self) -> Self:
        self.connect()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def connect(self) -> None:
        """Connect and stay connected. Raises RecordingError when the broker does not answer."""
        try:
            self._client.connect(self._host, self._port)
        except OSError as error:
            raise self._unreachable() from error
        self._start()
        if not self._connected.wait(self._patience_s):
            self.close()
            raise self._unreachable()

    def close(self) -> None:
        """Disconnect properly."""
        self._client.disconnect()
        self._stop()

    def _start(self) -> None:
        """Begin to read and to keep the connection."""
        self._client.loop_start()

    def _stop(self) -> None:
        self._client.loop_stop()

    def _unreachable(self) -> RecordingError:
        return RecordingError(
            f"The MQTT broker at {self._host}:{self._port} does not answer: check that it runs, "
            "and the host, port, user name and password."
        )

    def _on_connect(
        self,
        client: Client,
        userdata: Any,
        flags: ConnectFlags,
        reason: ReasonCode,
        properties: Properties | None,
    ) -> None:
        if not reason.is_failure:
            self._connected.set()

    def _on_disconnect(
        self,
        client: Client,
        userdata: Any,
        flags: DisconnectFlags,
        reason: ReasonCode,
        properties: Properties | None,
    ) -> None:
        self._connected.clear()


def _send_at_once(client: Client, userdata: Any, connection: Any) -> None:
    """Without this a message waits up to 40 ms for the acknowledgement of the one before."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class PahoPublisher(_BrokerClient):
    """Publishes and waits until each message is on its way, over losses of the broker.

    Whoever publishes also sends: handing each message to a thread of the client takes three
    times as long. A thread of our own only keeps the connection.
    """

    def __init__(self, host: str, port: int, **how: Any) -> None:
        super().__init__(host, port, **how)
        self._turn = threading.Lock()
        self._stopping = threading.Event()
        self._keeper = threading.Thread(target=self._keep, name="mqtt-publisher", daemon=True)

    def __call__(self, topic: str, payload: str, qos: int, retain: bool) -> None:
        """Publish; returns when QoS 0 is written to the socket, QoS 1 and 2 acknowledged.

        Raises RecordingError when the broker stays away for longer than `patience_s`.
        """
        deadline = time.monotonic() + self._patience_s
        while time.monotonic() < deadline:
            if not self._connected.wait(_RETRY_S):
                continue
            with self._turn:
                info = self._client.publish(topic, payload, qos, retain)
                while not _is_over(info) and time.monotonic() < deadline:
                    self._pump(_RETRY_S)
            if info.rc == MQTTErrorCode.MQTT_ERR_SUCCESS and info.is_published():
                return
            # Not sent, and paho keeps no message of QoS 0: offer it again.
            time.sleep(_RETRY_S)
        raise self._unreachable()

    def _start(self) -> None:
        self._keeper.start()

    def _stop(self) -> None:
        self._stopping.set()
        if self._keeper.is_alive():
            self._keeper.join()

    def _keep(self) -> None:
        well = True
        while not self._stopping.wait(
            _SOON_S if well and not self._connected.is_set() else _KEEP_S
        ):
            with self._turn:
                well = self._pump(0.0)

    def _pump(self, wait_s: float) -> bool:
        """Read and write what there is to; a lost connection is made anew. Whether all is well."""
        if self._client.loop(wait_s) == MQTTErrorCode.MQTT_ERR_SUCCESS:
            return True
        try:
            self._client.reconnect()
        except OSError:
            time.sleep(wait_s)
        return False


def _is_over(info: MQTTMessageInfo) -> bool:
    """Whether a message was sent, or lost."""
    return info.rc != MQTTErrorCode.MQTT_ERR_SUCCESS or info.is_published()


class PahoSubscriber(_BrokerClient):
    """Hands every message of some topics to `on_message`, subscribing anew after each loss.

    `connect` returns when the broker has confirmed the subscription.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        topics: Sequence[str],
        on_message: OnMessage,
        username: str | None = None,
        password: str | None = None,
        patience_s: float = 30.0,
    ) -> None:
        super().__init__(host, port, username=username, password=password, patience_s=patience_s)
        self._topics, self._handler = tuple(topics), on_message
        self._client.on_message = self._on_message
        self._client.on_subscribe = self._on_subscribe

    def _on_connect(
        self,
        client: Client,
        userdata: Any,
        flags: ConnectFlags,
        reason: ReasonCode,
        properties: Properties | None,
    ) -> None:
        if not reason.is_failure:
            client.subscribe([(topic, 1) for topic in self._topics])

    def _on_subscribe(
        self,
        client: Client,
        userdata: Any,
        message_id: int,
        reasons: list[ReasonCode],
        properties: Properties | None,
    ) -> None:
        self._connected.set()

    def _on_message(self, client: Client, userdata: Any, message: MQTTMessage) -> None:
        self._handler(message.topic, bytes(message.payload), message.qos, message.retain)
