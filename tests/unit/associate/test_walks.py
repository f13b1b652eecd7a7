"""Many walks at once have the rates of each alone."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.edges import EdgeRules
from reid_service.associate.movements import Movements
from reid_service.associate.transit import Transit
from reid_service.associate.walks import Walks
from reid_service.domain.floorplan import EdgeRule
from tests.unit.associate.people import members, seen

RULES = EdgeRules({("door", "yard"): EdgeRule.FORBIDDEN, ("hall", "yard"): EdgeRule.FORCED})


def a_site_with_sides() -> Transit:
    """To the hall by the right side of the door, to the yard by its left."""
    movements = Movements()
    for index in range(20):
        start_s = 1200.0 * index
        for place, side, at_s in (("hall", "right", 0.0), ("yard", "left", 600.0)):
            door = seen(f"{index}{place}a", "door", start_s + at_s, enters="top", leaves=side)
            there = seen(f"{index}{place}b", place, start_s + at_s + 20.0, enters=side)
            chain = Chain(f"{index}{place}", [door, there])
            movements.watch([chain], from_s=0.0, until_s=30_000.0)
    return Transit(movements, {("door", "hall"): 12.0}, RULES)


@given(members(least=2), st.booleans())
def test_many_walks_have_the_rates_of_each_alone(people: list[Member], has_sides: bool) -> None:
    transit = a_site_with_sides() if has_sides else Transit(Movements(), rules=RULES)
    assert transit.tells_sides is has_sides
    pairs = [(a, b) for a, b in itertools.permutations(people, 2)]
    wanted = [transit.sided_link_rate(*each) for each in pairs]
    assert Walks(pairs).rates(transit).tolist() == pytest.approx(wanted, rel=1e-9)
