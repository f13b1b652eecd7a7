"""Events as they happen, to clients that read them."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from reid_service.api.frames import MAX_MESSAGE_BYTES
from reid_service.storage.store import Store
from tests.unit.api.listening import (
    BOUND_S,
    ask,
    connected,
    narrow,
    next_message,
    renamed,
    until,
)
from tests.unit.api.serving import TOKEN, Served, serving
from tests.unit.publish import examples


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer wrong"}])
def test_whoever_lacks_the_token_is_refused_before_the_handshake(
    empty: Served, headers: dict[str, str]
) -> None:
    address = f"ws://127.0.0.1:{empty.server.port}/api/ws"
    with pytest.raises(InvalidStatus) as refused, connect(address, additional_headers=headers):
        pass
    assert refused.value.response.status_code == 401
    assert json.loads(refused.value.response.body or b"")["code"] == "unauthorized"


def test_the_first_message_tells_the_versions(empty: Served) -> None:
    address = f"ws://127.0.0.1:{empty.server.port}/api/ws"
    with connect(address, additional_headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        assert next_message(client) == {
            "type": "hello",
            "schema_version": 1,
            "min_schema_version": 1,
            "service_version": "0.1.0",
            "instance": "main",
        }


def test_a_ping_is_answered(empty: Served) -> None:
    with connected(empty) as client:
        assert ask(client, id=7, type="ping") == {"type": "pong", "id": 7}
        assert ask(client, id="seven", type="ping") == {"type": "pong", "id": "seven"}


def test_a_client_hears_what_it_subscribes_to(empty: Served) -> None:
    with connected(empty) as client:
        answer = ask(client, id=1, type="subscribe", topics=["sightings"])
        assert answer == {"type": "result", "id": 1, "topics": ["sightings"]}
        for event in examples.EVENTS:
            empty.bus.publish(event)
        answers = [next_message(client) for _ in range(3)]
        assert [each["event"] for each in answers] == ["sighting", "handoff", "reappearance"]
        assert {(each["type"], each["topic"]) for each in answers} == {("event", "sightings")}
        answer = ask(client, id=2, type="subscribe", topics=["identities"])
        assert answer["topics"] == ["identities", "sightings"]
        answer = ask(client, id=3, type="unsubscribe", topics=["sightings"])
        assert answer["topics"] == ["identities"]
        for event in examples.EVENTS:
            empty.bus.publish(event)
        assert next_message(client)["event"] == "identity_changed"


def test_events_come_in_the_order_of_their_happening(empty: Served) -> None:
    with connected(empty) as client, connected(empty) as other:
        for each in (client, other):
            ask(each, id=1, type="subscribe", topics=["identities"])
        for index in range(200):
            empty.bus.publish(renamed(str(index)))
        for each in (client, other):
            labels = [next_message(each)["data"]["identity_label"] for _ in range(200)]
            assert labels == [str(index) for index in range(200)]


def test_health_is_told_every_now_and_then(store: Store, tmp_path: Path) -> None:
    with serving(store, tmp_path, health_every_s=0.01) as served, connected(served) as client:
        ask(client, id=1, type="subscribe", topics=["health"])
        first = next_message(client)
        assert (first["topic"], first["event"]) == ("health", "health")
        assert first["data"] == served.get("/api/health")
        # A report that fails once does not end them.
        served.health.fails = ValueError("once")
        until(lambda: served.health.failures > 0)
        served.health.version = "later"
        served.health.fails = None
        until(lambda: next_message(client)["data"]["version"] == "later")


@pytest.mark.parametrize(
    ("message", "id_"),
    [
        ("", None),
        ("{", None),
        ("[]", None),
        ('{"type": "ping"}', None),
        ('{"id": 1.5, "type": "ping"}', None),
        ('{"id": null, "type": "ping"}', None),
        ('{"id": 4}', 4),
        ('{"id": 4, "type": "dance"}', 4),
        ('{"id": "x", "type": "subscribe"}', "x"),
        ('{"id": 4, "type": "subscribe", "topics": ["weather"]}', 4),
        ('{"id": 4, "type": "subscribe", "topics": "health"}', 4),
        ('{"id": "' + "x" * 65 + '", "type": "ping"}', None),
        (b"\xff\xfe", None),
    ],
)
def test_a_malformed_message_is_answered_and_harms_nobody(
    empty: Served, message: str | bytes, id_: object
) -> None:
    with connected(empty) as client:
        client.send(message)
        answer = next_message(client)
        assert (answer["type"], answer["id"], answer["code"]) == ("error", id_, "invalid_request")
        assert answer["message"].endswith(".")
        assert ask(client, id=1, type="ping")["type"] == "pong"


def test_a_message_that_is_too_large_ends_the_connection(empty: Served) -> None:
    with connected(empty) as client:
        client.send("x" * (MAX_MESSAGE_BYTES + 1))
        with pytest.raises(ConnectionClosed) as closed:
            client.recv(timeout=BOUND_S)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1009


def test_clients_are_counted(empty: Served) -> None:
    with connected(empty), connected(empty):
        assert empty.hub.client_count == 2
        assert "frigate_reid_api_clients 2.0" in empty.client.get("/api/metrics").text
    until(lambda: empty.hub.client_count == 0)


def test_a_client_that_vanishes_is_forgotten(empty: Served) -> None:
    with connected(empty) as client:
        client.socket.shutdown(socket.SHUT_RDWR)
        until(lambda: empty.hub.client_count == 0)


def test_a_client_that_does_not_read_is_dropped_and_others_are_not(
    store: Store, tmp_path: Path
) -> None:
    event = renamed("Anna", tracklets=2000)
    with (
        serving(store, tmp_path, queue_size=8) as served,
        narrow(served) as line,
        connected(served) as swift,
        # It takes one message and leaves the rest where it is.
        connected(served, sock=line, max_queue=1, max_size=None) as slow,
    ):
        for each in (swift, slow):
            ask(each, id=1, type="subscribe", topics=["identities"])
        sent = 0
        while served.hub.client_count == 2:
            served.bus.publish(event)
            sent += 1
            assert next_message(swift)["data"]["identity_label"] == "Anna"
            assert sent < 10_000, "nobody was dropped"
        received: list[str] = []
        with pytest.raises(ConnectionClosed) as closed:
            received.extend(next_message(slow)["event"] for _ in range(sent))
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 1013
        # What it did get is complete and in order; the rest it has to ask for again.
        assert 0 < len(received) < sent
        assert ask(swift, id=2, type="ping")["type"] == "pong"


def test_a_client_that_is_lost_to_an_error_leaves_a_trace(
    empty: Served, caplog: pytest.LogCaptureFixture
) -> None:
    with connected(empty) as client:
        [known] = empty.hub._clients
        del known.topics
        client.send('{"id": 1, "type": "subscribe", "topics": []}')
        with pytest.raises(ConnectionClosed):
            client.recv(timeout=BOUND_S)
    assert "a WebSocket client was lost to an error" in caplog.text
    until(lambda: empty.hub.client_count == 0)
