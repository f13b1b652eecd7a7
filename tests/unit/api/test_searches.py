"""Searches across cameras over the API."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from reid_service.domain.tracklet import Tracklet, crop_id
from tests.storing import add_sighting, give_identity
from tests.unit.api.listening import ask, connected, next_message
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
        "arranged": False,
        "unsure": [],
        "dropped": [],
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


@pytest.mark.usefixtures("scene")
def test_another_span_or_other_cameras_find_others(served: Served) -> None:
    search = begun(served, sighting_id="frigate:a", window_s=10.0)
    assert (search["from_s"], search["to_s"]) == (490.0, 520.0)
    assert candidates(served, search) == []
    path = f"/api/searches/{search['id']}"
    moved = served.send("PATCH", path, {"to_s": 1_000.0, "cameras": ["yard", "door"]})
    assert (moved["from_s"], moved["to_s"], moved["cameras"]) == (490.0, 1_000.0, ["door", "yard"])
    assert candidates(served, search) == ["b", "e", "c"]
    served.send("PATCH", path, {"from_s": 0.0, "cameras": ["yard"]})
    assert candidates(served, search) == ["e", "d"]
    assert served.send("PATCH", path, {"cameras": None})["cameras"] is None
    assert candidates(served, search)[:2] == ["b", "e"]
    served.send("PATCH", path, {"from_s": 2_000.0}, 422)


@pytest.mark.usefixtures("scene")
def test_a_search_begins_from_whatever_somebody_points_at(served: Served) -> None:
    somebody = give_identity(served.store, served_tracklet(served, "a"))
    served.indexer.apply()
    of_event = begun(served, event_id="a")
    assert of_event["seed"]["sighting_id"] == "frigate:a"
    assert of_event["seed"]["identity_id"] == somebody
    assert begun(served, event_id="a", frigate_instance="frigate")["seed"] == of_event["seed"]
    crop = crop_id("frigate:a", 501.0)
    of_crop = begun(served, crop_id=crop)["seed"]
    assert (of_crop["kind"], of_crop["crop_id"], of_crop["time_s"]) == ("crop", crop, 501.0)
    of_person = begun(served, identity_id=somebody)
    assert of_person["seed"]["kind"] == "identity"
    assert (of_person["seed"]["sighting_id"], of_person["from_s"]) == (None, 380.0)
    assert begun(served, camera="gate", time_s=505.0)["seed"] == of_event["seed"]
    assert candidates(served, of_event)[0] == "b"
    assert candidates(served, of_person)[:2] == ["a", "b"]


def served_tracklet(served: Served, event_id: str) -> Tracklet:
    with served.store.read() as session:
        return session.tracklets.get(f"frigate:{event_id}").tracklet


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({}, 422),
        ({"sighting_id": "frigate:a", "event_id": "a"}, 422),
        ({"camera": "gate"}, 422),
        ({"time_s": 500.0}, 422),
        ({"sighting_id": "frigate:a", "time_s": 500.0}, 422),
        ({"sighting_id": "frigate:a", "cameras": []}, 422),
        ({"sighting_id": "frigate:a", "window_s": 0}, 422),
        ({"sighting_id": "frigate:a", "from_s": 9.0, "to_s": 3.0}, 422),
        ({"sighting_id": "frigate:a", "colour": "red"}, 422),
        ({"sighting_id": "frigate:zzz"}, 404),
        ({"event_id": "zzz"}, 404),
        ({"event_id": "a", "frigate_instance": "other"}, 404),
        ({"crop_id": "zzz"}, 404),
        ({"identity_id": "zzz"}, 404),
        ({"camera": "gate", "time_s": 700.0}, 404),
        ({"camera": "attic", "time_s": 500.0}, 404),
    ],
)
def test_a_seed_that_is_none_is_refused(served: Served, body: dict[str, Any], status: int) -> None:
    served.send("POST", "/api/searches", body, status)
    assert served.get("/api/searches")["items"] == []


def test_who_has_no_looks_cannot_be_searched_for(served: Served) -> None:
    add_sighting(served.store, "blind", crops=0)
    refused = served.send("POST", "/api/searches", {"sighting_id": "frigate:blind"}, 422)
    assert "not kept" in refused["message"]
    assert served.get("/api/searches")["items"] == []


@pytest.mark.usefixtures("scene")
def test_ticks_and_crosses_are_kept_and_change_the_order_only_when_refined(
    served: Served,
) -> None:
    search = begun(served, sighting_id="frigate:a", from_s=0.0, to_s=1_000.0)
    assert candidates(served, search)[:2] == ["b", "e"]
    said = label(served, search, ticks=["frigate:c"], crosses=["frigate:b"])
    assert (said["ticked"], said["crossed"], said["refined"]) == (1, 1, 0)
    found = served.get(f"/api/searches/{search['id']}/candidates")["items"]
    labels = {each["sighting"]["event_id"]: each["label"] for each in found}
    assert labels == {"b": "cross", "c": "tick", "d": None, "e": None}
    assert candidates(served, search)[:2] == ["b", "e"]
    refined = served.send("POST", f"/api/searches/{search['id']}/refine")
    assert [e["sighting"]["event_id"] for e in refined["items"]] == ["c", "d", "e", "b"]
    assert candidates(served, search) == ["c", "d", "e", "b"]
    assert served.get(f"/api/searches/{search['id']}")["refined"] == 1
    cleared = label(served, search, clear=["frigate:c", "frigate:b"])
    assert (cleared["ticked"], cleared["crossed"]) == (0, 0)
    served.send("POST", f"/api/searches/{search['id']}/refine")
    assert candidates(served, search)[:2] == ["b", "e"]


@pytest.mark.usefixtures("scene")
def test_who_is_brought_up_by_a_refinement_is_new(served: Served) -> None:
    search = begun(served, sighting_id="frigate:a", from_s=0.0, to_s=1_000.0)
    label(served, search, ticks=["frigate:c"])
    refined = served.send("POST", f"/api/searches/{search['id']}/refine")
    assert refined["newcomers"] == 1
    assert [e["sighting"]["event_id"] for e in refined["items"] if e["is_new"]] == ["d"]
    found = served.get(f"/api/searches/{search['id']}/candidates")["items"]
    assert [e["sighting"]["event_id"] for e in found if e["is_new"]] == ["d"]
    again = served.send("POST", f"/api/searches/{search['id']}/refine")
    assert again["newcomers"] == 0
    assert not any(each["is_new"] for each in again["items"])


@pytest.mark.usefixtures("scene")
@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"ticks": ["frigate:b"], "crosses": ["frigate:b"]}, 422),
        ({"ticks": ["frigate:a"]}, 422),
        ({"ticks": ["frigate:zzz"]}, 404),
        ({"ticks": ["x"] * 501}, 422),
    ],
)
def test_marks_that_make_no_sense_change_nothing(
    served: Served, said: dict[str, list[str]], status: int
) -> None:
    search = begun(served, sighting_id="frigate:a")
    label(served, search, status, **said)
    assert served.get(f"/api/searches/{search['id']}") == search


@pytest.mark.usefixtures("scene")
def test_a_finished_search_is_in_the_ledger_and_can_be_taken_back(served: Served) -> None:
    anna = give_identity(served.store, served_tracklet(served, "a"))
    other = give_identity(served.store, served_tracklet(served, "c"))
    search = begun(served, sighting_id="frigate:a", from_s=0.0, to_s=1_000.0)
    label(served, search, ticks=["frigate:b", "frigate:e"], crosses=["frigate:c", "frigate:d"])
    path = f"/api/searches/{search['id']}"
    done = served.send("POST", f"{path}/finish", {"name": "Anna"})
    assert (done["search"]["state"], done["search"]["identity_id"]) == ("finished", anna)
    assert (done["identity"]["label"], done["identity"]["sightings"]) == ("Anna", 3)
    with served.store.read() as session:
        owners = {e: session.tracklets.get(f"frigate:{e}").identity_id for e in "abcde"}
        apart = {each.id: set(each.distinct_from) for each in session.identities.told_apart()}
    assert (owners["a"], owners["b"], owners["e"], owners["c"]) == (anna, anna, anna, other)
    assert owners["d"] not in (anna, other, None)
    assert apart == {anna: {other, owners["d"]}}
    decisions = served.get("/api/decisions")["items"]
    assert done["decision_ids"] == [e["id"] for e in reversed(decisions)][2:]
    assert {each["actor"] for each in decisions[:-2]} == {"user"}
    for each in reversed(done["decision_ids"]):
        served.send("POST", f"/api/decisions/{each}/undo")
    with served.store.read() as session:
        assert [session.tracklets.get(f"frigate:{e}").identity_id for e in "abcde"] == [
            *(anna, None, other, None, None)
        ]
        assert session.identities.told_apart() == []
    for method, tail, body in (
        ("POST", "/labels", {"ticks": ["frigate:b"]}),
        ("POST", "/refine", None),
        ("POST", "/finish", {}),
        ("PATCH", "", {"to_s": 2_000.0}),
    ):
        assert served.send(method, path + tail, body, 409)["code"] == "conflict"
    assert served.get("/api/searches", state="open")["items"] == []
    assert [e["id"] for e in served.get("/api/searches", state="finished")["items"]] == [
        search["id"]
    ]


@pytest.mark.usefixtures("scene")
def test_crossing_a_sighting_of_the_person_takes_it_out(served: Served) -> None:
    anna = give_identity(served.store, served_tracklet(served, "a"))
    give_identity(served.store, served_tracklet(served, "c"), anna)
    search = begun(served, sighting_id="frigate:a")
    assert candidates(served, search)[0] == "b"
    label(served, search, crosses=["frigate:c"])
    done = served.send("POST", f"/api/searches/{search['id']}/finish", {})
    with served.store.read() as session:
        left = session.tracklets.get("frigate:c").identity_id
        assert session.identities.resolve(anna).distinct_from == (left,)
    assert (done["identity"]["id"], done["identity"]["sightings"]) == (anna, 1)
    assert left not in (None, anna)


@pytest.mark.usefixtures("scene")
def test_nobody_else_is_renamed_and_nothing_is_recorded_where_a_search_cannot_finish(
    served: Served,
) -> None:
    anna = give_identity(served.store, served_tracklet(served, "a"))
    served.commands.rename(anna, "Anna")
    calls = len(served.commands.calls)
    search = begun(served, sighting_id="frigate:a")
    path = f"/api/searches/{search['id']}/finish"
    assert served.send("POST", path, {"name": "Ben"}, 409)["code"] == "conflict"
    served.send("POST", path, {"identity_id": "zzz"}, 404)
    photo = sent(served).json()
    served.send("POST", f"/api/searches/{photo['id']}/finish", {}, 422)
    assert len(served.commands.calls) == calls
    assert served.get(f"/api/searches/{search['id']}")["state"] == "open"


@pytest.mark.usefixtures("scene")
def test_a_search_is_saved_as_somebody_chosen_or_as_somebody_new(served: Served) -> None:
    ben = give_identity(served.store, served_tracklet(served, "d"))
    search = begun(served, sighting_id="frigate:c")
    done = served.send("POST", f"/api/searches/{search['id']}/finish", {"identity_id": ben})
    assert (done["identity"]["id"], done["identity"]["sightings"]) == (ben, 2)
    search = begun(served, sighting_id="frigate:a")
    label(served, search, ticks=["frigate:b"])
    done = served.send("POST", f"/api/searches/{search['id']}/finish", {"name": "Cleo"})
    assert (done["identity"]["label"], done["identity"]["sightings"]) == ("Cleo", 2)


@pytest.mark.usefixtures("scene")
def test_the_route_leads_over_the_seed_and_the_ticked(served: Served) -> None:
    search = begun(served, sighting_id="frigate:b", from_s=500.0, to_s=1_000.0)
    label(served, search, ticks=["frigate:e", "frigate:a"], crosses=["frigate:c"])
    route = served.get(f"/api/searches/{search['id']}/route")
    assert [leg["event_id"] for leg in route["legs"]] == ["a", "b", "e"]
    assert [gap["seconds"] for gap in route["gaps"]] == [30.0, 350.0]
    assert (route["identity_id"], route["from_s"], route["to_s"]) == ("", 500.0, 1_000.0)


@pytest.mark.usefixtures("scene")
def test_legs_are_put_in_order_and_dropped(served: Served) -> None:
    search = begun(served, sighting_id="frigate:b", from_s=500.0, to_s=1_000.0)
    label(served, search, ticks=["frigate:e", "frigate:a"])
    path = f"/api/searches/{search['id']}"
    arranged = served.send("PUT", f"{path}/legs", {"legs": ["frigate:e", "frigate:b"]})
    assert (arranged["arranged"], arranged["dropped"]) == (True, ["frigate:a"])
    assert arranged["ticked"] == 2
    assert served.get(path) == arranged
    route = served.get(f"{path}/route")
    assert [leg["event_id"] for leg in route["legs"]] == ["e", "b"]
    again = served.send("PUT", f"{path}/legs", {"legs": None})
    assert (again["arranged"], again["dropped"]) == (False, [])
    assert [leg["event_id"] for leg in served.get(f"{path}/route")["legs"]] == ["a", "b", "e"]
    served.send("PUT", f"{path}/legs", {"legs": ["frigate:c"]}, 422)


@pytest.mark.usefixtures("scene")
def test_a_leg_of_which_nobody_is_sure_is_shown_so_and_not_saved(served: Served) -> None:
    search = begun(served, sighting_id="frigate:b", from_s=500.0, to_s=1_000.0)
    label(served, search, ticks=["frigate:e", "frigate:a"])
    path = f"/api/searches/{search['id']}"
    doubted = served.send("POST", f"{path}/labels", {"unsure": ["frigate:a"]})
    assert (doubted["ticked"], doubted["unsure"]) == (1, ["frigate:a"])
    assert served.get(path) == doubted
    legs = served.get(f"{path}/route")["legs"]
    sure = [(leg["event_id"], leg["firm"], leg["certainty"]) for leg in legs]
    assert sure[0] == ("a", False, "unsure")
    assert [each[0] for each in sure] == ["a", "b", "e"]
    shown = served.get(f"{path}/candidates")["items"]
    assert {each["sighting"]["id"]: each["label"] for each in shown}["frigate:a"] == "unsure"
    done = served.send("POST", f"{path}/finish", {"name": "Anna"})
    whose = {each: served.get(f"/api/sightings/frigate:{each}")["identity_id"] for each in "abe"}
    assert whose["b"] == whose["e"] == done["identity"]["id"] != whose["a"]
    served.send("POST", f"{path}/labels", {"unsure": ["frigate:nobody"]}, 404)


def sent(served: Served, data: bytes = PHOTO, **params: Any) -> Any:
    return served.client.post(
        "/api/searches/photo", content=data, params=params, headers={"Content-Type": "image/png"}
    )


@pytest.mark.usefixtures("scene")
def test_a_photo_finds_who_is_on_it(served: Served) -> None:
    search = sent(served).json()
    assert search["seed"] == {
        "kind": "photo",
        **dict.fromkeys(("sighting_id", "identity_id", "crop_id", "camera", "time_s")),
    }
    assert (search["from_s"], search["to_s"]) == (NOW_S - 86_400.0, NOW_S)
    found = served.get(f"/api/searches/{search['id']}/candidates")["items"]
    assert {each["sighting"]["event_id"] for each in found[:3]} == {"a", "b", "e"}
    assert found[0]["offset_s"] is None
    narrow = sent(served, cameras=["door", "yard"], from_s=0.0, to_s=600.0).json()
    assert candidates(served, narrow)[0] == "b"
    label(served, narrow, ticks=["frigate:b"])
    done = served.send("POST", f"/api/searches/{narrow['id']}/finish", {})
    assert done["identity"]["sightings"] == 1
    assert served.get(f"/api/searches/{narrow['id']}/route")["legs"][0]["event_id"] == "b"


def test_a_photo_that_is_none_or_too_large_is_refused(empty: Served) -> None:
    assert sent(empty, b"<svg/>").status_code == 422
    assert sent(empty, b"").status_code == 422
    large = sent(empty, bytes(8 * 1024 * 1024 + 1))
    assert (large.status_code, large.json()["code"]) == (413, "too_large")
    assert sent(empty, PHOTO, from_s=5.0, to_s=3.0).status_code == 422
    # The other routes take no more than before.
    body = b" " * (256 * 1024 + 1)
    assert empty.client.post("/api/searches", content=body).status_code == 413


@pytest.mark.usefixtures("scene")
def test_searches_are_listed_by_their_last_change_and_deleted(served: Served) -> None:
    ids = [begun(served, sighting_id=f"frigate:{each}")["id"] for each in "abc"]
    first = served.get("/api/searches", limit=2)
    rest = served.get("/api/searches", limit=2, cursor=first["cursor"])
    assert {each["id"] for each in first["items"] + rest["items"]} == set(ids)
    assert (len(first["items"]), rest["cursor"]) == (2, None)
    assert served.send("DELETE", f"/api/searches/{ids[0]}") == {"id": ids[0]}
    served.send("DELETE", f"/api/searches/{ids[0]}", status=404)
    served.get(f"/api/searches/{ids[0]}", 404)
    assert len(served.get("/api/searches")["items"]) == 2


@pytest.mark.usefixtures("scene")
def test_what_is_forgotten_is_out_of_every_search(served: Served) -> None:
    anna = give_identity(served.store, served_tracklet(served, "a"))
    from_anna = begun(served, sighting_id="frigate:a")
    from_other = begun(served, sighting_id="frigate:b")
    label(served, from_other, ticks=["frigate:a", "frigate:c"])
    ticked, untouched = sent(served).json(), sent(served).json()
    label(served, ticked, ticks=["frigate:a"])
    served.send("DELETE", f"/api/identities/{anna}")
    left = {each["id"]: each["ticked"] for each in served.get("/api/searches")["items"]}
    assert left == {from_other["id"]: 1, untouched["id"]: 0}
    served.get(f"/api/searches/{from_anna['id']}", 404)


@pytest.mark.usefixtures("scene")
def test_the_index_being_away_is_told(served: Served) -> None:
    search = begun(served, sighting_id="frigate:a")
    served.gallery.down = True
    away = served.get(f"/api/searches/{search['id']}/candidates", 503)
    assert away["code"] == "gallery_unavailable"


@pytest.mark.usefixtures("scene")
def test_subscribers_hear_of_every_change(served: Served) -> None:
    with connected(served) as client:
        ask(client, id=1, type="subscribe", topics=["searches"])
        search = begun(served, sighting_id="frigate:a")
        path = f"/api/searches/{search['id']}"
        served.send("PATCH", path, {"to_s": 800.0})
        label(served, search, ticks=["frigate:b"])
        served.send("POST", f"{path}/refine")
        served.send("POST", f"{path}/finish", {})
        served.send("DELETE", path)
        for _ in range(6):
            assert next_message(client) == {
                "type": "event",
                "topic": "searches",
                "event": "search_changed",
                "data": {"search_id": search["id"]},
            }


@pytest.mark.usefixtures("scene")
def test_frames_with_people_are_walked_through(served: Served) -> None:
    somebody = give_identity(served.store, served_tracklet(served, "b"))
    frame = served.get("/api/frames/people", camera="door", time_s=0.0, direction="next")
    assert frame == {
        "camera": "door",
        "time_s": 541.0,
        "people": [
            {
                "sighting_id": "frigate:b",
                "identity_id": somebody,
                "label": "Person 1",
                "box": {"x_min": 0.25, "y_min": 0.125, "x_max": 0.5, "y_max": 0.875},
                "crop_id": crop_id("frigate:b", 541.0),
            }
        ],
    }
    later = served.get("/api/frames/people", camera="door", time_s=541.0, direction="next")
    assert [each["sighting_id"] for each in later["people"]] == ["frigate:c"]
    earlier = served.get(
        "/api/frames/people", camera="door", time_s=later["time_s"], direction="previous"
    )
    assert earlier == frame
    at = served.get("/api/frames/people", camera="door", time_s=700.0)
    assert at == {"camera": "door", "time_s": 700.0, "people": []}
    gone = served.get("/api/frames/people", 404, camera="door", time_s=700.0, direction="next")
    assert gone["code"] == "not_found"
    other = served.get("/api/frames/people", camera="door", time_s=541.0, frigate_instance="other")
    assert other["people"] == []


def test_the_token_is_needed(served: Served) -> None:
    for path in ("/api/searches", "/api/frames/people?camera=a&time_s=1"):
        answer = served.client.get(path, headers={"Authorization": "Bearer wrong"})
        assert answer.status_code == 401
