"""Footage of a replayed Frigate over HTTP: what is shown, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from reid_service.app.frigates import Frigate
from reid_service.app.media import SiteMedia
from reid_service.clock import TrafficClock
from reid_service.domain.boxes import FrameSize
from reid_service.domain.tracklet import Tracklet
from reid_service.errors import FrigateUnreachable, InvalidRequest, NotFound
from reid_service.ingest.frigate import FrigateClient
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from reid_service.settings import FrigateSettings
from reid_service.storage.store import Store
from reid_service.video.ffmpeg import FilmForm, read_frames
from tests.fakes import make_crop, make_tracklet
from tests.unit.ingest.fake_frigate import FakeFrigate, Reply, as_json, serving
from tests.unit.recordings.tiny import (
    HEIGHT,
    START_S,
    WALKER,
    WIDTH,
    tiny_messages,
    write_tiny,
)

FORM = FilmForm(FrameSize(WIDTH, HEIGHT), 4)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as opened:
        yield opened


@pytest.fixture
def media(store: Store, tmp_path: Path) -> Iterator[SiteMedia]:
    """A replayed Frigate after its last message."""
    frigate = ReplayedFrigate(write_tiny(tmp_path / "tiny"))
    for message in tiny_messages():
        frigate.apply(message)
    clock = TrafficClock()
    clock.observe(frigate.now_s)
    with FrigateServer(frigate) as server:
        settings = FrigateSettings(url=server.url, requests_per_second=1000)
        with closing(FrigateClient(settings)) as client:
            site = Frigate(settings, client)
            site.probe()
            yield SiteMedia(store=store, frigates={"frigate": site}, clock=clock)


def _walker() -> Tracklet:
    return make_tracklet(WALKER, camera="gate", start_s=START_S + 1.5, end_s=START_S + 4.0)


def _size(jpeg: bytes) -> tuple[int, int]:
    image = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
    assert image is not None
    return image.shape[1], image.shape[0]


def test_the_film_of_a_sighting_comes_bit_by_bit(media: SiteMedia, tmp_path: Path) -> None:
    with media.clip(_walker(), padding_s=1.0, byte_range="bytes=0-9") as film:
        assert (film.status, film.headers) == (200, {})
        (tmp_path / "clip.mp4").write_bytes(b"".join(film.chunks()))
    # From a second before its start to a second after its end, at four a second.
    assert len(list(read_frames(tmp_path / "clip.mp4", FORM))) == 18


def test_footage_that_frigate_has_not_is_said_to_have_expired(media: SiteMedia) -> None:
    gone = make_tracklet("0-gone", camera="gate", start_s=START_S - 500.0)
    with pytest.raises(NotFound, match="expired"):
        media.clip(gone, padding_s=1.0, byte_range=None)
    with pytest.raises(NotFound, match="expired"):
        media.sighting_frame(gone, with_box=False)
    with pytest.raises(NotFound, match="expired"):
        media.camera_frame(None, "gate", START_S - 500.0)


def test_footage_of_this_moment_is_still_to_come(media: SiteMedia) -> None:
    fresh = make_tracklet("0-fresh", camera="attic", start_s=START_S + 5.0, end_s=START_S + 6.0)
    with pytest.raises(NotFound, match="half a minute"):
        media.clip(fresh, padding_s=1.0, byte_range=None)


def test_a_retained_event_has_a_clip_when_the_recordings_went(media: SiteMedia) -> None:
    elsewhere = replace(_walker(), camera="nowhere")
    with media.clip(elsewhere, padding_s=0.0, byte_range=None) as film:
        assert b"".join(film.chunks())[4:8] == b"ftyp"


def test_a_frame_shows_the_best_moment_with_its_box(media: SiteMedia, store: Store) -> None:
    tracklet = _walker()
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=START_S)
        session.crops.put(make_crop(tracklet, after_s=1.4), None)
    plain = media.sighting_frame(tracklet, with_box=False)
    boxed = media.sighting_frame(tracklet, with_box=True)
    assert _size(plain) == _size(boxed) == (WIDTH, HEIGHT)
    assert plain != boxed


def test_without_a_crop_the_picture_of_the_event_is_shown(media: SiteMedia) -> None:
    assert _size(media.sighting_frame(_walker(), with_box=True)) == (WIDTH, HEIGHT)


def test_only_known_cameras_are_asked_for(media: SiteMedia, store: Store) -> None:
    assert _size(media.camera_frame(None, "gate", START_S + 2.0)) == (WIDTH, HEIGHT)
    assert _size(media.camera_frame("frigate", "gate", START_S + 2.0)) == (WIDTH, HEIGHT)
    for instance, name in ((None, "../config"), (None, "attic"), ("other", "gate")):
        with pytest.raises(NotFound, match="no such camera"):
            media.camera_frame(instance, name, START_S + 2.0)


def test_a_sighting_of_a_frigate_that_went_is_told(media: SiteMedia) -> None:
    with pytest.raises(NotFound, match="no longer in the settings"):
        media.clip(replace(_walker(), instance="old"), padding_s=0.0, byte_range=None)


def _two_houses(store: Store, fake: FakeFrigate) -> SiteMedia:
    frigates = {}
    for name in ("house", "barn"):
        settings = FrigateSettings(name=name, url=fake.url, requests_per_second=1000)
        frigates[name] = Frigate(settings, FrigateClient(settings))
        frigates[name].probe()
    return SiteMedia(store=store, frigates=frigates, clock=TrafficClock())


def test_a_name_that_two_houses_have_needs_the_house(store: Store) -> None:
    fake = FakeFrigate()
    fake.on("/config", as_json({"cameras": {"door": {"detect": {"width": 4, "height": 2}}}}))
    fake.on("/profile", as_json({"username": "anna", "role": "admin"}))
    with serving(fake):
        media = _two_houses(store, fake)
        with pytest.raises(InvalidRequest, match="frigate_instance"):
            media.camera_frame(None, "door", 5.0)


def test_ranges_go_both_ways_and_slots_come_back(store: Store) -> None:
    fake = FakeFrigate()
    fake.on("/config", as_json({"cameras": {}}))
    fake.on("/profile", as_json({"username": "anna", "role": "admin"}))
    clip = "/gate/start/97.000/end/113.000/clip.mp4"
    part = Reply(206, b"xyz", {"Content-Range": "bytes 3-5/9"})
    fake.on(clip, part, Reply(416), Reply(200, b"whole"), Reply(200), Reply(500))
    fake.on("/events/1-a/clip.mp4", Reply(404))
    tracklet = replace(make_tracklet("1-a"), instance="house")
    with serving(fake):
        media = _two_houses(store, fake)
        with media.clip(tracklet, padding_s=3.0, byte_range="bytes=3-5") as film:
            assert (film.status, film.headers["Content-Range"]) == (206, "bytes 3-5/9")
            assert b"".join(film.chunks()) == b"xyz"
        with media.clip(tracklet, padding_s=3.0, byte_range="bytes=99-") as film:
            assert (film.status, b"".join(film.chunks())) == (200, b"whole")
        assert [each.headers.get("Range") for each in fake.asked(clip)] == [
            "bytes=3-5",
            "bytes=99-",
            None,
        ]
        with pytest.raises(NotFound, match="expired"):
            media.clip(tracklet, padding_s=3.0, byte_range=None)
        for _ in range(6):
            with pytest.raises(FrigateUnreachable):
                media.clip(tracklet, padding_s=3.0, byte_range=None)
