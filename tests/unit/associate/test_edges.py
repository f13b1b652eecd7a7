"""What people say of the ways between cameras, and what was learned of them."""

from __future__ import annotations

import math

import pytest

from reid_service.associate.chain import Chain, Member
from reid_service.associate.edges import EdgeRules, percentiles_s
from reid_service.associate.learning import learned_movements
from reid_service.associate.movements import VISIT_GAP_S, GapSums, Movements
from reid_service.associate.transit import Transit
from reid_service.domain.floorplan import EdgeRule
from tests.unit.associate.people import CURVE, HOUR_S, PLACES, an_engine, look, seen

DOOR = seen("a", "door", 0.0, 10.0)
FORBIDDEN = EdgeRules({("door", "hall"): EdgeRule.FORBIDDEN})
FORCED = EdgeRules({("door", "hall"): EdgeRule.FORCED})
OVERLAP = EdgeRules(
    {("door", "hall"): EdgeRule.OVERLAP, ("hall", "door"): EdgeRule.OVERLAP},
)


def after(gap_s: float, place: str = "hall") -> Member:
    """Somebody seen that long after `DOOR` was last seen."""
    return seen("b", place, DOOR.last_seen_s + gap_s)


def walks(times: float, here: str = "door", there: str = "hall", gap_s: float = 20.0) -> Movements:
    """So many people walked from one place to another."""
    movements = Movements(hours=10.0, people=10.0, places=set(PLACES))
    movements.moves[here][there] = times
    sums = GapSums()
    sums.add(gap_s, times)
    movements.gaps[here, there] = sums
    return movements


def test_a_way_that_nobody_spoke_of_is_as_learned() -> None:
    plain, ruled = Transit(walks(20.0)), Transit(walks(20.0), None, FORBIDDEN)
    back = seen("c", "hall", 0.0, 10.0), seen("d", "door", 30.0)
    assert ruled.link_rate(*back) == plain.link_rate(*back)
    yard = after(20.0, "yard")
    assert ruled.link_rate(DOOR, yard) == plain.link_rate(DOOR, yard)


@pytest.mark.parametrize("gap_s", [-5.0, 0.0, 1.0, 20.0, VISIT_GAP_S])
def test_a_forbidden_way_is_an_impossible_jump(gap_s: float) -> None:
    transit = Transit(walks(200.0), None, FORBIDDEN)
    assert transit.link_rate(DOOR, after(gap_s)) == 0.0
    assert transit.ratio(DOOR, after(gap_s), None) == -12.0


def test_who_left_may_come_back_by_another_way() -> None:
    movements = walks(200.0)
    later = after(HOUR_S)
    learned, ruled = Transit(movements), Transit(movements, None, FORBIDDEN)
    assert 0.0 < ruled.link_rate(DOOR, later) < learned.link_rate(DOOR, later)


def test_forbidden_in_one_direction_is_a_one_way() -> None:
    transit = Transit(walks(20.0, "hall", "door"), None, FORBIDDEN)
    hall = seen("c", "hall", 0.0, 10.0)
    assert transit.ratio(hall, seen("d", "door", 30.0), None) > 0.0


def test_a_forced_way_is_plausible_although_never_seen() -> None:
    movements = walks(500.0, "door", "yard")
    learned, ruled = Transit(movements), Transit(movements, None, FORCED)
    more = ruled.ratio(DOOR, after(15.0), None) - learned.ratio(DOOR, after(15.0), None)
    assert more > 3.0


def test_a_forced_way_that_many_take_is_as_learned() -> None:
    movements = walks(500.0)
    assert Transit(movements, None, FORCED).link_rate(DOOR, after(20.0)) == Transit(
        movements
    ).link_rate(DOOR, after(20.0))


def test_several_forced_ways_share_what_one_would_have() -> None:
    both = EdgeRules(
        {
            ("door", "hall"): EdgeRule.FORCED,
            ("door", "yard"): EdgeRule.OVERLAP,
            ("door", "garage"): EdgeRule.FORBIDDEN,
            ("hall", "yard"): EdgeRule.FORCED,
        }
    )
    assert FORCED.least_shares == {("door", "hall"): pytest.approx(0.3)}
    assert both.least_shares == {
        ("door", "hall"): pytest.approx(0.15),
        ("door", "yard"): pytest.approx(0.15),
        ("hall", "yard"): pytest.approx(0.3),
    }


def test_of_overlapping_views_two_at_once_are_likely_in_both_directions() -> None:
    movements = Movements(places=set(PLACES))
    learned, ruled = Transit(movements), Transit(movements, None, OVERLAP)
    hall = seen("c", "hall", 0.0, 10.0), seen("d", "door", 5.0)
    for before, later in ((DOOR, after(-5.0)), hall):
        assert ruled.link_rate(before, later) > 10.0 * learned.link_rate(before, later)
        assert ruled.ratio(before, later, None) > 0.0


def test_views_that_were_seen_to_overlap_more_stay_so() -> None:
    movements = Movements(places=set(PLACES))
    movements.overlaps["door", "hall"] = 500.0
    movements.moves["door"]["hall"] = 500.0
    movements.overlaps["hall", "door"] = 0.0
    transit = Transit(movements, None, OVERLAP)
    assert transit._overlap("door", "hall") == pytest.approx(0.5, abs=0.01)
    movements.moves["door"]["hall"] = 1.0
    assert Transit(movements, None, OVERLAP)._overlap("door", "hall") > 0.9


def test_nobody_is_thought_to_have_walked_a_forbidden_way() -> None:
    chains = [
        Chain(f"{index}{place}", [seen(f"{index}{place}", place, start_s, start_s + 10.0)])
        for index in range(20)
        for place, start_s in (("door", index * 600.0), ("hall", index * 600.0 + 30.0))
    ]

    def walked(rules: EdgeRules | None) -> float:
        learned = learned_movements(
            chains, Movements(), CURVE, {}, from_s=0.0, until_s=20 * 600.0, rules=rules
        )
        return learned.moves["door"]["hall"]

    assert walked(None) > 5.0
    assert walked(FORBIDDEN) == 0.0


def test_rules_hold_from_the_next_learning_on() -> None:
    engine = an_engine()
    engine.put(seen("a", "door", 0.0, 10.0, look(shot=0)), "anna")
    later = seen("b", "hall", 25.0, vector=look(shot=1))
    engine.learn(30.0)
    [before] = engine.candidates(later, frozenset())
    engine.rules = FORBIDDEN
    engine.learn(30.0)
    [ruled] = engine.candidates(later, frozenset())
    assert ruled.evidence.time_place == -12.0 < before.evidence.time_place
    assert ruled.evidence.appearance == before.evidence.appearance


def test_percentiles_are_those_of_the_log_normal() -> None:
    p5_s, p50_s, p95_s = percentiles_s(math.log(30.0), 0.5)
    assert p50_s == pytest.approx(30.0)
    assert math.log(p95_s / p50_s) == pytest.approx(1.645 * 0.5)
    assert p50_s / p5_s == pytest.approx(p95_s / p50_s)


def test_an_edge_tells_how_many_took_it_and_how_long_they_took() -> None:
    movements = walks(40.0, gap_s=60.0)
    movements.overlaps["door", "hall"] = 3.0
    [edge] = Transit(movements).edges()
    assert (edge.way, edge.count, edge.overlaps) == (("door", "hall"), 40.0, 3.0)
    assert edge.times_s is not None
    assert edge.times_s[1] == pytest.approx(60.0, rel=0.1)
    assert edge.times_s[0] < edge.times_s[1] < edge.times_s[2]


def test_what_is_no_way_to_another_camera_or_was_hardly_taken_is_no_edge() -> None:
    movements = walks(5.0, "door", "door")
    movements.moves["door"]["hall"] = 0.4
    movements.overlaps["hall", "yard"] = 0.4
    assert Transit(movements).edges() == []


def test_an_edge_that_people_speak_of_is_there_without_times() -> None:
    edges = Transit(Movements(), None, OVERLAP).edges()
    assert [(e.way, e.count, e.times_s) for e in edges] == [
        (("door", "hall"), 0.0, None),
        (("hall", "door"), 0.0, None),
    ]
