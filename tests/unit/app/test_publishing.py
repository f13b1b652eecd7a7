"""What is published, and where the API is said to be."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reid_service.app.publishing import Publishing, announced_url, instance_id
from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.recordings.broker_clients import PahoSubscriber
from reid_service.settings import Settings, load_settings
from reid_service.storage.store import Store
from tests.brokers import Broker
from tests.unit.pipeline.waiting import until


def settings(tmp_path: Path, **arguments: Any) -> Settings:
    return load_settings(arguments=arguments, options_file=tmp_path / "none")


def test_the_instance_id_stays_the_same(tmp_path: Path) -> None:
    ids = []
    for _ in range(2):
        with closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as store:
            ids.append(instance_id(store))
    assert ids[0] == ids[1]
    assert len(ids[0]) == 36


@pytest.mark.parametrize(
    ("api", "expected"),
    [
        ({"host": "127.0.0.1"}, "http://127.0.0.1:8674"),
        ({"host": "192.168.1.2"}, "http://192.168.1.2:8674"),
        ({"host": "fe80::1"}, "http://[fe80::1]:8674"),
        ({"host": "0.0.0.0"}, "http://127.0.0.1:8674"),  # as it reaches a broker on loopback
        ({"public_url": "https://reid.lan/"}, "https://reid.lan"),
    ],
)
def test_the_api_is_announced_where_others_can_reach_it(
    tmp_path: Path, api: dict[str, str], expected: str
) -> None:
    made = settings(tmp_path, api=api, mqtt={"host": "127.0.0.1"})
    assert announced_url(made, 8674) == expected


def test_with_a_broker_the_service_is_announced_on_it(tmp_path: Path) -> None:
    heard: dict[str, bytes] = {}
    with (
        closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as store,
        Broker(tmp_path) as broker,
        PahoSubscriber(
            "127.0.0.1",
            broker.port,
            topics=["frigate_reid/main/config"],
            on_message=lambda topic, payload, _qos, _retain: heard.update({topic: payload}),
        ),
    ):
        publishing = Publishing(
            settings=settings(tmp_path, mqtt={"host": "127.0.0.1", "port": broker.port}),
            store=store,
            frigates={},
            bus=Bus(),
            metrics=Metrics(),
            instance="the-instance",
            api_url="http://127.0.0.1:1",
        )
        publishing.start()
        until(lambda: heard)
        publishing.stop()
    assert b"the-instance" in heard["frigate_reid/main/config"]


@pytest.mark.parametrize(
    ("publish", "listens"),
    [({}, False), ({"write_sub_label": True}, True), ({"write_description": True}, True)],
)
def test_nothing_listens_unless_it_is_turned_on(
    tmp_path: Path, publish: dict[str, bool], listens: bool
) -> None:
    bus = Bus()
    with closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as store:
        publishing = Publishing(
            settings=settings(tmp_path, publish=publish),
            store=store,
            frigates={},
            bus=bus,
            metrics=Metrics(),
            instance="x",
            api_url="http://127.0.0.1:1",
        )
        publishing.start()
        assert (len(bus._listeners) > 0) is listens
        publishing.stop()
        assert bus._listeners == ()
