"""Sightings, pictures and cameras over the API."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reid_service.domain.tracklet import PathPoint, SubLabel, TrackletState, crop_id
from reid_service.storage.deletion import delete_pictures
from tests.fakes import make_crop, make_tracklet
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served


def _ids(answer: dict[str, Any]) -> list[str]:
    return [each["id"] for each in answer["items"]]


def test_a_sighting_is_told_with_all_that_is_known(served: Served) -> None:
    tracklet = replace(
        make_tracklet("a"),
        sub_label=SubLabel("Anna", 0.9),
        zones=("lawn",),
        path=(PathPoint(0.5, 0.75, 100.5),),
    )
    with served.store.write() as session:
        session.tracklets.upsert(tracklet, now_s=100.0)
        session.crops.put(make_crop(tracklet, after_s=1.0, quality=0.5), "a/0.jpg")
        session.crops.put(make_crop(tracklet, after_s=2.0, quality=0.75), None)
    somebody = give_identity(served.store, tracklet, firm=True)
    view = served.get(f"/api/sightings/{tracklet.id}")
    [decision] = view.pop("decisions")
    assert (decision["kind"], decision["actor"], decision["outcome"]) == ("assign", "system", "new")
    box = {"x_min": 0.25, "y_min": 0.125, "x_max": 0.5, "y_max": 0.875}
    assert view == {
        "id": "frigate:a",
        "frigate_instance": "frigate",
        "event_id": "a",
        "camera": "gate",
        "state": "closed",
        "start_s": 100.0,
        "last_seen_s": 110.0,
        "firm": True,
        "identity_id": somebody,
        "identity_label": "Person 1",
        "sub_label": {"text": "Anna", "score": 0.9},
        "zones": ["lawn"],
        "crop_id": crop_id(tracklet.id, 101.0),
        "attributes": {"upper": None, "lower": None},
        "words": "",
        "motion": {"dwell_s": 10.0, "direction": "none", "speed": None},
        "path": [{"x": 0.5, "y": 0.75, "time_s": 100.5}],
        "crops": [
            {
                "id": crop_id(tracklet.id, at_s),
                "sighting_id": tracklet.id,
                "frame_time_s": at_s,
                "box": box,
                "quality": quality,
                "has_picture": pictured,
                "bad": False,
            }
            for at_s, quality, pictured in ((102.0, 0.75, False), (101.0, 0.5, True))
        ],
    }


def test_sightings_are_listed_newest_first_page_by_page(served: Served) -> None:
    for event, at_s in (("a", 100.0), ("b", 200.0), ("c", 300.0)):
        add_sighting(served.store, event, start_s=at_s)
    first = served.get("/api/sightings", limit=2)
    second = served.get("/api/sightings", limit=2, cursor=first["cursor"])
    assert _ids(first) + _ids(second) == ["frigate:c", "frigate:b", "frigate:a"]
    assert second["cursor"] is None


def test_filters_select_sightings(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a", camera="gate", start_s=1.0))
    add_sighting(served.store, "b", camera="yard", start_s=50.0)
    add_sighting(served.store, "c", camera="door", start_s=90.0)
    wanted: tuple[tuple[dict[str, Any], list[str]], ...] = (
        ({"identity": anna}, ["frigate:a"]),
        ({"camera": "yard"}, ["frigate:b"]),
        ({"camera": ["gate", "door"]}, ["frigate:c", "frigate:a"]),
        ({"from": 50, "to": 90}, ["frigate:b"]),
        ({"unassigned": True}, ["frigate:c", "frigate:b"]),
        ({"event_id": "b"}, ["frigate:b"]),
        ({"event_id": "nothing"}, []),
    )
    for params, ids in wanted:
        assert _ids(served.get("/api/sightings", **params)) == ids, params


def test_sightings_of_a_merged_person_are_those_of_the_one_who_took_them_in(
    served: Served,
) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a", start_s=1.0))
    other = give_identity(served.store, add_sighting(served.store, "b", start_s=50.0))
    served.commands.merge(anna, [other], dry_run=False)
    assert _ids(served.get("/api/sightings", identity=other)) == ["frigate:b", "frigate:a"]


def test_a_sighting_is_given_to_somebody(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a"))
    stranger = add_sighting(served.store, "b", start_s=300.0)
    answer = served.send("POST", f"/api/sightings/{stranger.id}/assign", {"identity_id": anna})
    assert served.commands.calls == [("assign", stranger.id, anna)]
    assert (answer["sighting"]["identity_id"], answer["sighting"]["firm"]) == (anna, True)
    assert (answer["identity"]["id"], answer["identity"]["sightings"]) == (anna, 2)
    assert served.get("/api/decisions")["items"][0]["id"] == answer["decision_ids"][0]


def test_a_sighting_is_given_to_somebody_new(served: Served) -> None:
    tracklets = [add_sighting(served.store, "a"), add_sighting(served.store, "b", start_s=300.0)]
    anna = give_identity(served.store, tracklets[0])
    give_identity(served.store, tracklets[1], anna)
    answer = served.send("POST", f"/api/sightings/{tracklets[1].id}/assign", {"identity_id": None})
    assert answer["identity"]["id"] not in (anna, None)
    assert answer["sighting"]["identity_label"] == "Person 2"


def test_an_assignment_must_say_to_whom(empty: Served) -> None:
    empty.send("POST", "/api/sightings/frigate:a/assign", {}, 422)
    assert empty.commands.calls == []


def test_a_picture_is_served_for_private_eyes(served: Served) -> None:
    tracklet = add_sighting(served.store, "a")
    (served.pictures_dir / "a").mkdir()
    (served.pictures_dir / "a" / "0.jpg").write_bytes(b"jpeg")
    response = served.client.get(f"/api/crops/{crop_id(tracklet.id, 101.0)}.jpg")
    assert (response.status_code, response.content) == (200, b"jpeg")
    assert response.headers["content-type"] == "image/jpeg"
    assert response.headers["cache-control"] == "private, max-age=3600"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_picture_that_went_is_told_in_words(served: Served) -> None:
    tracklet = add_sighting(served.store, "a")
    crop = crop_id(tracklet.id, 101.0)
    # Its file is gone and its row will be, or the row is.
    for _ in range(2):
        answer = served.get(f"/api/crops/{crop}.jpg", 404)
        assert (answer["code"], "expired" in answer["message"]) == ("not_found", True)
        with served.store.write() as session:
            delete_pictures(session, [crop])
    assert served.get(f"/api/sightings/{tracklet.id}")["crop_id"] is None


@pytest.mark.parametrize("file", ["../secret.jpg", "/etc/hostname", "link/secret.jpg", "..", "."])
def test_no_file_outside_the_pictures_is_ever_served(served: Served, file: str) -> None:
    (served.pictures_dir.parent / "secret.jpg").write_bytes(b"secret")
    (served.pictures_dir / "link").symlink_to(served.pictures_dir.parent)
    tracklet = make_tracklet("a")
    crop = make_crop(tracklet)
    with served.store.write() as session:
        session.tracklets.upsert(tracklet, now_s=100.0)
        session.crops.put(crop, file)
    assert served.get(f"/api/crops/{crop.crop.id}.jpg", 404)["code"] == "not_found"


@pytest.mark.parametrize("name", ["..%2Fsecret", "%2e%2e%2fsecret", "..", "a%2Fb", "%00"])
def test_no_address_leads_to_another_file(empty: Served, name: str) -> None:
    (empty.pictures_dir.parent / "secret.jpg").write_bytes(b"secret")
    response = empty.client.get(f"/api/crops/{name}.jpg")
    assert response.status_code in {404, 422}
    assert set(response.json()) == {"code", "message"}


def test_cameras_are_told_with_counts(served: Served) -> None:
    add_sighting(served.store, "a", camera="yard", start_s=100.0)
    add_sighting(served.store, "b", camera="gate", start_s=200.0)
    with served.store.write() as session:
        session.tracklets.upsert(
            make_tracklet("c", camera="gate", start_s=50.0, state=TrackletState.OPEN), now_s=50.0
        )
    assert served.get("/api/cameras") == {
        "items": [
            {
                "name": name,
                "frigate_instance": "frigate",
                "tracklets": tracklets,
                "last_seen_s": last_seen_s,
                "on_site": on_site,
            }
            for name, tracklets, last_seen_s, on_site in (
                ("gate", 2, 210.0, 1),
                ("yard", 1, 110.0, 0),
            )
        ]
    }


def test_a_picture_is_called_bad_and_that_is_undone(served: Served) -> None:
    somebody = give_identity(served.store, add_sighting(served.store, "a", crops=2))
    [worse, better] = served.get("/api/sightings/frigate:a")["crops"]
    done = served.send("PATCH", f"/api/crops/{worse['id']}", {"bad": True})
    assert done["crop"] == {**worse, "bad": True}
    crops = served.get("/api/sightings/frigate:a")["crops"]
    assert [each["id"] for each in crops] == [better["id"], worse["id"]]
    looks = served.get(f"/api/identities/{somebody}/templates")["crops"]
    assert [each["id"] for each in looks] == [better["id"]]
    [decision, *_] = served.get(f"/api/identities/{somebody}/history")["items"]
    assert (decision["kind"], decision["id"]) == ("picture", done["decision_ids"][0])
    served.send("POST", f"/api/decisions/{decision['id']}/undo")
    assert served.get("/api/sightings/frigate:a")["crops"] == [worse, better]
    served.send("PATCH", "/api/crops/nothing", {"bad": True}, 404)
    served.send("PATCH", f"/api/crops/{worse['id']}", {}, 422)
