"""Where somebody is expected next."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.edges import EdgeRules
from reid_service.associate.expecting import Outlook, outlook
from reid_service.associate.movements import VISIT_GAP_S, Movements
from reid_service.associate.transit import Transit
from reid_service.domain.floorplan import EdgeRule
from tests.unit.associate.people import members, seen

DOOR = seen("a", "door", 0.0, 10.0)


def crossing(*walks: tuple[str, float, int]) -> Movements:
    """From the door so many people walked to each place, in so many seconds."""
    movements, began_s = Movements(), 0.0
    for there, gap_s, times in walks:
        for index in range(times):
            key = f"{there}{index}"
            walk = [
                seen(f"{key}a", "door", began_s, began_s + 10.0),
                seen(f"{key}b", there, began_s + 10.0 + gap_s),
            ]
            movements.watch([Chain(key, walk)], from_s=began_s, until_s=began_s + 600.0)
            began_s += 600.0
    return movements


def expected(found: Outlook) -> dict[str, float]:
    return {each.place: each.probability for each in found.places}


def test_whoever_left_is_expected_where_most_went_before() -> None:
    found = outlook(Transit(crossing(("hall", 12.0, 20), ("yard", 40.0, 5))), DOOR, 10.0)
    first, second = found.places
    assert (first.place, second.place) == ("hall", "yard")
    assert first.probability > 2.5 * second.probability
    assert first.walks == pytest.approx(20.0)
    assert first.from_s < 10.0 + 12.0 < first.to_s
    assert second.from_s < 10.0 + 40.0 < second.to_s


def test_ways_on_which_they_would_be_there_by_now_lose() -> None:
    transit = Transit(crossing(("hall", 12.0, 20), ("yard", 60.0, 10)))
    at_once, later = outlook(transit, DOOR, 10.0), outlook(transit, DOOR, 55.0)
    assert at_once.places[0].place == "hall"
    assert later.places[0].place == "yard"
    assert later.away > at_once.away
    assert all(each.from_s >= 55.0 for each in later.places)


def test_nobody_is_expected_once_the_visit_is_over() -> None:
    found = outlook(Transit(crossing(("hall", 12.0, 20))), DOOR, 11.0 + VISIT_GAP_S)
    assert (found.away, found.places) == (1.0, ())


def test_whoever_is_in_sight_is_expected_as_if_they_left_now() -> None:
    here = seen("a", "door", 0.0, 10.0, is_open=True)
    transit = Transit(crossing(("hall", 12.0, 20)))
    [hall, *_] = outlook(transit, here, 500.0).places
    assert hall.from_s < 512.0 < hall.to_s


def test_a_way_that_was_forbidden_is_not_expected_however_many_took_it() -> None:
    rules = EdgeRules({("door", "hall"): EdgeRule.FORBIDDEN})
    transit = Transit(crossing(("hall", 12.0, 20), ("yard", 40.0, 5)), rules=rules)
    assert "hall" not in expected(outlook(transit, DOOR, 10.0))


def test_a_way_that_nobody_took_yet_says_that_it_is_a_guess() -> None:
    movements = Movements(places={"door", "hall"})
    assert [each.walks for each in outlook(Transit(movements), DOOR, 10.0).places] == [0.0, 0.0]


def test_the_side_on_which_they_left_tells_two_ways_apart() -> None:
    movements, began_s = Movements(), 0.0
    for index in range(40):
        there, side = (("hall", "left"), ("yard", "right"))[index % 2]
        walk = [
            seen(f"{index}a", "door", began_s, began_s + 10.0, leaves=side),
            seen(f"{index}b", there, began_s + 22.0, enters="top"),
        ]
        movements.watch([Chain(str(index), walk)], from_s=began_s, until_s=began_s + 600.0)
        began_s += 600.0
    transit = Transit(movements)
    by_the_left = expected(outlook(transit, seen("z", "door", 0.0, 10.0, leaves="left"), 10.0))
    by_the_right = expected(outlook(transit, seen("z", "door", 0.0, 10.0, leaves="right"), 10.0))
    assert by_the_left["hall"] > 2.0 * by_the_left["yard"]
    assert by_the_right["yard"] > 2.0 * by_the_right["hall"]


@given(members(), st.floats(0.0, 2.0 * VISIT_GAP_S))
def test_probabilities_never_exceed_one_and_spans_lie_ahead(
    people: list[Member], waited_s: float
) -> None:
    movements = Movements()
    movements.watch([Chain("x", people)], from_s=0.0, until_s=1e6)
    last = max(people, key=lambda each: each.last_seen_s)
    found = outlook(Transit(movements), last, last.last_seen_s + waited_s)
    total = found.away + math.fsum(expected(found).values())
    assert 0.0 < total <= 1.0 + 1e-9
    for each in found.places:
        assert last.last_seen_s + min(waited_s, VISIT_GAP_S) <= each.from_s + 1e-6
        assert each.from_s <= each.to_s
