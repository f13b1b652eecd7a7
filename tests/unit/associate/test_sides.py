"""Where in the picture people come and go."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.movements import Movements
from reid_service.associate.sides import belief_in_sides, side_of, side_ratio, sides_of
from reid_service.associate.transit import Transit
from reid_service.domain.tracklet import PathPoint
from tests.unit.associate.people import members, seen
from tests.unit.associate.test_evidence import weigher

SIDES = ("left", "right", "top", "middle")
COUNTS = st.dictionaries(st.sampled_from(SIDES), st.floats(0.01, 200.0))


@pytest.mark.parametrize(
    ("x", "y", "side"),
    [
        (0.0, 0.0, "top left"),
        (0.5, 0.1, "top"),
        (0.1, 0.5, "left"),
        (0.5, 0.5, "middle"),
        (1.0, 0.5, "right"),
        (1.0, 1.0, "bottom right"),
        (0.5, 1.0, "bottom"),
    ],
)
def test_a_point_is_in_one_of_nine_parts(x: float, y: float, side: str) -> None:
    assert side_of(PathPoint(x, y, 0.0)) == side


def test_nobody_in_sight_has_left_yet() -> None:
    path = [PathPoint(0.1, 0.5, 0.0), PathPoint(0.9, 0.5, 1.0)]
    assert sides_of(path, is_open=False) == ("left", "right")
    assert sides_of(path, is_open=True) == ("left", None)
    assert sides_of([], is_open=False) == (None, None)


@given(st.sampled_from(SIDES), COUNTS)
def test_a_way_like_any_other_says_nothing(side: str, counts: dict[str, float]) -> None:
    shares = {key: count / sum(counts.values()) for key, count in counts.items()}
    assert side_ratio(side, {}, shares, 1.0) == pytest.approx(0.0, abs=1e-9)
    assert side_ratio(side, shares, shares, 0.0) == 0.0


@given(st.sampled_from(SIDES), COUNTS, COUNTS, st.floats(0.0, 0.999))
def test_a_ratio_is_of_likelihoods_that_add_up_to_one(
    side: str, way: dict[str, float], camera: dict[str, float], belief: float
) -> None:
    # The parts that nobody was seen in are alike: nine in all.
    def usual(each: str) -> float:
        return (camera.get(each, 0.0) + 2.0 / 9.0) / (sum(camera.values()) + 2.0)

    unseen = [f"unseen {index}" for index in range(9 - len(SIDES))]
    own = [usual(s) * math.exp(side_ratio(s, way, camera, belief)) for s in (*SIDES, *unseen)]
    assert math.fsum(own) == pytest.approx(1.0)
    assert math.isfinite(side_ratio(side, way, camera, belief))


def test_more_of_one_kind_make_surer() -> None:
    camera = {"left": 100.0, "right": 100.0}
    ratios = [side_ratio("left", {"left": n}, camera, 1.0) for n in (1.0, 5.0, 50.0)]
    assert ratios == sorted(ratios)
    assert ratios[-1] == pytest.approx(math.log(2.0), abs=0.1)
    assert side_ratio("right", {"left": 50.0}, camera, 1.0) < -1.5


def test_sides_that_tell_nothing_are_not_believed() -> None:
    random = np.random.default_rng(0)
    ways = [random.multinomial(20, [0.5, 0.5]).tolist() for _ in range(12)]
    camera = {"left": sum(a for a, _ in ways), "right": sum(b for _, b in ways)}
    even = [({"left": a, "right": b}, camera) for a, b in ways]
    assert belief_in_sides(even) == 0.0
    assert belief_in_sides([]) == 0.0


def test_sides_that_tell_ways_apart_are_believed() -> None:
    camera = {"left": 40.0, "right": 40.0}
    ways = [({"left": 18.0, "right": 2.0}, camera), ({"left": 2.0, "right": 18.0}, camera)]
    assert belief_in_sides(ways) > 0.9


def a_site_with_sides(times: int = 12) -> Movements:
    """From the door people leave on the right to the hall, on the left to the yard."""
    movements = Movements()
    chains = []
    for index in range(times):
        start_s = index * 1200.0
        hall = seen(f"{index}b", "hall", start_s + 20.0, enters="left", leaves="left")
        yard = seen(f"{index}d", "yard", start_s + 620.0, enters="right", leaves="right")
        door = seen(f"{index}a", "door", start_s, enters="top", leaves="right")
        again = seen(f"{index}c", "door", start_s + 600.0, enters="top", leaves="left")
        chains += [Chain(f"{index}x", [door, hall]), Chain(f"{index}y", [again, yard])]
    movements.watch(chains, from_s=0.0, until_s=times * 1200.0)
    return movements


def test_who_left_on_the_side_of_the_way_walked_it() -> None:
    transit = Transit(a_site_with_sides())
    hall = seen("b", "hall", 20.0, enters="left")
    there, away = (seen("a", "door", 0.0, leaves=side) for side in ("right", "left"))
    assert transit.sides(there, hall, None) > 0.3
    assert transit.sides(away, hall, None) < -0.5
    assert transit.sides(seen("a", "door", 0.0), seen("b", "hall", 20.0), None) == 0.0
    assert transit.passage(there, hall).says[0] > 0.3
    assert transit.ratio(there, hall, None) == transit.ratio(away, hall, None)


def test_sides_say_as_much_of_a_link_as_of_two_chains() -> None:
    transit = Transit(a_site_with_sides())
    door, hall = seen("a", "door", 0.0, leaves="right"), seen("b", "hall", 20.0, enters="left")
    joined = transit.joining_sides([door, hall], {"a"})
    assert joined == pytest.approx(transit.sides(door, hall, None))


def test_where_two_cameras_see_one_at_once_nobody_has_left() -> None:
    transit = Transit(a_site_with_sides())
    door, hall = seen("a", "door", 0.0, leaves="left"), seen("b", "hall", 5.0, enters="left")
    assert transit.sided_link_rate(door, hall) == transit.link_rate(door, hall)


def test_where_sides_are_not_believed_they_say_nothing() -> None:
    transit = Transit(Movements())
    door, hall = seen("a", "door", 0.0, leaves="left"), seen("b", "hall", 20.0, enters="left")
    assert transit.sides(door, hall, None) == 0.0
    assert transit.joining_sides([door, hall], {"a"}) == 0.0
    assert transit.passage(door, hall).ratio == 0.0
    assert transit.sided_link_rate(door, hall) == pytest.approx(transit.link_rate(door, hall))
    assert transit.sided_new_rate(hall) == transit.new_rate("hall")


@given(members(least=2))
def test_sides_are_bounded(people: list[Member]) -> None:
    transit = Transit(a_site_with_sides())
    first, *others = sorted(people, key=lambda each: each.order)
    assert abs(transit.joining_sides([first, *others], {first.tracklet_id})) <= 4.0
    assert abs(transit.sides(first, others[0], None)) <= 4.0


def test_evidence_names_the_walk_that_its_sides_are_of() -> None:
    weighs = weigher()
    weighs.transit = Transit(a_site_with_sides())
    door, hall = seen("a", "door", 0.0, leaves="right"), seen("b", "hall", 20.0, enters="left")
    late = seen("c", "hall", 900.0, enters="left")
    for evidence in (
        weighs.member(hall, Chain("x", [door, late])),
        weighs.chains(Chain("x", [door, late]), Chain("y", [hall])),
    ):
        assert evidence is not None
        assert evidence.sides > 0.3
        assert evidence.passage is not None
        assert evidence.passage.way == ("door", "hall")
        assert evidence.passage.sides == ("right", "left")
    nothing = weighs.chains(Chain("x", [seen("a")]), Chain("y", [seen("b", "yard", 5.0)]))
    assert nothing is not None
    assert nothing.passage is None
