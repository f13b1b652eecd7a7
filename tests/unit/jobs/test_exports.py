"""Exports of a replayed Frigate's recordings, over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import msgspec
import numpy as np
import pytest

from reid_service.domain.boxes import FrameSize
from reid_service.domain.tracklet import Tracklet
from reid_service.errors import FrigateDenied, NotFound
from reid_service.ingest.frigate import FrigateClient
from reid_service.jobs.exports import Exports
from reid_service.jobs.legs import ExportWish
from reid_service.jobs.runner import Stopped, Task
from reid_service.recordings.frigate_login import Account
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from reid_service.settings import FrigateSettings
from reid_service.storage.jobs import JobKind, JobState, StoredJob
from reid_service.storage.store import Store
from reid_service.video.ffmpeg import FilmForm, read_frames
from tests.fakes import make_crop, make_tracklet
from tests.storing import give_identity
from tests.unit.recordings.tiny import (
    HEIGHT,
    START_S,
    VISITOR,
    WALKER,
    WIDTH,
    tiny_messages,
    write_tiny,
)

FORM = FilmForm(FrameSize(WIDTH, HEIGHT), 10)


@dataclass
class Site:
    """A Frigate at the end of its recording, and a store that knows two of its objects."""

    frigate: ReplayedFrigate
    store: Store
    folder: Path
    client: FrigateClient
    walker: Tracklet
    visitor: Tracklet

    def export(self, *tracklets: Tracklet, **wish: Any) -> tuple[dict[str, Any], Path]:
        """What comes out, and where its file is."""
        task = self.task(*tracklets, **wish)
        exports = Exports(
            store=self.store,
            sources={"frigate": self.client, "barn": self.client},
            pictures=self.folder / "pictures",
        )
        result = exports(task)
        return result, self.folder / str(result.get("file"))

    def task(
        self,
        *tracklets: Tracklet,
        format: str = "mp4",  # noqa: A002 - the name on the wire
        **how: Any,
    ) -> Task:
        """A job as its work sees it."""
        wish = ExportWish(tuple(each.id for each in tracklets), format, **how)
        job = StoredJob("job", JobKind.EXPORT, JobState.RUNNING, 0.0, 0.0, wish.to_json())
        return Task(job, self.folder, lambda _: True)


def _see(store: Store, tracklet: Tracklet) -> str:
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=START_S)
        session.crops.put(make_crop(tracklet, after_s=1.0), "a/b.jpg")
    return give_identity(store, tracklet)


@pytest.fixture(params=["0.17.2"])
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Site]:
    version, _, role = str(request.param).partition(" ")
    frigate = ReplayedFrigate(write_tiny(tmp_path / "tiny", version))
    for message in tiny_messages():
        frigate.apply(message)
    walker = make_tracklet(WALKER, camera="gate", start_s=START_S + 1.5, end_s=START_S + 4.0)
    visitor = make_tracklet(VISITOR, camera="door", start_s=START_S + 2.0, end_s=START_S + 3.5)
    accounts = [Account("us", "secret-secret", "viewer")] if role else []
    with (
        closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as store,
        FrigateServer(frigate, accounts=accounts) as server,
    ):
        login = {"username": "us", "password": "secret-secret"} if role else {}
        settings = FrigateSettings.model_validate(
            {"url": server.url, "requests_per_second": 1000, **login}
        )
        folder = tmp_path / "exports"
        (folder / "pictures" / "a").mkdir(parents=True)
        picture = np.full((200, 100, 3), 90, np.uint8)
        cv2.imwrite(str(folder / "pictures" / "a" / "b.jpg"), picture)
        _see(store, walker)
        _see(store, visitor)
        with closing(FrigateClient(settings)) as client:
            yield Site(frigate, store, folder, client, walker, visitor)


def _frames(film: Path) -> list[Any]:
    return list(read_frames(film, FORM))


def test_sightings_of_several_cameras_become_one_film(site: Site) -> None:
    result, film = site.export(site.visitor, site.walker)
    assert (result["legs"], result["left_out"], result["made_anew"]) == (2, [], True)
    assert result["bytes"] == film.stat().st_size
    # 4.5 and 3.5 seconds with a second around each, at ten a second.
    assert 78 <= len(_frames(film)) <= 82
    assert [each.name for each in site.folder.iterdir() if "job" in each.name] == ["job.mp4"]


def test_films_of_one_camera_are_not_made_anew(site: Site) -> None:
    result, film = site.export(site.walker)
    assert not result["made_anew"]
    assert 43 <= len(_frames(film)) <= 47


@pytest.mark.parametrize(("instance", "made_anew"), [("frigate", False), ("barn", True)])
def test_films_are_joined_as_they_are_where_one_camera_of_one_frigate_made_them(
    site: Site, instance: str, made_anew: bool
) -> None:
    start_s, end_s = START_S + 2.0, START_S + 4.0
    other = make_tracklet("other", instance=instance, camera="gate", start_s=start_s, end_s=end_s)
    _see(site.store, other)
    result, _ = site.export(site.walker, other)
    assert (result["legs"], result["left_out"]) == (2, [])
    assert result["made_anew"] is made_anew


def test_what_frigate_has_not_is_left_out_with_the_reason(site: Site) -> None:
    gone = make_tracklet("0-gone", camera="gate", start_s=START_S - 900.0)
    moved = replace(make_tracklet("0-moved"), id="old:0-moved", instance="old")
    with site.store.write() as session:
        for each in (gone, moved):
            session.tracklets.upsert(each, now_s=START_S)
    result, _ = site.export(site.walker, gone, moved)
    assert result["legs"] == 1
    assert {each["sighting_id"] for each in result["left_out"]} == {gone.id, moved.id}
    assert all(each["reason"].endswith(".") for each in result["left_out"])
    with pytest.raises(NotFound, match="no recording"):
        site.export(gone)


def test_others_are_blurred_and_the_person_is_not(site: Site) -> None:
    _, clear = site.export(site.walker)
    plain = _frames(clear)[20]
    result, film = site.export(site.walker, blur_others=True)
    assert result["made_anew"]
    shown = _frames(film)[20]
    # The crop's box is (0.25, 0.125, 0.5, 0.875) of the frame; its picture is noise.
    person = np.s_[20:100, 44:76]
    assert np.abs(shown[person].astype(int) - plain[person]).mean() < 25.0
    far = np.s_[:, 120:]
    assert shown[far].std() < 0.6 * plain[far].std()


def test_a_person_is_covered_by_the_number(site: Site) -> None:
    _, film = site.export(site.walker, pseudonymise=True)
    shown = _frames(film)[20]
    assert shown[25:40, 44:76].std() < 12.0


def test_a_cancelled_film_ends(site: Site) -> None:
    exports = Exports(
        store=site.store, sources={"frigate": site.client}, pictures=site.folder / "pictures"
    )
    task = site.task(site.walker, site.visitor, blur_others=True)
    task.end()
    with pytest.raises(Stopped):
        exports(task)


def test_a_route_as_data_has_legs_and_gaps(site: Site) -> None:
    result, file = site.export(site.walker, site.visitor, format="json", name="walk")
    assert (result["media_type"], result["legs"]) == ("application/json", 2)
    content = msgspec.json.decode(file.read_bytes())
    assert [each["camera"] for each in content["legs"]] == ["gate", "door"]
    assert content["legs"][0]["label"] == "Person 1"
    assert content["gaps"] == [{"from_camera": "gate", "to_camera": "door", "seconds": -2.0}]
    _, file = site.export(site.walker, format="json", pseudonymise=True)
    [leg] = msgspec.json.decode(file.read_bytes())["legs"]
    assert (leg["person"], "label" in leg) == (1, False)


def test_a_route_as_a_picture_has_a_tile_for_each(site: Site) -> None:
    _, file = site.export(site.walker, site.visitor, format="picture")
    sheet = cv2.imread(str(file))
    assert sheet is not None
    assert sheet.shape == (364, 360, 3)
    assert abs(float(sheet[150, 90].mean()) - 90.0) < 5.0
    _, file = site.export(site.walker, format="picture", pseudonymise=True)
    covered = cv2.imread(str(file))
    assert covered is not None
    assert abs(float(covered[40, 90].mean()) - 60.0) < 5.0


@pytest.mark.parametrize("site", ["0.16.4", "0.18.0-beta1"], indirect=True)
def test_frigate_keeps_the_recordings_in_a_case_where_it_can(site: Site) -> None:
    gone = make_tracklet("0-gone", camera="gate", start_s=START_S - 900.0)
    with site.store.write() as session:
        session.tracklets.upsert(gone, now_s=START_S)
    result, _ = site.export(gone, site.walker, site.visitor, format="frigate_case", name="Walk")
    ids = [each["export_id"] for each in result["exports"]]
    assert ids == [each["id"] for each in site.frigate.exports]
    assert len(ids) == result["legs"] == 2
    assert [each["sighting_id"] for each in result["left_out"]] == [gone.id]
    has_cases = site.frigate.rules.export_cases
    assert result["cases"] == (
        [{"frigate_instance": "frigate", "case_id": "case_1"}] if has_cases else []
    )
    assert site.frigate.exports[0]["name"].startswith("Walk 2/3")
    with pytest.raises(NotFound):
        site.export(gone, format="frigate_case")


@pytest.mark.parametrize("site", ["0.17.2 viewer"], indirect=True)
def test_a_viewer_is_told_that_exports_need_an_admin(site: Site) -> None:
    with pytest.raises(FrigateDenied, match="role admin"):
        site.export(site.walker, format="frigate_case")
    assert site.frigate.exports == []
