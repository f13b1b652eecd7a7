"""kill -9 at any instant: nothing acknowledged is lost, nobody appears twice."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from reid_service.app.site import open_site_embedder, open_site_gallery, open_site_store
from reid_service.app.stage import Stage
from reid_service.domain.tracklet import tracklet_id
from reid_service.recordings.broker_clients import PahoPublisher, PahoSubscriber
from reid_service.recordings.format import Recording
from reid_service.recordings.player import Player
from reid_service.recordings.traffic import decode_event
from reid_service.settings import load_settings
from reid_service.storage.indexing import Indexer
from reid_service.storage.projection import replay
from reid_service.storage.records import StoredCrop, StoredTracklet

pytestmark = pytest.mark.service

KILLS = 20
SPEED = 18.0
BOUND_S = 300.0


def test_kill_minus_nine_at_twenty_instants_loses_nothing(
    demo_site: Recording, tmp_path: Path, broker_port: int
) -> None:
    heard: list[dict[str, Any]] = []
    with (
        Stage(demo_site, tmp_path, broker_port=broker_port) as stage,
        PahoSubscriber(
            "127.0.0.1",
            broker_port,
            topics=["frigate_reid/main/sighting"],
            on_message=lambda _topic, payload, _qos, _retain: heard.append(json.loads(payload)),
        ),
        PahoPublisher("127.0.0.1", broker_port) as publisher,
    ):
        stage.start_service()
        player = Player(demo_site, publisher, stage.frigate, speed=SPEED)
        player.announce()
        playing = threading.Thread(target=player.run)
        playing.start()
        instants = random.Random(20)
        kills = 0
        while kills < KILLS:
            time.sleep(instants.uniform(0.05, 1.5))
            stage.kill_service()
            kills += 1
            stage.start_service()
        playing.join()
        # What ended while the service was away, it has from Frigate's HTTP API.
        assert stage.client.wait_until_settled(BOUND_S)
        assert stage.client.wait(lambda health: health["open_tracklets"] == 0, BOUND_S)
        assert stage.client.wait_until_settled(BOUND_S)
        sightings = list(stage.client.pages("/api/sightings"))
        assert stage.stop_service() == 0

    identity_of = {each["event_id"]: each["identity_id"] for each in sightings}
    assert len(identity_of) == len(sightings)
    assert set(identity_of) == set(demo_site.truth)
    acknowledged = {each["event_id"] for each in heard if each["phase"] == "firm"}
    assert acknowledged
    assert all(identity_of[each] for each in acknowledged)
    assert_sound(tmp_path, demo_site)


def test_a_picture_that_had_not_come_before_a_kill_is_asked_for_after_it(
    demo_site: Recording, tmp_path: Path, broker_port: int
) -> None:
    settings = {
        "clock": "system",
        "pipeline": {"order_wait_s": 0.2},
        "retention": {"unnamed_days": 9999, "named_days": 9999, "pictures_days": 9999},
    }
    with (
        Stage(demo_site, tmp_path, settings=settings, broker_port=broker_port) as stage,
        PahoPublisher("127.0.0.1", broker_port) as publisher,
    ):
        held = _Held(stage.server._api.application)
        stage.server._api.application = held  # type: ignore[assignment]  # both are ASGI
        stage.server.stop()
        stage.server.start()
        stage.start_service()
        published = 0
        for message in demo_site.messages():
            stage.frigate.apply(message)
            publisher(message.topic, message.payload, 0, False)
            event = decode_event(message.payload) if message.topic == "frigate/events" else None
            published += event is not None
            if event is not None and event.type == "end" and event.after.has_snapshot:
                break
        assert event is not None
        key = tracklet_id("frigate", event.after.id)
        assert stage.client.wait(
            lambda _: (
                stage.client.messages_settled() >= published
                and held.waiting > 0
                and _state(tmp_path, key) == "closed"
            ),
            BOUND_S,
        )
        stage.kill_service()
        stored, crops = _stored(tmp_path, key)
        assert (stored.tracklet.state, stored.identity_id, crops) == ("closed", None, [])

        held.released.set()
        stage.start_service()
        assert stage.client.wait(
            lambda _: (
                [
                    each["identity_id"]
                    for each in stage.client.pages("/api/sightings")
                    if each["id"] == key and each["identity_id"]
                ]
                != []
            ),
            BOUND_S,
        )
        assert stage.stop_service() == 0
    stored, crops = _stored(tmp_path, key)
    assert stored.firm
    assert len(crops) == 1


class _Held:
    """A Frigate that gives no picture before it is `released`."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application
        self.released = threading.Event()
        self.waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if "/snapshot" in scope["path"]:
            self.waiting += 1
            await asyncio.to_thread(self.released.wait, BOUND_S)
        await self._application(scope, receive, send)


def _state(data_dir: Path, key: str) -> str:
    """As it is on disk; the store itself may not be opened beside the service."""
    with closing(sqlite3.connect(data_dir / "frigate-reid.db")) as database:
        query = "SELECT state FROM tracklets WHERE id = ?"
        found: str = database.execute(query, (key,)).fetchone()[0]
        return found


def _stored(data_dir: Path, key: str) -> tuple[StoredTracklet, list[StoredCrop]]:
    settings = load_settings(arguments={"data_dir": data_dir}, options_file=data_dir / "none")
    with closing(open_site_store(settings)) as store, store.read() as session:
        return session.tracklets.get(key), session.crops.of_tracklet(key)


def assert_sound(data_dir: Path, recording: Recording) -> None:
    """Store, ledger and index agree, and no identity is left over."""
    settings = load_settings(arguments={"data_dir": data_dir}, options_file=data_dir / "none")
    with (
        closing(open_site_store(settings)) as store,
        closing(open_site_embedder(settings)) as embedder,
        closing(open_site_gallery(settings, embedder)) as gallery,
    ):
        assert not Indexer(store, gallery, embedder.model_id).verify()
        with store.read() as session:
            live = session.identities.live()
            seen = session.tracklets.summaries([each.id for each in live])
            assert {each.id for each in live} == set(seen)
            assert replay(session.history.oldest_first()).touched() == session.ledger.state()
            for event_id in recording.truth:
                stored = session.tracklets.get(tracklet_id("frigate", event_id))
                assert stored.firm
                crops = session.crops.of_tracklet(stored.tracklet.id)
                assert crops
                for crop in crops:
                    assert crop.file is not None
                    assert (data_dir / "pictures" / crop.file).is_file()
