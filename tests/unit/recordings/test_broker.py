"""The broker of the demo, and the clients of the replay."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from reid_service.errors import RecordingError
from reid_service.recordings.broker import DemoBroker
from reid_service.recordings.broker_clients import PahoPublisher, PahoSubscriber
from tests.unit.recordings.tiny import wait_until


@pytest.fixture
def broker() -> Iterator[DemoBroker]:
    with DemoBroker() as started:
        yield started


class Inbox:
    """Remembers what arrives."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, bytes, int, bool]] = []

    def __call__(self, topic: str, payload: bytes, qos: int, retain: bool) -> None:
        self.messages.append((topic, payload, qos, retain))


def _subscriber(broker: DemoBroker, inbox: Inbox) -> PahoSubscriber:
    return PahoSubscriber(broker.host, broker.port, topics=["frigate/#"], on_message=inbox)


def test_five_thousand_messages_arrive_in_order(broker: DemoBroker) -> None:
    inbox = Inbox()
    publisher = PahoPublisher(broker.host, broker.port)
    with _subscriber(broker, inbox), publisher:
        for number in range(5000):
            publisher("frigate/events", f"{number}", 0, False)
        wait_until(lambda: len(inbox.messages) == 5000)
    assert [payload for _, payload, *_ in inbox.messages] == [
        b"%d" % number for number in range(5000)
    ]


def test_a_retained_message_meets_who_comes_later(broker: DemoBroker) -> None:
    inbox = Inbox()
    with PahoPublisher(broker.host, broker.port) as publisher:
        publisher("frigate/available", "online", 1, True)
        publisher("frigate/events", "{}", 1, False)
        with _subscriber(broker, inbox):
            wait_until(lambda: bool(inbox.messages))
            assert inbox.messages == [("frigate/available", b"online", 1, True)]


def test_the_last_will_of_a_lost_client_is_carried_out(broker: DemoBroker) -> None:
    inbox = Inbox()
    lost = Client(CallbackAPIVersion.VERSION2)
    lost.will_set("frigate/available", "offline", 1, retain=True)
    lost.connect(broker.host, broker.port)
    lost.loop_start()
    wait_until(lost.is_connected)
    with _subscriber(broker, inbox):
        connection = lost.socket()
        assert connection is not None
        lost.loop_stop()
        connection.close()
        wait_until(lambda: any(text == b"offline" for _, text, *_ in inbox.messages))
    late = Inbox()
    with _subscriber(broker, late):
        wait_until(lambda: bool(late.messages))
        topic, payload, _, retain = late.messages[0]
        assert (topic, payload, retain) == ("frigate/available", b"offline", True)


def test_it_stops_with_clients_connected_and_leaves_no_thread() -> None:
    before = set(threading.enumerate())
    broker = DemoBroker()
    broker.start()
    subscriber = _subscriber(broker, Inbox())
    subscriber.connect()
    broker.stop()
    subscriber.close()
    broker.stop()
    assert set(threading.enumerate()) <= before


def test_a_taken_port_is_reported() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        broker = DemoBroker(port=taken.getsockname()[1])
        with pytest.raises(RecordingError, match="choose another port"):
            broker.start()


def test_a_publisher_outlives_its_broker() -> None:
    first = DemoBroker()
    first.start()
    publisher = PahoPublisher(first.host, first.port)
    inbox = Inbox()
    with _subscriber(first, inbox), publisher:
        first.stop()
        with DemoBroker(port=first.port):

            def arrives() -> bool:
                # The subscriber may come back later than the publisher.
                publisher("frigate/events", "after", 1, False)
                return ("frigate/events", b"after", 1, False) in inbox.messages

            wait_until(arrives)


def test_a_broker_that_stays_away_is_an_error() -> None:
    with DemoBroker() as broker:
        publisher = PahoPublisher(broker.host, broker.port, patience_s=1.0)
        publisher.connect()
    try:
        with pytest.raises(RecordingError, match="does not answer"):
            publisher("frigate/events", "{}", 1, False)
    finally:
        publisher.close()


def test_a_broker_that_is_not_there_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(RecordingError, match="does not answer"):
        PahoPublisher("127.0.0.1", port, username="ada", password="x").connect()


def test_without_its_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(RecordingError, match=r"the extra \[broker\]"), DemoBroker():
        pass
