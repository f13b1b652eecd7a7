"""Accept, ask or new."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.policy import OFFSET, POLICIES, Band, probability

RATIOS = st.floats(-30.0, 30.0)
RIVALS = st.lists(st.floats(-30.0, 30.0), max_size=6)


@given(RATIOS, RIVALS)
def test_a_probability_is_neither_nothing_nor_certainty(ratio: float, rivals: list[float]) -> None:
    assert 0.0 < probability(ratio, rivals) < 1.0


@given(RATIOS, RIVALS, RATIOS)
def test_a_rival_makes_less_likely(ratio: float, rivals: list[float], rival: float) -> None:
    assert probability(ratio, [*rivals, rival]) <= probability(ratio, rivals)
    if abs(ratio - rival) < 5.0:
        assert probability(ratio, [rival]) < probability(ratio)


@given(RATIOS, RATIOS, RIVALS)
def test_more_evidence_makes_more_likely(one: float, other: float, rivals: list[float]) -> None:
    less, more = sorted((one, other))
    assert probability(less, rivals) <= probability(more, rivals)


@given(st.lists(RATIOS, max_size=6))
def test_candidates_share_what_nobody_known_leaves(ratios: list[float]) -> None:
    shares = [
        probability(ratio, ratios[:index] + ratios[index + 1 :])
        for index, ratio in enumerate(ratios)
    ]
    weights = math.fsum(math.exp(each) for each in ratios)
    nobody = math.exp(-OFFSET) / (math.exp(-OFFSET) + weights)
    assert math.fsum(shares) == pytest.approx(1.0 - nobody, abs=1e-9)


@given(RATIOS)
def test_alone_it_is_the_logistic_function(ratio: float) -> None:
    assert probability(ratio) == pytest.approx(1.0 / (1.0 + math.exp(-(ratio + OFFSET))))


@given(st.floats(0.0, 1.0), st.sampled_from(Band))
def test_the_more_hangs_on_it_the_more_is_demanded(odds: float, band: Band) -> None:
    policy = POLICIES[band]
    if policy.merges(odds):
        assert policy.accepts(odds, firm=True)
    if policy.accepts(odds, firm=True):
        assert policy.accepts(odds, firm=False)
    if policy.accepts(odds, firm=False):
        assert policy.asks(odds)


@given(st.floats(0.0, 1.0), st.booleans())
def test_a_more_daring_band_accepts_all_that_a_careful_one_does(odds: float, firm: bool) -> None:
    careful, balanced, eager = (POLICIES[each] for each in Band)
    assert careful.accepts(odds, firm=firm) <= balanced.accepts(odds, firm=firm)
    assert balanced.accepts(odds, firm=firm) <= eager.accepts(odds, firm=firm)
    assert careful.merges(odds) <= balanced.merges(odds) <= eager.merges(odds)


def test_a_band_bears_its_share_of_wrong_links() -> None:
    policy = POLICIES[Band.BALANCED]
    assert (policy.accepts(0.97, firm=True), policy.accepts(0.969, firm=True)) == (True, False)
    assert (policy.accepts(0.9, firm=False), policy.accepts(0.899, firm=False)) == (True, False)
    assert (policy.merges(0.9925), policy.merges(0.992)) == (True, False)
    assert (policy.asks(0.3), policy.asks(0.299)) == (True, False)
