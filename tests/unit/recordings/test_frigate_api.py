"""The HTTP API of a replayed Frigate, by version and role."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from reid_service.recordings import pictures
from reid_service.recordings.format import Message
from reid_service.recordings.frigate_api import FrigateApi
from reid_service.recordings.frigate_login import COOKIE, Account
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from tests.unit.recordings.tiny import (
    HEIGHT,
    START_S,
    STILL,
    VISITOR,
    WALKER,
    WIDTH,
    tiny_config,
    tiny_frames,
    tiny_messages,
    walk,
    write_tiny,
)

VERSIONS = ("0.15.2", "0.16.4", "0.17.2", "0.18.0-beta1")
FRAMES = tiny_frames()
LAST = FRAMES[WALKER, START_S + 3.9]


class Client:
    """Calls the application without a socket, keeping cookies."""

    def __init__(self, api: FrigateApi) -> None:
        self._transport = httpx.ASGITransport(api.application)
        self.cookies = httpx.Cookies()

    def __call__(self, method: str, path: str, **how: Any) -> httpx.Response:
        async def exchange() -> httpx.Response:
            async with httpx.AsyncClient(
                transport=self._transport, base_url="http://frigate", cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **how)
                self.cookies = client.cookies
                return answer

        return asyncio.run(exchange())

    def get(self, path: str, **how: Any) -> httpx.Response:
        return self("GET", path, **how)

    def post(self, path: str, **how: Any) -> httpx.Response:
        return self("POST", path, **how)


class Site:
    """A replayed Frigate and a client of it."""

    def __init__(self, folder: Path, version: str = "0.17.2", *accounts: Account) -> None:
        self.frigate = ReplayedFrigate(write_tiny(folder / version, version))
        self.api = FrigateApi(self.frigate, accounts)
        self.http = Client(self.api)

    def play(self, messages: list[Message]) -> None:
        for message in messages:
            self.frigate.apply(message)

    def get(self, path: str, **parameters: str | int) -> httpx.Response:
        return self.http.get(f"/api/{path}", params=parameters)


@pytest.fixture
def at_end(tmp_path: Path) -> Callable[[str], Site]:
    """A site of some version at which everything has happened."""

    def make(version: str) -> Site:
        site = Site(tmp_path, version)
        site.play(tiny_messages())
        return site

    return make


@pytest.fixture
def live(tmp_path: Path) -> Callable[[str], Site]:
    """A site of some version at which the walker is still in sight."""

    def make(version: str) -> Site:
        site = Site(tmp_path, version)
        site.play(list(walk(WALKER, "gate", START_S + 2, 3))[:3])
        return site

    return make


def test_the_site_is_described(at_end: Callable[[str], Site]) -> None:
    site = at_end("0.17.2")
    assert site.get("version").text == "0.17.2"
    assert site.get("config").json() == tiny_config()
    assert site.get("stats").json()["cameras"] == {"gate": {"camera_fps": 5.0}}
    assert site.get("profile").json() == {"username": "anonymous", "role": "admin"}


def test_0_15_knows_no_roles(at_end: Callable[[str], Site]) -> None:
    assert at_end("0.15.2").get("profile").json() == {"username": "anonymous"}


def test_events_are_rows(at_end: Callable[[str], Site]) -> None:
    site = at_end("0.17.2")
    rows = site.get("events", include_thumbnails=0, cameras="gate").json()
    assert [row["id"] for row in rows] == [WALKER]
    assert "thumbnail" not in rows[0]
    whole = site.get(f"events/{WALKER}").json()
    assert whole["thumbnail"] is None
    assert site.get("event_ids", ids=f"{WALKER},{STILL}").json() == [whole]
    assert site.get("event_ids").status_code == 400


@pytest.mark.parametrize("event_id", [STILL, "1789110000.000000-nobody"])
def test_a_missing_event_is_a_404_with_a_plain_string(
    at_end: Callable[[str], Site], event_id: str
) -> None:
    answer = at_end("0.17.2").get(f"events/{event_id}")
    assert (answer.status_code, answer.json()) == (404, "Event not found")


def test_a_query_with_a_wrong_number_is_a_422(at_end: Callable[[str], Site]) -> None:
    site = at_end("0.17.2")
    assert site.get("events", after="yesterday").status_code == 422
    assert site.get(f"events/{VISITOR}/snapshot.jpg", height="tall").status_code == 200
    assert (
        at_end("0.18.0-beta1").get(f"events/{VISITOR}/snapshot.jpg", height="tall").status_code
        == 422
    )


def test_unknown_routes_and_methods_answer_as_the_framework_does(
    at_end: Callable[[str], Site],
) -> None:
    site = at_end("0.17.2")
    assert site.get("nothing").json() == {"detail": "Not Found"}
    assert site.http("PUT", "/api/events").status_code == 405


@pytest.mark.parametrize("version", VERSIONS)
def test_the_clean_picture_has_the_versions_name(
    at_end: Callable[[str], Site], version: str
) -> None:
    site = at_end(version)
    right, wrong = ("png", "webp") if version < "0.17" else ("webp", "png")
    assert site.get(f"events/{WALKER}/snapshot-clean.{wrong}").status_code == 404
    answer = site.get(f"events/{WALKER}/snapshot-clean.{right}")
    assert answer.headers["content-type"] == f"image/{right}"
    expected = LAST if right == "webp" else pictures.transcoded(LAST, "png")
    assert answer.content == expected
    missing = site.get(f"events/{STILL}/snapshot-clean.{right}")
    assert missing.json() == {"success": False, "message": "Event not found"}


@pytest.mark.parametrize("version", VERSIONS)
def test_the_snapshot_of_a_live_object_is_as_asked_for(
    live: Callable[[str], Site], version: str
) -> None:
    site, path = live(version), f"events/{WALKER}/snapshot.jpg"
    plain = site.get(path, bbox=0, quality=95).content
    assert pictures.decode(plain).shape == (HEIGHT, WIDTH, 3)
    assert site.get(path, bbox=1, quality=95).content != plain
    small = pictures.decode(site.get(path, crop=1, height=60).content)
    assert small.shape == (60, 60, 3)
    # Unasked, 0.18 draws the box because the configuration says so.
    unasked = site.get(path, quality=95)
    assert (unasked.content == plain) is (version < "0.18")
    assert ("x-frame-time" in unasked.headers) is (version >= "0.18")


@pytest.mark.parametrize("version", VERSIONS)
def test_the_snapshot_of_an_ended_object_is_fixed_up_to_0_17(
    at_end: Callable[[str], Site], version: str
) -> None:
    site, path = at_end(version), f"events/{WALKER}/snapshot.jpg"
    stored, asked = site.get(path), site.get(path, bbox=0, height=60)
    assert (asked.content == stored.content) is (version < "0.18")
    missing = site.get("events/1789110000.000000-nobody/snapshot.jpg")
    assert missing.status_code == 404


@pytest.mark.parametrize("version", VERSIONS)
def test_the_thumbnail_is_what_the_version_makes_of_it(
    at_end: Callable[[str], Site], version: str
) -> None:
    site = at_end(version)
    answer = site.get(f"events/{WALKER}/thumbnail.jpg")
    assert answer.headers["content-type"] == "image/jpeg"
    assert pictures.is_webp(answer.content) == version.startswith("0.16")
    assert pictures.decode(answer.content).shape[0] == 175
    webp = site.get(f"events/{WALKER}/thumbnail.webp")
    assert webp.status_code == (404 if version < "0.16" else 200)
    assert site.get(f"events/{STILL}/thumbnail.jpg").status_code == 404


def test_a_frame_of_the_recording_comes_in_the_asked_height(
    at_end: Callable[[str], Site],
) -> None:
    site, path = at_end("0.17.2"), f"gate/recordings/{START_S + 3.9:.6f}/snapshot"
    frame = pictures.decode(site.get(f"{path}.png").content)
    assert (frame == pictures.decode(LAST)).all()
    assert pictures.decode(site.get(f"{path}.jpg", height=60).content).shape == (60, 80, 3)
    assert site.get(f"{path}.gif").status_code == 404
    assert site.get(f"gate/recordings/{START_S + 60}/snapshot.png").status_code == 404


def test_writes_are_reflected(at_end: Callable[[str], Site]) -> None:
    site, path = at_end("0.17.2"), f"/api/events/{WALKER}"
    body = {"subLabel": "Ada", "subLabelScore": 0.9, "camera": "ignored"}
    assert site.http.post(f"{path}/sub_label", json=body).json()["success"] is True
    assert site.http.post(f"{path}/description", json={"description": "x"}).status_code == 200
    assert site.http.post(f"{path}/retain").status_code == 200
    row = site.http.get(path).json()
    assert (row["sub_label"], row["data"]["sub_label_score"]) == ("Ada", 0.9)
    assert (row["data"]["description"], row["retain_indefinitely"]) == ("x", True)
    assert site.http("DELETE", f"{path}/retain").status_code == 200
    assert site.http.get(path).json()["retain_indefinitely"] is False
    assert [write["action"] for write in site.frigate.writes] == [
        "sub_label",
        "description",
        "retain",
        "retain",
    ]


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("sub_label", '{"subLabel": "' + "x" * 101 + '"}'),
        ("sub_label", '{"subLabel": "x", "subLabelScore": 0}'),
        ("sub_label", '{"subLabel": "x", "subLabelScore": 1.5}'),
        ("sub_label", ""),
        ("description", '{"description": 5}'),
        ("description", "no json"),
    ],
)
def test_a_malformed_body_is_a_422(at_end: Callable[[str], Site], what: str, body: str) -> None:
    site = at_end("0.17.2")
    answer = site.http.post(f"/api/events/{WALKER}/{what}", content=body)
    assert answer.status_code == 422
    assert answer.json()["detail"]
    assert site.frigate.writes == []


def test_writes_to_unknown_events_are_a_404(at_end: Callable[[str], Site]) -> None:
    site, path = at_end("0.17.2"), "/api/events/1789110000.000000-nobody"
    for what, body in (
        ("sub_label", {"subLabel": "x"}),
        ("description", {"description": "x"}),
        ("retain", {}),
    ):
        answer = site.http.post(f"{path}/{what}", json=body)
        assert (answer.status_code, answer.json()["success"]) == (404, False)


@pytest.mark.parametrize(("version", "status"), [("0.17.2", 200), ("0.18.0-beta1", 202)])
def test_an_export_is_answered_as_the_version_does(
    at_end: Callable[[str], Site], version: str, status: int
) -> None:
    site, path = at_end(version), "/api/export/gate/start/{:.3f}/end/{:.3f}"
    body = {"playback": "realtime", "source": "recordings", "name": "walk"}
    answer = site.http.post(path.format(START_S + 1, START_S + 4), json=body)
    assert answer.status_code == status
    assert (answer.json().get("status") == "queued") is (status == 202)
    listed = site.get("exports").json()
    assert [export["id"] for export in listed] == [answer.json()["export_id"]]
    assert site.http.post(path.format(START_S - 99, START_S - 9), json=body).status_code == 400


ADMIN = Account("ada", "correct horse")
VIEWER = Account("vic", "battery staple", "viewer")


def _log_in(site: Site, account: Account) -> httpx.Response:
    return site.http.post("/api/login", json={"user": account.user, "password": account.password})


def test_without_login_nothing_is_answered(tmp_path: Path) -> None:
    site = Site(tmp_path, "0.17.2", ADMIN)
    assert site.get("version").status_code == 401
    assert _log_in(site, Account("ada", "wrong")).status_code == 401
    assert _log_in(site, Account("eve", "correct horse")).status_code == 401
    assert site.get("events").status_code == 401


def test_a_login_gives_a_cookie_that_lapses(tmp_path: Path) -> None:
    site = Site(tmp_path, "0.17.2", ADMIN)
    answer = _log_in(site, ADMIN)
    assert (answer.status_code, answer.content) == (200, b"")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert site.get("profile").json() == {"username": "ada", "role": "admin"}
    token = site.http.cookies[COOKIE]
    site.http.cookies.clear()
    bearer = {"Authorization": f"Bearer {token}"}
    assert site.http.get("/api/version", headers=bearer).status_code == 200
    site.api.sessions.expire_all()
    assert site.http.get("/api/version", headers=bearer).status_code == 401


@pytest.mark.parametrize(("version", "status"), [("0.15.2", 200), ("0.17.2", 403)])
def test_a_viewer_reads_and_since_0_16_does_not_write(
    tmp_path: Path, version: str, status: int
) -> None:
    site = Site(tmp_path, version, ADMIN, VIEWER)
    site.play(tiny_messages())
    _log_in(site, VIEWER)
    assert site.get(f"events/{WALKER}").status_code == 200
    answer = site.http.post(f"/api/events/{WALKER}/sub_label", json={"subLabel": "x"})
    assert answer.status_code == status
    assert len(site.frigate.writes) == (status == 200)


def test_a_browsers_post_needs_the_token_against_forgery(at_end: Callable[[str], Site]) -> None:
    site, path = at_end("0.17.2"), f"/api/events/{WALKER}/retain"
    origin = {"Origin": "http://elsewhere"}
    assert site.http.post(path, headers=origin).status_code == 401
    assert site.http.post(path, headers=origin | {"X-CSRF-TOKEN": "1"}).status_code == 200


def test_requests_are_counted_by_route(at_end: Callable[[str], Site]) -> None:
    site = at_end("0.17.2")
    for event_id in (WALKER, VISITOR, STILL):
        site.get(f"events/{event_id}")
    site.http("DELETE", f"/api/events/{WALKER}/retain")
    assert site.api.requests == {
        "GET /api/events/{event_id}": 3,
        "DELETE /api/events/{event_id}/retain": 1,
    }


def test_no_password_is_shown_in_an_account() -> None:
    assert "horse" not in json.dumps([repr(ADMIN), str(ADMIN)])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_clip_is_a_film_of_the_frames(at_end: Callable[[str], Site], version: str) -> None:
    site = at_end(version)
    span = f"gate/start/{START_S + 1:.3f}/end/{START_S + 4:.3f}/clip.mp4"
    for path in (span, f"events/{WALKER}/clip.mp4", f"events/{WALKER}/clip.mp4?padding=2"):
        answer = site.http.get(f"/api/{path}", headers={"Range": "bytes=0-3"})
        assert (answer.status_code, answer.headers["content-type"]) == (200, "video/mp4")
        assert answer.content[4:8] == b"ftyp"
    assert "content-length" not in answer.headers


def test_where_nothing_is_recorded_there_is_no_clip(at_end: Callable[[str], Site]) -> None:
    site = at_end("0.17.2")
    nothing = site.get(f"gate/start/{START_S - 90:.3f}/end/{START_S - 80:.3f}/clip.mp4")
    assert (nothing.status_code, nothing.json()["success"]) == (400, False)
    assert site.get("attic/start/1.0/end/2.0/clip.mp4").status_code == 400
    assert site.get(f"events/{STILL}/clip.mp4").status_code == 404
    assert site.get("events/nobody/clip.mp4").status_code == 404


def test_a_case_takes_several_exports_since_018(at_end: Callable[[str], Site]) -> None:
    item = {"camera": "gate", "start_time": START_S + 1, "end_time": START_S + 3}
    late = {"camera": "gate", "start_time": START_S + 900, "end_time": START_S + 930}
    body = {"items": [late, item], "new_case_name": "walk"}
    assert at_end("0.17.2").http.post("/api/exports/batch", json=body).status_code == 404
    site = at_end("0.18.0-beta1")
    answer = site.http.post("/api/exports/batch", json=body)
    assert answer.status_code == 202
    told = answer.json()
    assert [each["export_id"] for each in told["results"]] == [None, *told["export_ids"]]
    assert [each["id"] for each in site.get("exports").json()] == told["export_ids"]
    assert site.http.post("/api/exports/batch", json={"items": [late]}).status_code == 400
    assert site.http.post("/api/exports/batch", json={"items": []}).status_code == 422
