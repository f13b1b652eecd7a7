"""How people move, learned also from links that nobody is sure of."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.learning import learned_movements
from reid_service.associate.movements import Movements
from reid_service.associate.transit import Transit
from tests.unit.associate.people import CURVE, HOUR_S, look, members, seen

UNTIL_S = 5 * HOUR_S


def learned(chains: list[Chain], past: Movements | None = None) -> Movements:
    return learned_movements(chains, past or Movements(), CURVE, {}, from_s=0.0, until_s=UNTIL_S)


def watched(chains: list[Chain]) -> Movements:
    movements = Movements()
    movements.watch(chains, from_s=0.0, until_s=UNTIL_S)
    return movements


def alone(member: Member) -> Chain:
    return Chain(member.tracklet_id, [member])


def unlinked(times: int, *, alike: float) -> list[Chain]:
    """People who are seen at the door and 20 s later in the hall, each sighting its own."""
    chains = []
    for index in range(times):
        start_s = 600.0 * index
        here, there = look(0, 2 * index % 56, alike=alike), look(0, 1, alike=alike)
        chains.append(alone(seen(f"{index}a", "door", start_s, vector=here)))
        chains.append(alone(seen(f"{index}b", "hall", start_s + 30.0, vector=there)))
    return chains


def test_ways_and_times_are_learned_before_anybody_is_known() -> None:
    chains = unlinked(25, alike=CURVE.zero)  # looks say nothing at all
    movements = learned(chains)
    assert movements.moves["door"]["hall"] > 20.0
    assert movements.starts["hall"] < 5.0
    assert movements.leaves["door"] < 5.0
    log_s, _ = Transit(movements).transit_time("door", "hall")
    assert log_s == pytest.approx(math.log(20.0), abs=0.05)
    assert not watched(chains).moves["door"]


def test_looks_that_differ_join_no_cameras() -> None:
    chains = unlinked(25, alike=CURVE.zero)
    for chain in chains[1::2]:
        [there] = chain.members
        chain.remove(there.tracklet_id)
        chain.add(seen(there.tracklet_id, "hall", there.start_s, vector=-look(0, alike=1.0)))
    movements = learned(chains)
    assert movements.moves["door"]["hall"] == 0.0
    assert movements.starts == {"door": 25.0, "hall": 25.0}


def test_links_that_were_decided_count_in_full() -> None:
    chains = [Chain("x", [seen("a", "door", 0.0), seen("b", "hall", 30.0)])]
    assert learned(chains) == watched(chains)


def test_nothing_leads_to_a_camera_from_itself() -> None:
    chains = [alone(seen("a", "door", 0.0)), alone(seen("b", "door", 30.0))]
    assert learned(chains) == watched(chains)


def test_who_was_followed_does_not_walk_on_twice() -> None:
    chains = [
        Chain("x", [seen("a", "door", 0.0), seen("b", "yard", 30.0, 400.0)]),
        alone(seen("c", "hall", 30.0)),
    ]
    assert learned(chains) == watched(chains)


def test_a_return_may_have_been_a_walk() -> None:
    chains = [
        Chain("x", [seen("a", "door", 0.0), seen("b", "hall", 1000.0)]),
        alone(seen("c", "door", 970.0)),
    ]
    movements = learned(chains)
    assert watched(chains).returns == {"hall": 1.0}
    assert 0.0 <= movements.returns["hall"] < 0.5
    assert movements.moves["door"]["hall"] == pytest.approx(1.0 - movements.returns["hall"])


def test_the_past_is_added_to_and_stays_as_it_was() -> None:
    past = watched(unlinked(3, alike=0.6))
    before = past.to_json()
    movements = learned(unlinked(3, alike=0.6), past)
    assert past.to_json() == before
    assert movements.hours == 2 * past.hours


@given(st.lists(members(), max_size=4))
def test_everybody_comes_from_somewhere_once(people: list[list[Member]]) -> None:
    chains = [
        Chain(str(index), [seen_as(each, index) for each in chain])
        for index, chain in enumerate(people)
    ]
    movements = learned(chains)
    came = [*movements.starts.values(), *movements.returns.values(), *movements.overlaps.values()]
    came += [count for there in movements.moves.values() for count in there.values()]
    assert math.fsum(came) == pytest.approx(sum(map(len, chains)))
    assert min(came, default=0.0) >= 0.0
    assert movements.people == pytest.approx(math.fsum(movements.starts.values()))


def seen_as(member: Member, index: int) -> Member:
    """The same sighting under an id that no other chain has."""
    return seen(
        f"{index}{member.tracklet_id}",
        member.place,
        member.start_s,
        member.last_seen_s,
        member.vector,
    )
