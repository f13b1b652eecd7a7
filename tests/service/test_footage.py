"""Films, exports, rescans and settings of the running service, against a replayed Frigate."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from reid_service.app.service import Service
from reid_service.domain.boxes import FrameSize
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.broker_clients import PahoPublisher, PahoSubscriber
from reid_service.recordings.format import Recording
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.player import Player
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from reid_service.settings import load_settings
from reid_service.video.ffmpeg import FilmForm, read_frames
from tests.brokers import Broker

pytestmark = pytest.mark.service

SECONDS = 240.0
_PATIENCE_S = 120.0


@dataclass
class Site:
    """A running service beside a Frigate that has seen the first minutes of the demo site."""

    service: Service
    client: SiteClient
    frigate: ReplayedFrigate
    heard: list[tuple[str, dict[str, Any]]]
    play: Callable[..., None]

    def send(self, method: str, path: str, body: Any = None) -> requests.Response:
        return requests.request(
            method,
            f"http://127.0.0.1:{self.service.api_port}{path}",
            json=body,
            headers={"Authorization": f"Bearer {self.service.token}"},
            timeout=30,
        )

    def does(self, method: str, path: str, body: Any = None) -> Any:
        answer = self.send(method, path, body)
        assert answer.ok, answer.text
        return answer.json()

    def done(self, path: str, body: Any) -> Any:
        """The job that a request begins, when it is over."""
        job = self.does("POST", path, body)
        until_s = time.monotonic() + _PATIENCE_S
        while job["state"] in ("waiting", "running") and time.monotonic() < until_s:
            time.sleep(0.05)
            job = self.does("GET", f"/api/jobs/{job['id']}")
        return job

    def sightings(self) -> list[dict[str, Any]]:
        return list(self.client.pages("/api/sightings"))


@pytest.fixture
def site(
    demo_site: Recording, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    heard: list[tuple[str, dict[str, Any]]] = []

    def hear(topic: str, payload: bytes, _qos: int, _retain: bool) -> None:
        if not topic.endswith("/status"):
            heard.append((topic.rpartition("/")[2], json.loads(payload)))

    with (
        Broker(tmp_path_factory.mktemp("broker")) as broker,
        FrigateServer(frigate := ReplayedFrigate(demo_site)) as server,
        PahoSubscriber("127.0.0.1", broker.port, topics=["frigate_reid/main/#"], on_message=hear),
    ):
        settings = load_settings(
            arguments={
                "data_dir": tmp_path / "data",
                "clock": "traffic",
                "mqtt": {"host": "127.0.0.1", "port": broker.port},
                "frigate": [{"url": server.url, "requests_per_second": 10_000}],
                "api": {"port": 0},
            },
            options_file=tmp_path / "none.json",
        )
        service = Service(settings)
        service.start()
        client = SiteClient(f"http://127.0.0.1:{service.api_port}", service.token)

        def play(start_s: float = 0.0, end_s: float = SECONDS) -> None:
            with PahoPublisher("127.0.0.1", broker.port) as publisher:
                Player(
                    demo_site,
                    publisher,
                    frigate,
                    speed=0,
                    settled=client.messages_settled,
                    start_s=start_s,
                    end_s=end_s,
                ).run()
            assert client.wait_until_settled(20.0)

        try:
            assert client.wait_until_ready(20.0)
            yield Site(service, client, frigate, heard, play)
        finally:
            client.close()
            service.stop()


def test_footage_is_shown_and_exported(site: Site, tmp_path: Path) -> None:
    site.play()
    sightings = [each for each in site.sightings() if each["identity_id"] and each["crop_id"]]
    clip = site.send("GET", f"/api/sightings/{sightings[0]['id']}/clip.mp4")
    assert (clip.status_code, clip.headers["Content-Type"]) == (200, "video/mp4")
    assert clip.content[4:8] == b"ftyp"
    frame = site.send("GET", f"/api/sightings/{sightings[0]['id']}/frame.jpg?box=1")
    assert frame.content[:2] == b"\xff\xd8"

    person = sightings[0]["identity_id"]
    ids = [each["id"] for each in sightings if each["identity_id"] == person]
    film = site.done("/api/exports", {"identity_id": person})
    assert (film["state"], film["message"]) == ("done", None)
    assert film["result"]["legs"] + len(film["result"]["left_out"]) == len(ids)
    hidden = site.done(
        "/api/exports", {"sighting_ids": ids[:2], "blur_others": True, "pseudonymise": True}
    )
    assert hidden["state"] == "done", hidden
    for job in (film, hidden):
        file = site.send("GET", f"/api/exports/{job['id']}/file")
        assert file.headers["Content-Type"] == "video/mp4"
        assert len(file.content) == job["result"]["bytes"]
        (tmp_path / "film.mp4").write_bytes(file.content)
        assert len(list(read_frames(tmp_path / "film.mp4", FilmForm(FrameSize(64, 36), 4)))) > 8

    case = site.done("/api/exports", {"identity_id": person, "format": "frigate_case"})
    assert case["state"] == "done", case
    assert len(site.frigate.exports) == case["result"]["legs"] > 0
    # Whoever is forgotten leaves no film behind.
    site.does("DELETE", f"/api/identities/{person}")
    folder = Path(site.service.settings.data_dir, "exports")
    until_s = time.monotonic() + _PATIENCE_S
    while list(folder.iterdir()) and time.monotonic() < until_s:
        time.sleep(0.05)
    assert list(folder.iterdir()) == []
    assert site.does("GET", "/api/jobs")["items"] == []


def test_history_is_taken_in_without_telling_that_somebody_came(
    site: Site, demo_site: Recording
) -> None:
    start_s = demo_site.header.start
    for message in demo_site.messages():
        if message.t < start_s + SECONDS:
            site.frigate.apply(message)
    span = {"from_s": start_s, "to_s": start_s + SECONDS}
    planned = site.done("/api/rescans", {**span, "dry_run": True})
    assert planned["state"] == "done", planned
    events = planned["result"]["events"]
    assert events > 5
    assert planned["result"]["estimate_s"] > 0.0
    assert site.sightings() == []

    done = site.done("/api/rescans", span)
    assert done["state"] == "done", done
    result = done["result"]
    assert (result["events"], result["known"]) == (events, 0)
    assert result["taken"] + result["unusable"] == events
    taken = site.sightings()
    assert len(taken) == result["taken"] > 5
    assert all(each["firm"] and each["identity_id"] for each in taken)
    assert {name for name, _ in site.heard} <= {"config", "identity_changed"}

    again = site.done("/api/rescans", {**span, "cameras": ["nowhere"]})
    assert (again["state"], again["result"]["events"]) == ("done", 0)
    again = site.done("/api/rescans", span)
    assert again["result"]["known"] == result["taken"]
    assert [each["id"] for each in site.sightings()] == [each["id"] for each in taken]


def test_who_comes_in_a_pause_is_not_taken_in_later_either(site: Site) -> None:
    site.play(end_s=SECONDS / 2)
    before = {each["id"] for each in site.sightings()}
    assert before
    paused = site.does("PATCH", "/api/settings/matching", {"paused": True})
    assert paused == {"band": "careful", "paused": True}
    assert site.does("GET", "/api/health")["paused"]
    site.play(start_s=SECONDS / 2, end_s=SECONDS)
    assert {each["id"] for each in site.sightings()} == before
    site.does("PATCH", "/api/settings/matching", {"paused": False, "band": "balanced"})
    now_s = site.service.clock.now_s()
    done = site.done("/api/rescans", {"from_s": now_s - SECONDS - 60.0, "to_s": now_s})
    assert done["state"] == "done", done
    assert {each["id"] for each in site.sightings()} == before
    assert site.does("GET", "/api/settings/matching") == {"band": "balanced", "paused": False}
