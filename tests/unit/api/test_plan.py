"""Floors, cameras on them, ways and trails over the API."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reid_service.associate.edges import Edge
from reid_service.domain.floorplan import CameraKey, Point, PointPair
from reid_service.domain.tracklet import PathPoint
from reid_service.storage.store import Store
from tests.fakes import make_tracklet
from tests.projecting import FLAT, GATE, SPREAD
from tests.storing import add_sighting
from tests.unit.api.listening import ask, connected, next_message
from tests.unit.api.serving import Served, serving

PLACE = {"x": 100.0, "y": 200.0, "heading_deg": 90.0, "view_deg": 60.0, "range_units": 50.0}


def _floor(served: Served, name: str = "Ground", **more: Any) -> Any:
    return served.send("POST", "/api/floors", {"name": name, **more})


def _place(served: Served, floor_id: str, camera: str = "gate", **more: Any) -> Any:
    body = {**PLACE, "floor_id": floor_id, **more}
    return served.send("PUT", f"/api/cameras/{camera}/placement", body)


def _pairs(pairs: list[PointPair]) -> dict[str, Any]:
    def point(each: Point) -> dict[str, float]:
        return {"x": each.x, "y": each.y}

    return {"pairs": [{"image": point(e.image), "plan": point(e.plan)} for e in pairs]}


def _walk(served: Served, event_id: str, *path: tuple[float, float], camera: str = "gate") -> str:
    steps = tuple(PathPoint(x, y, 101.0 + index) for index, (x, y) in enumerate(path))
    tracklet = replace(make_tracklet(event_id, camera=camera), path=steps)
    with served.store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
    return tracklet.id


def test_an_empty_plan_is_empty(empty: Served) -> None:
    assert empty.get("/api/floors") == {"items": []}
    assert empty.get("/api/placements") == {"items": []}
    assert empty.get("/api/topology") == {"edges": []}
    assert empty.get("/api/plan") == {
        "floors": [],
        "placements": [],
        "cameras": [],
        "edges": [],
        "passages": [],
    }
    assert empty.get("/api/plan/trail", sighting_id="none") == {"items": []}


def test_a_floor_is_made_changed_and_deleted(served: Served) -> None:
    floor = _floor(served, level=-1, north_deg=12.5)
    assert floor == {
        "id": floor["id"],
        "name": "Ground",
        "level": -1,
        "width": 1000.0,
        "height": 1000.0,
        "has_picture": False,
        "metres_per_unit": None,
        "north_deg": 12.5,
    }
    path = f"/api/floors/{floor['id']}"
    changed = served.send("PATCH", path, {"metres_per_unit": 0.02, "north_deg": None})
    assert changed == {**floor, "metres_per_unit": 0.02, "north_deg": None}
    assert served.send("PATCH", path, {"name": "Cellar"})["name"] == "Cellar"
    assert served.send("PATCH", path, {}) == {**changed, "name": "Cellar"}
    _place(served, floor["id"])
    assert served.send("DELETE", path) == {"id": floor["id"], "cameras": ["gate"]}
    assert served.get("/api/floors") == served.get("/api/placements") == {"items": []}
    served.send("DELETE", path, status=404)
    served.send("PATCH", path, {"level": 1}, 404)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": ""},
        {"name": "x" * 101},
        {"name": "a\nb"},
        {"name": "a", "level": 1.5},
        {"name": "a", "level": 1000},
        {"name": "a", "metres_per_unit": 0.0},
        {"name": "a", "metres_per_unit": -1.0},
        {"name": "a", "north_deg": 360.0},
        {"name": "a", "width": 5},
    ],
)
def test_a_floor_that_does_not_fit_is_refused(empty: Served, body: Any) -> None:
    assert empty.send("POST", "/api/floors", body, 422)["code"] == "invalid_request"


@pytest.mark.parametrize("body", [{"name": None}, {"level": None}, {"name": ""}, {"size": 1}])
def test_a_floor_keeps_a_name_and_a_level(served: Served, body: Any) -> None:
    floor = _floor(served)
    served.send("PATCH", f"/api/floors/{floor['id']}", body, 422)
    assert served.get("/api/floors")["items"] == [floor]


def test_there_is_an_end_of_floors(served: Served) -> None:
    with served.store.write() as session:
        for level in range(100):
            session.plan.add_floor("Floor", level)
    answer = served.send("POST", "/api/floors", {"name": "One more"}, 422)
    assert "100 floors" in answer["message"]


def test_a_camera_is_placed_moved_and_taken_away(served: Served) -> None:
    floor = _floor(served)
    path = "/api/cameras/gate/placement"
    served.get(path, 404)
    placed = _place(served, floor["id"])
    assert placed == {
        "camera": "gate",
        "frigate_instance": "frigate",
        "floor_id": floor["id"],
        **PLACE,
    }
    assert served.get(path) == placed
    moved = _place(served, floor["id"], x=5)
    assert served.get("/api/placements") == {"items": [moved]}
    gone = {"camera": "gate", "frigate_instance": "frigate"}
    assert served.send("DELETE", path) == gone
    assert served.send("DELETE", path) == gone
    served.get(path, 404)


def test_a_placement_has_usual_values(served: Served) -> None:
    body = {"floor_id": _floor(served)["id"], "x": 1, "y": 2}
    placed = served.send("PUT", "/api/cameras/gate/placement", body)
    assert (placed["heading_deg"], placed["view_deg"], placed["range_units"]) == (0.0, 90.0, 100.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"x": -1.0},
        {"y": 1000.5},
        {"x": "left"},
        {"heading_deg": 360.0},
        {"view_deg": 0.0},
        {"range_units": 0.0},
        {"colour": "red"},
    ],
)
def test_a_placement_that_does_not_fit_is_refused(served: Served, wrong: Any) -> None:
    body = {**PLACE, "floor_id": _floor(served)["id"], **wrong}
    served.send("PUT", "/api/cameras/gate/placement", body, 422)
    assert served.get("/api/placements") == {"items": []}


def test_a_camera_is_placed_on_a_floor_that_is_there(served: Served) -> None:
    served.send("PUT", "/api/cameras/gate/placement", {**PLACE, "floor_id": "none"}, 404)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/cameras/gate/placement"),
        ("DELETE", "/api/cameras/gate/placement"),
        ("GET", "/api/cameras/gate/calibration"),
        ("DELETE", "/api/cameras/gate/calibration"),
    ],
)
def test_a_frigate_that_is_not_there_is_not_found(empty: Served, method: str, path: str) -> None:
    answer = empty.send(method, f"{path}?frigate_instance=barn", status=404)
    assert "/api/info" in answer["message"]


def test_with_two_frigates_it_must_be_said_whose_camera_it_is(store: Store, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    with serving(store, tmp_path / "pictures", frigates=("home", "barn")) as served:
        floor = _floor(served)
        path, body = "/api/cameras/gate/placement", {**PLACE, "floor_id": floor["id"]}
        assert "more than one" in served.send("PUT", path, body, 422)["message"]
        for name in ("home", "barn"):
            placed = served.send("PUT", f"{path}?frigate_instance={name}", body)
            assert placed["frigate_instance"] == name
        rule = {"rule": "overlap"}
        way = "/api/topology/gate/gate?from_instance=home&to_instance=barn"
        assert len(served.send("PUT", way, rule)["edges"]) == 2
        assert len(served.get("/api/plan")["cameras"]) == 2


def test_point_pairs_are_kept_and_judged(served: Served) -> None:
    floor = _floor(served, metres_per_unit=0.02)
    path = "/api/cameras/gate/calibration"
    served.get(path, 404)
    assert served.send("PUT", path, _pairs([]), 409)["code"] == "conflict"
    _place(served, floor["id"])
    nothing = served.get(path)
    assert (nothing["pairs"], nothing["usable"]) == ([], False)
    assert [each["code"] for each in nothing["problems"]] == ["too_few"]
    wanted = _pairs(GATE.pairs(SPREAD))
    found = served.send("PUT", path, wanted)
    assert found["pairs"] == wanted["pairs"]
    assert (found["problems"], found["usable"]) == ([], True)
    assert found["residual_m"] == pytest.approx(0.0, abs=1e-6)
    assert served.get(path) == found
    few = served.send("PUT", path, _pairs(GATE.pairs(SPREAD[:3])))
    assert (len(few["pairs"]), few["usable"], few["residual_units"]) == (3, False, None)
    assert few["problems"][0]["message"].endswith(".")
    assert served.send("DELETE", path) == {"camera": "gate", "frigate_instance": "frigate"}
    assert served.get(path)["pairs"] == []
    assert served.get("/api/cameras/gate/placement")["floor_id"] == floor["id"]


@pytest.mark.parametrize(
    "pair",
    [
        {"image": {"x": 1.1, "y": 0.5}, "plan": {"x": 1, "y": 1}},
        {"image": {"x": 0.5, "y": -0.1}, "plan": {"x": 1, "y": 1}},
        {"image": {"x": 0.5, "y": 0.5}, "plan": {"x": 1e7, "y": 1}},
        {"image": {"x": 0.5, "y": 0.5}},
        {"image": [0.5, 0.5], "plan": [1, 1]},
    ],
)
def test_pairs_that_do_not_fit_are_refused(empty: Served, pair: Any) -> None:
    empty.send("PUT", "/api/cameras/gate/calibration", {"pairs": [pair]}, 422)


def test_there_is_an_end_of_pairs(empty: Served) -> None:
    pair = {"image": {"x": 0.5, "y": 0.5}, "plan": {"x": 1, "y": 1}}
    empty.send("PUT", "/api/cameras/gate/calibration", {"pairs": [pair] * 65}, 422)


def _edge(here: str, there: str, **more: Any) -> dict[str, Any]:
    return {
        "from_camera": here,
        "from_instance": "frigate",
        "to_camera": there,
        "to_instance": "frigate",
        "count": 0,
        "overlaps": 0,
        "p5_s": None,
        "p50_s": None,
        "p95_s": None,
        "rule": "learned",
        **more,
    }


def test_ways_are_told_with_what_was_said_of_them(served: Served) -> None:
    served.ways.known = [
        Edge(("frigate/gate", "frigate/hall"), 41.3, 2.6, (20.0, 30.0, 45.0)),
        Edge(("frigate/hall", "frigate/gate"), 0.0, 7.2, None),
    ]
    times = {"p5_s": 20.0, "p50_s": 30.0, "p95_s": 45.0}
    there, back = _edge("gate", "hall", count=41, overlaps=3, **times), _edge("hall", "gate")
    back["overlaps"] = 7
    assert served.get("/api/topology") == {"edges": [there, back]}
    answer = served.send("PUT", "/api/topology/hall/gate", {"rule": "forbidden"})
    assert answer == {"edges": [there, {**back, "rule": "forbidden"}]}
    assert served.get("/api/topology") == answer
    answer = served.send("PUT", "/api/topology/gate/yard", {"rule": "forced"})
    assert answer["edges"][1] == _edge("gate", "yard", rule="forced")


@pytest.mark.parametrize("clearing", ["learned", None])
def test_an_overlap_holds_in_both_directions_until_it_is_taken_back(
    served: Served, clearing: str | None
) -> None:
    said = served.send("PUT", "/api/topology/gate/hall", {"rule": "overlap"})["edges"]
    assert said == [
        _edge("gate", "hall", rule="overlap"),
        _edge("hall", "gate", rule="overlap"),
    ]
    cleared = served.send("PUT", "/api/topology/hall/gate", {"rule": clearing})
    assert cleared == {"edges": []}


@pytest.mark.parametrize("body", [{}, {"rule": "perhaps"}, {"rule": 1}, {"rules": "forced"}])
def test_a_rule_that_is_not_known_is_refused(empty: Served, body: Any) -> None:
    empty.send("PUT", "/api/topology/gate/hall", body, 422)


def test_a_way_leads_to_another_camera(empty: Served) -> None:
    answer = empty.send("PUT", "/api/topology/gate/gate", {"rule": "forced"}, 422)
    assert "Choose two" in answer["message"]
    path = "/api/topology/gate/gate?to_instance=barn"
    empty.send("PUT", path, {"rule": "forced"}, 404)


def test_the_plan_has_every_camera_and_suggests_where_it_might_stand(served: Served) -> None:
    floor = _floor(served)
    served.ways.known = [Edge(("frigate/gate", "frigate/hall"), 9.0, 0.0, (20.0, 30.0, 45.0))]
    served.ways.configured = [CameraKey("frigate", "hall"), CameraKey("frigate", "yard")]
    add_sighting(served.store, "a", camera="lane")
    placed = _place(served, floor["id"])
    plan = served.get("/api/plan")
    assert (plan["floors"], plan["placements"]) == ([floor], [placed])
    assert plan["edges"] == served.get("/api/topology")["edges"]
    cameras = {each["name"]: each for each in plan["cameras"]}
    assert list(cameras) == ["gate", "hall", "lane", "yard"]
    assert cameras["gate"] == {
        "name": "gate",
        "frigate_instance": "frigate",
        "placement": placed,
        "calibrated": False,
        "suggested": None,
    }
    for name in ("hall", "lane", "yard"):
        assert cameras[name]["placement"] is None
        assert 0.0 <= cameras[name]["suggested"]["x"] <= 1.0
    assert cameras["lane"]["suggested"]["y"] == cameras["yard"]["suggested"]["y"] == 0.95


def test_rules_move_what_is_suggested(served: Served) -> None:
    served.ways.configured = [CameraKey("frigate", name) for name in "abc"]
    served.ways.known = [Edge(("frigate/a", "frigate/b"), 9.0, 0.0, (20.0, 30.0, 45.0))]
    served.send("PUT", "/api/topology/a/b", {"rule": "forbidden"})
    served.send("PUT", "/api/topology/a/c", {"rule": "overlap"})
    served.send("PUT", "/api/topology/c/b", {"rule": "forced"})
    places = {each["name"]: each["suggested"]["x"] for each in served.get("/api/plan")["cameras"]}
    # One second from a to c, fifteen from c to b.
    assert abs(places["c"] - places["b"]) == pytest.approx(
        15.0 * abs(places["a"] - places["c"]), rel=0.01
    )


def test_a_camera_is_calibrated_only_with_usable_pairs(served: Served) -> None:
    _place(served, _floor(served)["id"])
    for count, calibrated in ((6, True), (3, False)):
        pairs = _pairs(GATE.pairs(SPREAD[:count]))
        served.send("PUT", "/api/cameras/gate/calibration", pairs)
        [camera] = served.get("/api/plan")["cameras"]
        assert camera["calibrated"] is calibrated


def test_a_trail_follows_the_feet_where_the_camera_is_calibrated(served: Served) -> None:
    floor = _floor(served)
    _place(served, floor["id"])
    served.send("PUT", "/api/cameras/gate/calibration", _pairs(FLAT.pairs(SPREAD)))
    near, far, sky = (0.5, 0.9), (0.3, 0.6), (0.5, 0.1)
    sighting_id = _walk(served, "a", near, sky, far)
    [found] = served.get("/api/plan/trail", sighting_id=sighting_id)["items"]
    assert (found["sighting_id"], found["floor_id"]) == (sighting_id, floor["id"])
    assert found["calibrated"]
    assert [each["time_s"] for each in found["points"]] == [101.0, 103.0]
    for point, place in zip(found["points"], (near, far), strict=True):
        wanted = FLAT.on_plan(*place)
        assert (point["x"], point["y"]) == pytest.approx((wanted.x, wanted.y), abs=1e-3)


@pytest.mark.parametrize("path", [[], [(0.5, 0.1)]])
def test_without_steps_on_the_floor_a_trail_is_the_camera_itself(
    served: Served, path: list[tuple[float, float]]
) -> None:
    floor = _floor(served)
    _place(served, floor["id"])
    served.send("PUT", "/api/cameras/gate/calibration", _pairs(FLAT.pairs(SPREAD)))
    sighting_id = _walk(served, "a", *path)
    assert served.get("/api/plan/trail", sighting_id=sighting_id)["items"] == [
        {
            "sighting_id": sighting_id,
            "floor_id": floor["id"],
            "calibrated": False,
            "points": [{"x": 100.0, "y": 200.0, "time_s": 100.0}],
        }
    ]


def test_trails_come_in_the_order_asked_for_and_without_those_that_are_gone(
    served: Served,
) -> None:
    floor = _floor(served)
    _place(served, floor["id"])
    first, second = _walk(served, "a"), _walk(served, "b", camera="hall")
    items = served.get("/api/plan/trail", sighting_id=[second, "gone", first, first])["items"]
    assert [each["sighting_id"] for each in items] == [second, first]
    assert items[0] == {
        "sighting_id": second,
        "floor_id": None,
        "calibrated": False,
        "points": [],
    }


def test_a_trail_is_of_one_to_fifty_sightings(empty: Served) -> None:
    empty.get("/api/plan/trail", 422)
    assert empty.get("/api/plan/trail", sighting_id=["x"] * 50) == {"items": []}
    empty.get("/api/plan/trail", 422, sighting_id=["x"] * 51)


def test_an_explanation_names_the_rule_between_the_two_cameras(served: Served) -> None:
    early = add_sighting(served.store, "a", camera="gate", start_s=100.0).id
    later = add_sighting(served.store, "b", camera="hall", start_s=200.0).id

    def rules() -> list[Any]:
        terms, others = (
            [
                each
                for each in served.send("POST", "/api/explain", {"a": a, "b": b})["terms"]
                if each["name"] == "rule"
            ]
            for a, b in ((early, later), (later, early))
        )
        assert terms == others
        return terms

    served.send("PUT", "/api/topology/hall/gate", {"rule": "forbidden"})
    assert rules() == []
    for rule, words in (("forbidden", "unseen"), ("forced", "a way"), ("overlap", "same place")):
        served.send("PUT", "/api/topology/gate/hall", {"rule": rule})
        [term] = rules()
        assert term["value"] == rule
        assert words in term["words"]
        assert "gate" in term["words"]


def test_every_change_of_the_plan_is_told(served: Served) -> None:
    with connected(served) as client:
        ask(client, type="subscribe", id=1, topics=["plan"])
        floor = _floor(served)
        changes: list[tuple[str, str, Any]] = [
            ("PATCH", f"/api/floors/{floor['id']}", {"level": 1}),
            ("PUT", "/api/cameras/gate/placement", {**PLACE, "floor_id": floor["id"]}),
            ("PUT", "/api/cameras/gate/calibration", _pairs([])),
            ("DELETE", "/api/cameras/gate/calibration", None),
            ("DELETE", "/api/cameras/gate/placement", None),
            ("PUT", "/api/topology/gate/hall", {"rule": "forced"}),
            ("DELETE", f"/api/floors/{floor['id']}/picture", None),
            ("DELETE", f"/api/floors/{floor['id']}", None),
        ]
        told = [next_message(client)]
        for method, path, body in changes:
            served.send(method, path, body)
            told.append(next_message(client))
        wanted = {"type": "event", "topic": "plan", "event": "plan_changed", "data": {}}
        assert told == [wanted] * 9
