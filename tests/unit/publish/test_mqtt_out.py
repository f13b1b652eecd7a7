"""Publishing over a real broker."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import msgspec
import pytest
from pydantic import SecretStr

from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.errors import SettingsError
from reid_service.publish.mqtt_out import HOME_ASSISTANT_STATUS, MqttPublisher
from reid_service.publish.wire import encode, event_message
from reid_service.settings import MqttSettings
from tests.brokers import Broker, make_certificate
from tests.unit.publish import examples
from tests.unit.publish.line import Line, Listener, wait_until

Publish = Callable[..., MqttPublisher]


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[int]:
    with Broker(tmp_path) as running:
        yield running.port


@pytest.fixture
def listener(broker: int) -> Iterator[Listener]:
    client = Listener(broker)
    yield client
    client.close()


@pytest.fixture
def line(broker: int) -> Iterator[Line]:
    line = Line(broker)
    yield line
    line.close()


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def publish(bus: Bus, metrics: Metrics) -> Iterator[Publish]:
    """Starts publishers and stops them in the end."""
    started: list[MqttPublisher] = []

    def start(port: int, *, buffer_size: int = 1000, **mqtt: object) -> MqttPublisher:
        publisher = MqttPublisher(
            mqtt=MqttSettings.model_validate({"host": "127.0.0.1", "port": port, **mqtt}),
            prefix="frigate_reid",
            config=examples.CONFIG,
            metrics=metrics,
            buffer_size=buffer_size,
            reconnect_min_s=0.05,
        )
        publisher.start(bus)
        started.append(publisher)
        return publisher

    yield start
    for publisher in started:
        publisher.stop()


def dropped(metrics: Metrics) -> float:
    value = metrics.registry.get_sample_value(
        "frigate_reid_queue_drops_total", {"queue": "mqtt_out"}
    )
    return value or 0.0


def test_config_and_status_are_retained(broker: int, publish: Publish) -> None:
    publisher = publish(broker)
    wait_until(lambda: publisher.connected)
    early = Listener(broker)
    wait_until(lambda: bool(early.on("status") and early.on("config")))
    early.close()
    late = Listener(broker)
    wait_until(lambda: len(late.received) == 2)
    late.close()
    (config,), (status,) = late.on("config"), late.on("status")
    assert config.retain
    assert config.payload == encode(examples.CONFIG)
    assert status.retain
    assert status.payload == b"online"


def test_every_event_arrives_once_and_is_not_retained(
    broker: int, listener: Listener, publish: Publish, bus: Bus
) -> None:
    publish(broker)
    for event in examples.EVENTS:
        bus.publish(event)
    wait_until(lambda: bool(listener.on("identity_changed")))
    for event in examples.EVENTS:
        message = event_message(event)
        (received,) = listener.on(message.topic)
        assert received.payload == encode(message)
        assert received.qos == 1
    late = Listener(broker)
    wait_until(lambda: len(late.received) == 2)
    late.close()
    assert {each.topic for each in late.received} == {
        "frigate_reid/main/config",
        "frigate_reid/main/status",
    }


def test_a_stop_sends_what_waits_and_says_offline(
    broker: int, listener: Listener, publish: Publish, bus: Bus
) -> None:
    publisher = publish(broker)
    wait_until(lambda: publisher.connected)
    for number in range(300):
        bus.publish(replace(examples.HANDOFF, at_s=float(number)))
    publisher.stop()
    wait_until(lambda: listener.received[-1].payload == b"offline")
    times = [msgspec.json.decode(each.payload)["at_s"] for each in listener.on("handoff")]
    assert times == [float(number) for number in range(300)]
    bus.publish(examples.SIGHTING)
    assert listener.on("sighting") == []


def test_the_broker_says_offline_when_the_line_is_cut(
    listener: Listener, line: Line, publish: Publish
) -> None:
    publish(line.port)
    wait_until(lambda: bool(listener.on("status")))
    line.cut()
    wait_until(lambda: listener.on("status")[-1].payload == b"offline")


def test_events_of_an_outage_arrive_after_it_and_the_oldest_give_way(
    listener: Listener, line: Line, publish: Publish, bus: Bus, metrics: Metrics
) -> None:
    publisher = publish(line.port, buffer_size=5)
    wait_until(lambda: bool(listener.on("status")))
    line.cut()
    wait_until(lambda: not publisher.connected)
    for number in range(8):
        bus.publish(replace(examples.HANDOFF, at_s=float(number)))
    assert dropped(metrics) == 3
    line.mend()
    wait_until(lambda: len(listener.on("handoff")) == 5)
    times = [msgspec.json.decode(each.payload)["at_s"] for each in listener.on("handoff")]
    assert times == [3.0, 4.0, 5.0, 6.0, 7.0]
    # At least once: what the broker had not acknowledged when the line broke comes again.
    status = [each.payload for each in listener.on("status")]
    assert [key for key, _ in groupby(status)] == [b"online", b"offline", b"online"]
    reconnects = {"client": "out"}
    assert metrics.registry.get_sample_value("frigate_reid_mqtt_reconnects_total", reconnects) == 1


def test_events_before_the_first_connection_wait_for_it(
    listener: Listener, line: Line, publish: Publish, bus: Bus
) -> None:
    line.cut()
    publish(line.port)
    bus.publish(examples.SIGHTING)
    line.mend()
    wait_until(lambda: bool(listener.on("sighting")))
    # Whoever reacts to an event knows already that the service is there.
    topics = [each.topic.rpartition("/")[2] for each in listener.received]
    assert topics == ["config", "status", "sighting"]


def test_home_assistant_that_starts_gets_the_discovery_again(
    broker: int, listener: Listener, publish: Publish
) -> None:
    publish(broker)
    wait_until(lambda: bool(listener.on("status")))
    listener.say(HOME_ASSISTANT_STATUS, "offline")
    listener.say(HOME_ASSISTANT_STATUS, "online")
    wait_until(lambda: len(listener.on("config")) == len(listener.on("status")) == 2)


def test_a_stop_without_a_broker_ends(publish: Publish, line: Line, bus: Bus) -> None:
    line.cut()
    publisher = publish(line.port)
    bus.publish(examples.SIGHTING)
    publisher.stop()
    assert not publisher.connected


def test_a_login_is_used_and_a_refused_one_is_reported_once_without_its_password(
    tmp_path: Path, publish: Publish, caplog: pytest.LogCaptureFixture
) -> None:
    with Broker(tmp_path, login=("reader", "the right one")) as broker:
        caplog.set_level(logging.WARNING)
        refused = publish(broker.port, username="reader", password=SecretStr("a wrong one"))
        wait_until(lambda: len(caplog.records) == 1)
        assert "check mqtt.username and mqtt.password" in caplog.text
        assert "a wrong one" not in caplog.text
        assert not refused.connected
        refused.stop()
        accepted = publish(broker.port, username="reader", password=SecretStr("the right one"))
        wait_until(lambda: accepted.connected)
        accepted.stop()


# The client leaves the socket of a failed handshake to the garbage collector.
@pytest.mark.filterwarnings("ignore:Exception ignored in. <ssl.SSLSocket")
def test_an_encrypted_connection_wants_a_certificate_that_is_trusted(
    tmp_path: Path, publish: Publish, caplog: pytest.LogCaptureFixture
) -> None:
    certificate = make_certificate(tmp_path)
    with Broker(tmp_path, certificate=certificate) as broker:
        doubtful = publish(broker.port, tls=True)
        wait_until(lambda: "no connection to the broker" in caplog.text)
        assert not doubtful.connected
        doubtful.stop()
        trusting = publish(broker.port, tls=True, ca_file=certificate[0])
        wait_until(lambda: trusting.connected)
        trusting.stop()
        careless = publish(broker.port, tls=True, tls_insecure=True)
        wait_until(lambda: careless.connected)
        careless.stop()


def test_what_is_no_broker_does_not_end_the_publishing(
    publish: Publish, caplog: pytest.LogCaptureFixture
) -> None:
    answers: list[bytes] = []

    def answer() -> None:
        while True:
            try:
                peer, _ = server.accept()
            except OSError:
                return
            with peer:
                answers.append(peer.recv(1024))
                # A publication whose topic is said to be longer than the packet.
                peer.sendall(b"\x30\x02\xff\xff")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        publisher = publish(server.getsockname()[1])
        wait_until(lambda: len(answers) >= 2)
        assert not publisher.connected
        assert caplog.text.count("no connection to the broker") == 1
        publisher.stop()
        server.shutdown(socket.SHUT_RDWR)
    thread.join()


def test_a_missing_certificate_file_is_a_settings_error(tmp_path: Path, publish: Publish) -> None:
    with pytest.raises(SettingsError, match=r"mqtt\.ca_file"):
        publish(1883, tls=True, ca_file=tmp_path / "missing.pem")


def test_a_damaged_certificate_file_is_a_settings_error(tmp_path: Path, publish: Publish) -> None:
    damaged = tmp_path / "damaged.pem"
    damaged.write_text("no certificate")
    with pytest.raises(SettingsError, match=r"mqtt\.ca_file"):
        publish(1883, tls=True, ca_file=damaged)


@pytest.mark.parametrize("prefix", ["house/#", "a+b", "a\0"])
def test_a_prefix_that_is_no_topic_is_a_settings_error(prefix: str, metrics: Metrics) -> None:
    with pytest.raises(SettingsError, match=r"publish\.prefix"):
        MqttPublisher(
            mqtt=MqttSettings(host="127.0.0.1"),
            prefix=prefix,
            config=examples.CONFIG,
            metrics=metrics,
        )
