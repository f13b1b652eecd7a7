"""The whole way: recorded traffic through a real broker and HTTP server to the API."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import pytest

from reid_service.app.stage import Stage
from reid_service.recordings.format import Recording

pytestmark = pytest.mark.service


class SlowBroker:
    """Passes connections on to a broker; what comes back from it waits while it is held."""

    def __init__(self, broker_port: int) -> None:
        self._broker_port = broker_port
        self._flows = threading.Event()
        self._flows.set()
        self._server = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self._timers: list[threading.Timer] = []
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()
        self.port: int = self._server.getsockname()[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flows.set()
        for each in (self._server, *self._ends):
            with suppress(OSError):  # the other side was first
                each.shutdown(socket.SHUT_RDWR)
        for thread in (*self._threads, *self._timers):
            thread.join()
        for each in (self._server, *self._ends):
            each.close()

    def hold(self, seconds: float) -> None:
        """Once: what comes back waits that long."""
        if not self._timers:
            self._flows.clear()
            timer = threading.Timer(seconds, self._flows.set)
            self._timers.append(timer)
            timer.start()

    def _accept(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._server.accept()
                broker = socket.create_connection(("127.0.0.1", self._broker_port))
                self._ends += [client, broker]
                for ends in ((client, broker, False), (broker, client, True)):
                    self._threads.append(threading.Thread(target=self._pass, args=ends))
                    self._threads[-1].start()

    def _pass(self, source: socket.socket, target: socket.socket, waits: bool) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if waits:
                    self._flows.wait()
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_RDWR)


def played(recording: Recording, folder: Path, broker_port: int) -> list[dict[str, Any]]:
    """Sightings as the API shows them after a replay."""
    with Stage(recording, folder, broker_port=broker_port) as stage:
        stage.start_service()
        report = stage.play()
        assert report.unfetched_pictures == 0
        assert report.stalled_windows == 0
        sightings = list(stage.client.pages("/api/sightings"))
        assert stage.stop_service() == 0
    return sightings


def partition(sightings: list[dict[str, Any]]) -> set[frozenset[str]]:
    """Groups of event ids that are one identity."""
    groups: dict[str, set[str]] = {}
    for each in sightings:
        groups.setdefault(each["identity_id"], set()).add(each["event_id"])
    return {frozenset(each) for each in groups.values()}


def test_every_person_event_becomes_a_sighting_of_one_identity_the_same_twice(
    demo_site: Recording, tmp_path: Path, broker_port: int
) -> None:
    first = played(demo_site, tmp_path / "first", broker_port)
    second = played(demo_site, tmp_path / "second", broker_port)

    events = [each["event_id"] for each in first]
    assert sorted(events) == sorted(demo_site.truth)
    assert all(each["identity_id"] for each in first)
    assert all(each["firm"] for each in first)
    assert partition(first) == partition(second)


def test_a_second_start_knows_what_the_first_one_saw(
    demo_site: Recording, tmp_path: Path, broker_port: int
) -> None:
    with Stage(demo_site, tmp_path, broker_port=broker_port) as stage:
        stage.start_service()
        stage.play(end_s=300)
        before = list(stage.client.pages("/api/sightings"))
        stage.stop_service()

        stage.start_service()
        stage.play(end_s=300)
        after = list(stage.client.pages("/api/sightings"))

    assert before
    assert after == before


def test_a_replay_waits_for_what_the_broker_still_has(
    demo_site: Recording, tmp_path: Path, broker_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SlowBroker(broker_port) as broker:
        monkeypatch.setenv("FRIGATE_REID_MQTT__PORT", str(broker.port))
        with Stage(demo_site, tmp_path, broker_port=broker_port) as stage:
            stage.start_service()

            def hold(topic: str, _payload: str) -> None:
                if topic.endswith("/events"):
                    broker.hold(2.0)

            report = stage.play(end_s=120, on_publish=hold)
            health = stage.client.get("/api/health")

    assert 0 < report.events < 128, "all fit into the window: nobody waits on the way"
    assert health["messages_received"] == health["messages_settled"] == report.events
