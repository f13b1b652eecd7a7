"""What the learned ways say of a candidate."""

from __future__ import annotations

import copy

import numpy as np
import pytest

from reid_service.associate.chain import Chain, Member
from reid_service.associate.movements import Movements
from reid_service.associate.transit import Transit
from reid_service.domain.tracklet import Tracklet
from reid_service.search.meantime import Meantime
from tests.fakes import make_tracklet
from tests.unit.associate.people import seen

LOOK = np.eye(8, dtype=np.float32)[0]


@pytest.fixture
def movements() -> Movements:
    """Twenty people walked from the gate to the door in about half a minute, none to the yard."""
    found = Movements()
    chains = []
    for number in range(20):
        at_s = 1000.0 * number
        walk: list[Member] = [
            seen(f"{number}a", "frigate/gate", start_s=at_s, last_s=at_s + 10.0),
            seen(f"{number}b", "frigate/door", start_s=at_s + 40.0, last_s=at_s + 50.0),
        ]
        chains.append(Chain(f"{number}", walk))
    found.watch(chains, from_s=0.0, until_s=20_000.0)
    found.places.add("frigate/yard")
    return found


def at(name: str, camera: str, start_s: float) -> Tracklet:
    return make_tracklet(name, camera=camera, start_s=start_s)


def said(movements: Movements, candidate: Tracklet, *confirmed: Tracklet) -> float:
    return Meantime(Transit(movements), confirmed, LOOK).ratio(candidate)


def test_who_comes_the_usual_way_in_the_usual_time_is_likelier(movements: Movements) -> None:
    seed = at("seed", "gate", 1000.0)
    usual = at("usual", "door", seed.last_seen_s + 30.0)
    assert said(movements, usual, seed) > 0.3
    for unusual in (
        at("too fast", "door", seed.last_seen_s + 0.5),
        at("elsewhere", "yard", seed.last_seen_s + 30.0),
    ):
        assert said(movements, unusual, seed) < said(movements, usual, seed)


def test_who_was_there_before_is_weighed_too(movements: Movements) -> None:
    seed = at("seed", "door", 1000.0)
    before = at("before", "gate", seed.start_s - 40.0)
    assert before.last_seen_s < seed.start_s
    assert said(movements, before, seed) > 0.3


def test_between_two_confirmed_ones_both_ways_count(movements: Movements) -> None:
    first, last = at("first", "gate", 1000.0), at("last", "gate", 5000.0)
    after_first = at("between", "door", first.last_seen_s + 30.0)
    apart = at("apart", "door", 3000.0)
    assert said(movements, after_first, first, last) > said(movements, apart, first, last)
    # In whatever order they were confirmed.
    assert said(movements, after_first, last, first) == said(movements, after_first, first, last)


def test_a_confirmed_one_is_weighed_by_the_others(movements: Movements) -> None:
    first, second = at("first", "gate", 1000.0), at("second", "door", 1040.0)
    assert said(movements, second, first, second) == said(movements, second, first) != 0.0
    assert said(movements, first, first) == 0.0


def test_without_anybody_confirmed_time_says_nothing(movements: Movements) -> None:
    assert said(movements, at("alone", "gate", 1000.0)) == 0.0


def test_it_says_far_less_than_what_proves_anything(movements: Movements) -> None:
    seed = at("seed", "gate", 1000.0)
    beside = at("beside", "gate", 1001.0)
    assert -1.8 <= said(movements, beside, seed) < -1.0


def test_asking_leaves_what_was_learned_as_it_was(movements: Movements) -> None:
    before = copy.deepcopy(movements)
    transit = Transit(movements)
    meantime = Meantime(transit, [at("seed", "gate", 1000.0)], LOOK)
    for place in ("gate", "door", "yard", "never seen"):
        for gap_s in (-5.0, 20.0, 5000.0):
            meantime.ratio(at("candidate", place, 1010.0 + gap_s))
    transit.edges()
    # The thread that decides goes through these while others ask: an entry more would break it.
    assert movements == before
