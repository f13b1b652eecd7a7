"""Listens to one Frigate on the broker and hands its messages over, for as long as it runs.

Nothing that the broker, the network or a message does ends the listening: the client
reconnects with growing pauses and subscribes anew each time. What was published meanwhile is
gone, so `on_connected` is called after every subscription and the caller asks Frigate over HTTP.
"""

from __future__ import annotations

import logging
import secrets
import ssl
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTErrorCode
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from reid_service.errors import SettingsError
from reid_service.ingest.checks import MAX_BYTES
from reid_service.ingest.mqtt_client import ReadingAhead
from reid_service.ingest.rare_log import RareLog
from reid_service.ingest.tls import tls_context
from reid_service.settings import MqttSettings

_LOG = logging.getLogger(__name__)

_KEEP_ALIVE_S: Final = 60
_RECONNECT_MAX_S: Final = 60
# Costs nothing where Frigate publishes with 0, and loses less where it is set to 1.
_QOS: Final = 1
_ON_CONNECT: Final = "onConnect"


class Topic(StrEnum):
    """What we subscribe to, below Frigate's prefix."""

    EVENTS = "events"
    TRACKED_OBJECT_UPDATE = "tracked_object_update"
    AVAILABLE = "available"
    STATS = "stats"
    CAMERA_ACTIVITY = "camera_activity"


# A retained one is an old message that somebody else has kept: its person left long ago.
_LIVE_ONLY: Final = frozenset(
    {Topic.EVENTS, Topic.TRACKED_OBJECT_UPDATE, Topic.CAMERA_ACTIVITY, Topic.STATS}
)


@dataclass(frozen=True, slots=True)
class RawMessage:
    """A message as it came; `arrived_s` is monotonic."""

    instance: str
    topic: Topic
    payload: bytes
    arrived_s: float


@dataclass(frozen=True, slots=True)
class MqttState:
    """How the connection is; `last_message_s` is monotonic, None before the first message."""

    connected: bool
    reconnects: int
    last_message_s: float | None
    problem: str | None


class MqttSource:
    """One Frigate's topics. Both callbacks run in the client's thread and must be quick.

    `prefix` is Frigate's `mqtt.topic_prefix`. Without `client_id` a unique one is made: two
    clients of one id would throw each other out. `reconnect_min_s` is the first pause after a
    loss; it doubles up to a minute. Raises `SettingsError` for unusable TLS files or prefix.
    """

    def __init__(
        self,
        settings: MqttSettings,
        *,
        instance: str,
        prefix: str,
        on_message: Callable[[RawMessage], object],
        on_connected: Callable[[], object],
        client_id: str | None = None,
        reconnect_min_s: int = 1,
    ) -> None:
        if "+" in prefix or "#" in prefix or "\0" in prefix:
            msg = "topic_prefix must not contain +, # or NUL; copy Frigate's mqtt.topic_prefix"
            raise SettingsError(msg)
        self._address = (settings.host, settings.port)
        self._instance = instance
        self._prefix = prefix
        self._topics = {f"{prefix}/{topic}": topic for topic in Topic}
        self._on_message = on_message
        self._on_connected = on_connected
        self._rare = RareLog(_LOG)
        self._lock = threading.Lock()
        self._connected = False
        self._subscriptions = 0
        self._subscribing: int | None = None
        self._last_message_s: float | None = None
        self._problem: str | None = None
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._pause_s = float(reconnect_min_s)
        self._client = self._make_client(
            settings,
            client_id or f"frigate-reid-{instance}-{secrets.token_hex(4)}",
            reconnect_min_s,
        )

    @property
    def state(self) -> MqttState:
        """How the connection is at this moment."""
        with self._lock:
            return MqttState(
                self._connected,
                max(0, self._subscriptions - 1),
                self._last_message_s,
                self._problem,
            )

    def start(self) -> None:
        """Connect; returns at once, also when there is no broker yet."""
        self._client.connect_async(*self._address, keepalive=_KEEP_ALIVE_S)
        self._thread = threading.Thread(
            target=self._run, name=f"mqtt-in-{self._instance}", daemon=True
        )
        self._thread.start()

    def stop(self, timeout_s: float = 5.0) -> None:
        """Disconnect. Close the queue first if the message callback may be waiting in it."""
        self._stopping.set()
        self._client.disconnect()
        if self._thread is not None:
            self._thread.join(timeout_s)
        with self._lock:
            self._connected = False

    def ask_activity(self) -> None:
        """Have Frigate say on `camera_activity` whom it tracks now."""
        self._client.publish(f"{self._prefix}/{_ON_CONNECT}", b"", qos=0)

    def _run(self) -> None:
        # The client's own thread would die of a packet that it cannot read, and leave us deaf.
        while not self._stopping.is_set():
            try:
                self._client.loop_forever(retry_first_connection=True)
            except Exception as error:  # noqa: BLE001 - see above
                self._trouble("client", f"the broker sent what no broker sends ({_kind(error)})")
            if self._stopping.wait(self._pause_s):
                return
            self._client.connect_async(*self._address, keepalive=_KEEP_ALIVE_S)

    def _make_client(self, settings: MqttSettings, client_id: str, reconnect_min_s: int) -> Client:
        client = ReadingAhead(CallbackAPIVersion.VERSION2, client_id=client_id)
        if settings.username is not None:
            password = settings.password.get_secret_value() if settings.password else None
            client.username_pw_set(settings.username, password)
        if settings.tls:
            client.tls_set_context(tls_context(settings))
        client.reconnect_delay_set(reconnect_min_s, max(reconnect_min_s, _RECONNECT_MAX_S))
        client.on_connect = self._connect
        client.on_connect_fail = self._connect_fail
        client.on_disconnect = self._disconnect
        client.on_subscribe = self._subscribed
        client.on_message = self._message
        return client

    def _connect(
        self,
        client: Client,
        _: object,
        __: ConnectFlags,
        reason: ReasonCode,
        ___: Properties | None,
    ) -> None:
        if reason.is_failure:
            self._trouble("refused", f"the broker refused us ({reason}); check username, password")
            return
        result, mid = client.subscribe([(topic, _QOS) for topic in self._topics])
        if result == MQTTErrorCode.MQTT_ERR_SUCCESS:
            self._subscribing = mid

    def _connect_fail(self, _: Client, __: object) -> None:
        # The client calls this from its `except` and keeps the error to itself.
        error = sys.exc_info()[1]
        if isinstance(error, ssl.SSLCertVerificationError):
            self._trouble(
                "certificate",
                f"the broker's certificate is not trusted ({error.verify_message}); "
                "set mqtt.ca_file, or mqtt.tls_insecure on a network you trust",
            )
        else:
            self._trouble("unreachable", f"no connection to the broker ({_kind(error)})")

    def _disconnect(
        self, _: Client, __: object, ___: DisconnectFlags, reason: ReasonCode, ____: object
    ) -> None:
        with self._lock:
            was_connected, self._connected = self._connected, False
        if was_connected and not self._stopping.is_set():
            self._trouble("lost", f"the connection to the broker is lost ({reason})")

    def _subscribed(
        self, _: Client, __: object, mid: int, reasons: list[ReasonCode], ___: Properties | None
    ) -> None:
        if mid != self._subscribing:
            return
        refused = [
            topic for topic, reason in zip(self._topics, reasons, strict=False) if reason.is_failure
        ]
        if refused:
            self._trouble("subscribe", f"the broker does not let us read {', '.join(refused)}")
        with self._lock:
            self._connected = True
            self._subscriptions += 1
            if not refused:
                self._problem = None
        _LOG.info("listening to %s on the broker", self._prefix)
        # Only now is nothing published past us, so what was missed has an end.
        self.ask_activity()
        self._guarded(self._on_connected)

    def _message(self, _: Client, __: object, message: MQTTMessage) -> None:
        topic = self._topics.get(message.topic)
        if topic is None:
            return
        if message.retain and topic in _LIVE_ONLY:
            self._rare.warning(("retained", topic), "old message on %s skipped", topic)
            return
        if len(message.payload) > MAX_BYTES:
            self._rare.warning(("large", topic), "message of over 1 MiB on %s skipped", topic)
            return
        now_s = time.monotonic()
        with self._lock:
            self._last_message_s = now_s
        raw = RawMessage(self._instance, topic, bytes(message.payload), now_s)
        self._guarded(lambda: self._on_message(raw))

    def _guarded(self, callback: Callable[[], object]) -> None:
        try:
            callback()
        except Exception:  # noqa: BLE001 - one bad message must not end the listening
            _LOG.exception("a message could not be handled")

    def _trouble(self, key: str, problem: str) -> None:
        with self._lock:
            self._problem = problem
        host, port = self._address
        self._rare.warning(key, "MQTT %s:%d: %s", host, port, problem)


def _kind(error: BaseException | None) -> str:
    """What happened in few words, without addresses or content."""
    text = error.strerror if isinstance(error, OSError) else None
    return text or type(error).__name__
