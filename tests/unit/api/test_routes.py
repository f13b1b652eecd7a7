"""Where somebody walked, over the API."""

from __future__ import annotations

from typing import Any

import pytest

from reid_service.associate.branching import Branch
from reid_service.domain.tracklet import Tracklet, crop_id
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import NOW_S, Served


def _ids(answer: dict[str, Any]) -> list[str]:
    return [each["id"] for each in answer["items"]]


def _walk(served: Served) -> tuple[str, list[Tracklet]]:
    tracklets = [
        add_sighting(served.store, event, camera=camera, start_s=at_s)
        for event, camera, at_s in (
            ("a", "gate", 900.0),
            ("b", "yard", 920.0),
            ("c", "door", 925.0),
        )
    ]
    somebody = give_identity(served.store, tracklets[0], firm=True)
    for each in tracklets[1:]:
        give_identity(served.store, each, somebody)
    return somebody, tracklets


def test_a_route_has_legs_and_gaps(served: Served) -> None:
    somebody, tracklets = _walk(served)
    route = served.get(f"/api/identities/{somebody}/route")
    assert (route["identity_id"], route["to_s"]) == (somebody, NOW_S)
    assert route["legs"][0] == {
        "sighting_id": "frigate:a",
        "event_id": "a",
        "frigate_instance": "frigate",
        "camera": "gate",
        "start_s": 900.0,
        "end_s": 910.0,
        "firm": True,
        "certainty": "likely",
        "crop_id": crop_id(tracklets[0].id, 901.0),
        "doubted": False,
    }
    assert [leg["camera"] for leg in route["legs"]] == ["gate", "yard", "door"]
    assert route["gaps"] == [
        {"from_camera": "gate", "to_camera": "yard", "seconds": 10.0},
        {"from_camera": "yard", "to_camera": "door", "seconds": -5.0},
    ]


def test_a_leg_is_confirmed_once_a_person_said_whose_it_is(served: Served) -> None:
    somebody, tracklets = _walk(served)
    served.send("POST", f"/api/sightings/{tracklets[0].id}/assign", {"identity_id": somebody})

    legs = served.get(f"/api/identities/{somebody}/route")["legs"]

    assert [leg["certainty"] for leg in legs] == ["confirmed", "unsure", "unsure"]


def test_a_leg_of_which_nobody_can_tell_stays_and_says_so_until_that_is_undone(
    served: Served,
) -> None:
    somebody, tracklets = _walk(served)
    body = {"identity_id": somebody}
    answer = served.send("POST", f"/api/sightings/{tracklets[0].id}/unsure", body)
    assert answer["sighting"]["identity_id"] == answer["identity"]["id"] == somebody

    def first() -> tuple[str, bool]:
        leg = served.get(f"/api/identities/{somebody}/route")["legs"][0]
        return leg["certainty"], leg["doubted"]

    assert first() == ("unsure", True)
    [decision_id] = answer["decision_ids"]
    assert served.get(f"/api/sightings/{tracklets[0].id}")["decisions"][0]["id"] == decision_id
    served.send("POST", f"/api/decisions/{decision_id}/undo")
    assert first() == ("likely", False)


def test_of_nobody_nobody_can_say_that_they_cannot_tell(served: Served) -> None:
    somebody, tracklets = _walk(served)
    path = f"/api/sightings/{tracklets[0].id}/unsure"
    for body in ({}, {"identity_id": None}, {"identity_id": 7}):
        served.send("POST", path, body, 422)
    served.send("POST", path, {"identity_id": "nobody"}, 404)
    served.send("POST", "/api/sightings/none/unsure", {"identity_id": somebody}, 404)


@pytest.mark.parametrize(
    ("params", "cameras"),
    [
        ({"from": 0}, ["gate", "yard", "door"]),
        ({"from": 912}, ["yard", "door"]),
        ({"to": 915}, ["gate"]),
        ({"from": 905, "to": 921}, ["gate", "yard"]),
        ({"from": 2_000, "to": 3_000}, []),
        ({"from": -90_000, "to": -89_000}, []),
    ],
)
def test_a_route_is_bounded_by_a_span(
    served: Served, params: dict[str, int], cameras: list[str]
) -> None:
    somebody, _ = _walk(served)
    route = served.get(f"/api/identities/{somebody}/route", **params)
    assert [leg["camera"] for leg in route["legs"]] == cameras
    assert len(route["gaps"]) == max(0, len(cameras) - 1)


def test_sightings_of_a_person_are_listed_newest_first(served: Served) -> None:
    somebody, _ = _walk(served)
    add_sighting(served.store, "stranger", start_s=930.0)
    path = f"/api/identities/{somebody}/sightings"
    first = served.get(path, limit=2)
    second = served.get(path, limit=2, cursor=first["cursor"])
    assert _ids(first) + _ids(second) == ["frigate:c", "frigate:b", "frigate:a"]
    assert _ids(served.get(path, camera="yard")) == ["frigate:b"]
    assert _ids(served.get(path, **{"from": 901, "to": 925})) == ["frigate:b"]


def test_a_route_that_is_asked_for_branches_has_them_with_whose_they_are(served: Served) -> None:
    somebody, legs = _walk(served)
    other = add_sighting(served.store, "r", camera="shed", start_s=921.0)
    whose = give_identity(served.store, other)
    gone = Branch(legs[1].id, legs[2].id, "frigate:gone", whose, 0.4, 0.5)
    served.doubts.branching = [
        Branch(legs[0].id, legs[1].id, other.id, whose, 0.41234, 0.5),
        gone,
    ]
    path = f"/api/identities/{somebody}/route"
    assert served.get(path)["branches"] == []
    assert served.doubts.branched == []
    assert served.get(path, branches=True)["branches"] == [
        {
            "after": legs[0].id,
            "instead_of": legs[1].id,
            "sighting_id": other.id,
            "camera": "shed",
            "start_s": 921.0,
            "end_s": 931.0,
            "crop_id": crop_id(other.id, 922.0),
            "identity_id": whose,
            "identity_label": "Person 2",
            "probability": 0.412,
            "leg_probability": 0.5,
        }
    ]
    assert served.get(path, branches=True, to=905)["branches"] == []
    assert served.doubts.branched == [somebody]  # one leg alone has no link
