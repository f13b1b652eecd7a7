"""The replayed Frigate against our own client, and against recorded sites."""

from __future__ import annotations

import gzip
import json
import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from pydantic import SecretStr

from reid_service.errors import FrigateDenied, FrigateNotFound
from reid_service.ingest.frigate import FrigateClient
from reid_service.recordings import pictures
from reid_service.recordings.broker import DemoBroker
from reid_service.recordings.broker_clients import PahoPublisher, PahoSubscriber
from reid_service.recordings.event_rows import EventQuery
from reid_service.recordings.format import Message, Recording
from reid_service.recordings.frigate_login import Account
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.player import Player
from reid_service.recordings.replayed_frigate import Picture, ReplayedFrigate
from reid_service.recordings.traffic import decode_event
from reid_service.settings import FrigateSettings
from tests.unit.recordings.tiny import (
    START_S,
    VISITOR,
    WALKER,
    tiny_frames,
    tiny_messages,
    walk,
    write_tiny,
)

VERSIONS = ("0.15.2", "0.16.4", "0.17.2", "0.18.0-beta1")
RECORDINGS = ("house_calm", "house_rough", "shop_busy")


@contextmanager
def _client(url: str, user: str | None = None, password: str = "") -> Iterator[FrigateClient]:
    settings = FrigateSettings(
        url=url, username=user, password=SecretStr(password), requests_per_second=1000.0
    )
    client = FrigateClient(settings)
    try:
        yield client
    finally:
        client.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_our_client_understands_every_version(tmp_path: Path, version: str) -> None:
    frigate = ReplayedFrigate(write_tiny(tmp_path / "tiny", version))
    for message in tiny_messages():
        frigate.apply(message)
    with FrigateServer(frigate) as server, _client(server.url) as client:
        assert client.profile().can_write
        assert set(client.config().cameras) == {"gate", "door"}
        assert [row.event_id for row in client.events()] == [VISITOR, WALKER]
        last = pictures.decode(tiny_frames()[WALKER, START_S + 3.9])
        assert (pictures.decode(client.clean_image(WALKER)) == last).all()
        assert (pictures.decode(client.recording_frame("gate", START_S + 3.9)) == last).all()
        assert pictures.decode(client.thumbnail(WALKER)).shape[0] == 175
        client.set_sub_label(WALKER, "Ada", 0.9)
        client.set_description(WALKER, "seen at the gate")
        client.retain(WALKER, keep=True)
        assert client.export_clip("gate", START_S + 1, START_S + 4, "walk") is not None
        row = client.event(WALKER, fresh=True)
        assert row.sub_label is not None
        assert row.sub_label.text == "Ada"
        with pytest.raises(FrigateNotFound):
            client.event("1789110000.000000-nobody")
    assert [write["action"] for write in frigate.writes] == [
        "sub_label",
        "description",
        "retain",
        "export",
    ]


def test_our_client_gets_the_picture_of_a_person_who_has_just_appeared(tmp_path: Path) -> None:
    frigate = ReplayedFrigate(write_tiny(tmp_path / "tiny"))
    frigate.apply(next(walk(WALKER, "gate", START_S + 2, 3)))
    with FrigateServer(frigate) as server, _client(server.url) as client:
        image = pictures.decode(client.clean_image(WALKER)).astype(int)
    shown = pictures.decode(tiny_frames()[WALKER, START_S + 1.9])
    # It comes as a JPEG of good quality: Frigate has no clean one before the person has moved.
    assert abs(image - shown).mean() < 30


def test_our_client_logs_in_again_and_learns_what_it_may_do(tmp_path: Path) -> None:
    frigate = ReplayedFrigate(write_tiny(tmp_path / "tiny"))
    for message in tiny_messages():
        frigate.apply(message)
    viewer = Account("vic", "battery staple", "viewer")
    with (
        FrigateServer(frigate, accounts=[viewer]) as server,
        _client(server.url, viewer.user, viewer.password) as client,
    ):
        assert not client.profile().can_write
        server.expire_sessions()
        assert client.event(WALKER).event_id == WALKER
        assert server.requests["POST /api/login"] == 2
        with pytest.raises(FrigateDenied):
            client.set_sub_label(WALKER, "Ada")


def _services_eye(frigate: ReplayedFrigate, seen: Counter[str]) -> Callable[..., None]:
    """A publisher whose receiver fetches the clean picture at once."""

    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        event = decode_event(payload)
        if event is None:
            return
        picture = frigate.any_picture(event.after.id)
        if isinstance(picture, Picture) and event.after.snapshot is not None:
            assert picture.frame_time_s == event.after.snapshot.frame_time
            seen[event.after.id] += 1

    return publish


@pytest.mark.parametrize("name", RECORDINGS)
def test_recorded_sites_replay_whole(shared_data: Path, name: str) -> None:
    recording = Recording.open(shared_data / "recordings" / name)
    frigate, seen = ReplayedFrigate(recording), Counter[str]()
    report = Player(
        recording, _services_eye(frigate, seen), frigate, speed=0, settled=lambda: 0, window=10**6
    ).run()
    assert report.unfetched_pictures == 0
    assert seen.keys() == recording.truth.keys()
    rows = frigate.rows(EventQuery(limit=10**6))
    assert {row["id"] for row in rows} <= set(recording.truth)
    for row in rows:
        left, top, width, height = row["data"]["box"]
        assert 0 <= left <= left + width <= 1.000001
        assert 0 <= top <= top + height <= 1.000001
        assert row["camera"] == recording.truth[row["id"]].camera


@pytest.mark.parametrize("version", VERSIONS)
def test_traffic_of_the_real_applications_is_understood(
    shared_data: Path, recording_of: Callable[[str], Recording], version: str
) -> None:
    frigate = ReplayedFrigate(recording_of(version))
    stored = set()
    path = shared_data / "frigate" / "mqtt" / f"syn_v{version}_mqtt.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        contents = [json.loads(line) for line in lines]
    for content in contents:
        if content["topic"] != "frigate/events":
            continue
        event = decode_event(content["payload"])
        assert event is not None
        frigate.apply(Message(content["t"], content["topic"], 0, False, content["payload"]))
        if event.after.has_snapshot and (event.type != "new" or version != "0.15.2"):
            stored.add(event.after.id)
    assert stored <= {row["id"] for row in frigate.rows(EventQuery(limit=10**6))}
    assert stored


@pytest.fixture
def recording_of(tmp_path: Path) -> Callable[[str], Recording]:
    """A recording said to be of some version; only its header and cameras matter."""
    return lambda version: write_tiny(tmp_path / version, version)


def test_a_stretch_goes_over_a_broker_and_http_without_losing_a_picture(
    shared_data: Path,
) -> None:
    recording = Recording.open(shared_data / "recordings" / "house_calm")
    frigate = ReplayedFrigate(recording)
    inbox: queue.Queue[bytes | None] = queue.Queue()
    settled, fetched = [0], Counter[int]()
    with DemoBroker() as broker, FrigateServer(frigate) as server:

        def serve() -> None:
            with requests.Session() as session:
                while (payload := inbox.get()) is not None:
                    event = decode_event(payload)
                    assert event is not None
                    url = f"{server.url}/api/events/{event.after.id}/snapshot-clean.webp"
                    fetched[session.get(url, timeout=10).status_code] += 1
                    settled[0] += 1

        service = threading.Thread(target=serve)
        service.start()
        subscriber = PahoSubscriber(
            broker.host,
            broker.port,
            topics=["frigate/events"],
            on_message=lambda _topic, payload, _qos, _retain: inbox.put(payload),
        )
        with subscriber, PahoPublisher(broker.host, broker.port) as publisher:
            player = Player(
                recording,
                publisher,
                frigate,
                speed=0,
                settled=lambda: settled[0],
                end_s=600.0,
            )
            player.announce()
            report = player.run()
        inbox.put(None)
        service.join()
    assert settled[0] == sum(fetched.values())
    assert report.events - 128 <= settled[0] <= report.events
    assert (report.unfetched_pictures, report.stalled_windows) == (0, 0)
    # Only persons who had not moved yet had no clean picture.
    assert set(fetched) <= {200, 404}
    assert fetched[200] > fetched[404]
