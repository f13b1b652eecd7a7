"""Error rates from answers: counted, and no more certain than they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.rates import ENOUGH, Answered, Share, rates_of


def test_a_band_links_from_its_own_threshold_on() -> None:
    answers = [
        Answered(0.9985, is_one=True, is_merge=True),
        Answered(0.995, is_one=False, is_merge=True),
        Answered(0.985, is_one=True, is_merge=True),
        Answered(0.985, is_one=True, is_merge=False),
        Answered(0.5, is_one=True, is_merge=False),
    ]
    found = {band: rates_of(answers, policy) for band, policy in POLICIES.items()}
    assert found[Band.CAREFUL].wrong == Share(0, 1)
    assert found[Band.CAREFUL].missed == Share(3, 4)
    assert found[Band.BALANCED].wrong == Share(1, 3)
    assert found[Band.BALANCED].missed == Share(2, 4)
    assert found[Band.EAGER].wrong == Share(1, 4)
    assert found[Band.EAGER].missed == Share(1, 4)


@given(of=st.integers(1, 500), count=st.integers(0, 500))
def test_the_share_lies_in_its_interval_which_narrows_with_answers(of: int, count: int) -> None:
    share = Share(min(count, of), of)
    value = share.count / of
    assert 0.0 <= share.low <= value + 1e-9
    assert value - 1e-9 <= share.high <= 1.0
    more = Share(share.count * 4, of * 4)
    assert more.high - more.low < share.high - share.low + 1e-12


@pytest.mark.parametrize(("of", "enough"), [(0, False), (ENOUGH - 1, False), (ENOUGH, True)])
def test_few_answers_are_not_enough(of: int, *, enough: bool) -> None:
    assert Share(0, of).is_enough is enough


def test_nothing_answered_says_nothing() -> None:
    share = rates_of([], POLICIES[Band.CAREFUL]).wrong
    assert (share.low, share.high) == (0.0, 1.0)
