"""Doors and stairs over the API."""

from __future__ import annotations

from typing import Any

from tests.unit.api.serving import Served


def floors(served: Served) -> tuple[str, str]:
    first = served.send("POST", "/api/floors", {"name": "Ground", "level": 0})["id"]
    return first, served.send("POST", "/api/floors", {"name": "First", "level": 1})["id"]


def stairs(first: str, second: str, **change: Any) -> dict[str, Any]:
    ends = [{"floor_id": first, "x": 10.0, "y": 20}, {"floor_id": second, "x": 500.0, "y": 999.0}]
    return {"kind": "stairs", "ends": ends} | change


def test_floors_are_joined_and_the_plan_shows_it(served: Served) -> None:
    ground, first = floors(served)
    made = served.send("POST", "/api/passages", stairs(ground, first))
    assert served.get("/api/plan")["passages"] == [made]
    changed = stairs(first, ground, kind="lift")
    moved = served.send("PUT", f"/api/passages/{made['id']}", changed)
    assert (moved["kind"], moved["ends"][0]["floor_id"]) == ("lift", first)
    assert served.get("/api/passages")["items"] == [moved]
    served.send("DELETE", f"/api/passages/{made['id']}")
    assert served.get("/api/passages")["items"] == []
    served.send("DELETE", f"/api/passages/{made['id']}", status=404)
    served.send("PUT", f"/api/passages/{made['id']}", changed, status=404)


def test_what_joins_nothing_is_refused(served: Served) -> None:
    ground, first = floors(served)
    served.send("POST", "/api/passages", stairs(ground, ground), status=422)
    served.send("POST", "/api/passages", stairs(ground, "nowhere"), status=404)
    beside = stairs(ground, first)
    beside["ends"][0]["x"] = 1001.0
    served.send("POST", "/api/passages", beside, status=422)
    served.send("POST", "/api/passages", stairs(ground, first, kind="slide"), status=422)


def test_a_passage_goes_with_its_floor(served: Served) -> None:
    ground, first = floors(served)
    served.send("POST", "/api/passages", stairs(ground, first))
    served.send("DELETE", f"/api/floors/{first}")
    assert served.get("/api/passages")["items"] == []
