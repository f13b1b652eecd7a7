"""Routes: legs in order, gaps between them."""

from __future__ import annotations

from reid_service.domain.route import Certainty, Gap
from reid_service.domain.tracklet import Tracklet, TrackletState
from reid_service.routes.builder import RouteSighting, build_route


def sighting(camera: str, start_s: float, end_s: float, *, firm: bool = True) -> RouteSighting:
    tracklet = Tracklet(
        id=f"frigate:{start_s}-{camera}",
        instance="frigate",
        event_id=f"{start_s}-{camera}",
        camera=camera,
        state=TrackletState.CLOSED,
        start_s=start_s,
        last_seen_s=end_s,
    )
    return RouteSighting(tracklet, firm, f"crop-{camera}")


GATE = sighting("gate", 100, 110)
DRIVE = sighting("driveway", 118, 130)
GARDEN = sighting("garden", 128, 200, firm=False)


def test_legs_come_in_order_of_time_whatever_the_input() -> None:
    route = build_route("anna", [GARDEN, GATE, DRIVE])

    assert [leg.camera for leg in route.legs] == ["gate", "driveway", "garden"]
    assert [leg.firm for leg in route.legs] == [True, True, False]
    assert route.legs[0].crop_id == "crop-gate"


def test_a_gap_is_the_time_out_of_sight_and_negative_where_views_overlap() -> None:
    route = build_route("anna", [GATE, DRIVE, GARDEN])

    assert route.gaps == (Gap("gate", "driveway", 8), Gap("driveway", "garden", -2))


def test_a_time_span_keeps_what_was_in_sight_in_it() -> None:
    route = build_route("anna", [GATE, DRIVE, GARDEN], from_s=110, until_s=128)

    assert [leg.camera for leg in route.legs] == ["gate", "driveway"]


def test_a_person_makes_a_leg_certain_and_the_service_only_likely() -> None:
    said = RouteSighting(GARDEN.tracklet, firm=False, crop_id=None, by_hand=True)

    route = build_route("anna", [GATE, said])
    undecided = build_route("anna", [GARDEN])

    assert [leg.certainty for leg in route.legs] == [Certainty.LIKELY, Certainty.CONFIRMED]
    assert [leg.certainty for leg in undecided.legs] == [Certainty.UNSURE]


def test_a_leg_that_somebody_doubted_is_unsure_whoever_had_placed_it() -> None:
    doubted = RouteSighting(GATE.tracklet, firm=True, crop_id=None, by_hand=True, doubted=True)

    route = build_route("anna", [doubted, DRIVE])

    assert [leg.certainty for leg in route.legs] == [Certainty.UNSURE, Certainty.LIKELY]
    assert [leg.doubted for leg in route.legs] == [True, False]


def test_nobody_seen_is_an_empty_route() -> None:
    route = build_route("anna", [])

    assert route.legs == ()
    assert route.gaps == ()
