"""Visits, cameras and diagnostics over the API."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.api.counting import Stay, figures
from reid_service.attributes.colours import Colour
from reid_service.attributes.values import UNKNOWN, Attributes, Garment
from reid_service.domain.tracklet import TrackletState
from tests.fakes import make_tracklet
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import NOW_S, Served

DAY = date(1970, 1, 2)


def _stay(who: str, start_s: float, end_s: float, camera: str = "gate") -> Stay:
    return Stay(who, who.isupper(), camera, 86_400.0 + start_s, 86_400.0 + end_s)


def test_visits_are_rows_of_sightings_with_short_gaps() -> None:
    stays = [
        _stay("A", 100.0, 110.0),
        _stay("b", 105.0, 115.0, "yard"),
        _stay("A", 108.0, 120.0, "yard"),
        _stay("A", 419.0, 430.0),
        _stay("A", 730.0, 735.0),
    ]
    found = figures(stays, [DAY], 300.0, UTC)
    day = found.days[DAY]
    assert (day.visits, day.sightings, day.dwell_s) == (3, 5, 20.0 + 10.0 + 11.0 + 5.0)
    assert (found.named, found.unknown, found.last_camera) == (1, 1, "gate")
    yard = found.cameras["yard"]
    assert (yard.sightings, yard.dwell_s) == (2, 22.0)


def test_a_visit_belongs_to_the_day_on_which_it_began() -> None:
    stays = [_stay("A", -20.0, -10.0), _stay("A", 10.0, 20.0)]
    found = figures(stays, [DAY], 300.0, UTC)
    day = found.days[DAY]
    assert (day.visits, day.sightings, day.dwell_s) == (0, 1, 10.0)


@given(
    st.lists(
        st.tuples(st.sampled_from("Ab"), st.floats(0.0, 80_000.0), st.floats(0.0, 400.0)),
        max_size=12,
    ),
    st.floats(1.0, 5_000.0),
)
def test_a_longer_gap_never_makes_more_visits(
    drawn: list[tuple[str, float, float]], gap_s: float
) -> None:
    stays = sorted((_stay(w, s, s + d) for w, s, d in drawn), key=lambda each: each.start_s)
    few = figures(stays, [DAY], gap_s * 2.0, UTC).days[DAY]
    many = figures(stays, [DAY], gap_s, UTC).days[DAY]
    assert few.visits <= many.visits <= len(stays)
    assert few.dwell_s == many.dwell_s <= sum(each.end_s - each.start_s for each in stays) + 1e-6


def test_statistics_are_of_all_or_of_one(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a", start_s=100.0))
    other = give_identity(
        served.store, add_sighting(served.store, "b", start_s=500.0, camera="yard")
    )
    served.commands.rename(anna, "Anna")
    found = served.get("/api/statistics", days=2)
    today = str(datetime.fromtimestamp(NOW_S, UTC).date())
    assert [each["date"] for each in found["days"]] == ["1969-12-31", today]
    assert found["days"][1] == {"date": today, "visits": 2, "sightings": 2, "dwell_s": 20.0}
    assert (found["people_seen"], found["unknown_seen"]) == (1, 1)
    assert found["last_camera"] == "yard"
    hers = served.get("/api/statistics", identity_id=anna)
    assert len(hers["days"]) == 7
    assert hers["cameras"] == [{"camera": "gate", "sightings": 1, "dwell_s": 10.0}]
    served.commands.set_hidden(other, True)
    assert served.get("/api/statistics")["unknown_seen"] == 0
    assert served.get("/api/statistics", identity_id=other)["unknown_seen"] == 1
    assert served.get("/api/statistics", 404, identity_id="nobody")["code"] == "not_found"
    assert served.get("/api/statistics", 422, days=0)["code"] == "invalid_request"


def _see(served: Served, camera: str, count: int, crops: int) -> None:
    for index in range(count):
        add_sighting(
            served.store, f"{camera}-{index}", camera=camera, start_s=500.0 + index, crops=crops
        )


@pytest.mark.parametrize(
    ("count", "crops", "rating", "height"),
    [(6, 1, "good", 300.0), (2, 1, "limited", 300.0), (6, 0, "poor", None)],
)
def test_cameras_are_rated_with_a_reason(
    served: Served, count: int, crops: int, rating: str, height: float | None
) -> None:
    _see(served, "gate", count, crops)
    [found] = served.get("/api/suitability")["items"]
    assert (found["camera"], found["rating"]) == ("gate", rating)
    assert (found["tracklets"], found["usable_crops"]) == (count, count * crops)
    assert found["median_height_px"] == height
    assert found["reason"].endswith(".")
    assert found["advice"].endswith(".")


def test_the_height_is_unknown_where_the_frame_is(served: Served) -> None:
    _see(served, "attic", 6, 1)
    [found] = served.get("/api/suitability")["items"]
    assert (found["rating"], found["median_height_px"]) == ("good", None)


def test_a_camera_says_how_many_were_seen_in_colour(served: Served) -> None:
    _see(served, "gate", 4, 1)
    add_sighting(served.store, "unseen", camera="gate", start_s=510.0, crops=0)
    red = Garment({Colour.RED: 1.0}, dark=0.0, light=0.0, weight=1.0)
    with served.store.write() as session:
        session.tracklets.wear("frigate:gate-0", Attributes(upper=red))
        session.tracklets.wear("frigate:gate-1", UNKNOWN)
    [found] = served.get("/api/suitability")["items"]
    assert found["colour_share"] == 0.25


def test_nobody_can_say_the_light_of_a_camera_without_pictures(served: Served) -> None:
    _see(served, "gate", 4, 0)
    [found] = served.get("/api/suitability")["items"]
    assert found["colour_share"] is None


def test_a_camera_that_saw_nobody_lately_is_not_judged(served: Served) -> None:
    old = make_tracklet("old", start_s=NOW_S - 90_000.0, state=TrackletState.CLOSED)
    with served.store.write() as session:
        session.tracklets.upsert(old, now_s=NOW_S)
    [found] = served.get("/api/suitability")["items"]
    assert (found["rating"], found["tracklets"]) == ("limited", 0)


def test_diagnostics_tell_nothing_of_people_or_places(served: Served) -> None:
    anna = give_identity(served.store, add_sighting(served.store, "a", camera="secret-gate"))
    served.commands.rename(anna, "Annabella")
    found = served.get("/api/diagnostics")
    assert found["counts"]["identities"] == 1
    assert found["health"]["messages_received"] == 120
    assert found["settings"]["mqtt"]["port"] == 1883
    text = json.dumps(found)
    for private in ("Annabella", "secret-gate", "127.0.0.1", "http", "frigate:a"):
        assert private not in text
    assert {each["instance"] for each in found["health"]["mqtt"]} == {"set"}
    assert {each["name"] for each in found["settings"]["frigate"]} == {"set"}
