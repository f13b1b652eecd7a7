"""Cosines between chains, of one with many and of all cuts at once."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.comparing import compared, compared_at_cuts, matched
from tests.unit.associate.people import look, members, seen


def test_one_misplaced_tracklet_does_not_match_two_groups() -> None:
    x = Chain("x", [seen(f"x{n}", start_s=60.0 * n, vector=look(0, n)) for n in range(4)])
    y = [seen(f"y{n}", start_s=60.0 * n, vector=look(1, 10 + n)) for n in range(3)]
    wrong = seen("w", start_s=900.0, vector=look(0, 20))
    _, clean, _ = compared(x, Chain("y", y))
    _, spoilt, _ = compared(x, Chain("y", [*y, wrong]))
    assert clean == pytest.approx(0.0, abs=1e-5)
    assert spoilt - clean < 0.2


@given(members(least=2), st.data())
def test_two_chains_are_compared_over_all_pairs(people: list[Member], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(people) - 1))
    a, b = Chain("a", people[:cut]), Chain("b", people[cut:])
    pairs = list(itertools.product(a.members, b.members))
    mean, best, shared = compared(a, b)
    cosines = [float(one.vector @ other.vector) for one, other in pairs]
    assert mean == pytest.approx(math.fsum(cosines) / len(pairs), abs=1e-5)
    of_a = [max(float(e.vector @ o.vector) for o in b.members) for e in a.members]
    of_b = [max(float(e.vector @ o.vector) for o in a.members) for e in b.members]
    # One tracklet by its best pair; of two groups every member needs a match.
    wanted = min(math.fsum(of_a) / len(of_a), math.fsum(of_b) / len(of_b))
    if 1 in (len(a), len(b)):
        wanted = max(cosines)
    assert best == pytest.approx(wanted, abs=1e-5)
    on_one_camera = sum(one.place == other.place for one, other in pairs)
    assert shared == pytest.approx(on_one_camera / len(pairs))


def test_shots_of_one_person_have_their_cosine() -> None:
    a, b = seen("a", vector=look(0, 1)), seen("b", "hall", vector=look(0, 2))
    assert compared(Chain("a", [a]), Chain("b", [b])) == pytest.approx((0.6, 0.6, 0.0))


def stay(person: int, count: int) -> list[Member]:
    """Somebody who looks like somebody else in the second half of a long stay."""
    return [
        seen(
            f"{person}-{number}",
            start_s=60.0 * number,
            vector=look(person + (number >= count // 2), alike=1.0),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [48, 49, 100, 500])
def test_two_long_stays_are_compared_over_the_whole_of_both(count: int) -> None:
    first, second = Chain("x", stay(0, count)), Chain("y", stay(1, count))
    mean, best, _ = compared(first, second)
    # A quarter of all pairs is alike, and half of the members of either find a match.
    assert mean == pytest.approx(0.25, abs=0.05)
    assert best == pytest.approx(0.5, abs=0.05)


def test_one_tracklet_is_held_against_every_member_of_a_long_stay() -> None:
    long = [seen(f"x{n}", start_s=60.0 * n, vector=look(0, alike=1.0)) for n in range(200)]
    for odd in (99, 100, 101):
        once = [*long[:odd], seen("odd", vector=look(1, alike=1.0)), *long[odd + 1 :]]
        one = Chain("y", [seen("y", vector=look(1, alike=1.0))])
        _, [best] = matched(one, [Chain("x", once)])
        assert best == pytest.approx(1.0, abs=1e-5)


@given(members(least=3), st.data())
def test_many_at_once_are_compared_as_each_alone(people: list[Member], data: st.DataObject) -> None:
    first, second = sorted(data.draw(st.permutations(range(1, len(people))))[:2])
    a, b, c = people[:first], people[first:second], people[second:]
    chain, others = Chain("a", a), [Chain("b", b), Chain("c", c)]
    wanted = [pytest.approx(compared(chain, each)[:2], abs=1e-5) for each in others]
    assert list(zip(*matched(chain, others), strict=True)) == wanted


@given(members(least=2))
def test_every_cut_is_compared_like_its_two_parts(people: list[Member]) -> None:
    chain = Chain("x", people)
    wanted = [
        compared(Chain("", chain.members[:cut]), Chain("", chain.members[cut:]))
        for cut in range(1, len(chain))
    ]
    found = list(zip(*compared_at_cuts(chain), strict=True))
    assert found == [pytest.approx(each, abs=1e-5) for each in wanted]
