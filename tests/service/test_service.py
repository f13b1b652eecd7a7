"""The service in this process: what people do over the API, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests

from reid_service.app.service import Service
from reid_service.app.site import pictures_folder
from reid_service.domain.events import Phase, SightingEvent
from reid_service.domain.identity import Outcome
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.broker_clients import PahoPublisher, PahoSubscriber
from reid_service.recordings.format import Recording
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.player import Player
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from reid_service.settings import load_settings
from tests.brokers import Broker

pytestmark = pytest.mark.service

SECONDS = 240.0


@dataclass
class Site:
    """A running service that has seen the first minutes of the demo site."""

    service: Service
    client: SiteClient
    frigate: ReplayedFrigate
    published: dict[str, list[dict[str, Any]]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.service.api_port}"

    def send(self, method: str, path: str, body: Any = None) -> requests.Response:
        return requests.request(
            method,
            f"{self.url}{path}",
            json=body,
            headers={"Authorization": f"Bearer {self.service.token}"},
            timeout=10,
        )

    def does(self, method: str, path: str, body: Any = None) -> Any:
        answer = self.send(method, path, body)
        assert answer.ok, answer.text
        return answer.json()

    def people(self) -> list[dict[str, Any]]:
        return sorted(self.client.pages("/api/identities"), key=lambda each: each["number"])

    def sightings(self, identity_id: str) -> list[str]:
        return [each["id"] for each in self.client.pages("/api/sightings", identity=identity_id)]


@pytest.fixture
def site(
    demo_site: Recording, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    published: dict[str, list[dict[str, Any]]] = {}

    def hear(topic: str, payload: bytes, _qos: int, _retain: bool) -> None:
        if topic.endswith("/status"):
            published.setdefault("status", []).append({"status": payload.decode()})
        else:
            published.setdefault(topic.rpartition("/")[2], []).append(json.loads(payload))

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
                "publish": {"write_sub_label": True},
            },
            options_file=tmp_path / "none.json",
        )
        service = Service(settings)
        service.start()
        client = SiteClient(f"http://127.0.0.1:{service.api_port}", service.token)
        try:
            assert client.wait_until_ready(20.0)
            with PahoPublisher("127.0.0.1", broker.port) as publisher:
                Player(
                    demo_site,
                    publisher,
                    frigate,
                    speed=0,
                    settled=client.messages_settled,
                    end_s=SECONDS,
                ).run()
            assert client.wait_until_settled(20.0)
            yield Site(service, client, frigate, published)
        finally:
            client.close()
            service.stop()
        assert published["status"][-1] == {"status": "offline"}


def test_what_people_do_is_carried_out_told_and_can_be_undone(site: Site) -> None:
    first, second, third, *_ = site.people()
    theirs = {each["id"]: site.sightings(each["id"]) for each in (first, second, third)}

    named = site.does("PATCH", f"/api/identities/{first['id']}", {"name": "Anna"})
    assert named["identity"]["label"] == "Anna"

    merged = site.does("POST", f"/api/identities/{first['id']}/merge", {"others": [second["id"]]})
    assert set(site.sightings(first["id"])) == {*theirs[first["id"]], *theirs[second["id"]]}
    followed = site.does("GET", f"/api/identities/{second['id']}")
    assert followed["id"] == first["id"]

    site.does("POST", f"/api/decisions/{merged['decision_ids'][-1]}/undo")
    assert site.sightings(second["id"]) == theirs[second["id"]]
    assert site.sightings(first["id"]) == theirs[first["id"]]

    moved = theirs[third["id"]][0]
    site.does("POST", f"/api/sightings/{moved}/assign", {"identity_id": first["id"]})
    assert moved in site.sightings(first["id"])
    split = site.does("POST", f"/api/identities/{first['id']}/split", {"sightings": [moved]})
    assert site.sightings(split["identity"]["id"]) == [moved]

    for change in ({"hidden": True}, {"exposed": True}):
        site.does("PATCH", f"/api/identities/{first['id']}", change)
    assert first["id"] not in {each["id"] for each in site.people()}
    told = {each["change"] for each in site.published["identity_changed"]}
    assert {"created", "updated", "merged", "reassigned", "split"} <= told
    assert not site.service.indexer.verify()


def test_who_is_forgotten_is_gone_and_does_not_come_back(site: Site) -> None:
    person = max(site.people(), key=lambda each: each["sightings"])
    gone = site.sightings(person["id"])
    crops = [
        each["id"]
        for sighting in gone
        for each in site.does("GET", f"/api/sightings/{sighting}")["crops"]
    ]
    assert all(site.send("GET", f"/api/crops/{each}.jpg").ok for each in crops)

    site.does("DELETE", f"/api/identities/{person['id']}")
    site.service.pipeline.resyncing.request(None)
    before = site.service.pipeline.resyncing.count
    assert site.client.wait(lambda health: health["catch_ups"] > before, 20.0)
    assert site.client.wait_until_settled(20.0)

    assert site.send("GET", f"/api/identities/{person['id']}").status_code == 404
    assert all(site.send("GET", f"/api/sightings/{each}").status_code == 404 for each in gone)
    assert all(site.send("GET", f"/api/crops/{each}.jpg").status_code == 404 for each in crops)
    folder = pictures_folder(site.service.settings)
    assert not any((folder / each[:2] / f"{each}.jpg").exists() for each in crops)
    assert not site.service.indexer.verify()


def test_retention_deletes_rows_points_and_pictures(site: Site) -> None:
    assert site.service.gallery.count() > 0
    site.service.clock.observe(site.service.clock.now_s() + 100 * 86_400.0)

    site.service.delete_old()

    assert site.people() == []
    assert list(site.client.pages("/api/sightings")) == []
    assert site.service.gallery.count() == 0
    assert not list(pictures_folder(site.service.settings).rglob("*.jpg"))


def test_health_metrics_and_discovery_tell_the_same_service(site: Site) -> None:
    assert site.client.wait(lambda health: health["gallery"]["points"] > 0, 10.0)
    health = site.does("GET", "/api/health")
    info = site.does("GET", "/api/info")
    [config] = site.published["config"]

    assert health["status"] == "ok"
    assert health["messages_settled"] == health["messages_received"] > 100
    assert [each["connected"] for each in health["mqtt"]] == [True]
    assert [each["version"] for each in health["frigate"]] == ["0.17"]
    assert config["instance_id"] == info["instance_id"]
    assert config["api_url"] == site.url
    assert site.service.token not in json.dumps(config)
    assert site.client.metric("frigate_reid_crops_taken_total") > 0
    assert site.client.metric("frigate_reid_messages_total") >= health["messages_received"]


def test_a_named_person_is_written_to_frigate_and_taken_back(site: Site) -> None:
    person = max(site.people(), key=lambda each: each["sightings"])
    [*_, last] = site.client.pages("/api/sightings", identity=person["id"])
    event_id = last["event_id"]

    def label() -> object:
        return (site.frigate.row(event_id) or {}).get("sub_label")

    site.does("PATCH", f"/api/identities/{person['id']}", {"name": "Anna"})
    assert not label()  # what ended before the name was given is left as it is
    site.service.bus.publish(
        SightingEvent(
            phase=Phase.FIRM,
            tracklet_id=last["id"],
            instance="frigate",
            event_id=event_id,
            camera=last["camera"],
            identity_id=person["id"],
            identity_label="Anna",
            named=True,
            start_s=last["start_s"],
            last_seen_s=last["last_seen_s"],
            outcome=Outcome.ACCEPT,
            similarity=0.9,
            crop_id=None,
        )
    )
    assert site.client.wait(lambda _: label() == "Anna", 30.0)

    site.does("PATCH", f"/api/identities/{person['id']}", {"name": None})
    assert site.client.wait(lambda _: not label(), 30.0)
