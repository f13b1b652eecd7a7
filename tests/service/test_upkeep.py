"""Everything is deleted, and comes back from a backup, while people go on walking by."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from reid_service.app.running import Running
from reid_service.app.service import Service
from reid_service.app.stage import free_port
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.broker_clients import PahoPublisher
from reid_service.recordings.format import Recording
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.player import Player
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from reid_service.settings import Settings, load_settings
from tests.brokers import Broker

pytestmark = pytest.mark.service

NAME = "Zwirnlinde"
BOUND_S = 60.0


class Site:
    """A service that may start itself anew, with a broker and a Frigate that stay."""

    def __init__(
        self,
        settings: Settings,
        recording: Recording,
        frigate: ReplayedFrigate,
        server: FrigateServer,
        broker_port: int,
    ) -> None:
        self.settings = settings
        self.server = server
        self._recording, self._frigate, self._broker_port = recording, frigate, broker_port
        self.running = Running(settings)
        self.services: list[Service] = []
        self.thread = threading.Thread(target=self.running.run, args=(self.services.append,))

    def client(self) -> SiteClient:
        return SiteClient(f"http://127.0.0.1:{self.settings.api.port}", self.services[-1].token)

    def play(self, start_s: float, end_s: float) -> None:
        client = self.client()
        assert client.wait_until_ready(BOUND_S)
        with PahoPublisher("127.0.0.1", self._broker_port) as publisher:
            Player(
                self._recording,
                publisher,
                self._frigate,
                speed=0,
                settled=client.messages_settled,
                start_s=start_s,
                end_s=end_s,
            ).run()
        assert client.wait_until_settled(BOUND_S)
        client.close()

    def send(self, method: str, path: str, **given: Any) -> requests.Response:
        answer = requests.request(
            method,
            f"http://127.0.0.1:{self.settings.api.port}/api/{path}",
            headers={"Authorization": f"Bearer {self.services[-1].token}"},
            timeout=BOUND_S,
            **given,
        )
        assert answer.ok, answer.text
        return answer

    def wait_for(self, services: int) -> None:
        until_s = time.monotonic() + BOUND_S
        while len(self.services) < services:
            assert time.monotonic() < until_s
            time.sleep(0.05)

    def everything(self) -> dict[str, Any]:
        """What the API tells of who is who."""
        people = self.send("GET", "identities?limit=200&state=all").json()["items"]
        sightings = self.send("GET", "sightings?limit=200").json()["items"]
        return {
            "people": {each["id"]: each["label"] for each in people},
            "sightings": {each["id"]: each["identity_id"] for each in sightings},
        }

    def holding(self, *words: str) -> set[str]:
        """Files of the data folder that hold one of the words, or are pictures."""
        return {
            str(path.relative_to(self.settings.data_dir))
            for path in self.settings.data_dir.rglob("*")
            if path.is_file()
            and (path.suffix == ".jpg" or any(w.encode() in path.read_bytes() for w in words))
        }


@pytest.fixture
def site(
    demo_site: Recording, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    with (
        Broker(tmp_path_factory.mktemp("broker")) as broker,
        FrigateServer(frigate := ReplayedFrigate(demo_site)) as server,
    ):
        settings = load_settings(
            arguments={
                "data_dir": tmp_path / "data",
                "clock": "traffic",
                "mqtt": {"host": "127.0.0.1", "port": broker.port},
                "frigate": [{"url": server.url, "requests_per_second": 10_000}],
                "api": {"port": free_port()},
            },
            options_file=tmp_path / "none.json",
        )
        made = Site(settings, demo_site, frigate, server, broker.port)
        made.thread.start()
        made.wait_for(1)
        try:
            yield made
        finally:
            made.running.stop()
            made.thread.join(BOUND_S)
        assert not made.thread.is_alive()


def test_everything_goes_and_comes_back_and_the_service_goes_on(site: Site) -> None:
    site.play(0.0, 200.0)
    before = site.everything()
    someone = next(iter(before["people"]))
    sighting = next(iter(before["sightings"]))
    site.send("PATCH", f"identities/{someone}", json={"name": NAME})
    site.send("PUT", "cameras/terrace/exclusion?frigate_instance=frigate", json={"excluded": True})
    before = site.everything()
    assert site.holding(NAME, sighting)
    instance = site.send("GET", "info").json()["instance_id"]
    backup = site.send("GET", "backup").content

    site.send("POST", "erase", json={"confirm": "delete everything"})
    site.wait_for(2)
    assert site.everything() == {"people": {}, "sightings": {}}
    assert site.holding(NAME, sighting) == set()
    assert site.services[-1].gallery.count() == 0
    assert site.send("GET", "upkeep").json()["last"]["done"] is True
    assert site.send("GET", "info").json()["instance_id"] == instance
    excluded = site.send("GET", "settings/privacy").json()["items"]
    assert [e["camera"] for e in excluded if e["excluded_since_s"] is not None] == ["terrace"]

    # Who comes from now on is taken in, but nobody of the camera that is left out, nor again.
    site.play(200.0, 420.0)
    anew = site.everything()["sightings"]
    assert anew
    assert not anew.keys() & before["sightings"].keys()
    later = site.send("GET", "sightings?limit=200").json()["items"]
    assert "terrace" not in {each["camera"] for each in later}

    found = site.send("POST", "backups", data=backup).json()
    assert found["sightings"] >= len(before["sightings"])
    # Else it would be asked at once for who came since the backup.
    site.server.stop()
    site.send("POST", f"backups/{found['id']}/restore", json={"confirm": "replace everything"})
    site.wait_for(3)
    assert site.everything() == before
    assert site.holding(NAME)
    assert not site.services[-1].indexer.verify()
    crop = next(e["crop_id"] for e in site.send("GET", "sightings").json()["items"] if e["crop_id"])
    assert site.send("GET", f"crops/{crop}.jpg").content.startswith(b"\xff\xd8")
