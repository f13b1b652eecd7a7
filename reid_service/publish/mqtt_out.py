"""Publishes events on the broker, and keeps the discovery message there.

Topics under `<prefix>/<instance>/` are in `docs/mqtt.md`. The listener only appends to a bounded
buffer; one thread takes from it, another one does the network. While the broker is away events
wait in the buffer, and the oldest give way when it is full.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from paho.mqtt.client import (
    Client,
    ConnectFlags,
    DisconnectFlags,
    MQTTMessage,
    MQTTMessageInfo,
)
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.events import DomainEvent
from reid_service.errors import SettingsError
from reid_service.ingest.tls import tls_context
from reid_service.publish.wire import (
    OFFLINE,
    ONLINE,
    STATUS,
    ConfigMessage,
    Message,
    encode,
    event_message,
)
from reid_service.settings import MqttSettings

_LOG = logging.getLogger(__name__)

HOME_ASSISTANT_STATUS: Final = "homeassistant/status"

_QOS: Final = 1
_KEEP_ALIVE_S: Final = 30
_RECONNECT_MAX_S: Final = 60.0
# The client keeps unacknowledged messages and repeats them after a loss: a small window there
# leaves the choice of what to drop to our own buffer.
_WINDOW: Final = 64
_FULL_WAIT_S: Final = 1.0
_FAREWELL_S: Final = 5.0


@dataclass(frozen=True, slots=True)
class _Outgoing:
    topic: str
    payload: bytes
    retain: bool = False


class MqttPublisher:
    """Bus to broker.

    `config` is announced, retained, at every connection and whenever Home Assistant starts.
    `buffer_size` counts events that wait for the broker. `reconnect_min_s` is the first pause
    after a loss; it doubles up to a minute. Raises `SettingsError` for a wrong prefix or TLS file.
    """

    def __init__(
        self,
        *,
        mqtt: MqttSettings,
        prefix: str,
        config: ConfigMessage,
        metrics: Metrics,
        buffer_size: int = 1000,
        reconnect_min_s: float = 1.0,
    ) -> None:
        self._host, self._port = mqtt.host, mqtt.port
        if any(character in prefix for character in "#+\0"):
            msg = "publish.prefix must not contain #, + or a zero byte"
            raise SettingsError(msg)
        self._root = f"{prefix}/{config.instance}"
        self._metrics = metrics
        self._announcement = (
            self._outgoing(config, retain=True),
            _Outgoing(f"{self._root}/{STATUS}", ONLINE, retain=True),
        )
        self._buffer: deque[_Outgoing] = deque()
        self._buffer_size = buffer_size
        self._changed = threading.Condition()
        self._connected = False
        self._announce = False
        self._answered = False
        self._acknowledged = False
        self._stopping = False
        self._connections = 0
        self._last_failure = ""
        self._unsubscribe: Callable[[], None] = lambda: None
        self._pause_s = self._pause_min_s = reconnect_min_s
        self._client = self._make_client(mqtt, config)
        self._sender = threading.Thread(target=self._send_all, name="mqtt-out", daemon=True)
        self._network = threading.Thread(
            target=self._stay_connected, name="mqtt-out-net", daemon=True
        )
        metrics.queue_length.labels("mqtt_out").set_function(lambda: len(self._buffer))

    @property
    def connected(self) -> bool:
        """Whether the broker accepted us and the connection stands."""
        return self._connected

    def start(self, bus: Bus) -> None:
        """Listen and connect; returns at once, also when there is no broker yet."""
        self._network.start()
        self._sender.start()
        self._unsubscribe = bus.subscribe(self.publish)

    def stop(self, timeout_s: float = 5.0) -> None:
        """Send what waits if the broker is there, say offline, and disconnect."""
        self._unsubscribe()
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._sender.join(timeout_s)
        self._client.disconnect()
        self._network.join(timeout_s)
        # Closes its sockets: else they stay open until the garbage collector comes.
        self._client.reinitialise()

    def publish(self, event: DomainEvent) -> None:
        """Take an event for publishing; never blocks."""
        outgoing = self._outgoing(event_message(event))
        with self._changed:
            if len(self._buffer) >= self._buffer_size:
                self._buffer.popleft()
                self._metrics.queue_drops.labels("mqtt_out").inc()
            self._buffer.append(outgoing)
            self._changed.notify_all()

    def _outgoing(self, message: Message, *, retain: bool = False) -> _Outgoing:
        return _Outgoing(f"{self._root}/{message.topic}", encode(message), retain)

    def _make_client(self, mqtt: MqttSettings, config: ConfigMessage) -> Client:
        client = Client(
            CallbackAPIVersion.VERSION2,
            client_id=f"frigate-reid-{config.instance}-{config.instance_id[:8]}-out",
        )
        if mqtt.username is not None:
            password = mqtt.password.get_secret_value() if mqtt.password else None
            client.username_pw_set(mqtt.username, password)
        if mqtt.tls:
            client.tls_set_context(tls_context(mqtt))
        client.will_set(f"{self._root}/{STATUS}", OFFLINE, _QOS, retain=True)
        client.max_queued_messages_set(_WINDOW)
        client.on_connect = self._on_connect
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        client.on_publish = self._on_publish
        # Without it the client would write to its socket in the sender's thread as well.
        client.on_socket_register_write = lambda *_: None
        return client

    # The thread of the network. The client's own would die of a packet that it cannot read.

    def _stay_connected(self) -> None:
        while not self._stopping:
            self._connect_once()
            with self._changed:
                self._connected = False
                self._changed.wait_for(lambda: self._stopping, timeout=self._pause_s)
            self._pause_s = min(2 * self._pause_s, _RECONNECT_MAX_S)

    def _connect_once(self) -> None:
        """Connect, and carry messages until the connection ends."""
        self._answered = False
        reason = "it hung up"
        try:
            self._client.connect(self._host, self._port, keepalive=_KEEP_ALIVE_S)
            while self._client.loop() == MQTTErrorCode.MQTT_ERR_SUCCESS:
                pass
        except OSError as error:
            reason = error.strerror or type(error).__name__
        except Exception as error:  # noqa: BLE001 - see above
            reason = type(error).__name__
        if not self._answered and not self._stopping:
            self._report(f"no connection to the broker ({reason}); check mqtt.host, port and tls")

    # The thread that publishes.

    def _send_all(self) -> None:
        while (batch := self._next()) is not None:
            for outgoing in batch:
                self._send(outgoing)
        if self._connected:
            self._say_offline()

    def _say_offline(self) -> None:
        farewell = self._send(_Outgoing(f"{self._root}/{STATUS}", OFFLINE, retain=True))
        if farewell is not None:
            # All before it have arrived then. It raises when the connection is lost meanwhile:
            # then the last will says it.
            with suppress(RuntimeError, ValueError):
                farewell.wait_for_publish(_FAREWELL_S)

    def _next(self) -> tuple[_Outgoing, ...] | None:
        """Wait for something to send; None when it is time to end."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._stopping or (self._connected and (self._announce or self._buffer))
            )
            if not self._connected or not (self._announce or self._buffer):
                return None
            if self._announce:
                self._announce = False
                return self._announcement
            return (self._buffer.popleft(),)

    def _send(self, outgoing: _Outgoing) -> MQTTMessageInfo | None:
        """Hand a message to the client, which repeats it until the broker has it.

        None when it is time to end and nobody is there to take it.
        """
        while True:
            with self._changed:
                self._acknowledged = False
            info = self._client.publish(
                outgoing.topic, outgoing.payload, _QOS, retain=outgoing.retain
            )
            if info.rc != MQTTErrorCode.MQTT_ERR_QUEUE_SIZE:
                return info
            with self._changed:
                self._changed.wait_for(
                    lambda: self._acknowledged or self._is_left_alone(), timeout=_FULL_WAIT_S
                )
                if self._is_left_alone():
                    return None

    def _is_left_alone(self) -> bool:
        return self._stopping and not self._connected

    # Called by the client, in its thread.

    def _on_connect(
        self,
        client: Client,
        _userdata: object,
        _flags: ConnectFlags,
        reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        self._answered = True
        if reason.is_failure:
            self._report(f"the broker refuses us ({reason}); check mqtt.username and mqtt.password")
            return
        if self._stopping:  # the connection came up while `stop` was closing it
            client.disconnect()
            return
        self._connections += 1
        if self._connections > 1:
            self._metrics.mqtt_reconnects.labels("out").inc()
        _LOG.info("publishing on %s:%d under %s", self._host, self._port, self._root)
        self._last_failure = ""
        self._pause_s = self._pause_min_s
        client.subscribe(HOME_ASSISTANT_STATUS)
        with self._changed:
            self._connected = self._announce = True
            self._changed.notify_all()

    def _on_disconnect(
        self,
        _client: Client,
        _userdata: object,
        _flags: DisconnectFlags,
        reason: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        with self._changed:
            was_connected, self._connected = self._connected, False
            self._changed.notify_all()
        if was_connected and reason.is_failure:
            _LOG.warning("the connection to the broker was lost: %s", reason)

    def _on_message(self, _client: Client, _userdata: object, message: MQTTMessage) -> None:
        if message.payload == ONLINE:
            with self._changed:
                self._announce = True
                self._changed.notify_all()

    def _on_publish(self, *_: object) -> None:
        with self._changed:
            self._acknowledged = True
            self._changed.notify_all()

    def _report(self, failure: str) -> None:
        """Log a failure once, until it changes or the connection stands."""
        if failure != self._last_failure:
            self._last_failure = failure
            _LOG.warning("%s (%s:%d)", failure, self._host, self._port)
