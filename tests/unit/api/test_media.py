"""Films and frames over the API."""

from __future__ import annotations

import pytest

from reid_service.errors import FrigateUnreachable, NotFound
from tests.storing import add_sighting
from tests.unit.api.serving import Served
from tests.unit.api.still_media import StatedFilm


def test_a_film_is_passed_on_and_let_go(served: Served) -> None:
    sighting = add_sighting(served.store, "a").id
    response = served.client.get(f"/api/sightings/{sighting}/clip.mp4")
    assert (response.status_code, response.content) == (200, b"film")
    assert response.headers["content-type"] == "video/mp4"
    assert response.headers["cache-control"] == "no-store"
    assert served.media.calls == [("clip", sighting, 3.0, None)]
    assert served.media.film.was_closed.wait(10.0)


def test_a_client_that_goes_ends_the_film(served: Served) -> None:
    sighting = add_sighting(served.store, "a").id
    served.media.film = StatedFilm([b"x" * 65_536] * 4_000)
    with served.client.stream("GET", f"/api/sightings/{sighting}/clip.mp4") as response:
        assert next(response.iter_raw())
    assert served.media.film.was_closed.wait(10.0)


def test_a_part_of_a_film_is_passed_on_with_its_place(served: Served) -> None:
    sighting = add_sighting(served.store, "a").id
    place = {"Content-Range": "bytes 2-3/9", "Content-Length": "2", "Accept-Ranges": "bytes"}
    served.media.film = StatedFilm([b"lm"], 206, place)
    path = f"/api/sightings/{sighting}/clip.mp4"
    response = served.client.get(path, params={"padding_s": 0}, headers={"Range": "bytes=2-3"})
    assert (response.status_code, response.content) == (206, b"lm")
    assert {name: response.headers[name] for name in place} == place
    assert served.media.calls == [("clip", sighting, 0.0, "bytes=2-3")]


def test_only_the_first_seconds_are_asked_for(served: Served) -> None:
    sighting = add_sighting(served.store, "a", start_s=100.0)
    path = f"/api/sightings/{sighting.id}/clip.mp4"
    served.client.get(path, params={"padding_s": 0, "first_s": 2})
    served.client.get(path, params={"first_s": 60})
    assert served.media.spans_s == [(100.0, 102.0), (100.0, sighting.last_seen_s)]
    served.get(path, 422, first_s=0)


@pytest.mark.parametrize("odd", ["bytes=a-b", "bytes=0-1,3-4", "lines=1-2", "bytes=-", "x" * 99])
def test_a_range_that_is_not_understood_counts_as_none(served: Served, odd: str) -> None:
    sighting = add_sighting(served.store, "a").id
    served.client.get(f"/api/sightings/{sighting}/clip.mp4", headers={"Range": odd})
    assert served.media.calls == [("clip", sighting, 3.0, None)]


@pytest.mark.parametrize("what", ["clip.mp4", "frame.jpg"])
def test_failures_of_footage_are_told_in_words(served: Served, what: str) -> None:
    sighting = add_sighting(served.store, "a").id
    path = f"/api/sightings/{sighting}/{what}"
    served.media.fails = NotFound("The footage has expired.")
    assert served.get(path, 404) == {"code": "not_found", "message": "The footage has expired."}
    served.media.fails = FrigateUnreachable("Frigate does not answer")
    assert served.get(path, 502)["code"] == "frigate_unreachable"
    assert served.get(f"/api/sightings/nobody/{what}", 404)["code"] == "not_found"


def test_a_frame_shows_a_sighting(served: Served) -> None:
    sighting = add_sighting(served.store, "a").id
    response = served.client.get(f"/api/sightings/{sighting}/frame.jpg", params={"box": 1})
    assert (response.content, response.headers["content-type"]) == (b"jpeg", "image/jpeg")
    assert served.media.calls == [("sighting_frame", sighting, True)]


def test_a_frame_of_a_camera_has_a_time(served: Served) -> None:
    path = "/api/cameras/gate%20left/frame.jpg"
    assert served.client.get(path, params={"time_s": 12.5}).content == b"jpeg"
    assert served.media.calls == [("camera_frame", None, "gate left", 12.5)]
    assert served.get(path, 422)["code"] == "invalid_request"
    assert served.get(path, 422, time_s="nan")["code"] == "invalid_request"
