"""Clothes and motion over the API."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reid_service.attributes.colours import Colour
from reid_service.attributes.values import Attributes, Garment
from reid_service.domain.tracklet import PathPoint
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served

RED = Garment({Colour.RED: 0.7, Colour.BROWN: 0.2}, dark=0.25, light=0.0, weight=1.5)
DARK = Garment({Colour.BLACK: 0.4, Colour.BLUE: 0.35}, dark=0.9, light=0.0, weight=1.5)
NOTHING = {"upper": None, "lower": None}


def wear(store: Store, event_id: str, worn: Attributes) -> None:
    with store.write() as session:
        session.tracklets.wear(f"frigate:{event_id}", worn)


def events(answer: dict[str, Any]) -> list[str]:
    return [each["event_id"] for each in answer["items"]]


def test_a_sighting_says_what_is_worn_and_how_somebody_moved(served: Served) -> None:
    tracklet = add_sighting(served.store, "a", start_s=100.0)
    moved = replace(tracklet, path=(PathPoint(0.2, 0.8, 100.0), PathPoint(0.7, 0.8, 104.0)))
    with served.store.write() as session:
        session.tracklets.upsert(moved, now_s=0.0)
    wear(served.store, "a", Attributes(RED, DARK))
    view = served.get("/api/sightings/frigate:a")
    assert view["words"] == "red top, dark trousers"
    assert view["motion"] == {"dwell_s": 10.0, "direction": "right", "speed": 0.2222}
    assert view["attributes"]["upper"] == {
        "colour": "red",
        "confidence": 0.7,
        "colours": {"red": 0.7, "brown": 0.2},
        "dark": 0.25,
        "light": 0.0,
    }


def test_where_nothing_can_be_said_nothing_is(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    for path in ("/api/sightings/frigate:a", f"/api/identities/{anna}"):
        view = served.get(path)
        assert (view["attributes"], view["words"]) == (NOTHING, "")


def test_people_wear_what_their_sightings_show(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    wear(served.store, "a", Attributes(RED, DARK))
    [listed] = served.get("/api/identities")["items"]
    assert (listed["id"], listed["words"]) == (anna, "red top, dark trousers")


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"upper": "red"}, ["a"]),
        ({"upper": "red", "lower": "blue"}, ["a"]),
        ({"lower": "dark"}, ["b", "a"]),
        ({"upper": "green"}, []),
        ({"lower": "dark", "camera": "yard"}, ["b"]),
    ],
)
def test_sightings_are_found_by_clothes(
    served: Served, params: dict[str, Any], found: list[str]
) -> None:
    for event_id, camera, worn in (
        ("a", "gate", Attributes(RED, DARK)),
        ("b", "yard", Attributes(None, DARK)),
        ("c", "yard", Attributes()),
    ):
        add_sighting(served.store, event_id, camera=camera)
        wear(served.store, event_id, worn)
    assert sorted(events(served.get("/api/sightings", **params))) == sorted(found)


def test_a_colour_that_there_is_not_is_refused(served: Served) -> None:
    answer = served.get("/api/sightings", status=422, upper="mauve")
    assert (answer["code"], "'mauve'" in answer["message"]) == ("invalid_request", True)
