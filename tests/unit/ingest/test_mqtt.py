"""Listening to a real broker through losses, refusals and nonsense."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion
from pydantic import SecretStr

from reid_service.errors import SettingsError
from reid_service.ingest.checks import MAX_BYTES
from reid_service.ingest.mqtt import MqttSource, RawMessage, Topic
from reid_service.settings import MqttSettings
from tests.brokers import Broker, free_port, installed_brokers, make_certificate

WAIT_S = 30.0


def eventually(condition: Callable[[], object]) -> None:
    """Wait until the condition holds; fail when it does not."""
    deadline_s = time.monotonic() + WAIT_S
    while not condition():
        assert time.monotonic() < deadline_s, "waited in vain"
        time.sleep(0.01)


class Listener:
    """A source and everything that it called back."""

    def __init__(self, settings: MqttSettings, prefix: str = "frigate") -> None:
        self.messages: list[RawMessage] = []
        self.connections = 0
        self.source = MqttSource(
            settings,
            instance="house",
            prefix=prefix,
            on_message=self._take,
            on_connected=self._connected,
        )

    def _take(self, message: RawMessage) -> None:
        self.messages.append(message)
        if message.payload == b"trouble":
            msg = "a fault in the pipeline"
            raise RuntimeError(msg)

    def _connected(self) -> None:
        self.connections += 1


@contextmanager
def listening(settings: MqttSettings, prefix: str = "frigate") -> Iterator[Listener]:
    listener = Listener(settings, prefix)
    listener.source.start()
    try:
        yield listener
    finally:
        listener.source.stop()


@contextmanager
def publisher(port: int) -> Iterator[Client]:
    client = Client(CallbackAPIVersion.VERSION2)
    client.connect("127.0.0.1", port)
    client.loop_start()
    try:
        yield client
    finally:
        client.disconnect()
        client.loop_stop()


def say(client: Client, topic: str, payload: bytes, *, retain: bool = False) -> None:
    client.publish(topic, payload, qos=1, retain=retain).wait_for_publish(WAIT_S)


def plain(broker: Broker) -> MqttSettings:
    return MqttSettings(host="127.0.0.1", port=broker.port)


@pytest.mark.parametrize("kind", installed_brokers())
def test_messages_arrive_with_their_topic_in_order(kind: str, tmp_path: Path) -> None:
    with Broker(tmp_path, kind) as broker, listening(plain(broker)) as listener:
        eventually(lambda: listener.connections)
        with publisher(broker.port) as frigate:
            for topic in Topic:
                say(frigate, f"frigate/{topic}", topic.encode())
            say(frigate, "frigate/front_door/person", b"1")
            say(frigate, "frigate/events", b"last")
        eventually(lambda: listener.messages and listener.messages[-1].payload == b"last")
        assert [each.topic for each in listener.messages] == [*Topic, Topic.EVENTS]
        assert {each.instance for each in listener.messages} == {"house"}
        state = listener.source.state
        assert state.connected
        assert state.problem is None
        assert state.last_message_s == listener.messages[-1].arrived_s


@pytest.mark.parametrize("kind", installed_brokers())
def test_after_a_broken_broker_comes_back_all_is_heard_again(kind: str, tmp_path: Path) -> None:
    with Broker(tmp_path, kind) as broker, listening(plain(broker)) as listener:
        eventually(lambda: listener.connections == 1)
        broker.kill()
        eventually(lambda: not listener.source.state.connected)
        assert listener.source.state.problem is not None
        broker.start()
        eventually(lambda: listener.connections == 2)
        assert listener.source.state.connected
        assert listener.source.state.reconnects == 1
        assert listener.source.state.problem is None
        with publisher(broker.port) as frigate:
            say(frigate, "frigate/events", b"again")
        eventually(lambda: [each.payload for each in listener.messages] == [b"again"])


def test_a_broker_that_starts_later_is_found(tmp_path: Path) -> None:
    port = free_port()
    with listening(MqttSettings(host="127.0.0.1", port=port)) as listener:
        eventually(lambda: listener.source.state.problem)
        assert "no connection to the broker" in str(listener.source.state.problem)
        with Broker(tmp_path, port=port):
            eventually(lambda: listener.connections)


def test_a_prefix_may_have_slashes_and_others_are_not_heard(tmp_path: Path) -> None:
    prefix = "home/cellar/Überwachung 1"
    with Broker(tmp_path) as broker, listening(plain(broker), prefix) as listener:
        eventually(lambda: listener.connections)
        with publisher(broker.port) as frigate:
            say(frigate, "frigate/events", b"other")
            say(frigate, f"{prefix}/events", b"ours")
        eventually(lambda: listener.messages)
        assert [each.payload for each in listener.messages] == [b"ours"]


def test_after_each_connection_frigate_is_asked_whom_it_sees(tmp_path: Path) -> None:
    with Broker(tmp_path) as broker, publisher(broker.port) as frigate:
        ready, asked = threading.Event(), threading.Event()
        frigate.on_subscribe = lambda *_: ready.set()
        frigate.on_message = lambda *_: asked.set()
        frigate.subscribe("frigate/onConnect")
        assert ready.wait(WAIT_S)
        with listening(plain(broker)):
            assert asked.wait(WAIT_S)


def test_old_messages_that_a_broker_kept_are_skipped_but_availability_counts(
    tmp_path: Path,
) -> None:
    with Broker(tmp_path) as broker:
        with publisher(broker.port) as frigate:
            say(frigate, "frigate/events", b"days ago", retain=True)
            say(frigate, "frigate/available", b"online", retain=True)
        with listening(plain(broker)) as listener:
            eventually(lambda: listener.messages)
            with publisher(broker.port) as frigate:
                say(frigate, "frigate/events", b"now")
            eventually(lambda: len(listener.messages) >= 2)
            assert [each.payload for each in listener.messages] == [b"online", b"now"]


def test_neither_a_huge_message_nor_a_fault_behind_ends_the_listening(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Broker(tmp_path) as broker, listening(plain(broker)) as listener:
        eventually(lambda: listener.connections)
        with publisher(broker.port) as frigate:
            say(frigate, "frigate/events", b"x" * (MAX_BYTES + 1))
            say(frigate, "frigate/events", b"trouble")
            say(frigate, "frigate/events", b"fine")
        eventually(lambda: len(listener.messages) >= 2)
        assert [each.payload for each in listener.messages] == [b"trouble", b"fine"]
        assert listener.connections == 1
    assert any("over 1 MiB" in each for each in caplog.messages)
    assert any("could not be handled" in each for each in caplog.messages)


def test_a_refused_login_is_said_plainly_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with Broker(tmp_path, login=("reid", "a long secret")) as broker:
        wrong = MqttSettings(
            host="127.0.0.1", port=broker.port, username="reid", password=SecretStr("mistyped")
        )
        with caplog.at_level(logging.WARNING), listening(wrong) as listener:
            eventually(lambda: "refused" in (listener.source.state.problem or ""))
            assert not listener.source.state.connected
        right = wrong.model_copy(update={"password": SecretStr("a long secret")})
        with listening(right) as listener:
            eventually(lambda: listener.connections)
    refusals = [each for each in caplog.messages if "check username, password" in each]
    assert len(refusals) == 1
    assert "mistyped" not in caplog.text
    assert "a long secret" not in caplog.text


def test_tls_with_the_right_authority_works(tmp_path: Path) -> None:
    cert, key = make_certificate(tmp_path)
    with Broker(tmp_path, certificate=(cert, key)) as broker:
        settings = MqttSettings(host="127.0.0.1", port=broker.port, tls=True, ca_file=cert)
        with listening(settings) as listener:
            eventually(lambda: listener.connections)


def test_an_unknown_certificate_is_refused_unless_told_otherwise(tmp_path: Path) -> None:
    cert, key = make_certificate(tmp_path)
    with Broker(tmp_path, certificate=(cert, key)) as broker:
        settings = MqttSettings(host="127.0.0.1", port=broker.port, tls=True)
        with listening(settings) as listener:
            eventually(lambda: "not trusted" in (listener.source.state.problem or ""))
            assert listener.connections == 0
        careless = settings.model_copy(update={"tls_insecure": True})
        with listening(careless) as listener:
            eventually(lambda: listener.connections)


def test_what_is_no_broker_does_not_end_the_listening() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        calls: list[int] = []

        def answer() -> None:
            while True:
                try:
                    peer, _ = server.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(1024)
                    # Accepted, and a publication whose topic is no text.
                    peer.sendall(b"\x20\x02\x00\x00\x30\x07\x00\x03\xff\xfe\xfdaa")
                    calls.append(1)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        settings = MqttSettings(host="127.0.0.1", port=server.getsockname()[1])
        with listening(settings) as listener:
            eventually(lambda: len(calls) >= 2)
            assert "no broker sends" in (listener.source.state.problem or "")
            assert listener.connections == 0
        server.shutdown(socket.SHUT_RDWR)
    thread.join(WAIT_S)


@pytest.mark.parametrize("prefix", ["frigate/#", "a+b", "a\0"])
def test_a_prefix_with_wildcards_is_refused(prefix: str) -> None:
    with pytest.raises(SettingsError, match="topic_prefix"):
        Listener(MqttSettings(host="127.0.0.1"), prefix)


def test_a_missing_authority_file_is_refused_without_its_path(tmp_path: Path) -> None:
    settings = MqttSettings(host="127.0.0.1", tls=True, ca_file=tmp_path / "none.pem")
    with pytest.raises(SettingsError, match=r"mqtt\.ca_file"):
        Listener(settings)


def test_stopping_before_any_connection_returns() -> None:
    with listening(MqttSettings(host="127.0.0.1", port=free_port())) as listener:
        pass
    thread = listener.source._thread
    assert thread is not None
    assert not thread.is_alive()
