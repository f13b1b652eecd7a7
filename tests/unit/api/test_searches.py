"""Searches across cameras over the API."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from reid_service.domain.tracklet import Tracklet
from tests.storing import add_sighting
from tests.unit.api.serving import NOW_S, Served

PHOTO = cv2.imencode(".png", np.full((64, 48, 3), 90, np.uint8))[1].tobytes()


@pytest.fixture
def scene(served: Served) -> dict[str, Tracklet]:
    """Two people on three cameras: `a` and `b` look alike, `c` and `d` do, `e` comes later."""
    found = {
        name: add_sighting(served.store, name, camera=camera, start_s=at_s, direction=axis)
        for name, camera, at_s, axis in (
            ("a", "gate", 500.0, 0),
            ("b", "door", 540.0, 0),
            ("c", "door", 560.0, 1),
            ("d", "yard", 460.0, 1),
            ("e", "yard", 900.0, 0),
        )
    }
    served.indexer.apply()
    return found


def begun(served: Served, **body: Any) -> Any:
    return served.send("POST", "/api/searches", body)


def candidates(served: Served, search: Any, **params: Any) -> list[str]:
    found = served.get(f"/api/searches/{search['id']}/candidates", **params)
    return [each["sighting"]["event_id"] for each in found["items"]]


def label(served: Served, search: Any, status: int = 200, **said: list[str]) -> Any:
    return served.send("POST", f"/api/searches/{search['id']}/labels", said, status)


@pytest.mark.usefixtures("scene")
def test_a_search_begins_around_its_seed_on_every_camera(served: Served) -> None:
    search = begun(served, sighting_id="frigate:a")
    assert search == {
        "id": search["id"],
        "created_s": NOW_S,
        "updated_s": NOW_S,
        "state": "open",
        "seed": {
            "kind": "sighting",
            "sighting_id": "frigate:a",
            "identity_id": None,
            "crop_id": None,
            "camera": "gate",
            "time_s": 500.0,
        },
        "cameras": None,
        "from_s": 380.0,
        "to_s": 630.0,
        "ticked": 0,
        "crossed": 0,
        "refined": 0,
        "identity_id": None,
    }
    assert served.get(f"/api/searches/{search['id']}") == search
    assert served.get("/api/searches")["items"] == [search]


@pytest.mark.usefixtures("scene")
def test_candidates_come_most_likely_first(served: Served) -> None:
    search = begun(served, sighting_id="frigate:a")
    found = served.get(f"/api/searches/{search['id']}/candidates")
    assert found["total"] == 3
    [best, *others] = found["items"]
    assert best["sighting"] == served.get("/api/sightings", event_id="b")["items"][0]
    assert best["likeness"] == pytest.approx(1.0, abs=1e-3)
    assert (best["band"], best["offset_s"], best["label"]) == ("likely", 40.0, None)
    assert (best["is_new"], best["on_plan"]) == (False, False)
    assert best["probability"] > 0.9
    assert [each["band"] for each in others] == ["weak", "weak"]
    assert candidates(served, search, order="time") == ["d", "b", "c"]
    assert candidates(served, search, limit=1) == ["b"]
