"""Pictures of floors over the API: taken, kept and shown, and the hostile ones refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from reid_service.api.guard import MAX_BODY_BYTES
from reid_service.bitmaps import decoded_bitmap
from tests.unit.api.serving import Served
from tests.unit.api.uploading import (
    drawing,
    encoded,
    jpeg_that_claims,
    pixels,
    png_that_claims,
    webp_that_claims,
)


@pytest.fixture
def floor(served: Served) -> Any:
    return served.send("POST", "/api/floors", {"name": "Ground", "metres_per_unit": 0.1})


def _path(floor: Any) -> str:
    return f"/api/floors/{floor['id']}/picture"


def _put(served: Served, floor: Any, data: bytes, status: int = 200) -> Any:
    response = served.client.put(_path(floor), content=data)
    assert response.status_code == status, response.text
    return response.json()


def _files(served: Served) -> list[Path]:
    return sorted((served.pictures_dir.parent / "plans").glob("*"))


@pytest.mark.parametrize(
    ("suffix", "kind"), [(".png", "image/png"), (".jpg", "image/webp"), (".webp", "image/webp")]
)
def test_a_bitmap_is_encoded_anew_and_gives_the_floor_its_size(
    served: Served, floor: Any, suffix: str, kind: str
) -> None:
    changed = _put(served, floor, encoded(suffix) + b"trailing")
    assert (changed["width"], changed["height"], changed["has_picture"]) == (40.0, 30.0, True)
    shown = served.client.get(_path(floor))
    assert shown.headers["content-type"] == kind
    assert decoded_bitmap(shown.content).shape == (30, 40, 3)
    assert b"trailing" not in shown.content


def test_a_large_bitmap_is_made_smaller(served: Served, floor: Any) -> None:
    changed = _put(served, floor, encoded(".png", pixels(5000, 20) // 128))
    assert (changed["width"], changed["height"]) == (4096.0, 16.0)


def test_a_drawing_is_cleaned(served: Served, floor: Any) -> None:
    harm = '<script>evil()</script><rect onclick="evil()" width="5"/>'
    changed = _put(served, floor, drawing(harm))
    assert (changed["width"], changed["height"]) == (1000.0, 800.0)
    shown = served.client.get(_path(floor))
    assert shown.headers["content-type"] == "image/svg+xml"
    assert "evil" not in shown.text
    assert "<rect" in shown.text


def test_a_picture_may_do_nothing_in_a_browser(served: Served, floor: Any) -> None:
    _put(served, floor, drawing())
    headers = served.client.get(_path(floor)).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_a_picture_is_fetched_again_only_when_it_changed(served: Served, floor: Any) -> None:
    _put(served, floor, drawing())
    first = served.client.get(_path(floor))
    known = {"If-None-Match": first.headers["etag"]}
    again = served.client.get(_path(floor), headers=known)
    assert (again.status_code, again.content) == (304, b"")
    _put(served, floor, encoded(".png"))
    assert served.client.get(_path(floor), headers=known).status_code == 200


def test_with_another_picture_cameras_stay_where_they_are_drawn(served: Served, floor: Any) -> None:
    body = {"floor_id": floor["id"], "x": 500, "y": 250, "range_units": 100}
    served.send("PUT", "/api/cameras/gate/placement", body)
    changed = _put(served, floor, encoded(".png", pixels(200, 200)))
    assert changed["metres_per_unit"] == pytest.approx(0.5)
    placed = served.get("/api/cameras/gate/placement")
    assert (placed["x"], placed["y"], placed["range_units"]) == (100.0, 50.0, 20.0)


def test_a_picture_can_be_taken_away_and_nothing_moves(served: Served, floor: Any) -> None:
    changed = _put(served, floor, encoded(".png"))
    assert len(_files(served)) == 1
    without = served.send("DELETE", _path(floor))
    assert without == {**changed, "has_picture": False}
    assert _files(served) == []
    answer = served.get(_path(floor), 404)
    assert "Upload one" in answer["message"]


def test_the_file_goes_with_its_floor(served: Served, floor: Any) -> None:
    _put(served, floor, encoded(".png"))
    served.send("DELETE", f"/api/floors/{floor['id']}")
    assert _files(served) == []


def test_a_file_that_was_lost_is_told(served: Served, floor: Any) -> None:
    _put(served, floor, encoded(".png"))
    for each in _files(served):
        each.unlink()
    assert "Upload it again" in served.get(_path(floor), 404)["message"]


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"GIF89a",
        b"<html><script>evil()</script></html>",
        b"PK\x03\x04",
        png_that_claims(60_000, 60_000),
        png_that_claims(2**31 - 1, 2**31 - 1),
        png_that_claims(0, 0),
        jpeg_that_claims(65_000, 65_000),
        webp_that_claims(2**24, 2**24),
        encoded(".png")[:60],
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + drawing("<text>&a;</text>"),
        drawing('<g id="a"><use href="#a"/></g>'),
        drawing(head=""),
    ],
)
def test_what_is_no_honest_picture_is_refused_and_changes_nothing(
    served: Served, floor: Any, hostile: bytes
) -> None:
    kept = _put(served, floor, encoded(".png"))
    files = _files(served)
    answer = _put(served, floor, hostile, 422)
    assert answer["code"] == "invalid_request"
    assert served.get("/api/floors")["items"] == [kept]
    assert _files(served) == files


def test_a_picture_may_be_larger_than_other_bodies_but_not_beyond_its_limit(
    served: Served, floor: Any
) -> None:
    spaces = b" " * (MAX_BODY_BYTES + 1)
    assert _put(served, floor, drawing() + spaces)["has_picture"]
    too_large = b" " * (8 * 1024 * 1024 + 1)
    assert _put(served, floor, too_large, 413)["code"] == "too_large"


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/api/floors/x/picture"),
        ("PUT", "/api/floors/x/picture/more"),
        ("PUT", "/api/floors/x/y/picture"),
        ("PUT", "/api/cameras/gate/calibration"),
        ("PUT", "/other/api/floors/x/picture"),
    ],
)
def test_no_other_path_takes_large_bodies(empty: Served, method: str, path: str) -> None:
    response = empty.client.request(method, path, content=b" " * (MAX_BODY_BYTES + 1))
    assert response.status_code == 413


def test_a_picture_without_a_length_is_refused(served: Served, floor: Any) -> None:
    response = served.client.put(_path(floor), content=iter([drawing()]))
    assert response.status_code == 411


@pytest.mark.parametrize(
    "floor_id", ["..", "%2e%2e", "..%2f..%2freid.db", "%2e%2e%2f%2e%2e%2fapi-token", "a%00b"]
)
def test_no_path_leads_out_of_the_folder(served: Served, floor_id: str) -> None:
    (served.pictures_dir.parent / "api-token").write_text("secret")
    address = f"http://127.0.0.1:{served.server.port}/api/floors/{floor_id}/picture"
    for method in ("GET", "PUT", "DELETE"):
        request = httpx.Request(method, address, headers=served.client.headers, content=b"")
        response = served.client.send(request)
        assert response.status_code in (404, 405, 422)
        assert "secret" not in response.text


def test_a_name_in_the_store_that_leads_elsewhere_shows_nothing(served: Served, floor: Any) -> None:
    _put(served, floor, encoded(".png"))
    (served.pictures_dir.parent / "secret.png").write_bytes(b"secret")
    with served.store.write() as session:
        session.connection.exec_driver_sql("UPDATE floors SET picture = '../secret.png'")
    served.get(_path(floor), 404)


def test_a_floor_that_is_not_there_has_no_picture(served: Served) -> None:
    nowhere = {"id": "none"}
    _put(served, nowhere, encoded(".png"), 404)
    served.get(_path(nowhere), 404)
    served.send("DELETE", _path(nowhere), status=404)
