"""People over the API."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from reid_service.domain.tracklet import TrackletState, crop_id
from tests.fakes import make_tracklet
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served


@pytest.fixture
def people(served: Served) -> tuple[str, str, str]:
    """Three identities, seen last in the reverse of this order: 100, 200 and 300 s."""
    first, second, third = (
        give_identity(served.store, add_sighting(served.store, event, camera=camera, start_s=at_s))
        for event, camera, at_s in (
            ("a", "gate", 100.0),
            ("b", "yard", 200.0),
            ("c", "gate", 300.0),
        )
    )
    return first, second, third


def _ids(answer: dict[str, Any]) -> list[str]:
    return [each["id"] for each in answer["items"]]


def test_nobody_is_an_empty_list(empty: Served) -> None:
    assert empty.get("/api/identities") == {"items": [], "cursor": None}


def test_people_are_listed_with_their_figures(served: Served) -> None:
    first = add_sighting(served.store, "a", camera="gate", start_s=100.0)
    anna = give_identity(served.store, first)
    give_identity(served.store, add_sighting(served.store, "b", camera="yard", start_s=200.0), anna)
    [view] = served.get("/api/identities")["items"]
    # Both crops are equally good: either may show her.
    assert view.pop("crop_id") in {crop_id("frigate:a", 101.0), crop_id("frigate:b", 201.0)}
    assert view == {
        "id": anna,
        "number": 1,
        "label": "Person 1",
        "name": None,
        "aliases": [],
        "hidden": False,
        "exposed": False,
        "created_s": 100.0,
        "sightings": 2,
        "first_seen_s": 100.0,
        "last_seen_s": 210.0,
        "last_camera": "yard",
        "on_site": False,
        "feature_crop_id": None,
        "attributes": {"upper": None, "lower": None},
        "words": "",
    }


def test_people_are_listed_last_seen_first(served: Served, people: tuple[str, str, str]) -> None:
    assert _ids(served.get("/api/identities")) == list(reversed(people))


def test_pages_add_up_to_the_list(served: Served, people: tuple[str, str, str]) -> None:
    seen: list[str] = []
    cursor: str | None = None
    for _ in people:
        page = served.get("/api/identities", limit=1, cursor=cursor)
        seen += _ids(page)
        cursor = page["cursor"]
    assert seen == list(reversed(people))
    assert cursor is None


def test_people_of_the_same_moment_are_on_one_page_each(served: Served) -> None:
    ids = {
        give_identity(served.store, add_sighting(served.store, event, start_s=100.0))
        for event in "abc"
    }
    first = served.get("/api/identities", limit=2)
    second = served.get("/api/identities", limit=2, cursor=first["cursor"])
    assert sorted(_ids(first) + _ids(second)) == sorted(ids)


def test_states_select_people(served: Served, people: tuple[str, str, str]) -> None:
    anna, hidden, other = people
    served.commands.rename(anna, "Anna")
    served.commands.set_hidden(hidden, True)
    listed = {
        state: set(_ids(served.get("/api/identities", state=state)))
        for state in ("visible", "named", "unnamed", "hidden", "all")
    }
    assert listed == {
        "visible": {anna, other},
        "named": {anna},
        "unnamed": {other},
        "hidden": {hidden},
        "all": {anna, hidden, other},
    }
    assert set(_ids(served.get("/api/identities"))) == listed["visible"]


def test_cameras_select_people(served: Served, people: tuple[str, str, str]) -> None:
    first, second, third = people
    assert _ids(served.get("/api/identities", camera="gate")) == [third, first]
    assert _ids(served.get("/api/identities", camera=["gate", "yard"])) == [third, second, first]
    assert _ids(served.get("/api/identities", camera="cellar")) == []


def test_a_day_is_that_of_the_site(served: Served) -> None:
    zone = ZoneInfo("Europe/Berlin")
    # On that day the clocks went back: it had 25 hours.
    times = {
        "before": datetime(2026, 10, 24, 23, 59, 0, tzinfo=zone),
        "first": datetime(2026, 10, 25, 0, 0, 0, tzinfo=zone),
        "last": datetime(2026, 10, 25, 23, 59, 59, tzinfo=zone),
        "after": datetime(2026, 10, 26, 0, 0, 0, tzinfo=zone),
    }
    ids = {
        event: give_identity(
            served.store, add_sighting(served.store, event, start_s=at.timestamp())
        )
        for event, at in times.items()
    }
    found = _ids(served.get("/api/identities", day="2026-10-25"))
    assert found == [ids["last"], ids["first"]]


def test_camera_and_day_are_of_the_same_sighting(served: Served) -> None:
    day_s = 86_400.0
    somebody = give_identity(served.store, add_sighting(served.store, "a", camera="gate"))
    give_identity(
        served.store, add_sighting(served.store, "b", camera="yard", start_s=5 * day_s), somebody
    )
    assert _ids(served.get("/api/identities", camera="yard", day="1970-01-06")) == [somebody]
    assert _ids(served.get("/api/identities", camera="gate", day="1970-01-06")) == []


@pytest.mark.parametrize("text", ["öZG", "Özgür", "GÜR", " "])
def test_a_part_of_a_name_finds_people_in_any_case(
    served: Served, people: tuple[str, str, str], text: str
) -> None:
    served.commands.rename(people[0], "Frau Özgür")
    assert people[0] in _ids(served.get("/api/identities", q=text))


def test_another_name_finds_somebody_too(served: Served, people: tuple[str, str, str]) -> None:
    path = f"/api/identities/{people[1]}"
    done = served.send("PATCH", path, {"aliases": ["The Postman", " Öz "]})
    assert done["identity"]["aliases"] == ["The Postman", "Öz"]
    assert served.get(path)["aliases"] == ["The Postman", "Öz"]
    assert _ids(served.get("/api/identities", q="postm")) == [people[1]]
    assert people[1] in _ids(served.get("/api/identities", q="öz"))
    [decision_id] = done["decision_ids"]
    served.send("POST", f"/api/decisions/{decision_id}/undo")
    assert served.get(path)["aliases"] == []


def test_a_number_finds_unnamed_people(served: Served, people: tuple[str, str, str]) -> None:
    assert _ids(served.get("/api/identities", q="person 2")) == [people[1]]
    first = served.get("/api/identities", q="person", limit=2)
    second = served.get("/api/identities", q="person", limit=2, cursor=first["cursor"])
    assert _ids(first) + _ids(second) == list(reversed(people))


def test_whoever_is_in_sight_is_on_site(served: Served) -> None:
    tracklet = add_sighting(served.store, "a")
    somebody = give_identity(served.store, tracklet)
    assert served.get(f"/api/identities/{somebody}")["on_site"] is False
    with served.store.write() as session:
        session.tracklets.upsert(
            make_tracklet("b", start_s=400.0, state=TrackletState.OPEN), now_s=400.0
        )
    give_identity(served.store, make_tracklet("b", start_s=400.0), somebody)
    assert served.get(f"/api/identities/{somebody}")["on_site"] is True


def test_somebody_without_sightings_left_stays_in_the_list(
    served: Served, people: tuple[str, str, str]
) -> None:
    first, second, _ = people
    tracklet = make_tracklet("b", camera="yard", start_s=200.0)
    give_identity(served.store, tracklet, first)
    # The second one founded the sighting's identity, and leads to the first from then on.
    assert served.get(f"/api/identities/{second}")["id"] == first
    served.commands.rename(first, "Anna")
    with served.store.write() as session:
        stored = session.tracklets.of_identity(first)
        session.connection.exec_driver_sql("DELETE FROM tracklets")
    assert len(stored) == 2
    view = served.get("/api/identities")["items"]
    assert [(each["label"], each["sightings"], each["last_seen_s"]) for each in view] == [
        ("Person 3", 0, None),
        ("Anna", 0, None),
    ]


def test_a_merged_identity_answers_with_the_one_that_took_it_in(
    served: Served, people: tuple[str, str, str]
) -> None:
    first, second, third = people
    answer = served.send("POST", f"/api/identities/{first}/merge", {"others": [second]})
    assert answer["identity"]["id"] == first
    assert answer["merged_ids"] == [second]
    assert answer["overlaps"] == []
    assert len(answer["decision_ids"]) == 1
    found = served.get(f"/api/identities/{second}")
    assert (found["id"], found["redirected_from"]) == (first, second)
    assert served.get(f"/api/identities/{first}")["redirected_from"] is None
    assert _ids(served.get("/api/identities")) == [third, first]


def test_a_dry_run_tells_what_speaks_against_a_merge_and_does_nothing(served: Served) -> None:
    here = give_identity(served.store, add_sighting(served.store, "a", camera="gate"))
    there = give_identity(
        served.store, add_sighting(served.store, "b", camera="gate", start_s=105.0)
    )
    answer = served.send(
        "POST", f"/api/identities/{here}/merge", {"others": [there], "dry_run": True}
    )
    assert (answer["dry_run"], answer["decision_ids"]) == (True, [])
    assert answer["overlaps"] == [
        {
            "first": {"sighting_id": "frigate:a", "camera": "gate"},
            "second": {"sighting_id": "frigate:b", "camera": "gate"},
            "from_s": 105.0,
            "until_s": 110.0,
            "same_camera": True,
        }
    ]
    assert len(served.get("/api/identities")["items"]) == 2


def test_a_merge_can_be_undone(served: Served, people: tuple[str, str, str]) -> None:
    before = served.get("/api/identities", state="all")
    answer = served.send("POST", f"/api/identities/{people[0]}/merge", {"others": [people[1]]})
    served.send("POST", f"/api/decisions/{answer['decision_ids'][0]}/undo")
    assert served.get("/api/identities", state="all") == before


def test_only_what_is_given_changes(served: Served, people: tuple[str, str, str]) -> None:
    anna = people[0]
    answer = served.send("PATCH", f"/api/identities/{anna}", {"name": "Anna"})
    assert served.commands.calls == [("rename", anna, "Anna")]
    assert (answer["identity"]["label"], len(answer["decision_ids"])) == ("Anna", 1)
    assert answer["namesakes"] == []
    served.commands.calls.clear()
    served.send("PATCH", f"/api/identities/{anna}", {"hidden": True, "exposed": True})
    assert served.commands.calls == [("set_hidden", anna, True), ("set_exposed", anna, True)]


def test_null_takes_name_and_picture_away(served: Served, people: tuple[str, str, str]) -> None:
    anna = people[0]
    shown = served.get(f"/api/identities/{anna}")["crop_id"]
    served.send("PATCH", f"/api/identities/{anna}", {"name": "Anna", "feature_crop_id": shown})
    chosen = served.get(f"/api/identities/{anna}")
    assert (chosen["name"], chosen["feature_crop_id"]) == ("Anna", shown)
    answer = served.send(
        "PATCH", f"/api/identities/{anna}", {"name": None, "feature_crop_id": None}
    )
    after = answer["identity"]
    assert (after["label"], after["feature_crop_id"], after["crop_id"]) == ("Person 1", None, shown)
    assert answer["namesakes"] == []


def test_a_name_that_somebody_has_already_is_told(
    served: Served, people: tuple[str, str, str]
) -> None:
    served.commands.rename(people[0], "Anna")
    answer = served.send("PATCH", f"/api/identities/{people[1]}", {"name": "anna"})
    assert [each["id"] for each in answer["namesakes"]] == [people[0]]


def test_what_is_refused_comes_before_what_is_not(
    served: Served, people: tuple[str, str, str]
) -> None:
    body = {"name": "Anna", "feature_crop_id": crop_id("frigate:b", 201.0)}
    answer = served.send("PATCH", f"/api/identities/{people[0]}", body, 422)
    assert answer["code"] == "invalid_request"
    assert served.get(f"/api/identities/{people[0]}")["name"] is None


def test_a_split_returns_the_new_person(served: Served) -> None:
    tracklets = [
        add_sighting(served.store, each, start_s=at) for each, at in (("a", 1.0), ("b", 50.0))
    ]
    both = give_identity(served.store, tracklets[0])
    give_identity(served.store, tracklets[1], both)
    answer = served.send("POST", f"/api/identities/{both}/split", {"sightings": [tracklets[1].id]})
    assert answer["identity"]["id"] != both
    assert answer["identity"]["sightings"] == 1
    assert served.get(f"/api/identities/{both}")["sightings"] == 1


def test_whoever_is_forgotten_is_gone(served: Served, people: tuple[str, str, str]) -> None:
    served.commands.merge(people[0], [people[1]], dry_run=False)
    answer = served.send("DELETE", f"/api/identities/{people[0]}")
    assert answer == {"identity_ids": [people[0], people[1]], "sightings": 2}
    served.get(f"/api/identities/{people[0]}", 404)
    served.get(f"/api/identities/{people[1]}", 404)


def test_the_history_tells_every_decision_newest_first(
    served: Served, people: tuple[str, str, str]
) -> None:
    anna, other, _ = people
    served.commands.rename(other, "Ben")
    merge = served.commands.merge(anna, [other], dry_run=False).decision_ids[0]
    history = served.get(f"/api/identities/{other}/history")["items"]
    assert [each["kind"] for each in history] == ["merge", "rename", "assign", "assign"]
    assert (history[0]["id"], history[0]["actor"], history[0]["undone"]) == (merge, "user", False)
    first = served.get(f"/api/identities/{anna}/history", limit=3)
    second = served.get(f"/api/identities/{anna}/history", limit=3, cursor=first["cursor"])
    assert first["items"] + second["items"] == history
