"""What is known of a Frigate, before and after it answers."""

from __future__ import annotations

from contextlib import closing

import pytest
from pydantic import ValidationError

from reid_service.app.frigates import Frigate, FrigateState, browser_urls
from reid_service.domain.boxes import FrameSize
from reid_service.ingest.frigate import FrigateClient
from reid_service.settings import FrigateSettings
from tests.unit.ingest.fake_frigate import FakeFrigate, Reply, as_json, serving


def test_a_probe_finds_out_version_cameras_and_rights() -> None:
    fake = FakeFrigate()
    camera = {"detect": {"width": 640, "height": 360}}
    fake.on("/config", as_json({"cameras": {"gate": camera, "odd": {}}}))
    fake.on("/profile", as_json({"username": "anna", "role": "viewer"}))
    with serving(fake):
        settings = FrigateSettings(name="home", url=fake.url)
        with closing(FrigateClient(settings)) as client:
            frigate = Frigate(settings, client)
            assert frigate.state == FrigateState()
            assert frigate.frame_size("gate") is None
            assert frigate.cameras() == []
            assert frigate.probe() == frigate.state
    assert frigate.state == FrigateState(reachable=True, version="0.17", can_write=False)
    assert frigate.frame_size("gate") == FrameSize(640, 360)
    assert frigate.frame_size("odd") is None
    assert frigate.cameras() == ["gate", "odd"]
    assert frigate.frame_size("nowhere") is None


def test_what_was_known_of_the_cameras_outlives_a_failure() -> None:
    fake = FakeFrigate()
    fake.on("/config", as_json({"cameras": {"gate": {"detect": {"width": 4, "height": 2}}}}))
    fake.on("/profile", as_json({"username": "anna", "role": "admin"}), Reply(403))
    with serving(fake):
        settings = FrigateSettings(url=fake.url)
        with closing(FrigateClient(settings)) as client:
            frigate = Frigate(settings, client)
            frigate.probe()
            state = frigate.probe()
    assert not state.reachable
    assert state.problem
    assert frigate.frame_size("gate") == FrameSize(4, 2)


def test_browsers_are_told_an_address_only_where_one_is_set() -> None:
    settings = [
        FrigateSettings(name="house", public_url="https://frigate.lan:8971/"),
        FrigateSettings(name="barn"),
    ]
    assert browser_urls(settings) == {"house": "https://frigate.lan:8971"}


def test_an_address_for_browsers_that_is_none_is_refused() -> None:
    with pytest.raises(ValidationError):
        FrigateSettings(public_url="javascript:alert(1)")
