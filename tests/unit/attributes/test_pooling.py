"""Several pictures, one statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.attributes.colours import Colour
from reid_service.attributes.pooling import pooled
from reid_service.attributes.values import UNKNOWN, Attributes, Garment


def worn(red: float, weight: float = 1.0) -> Attributes:
    colours = {Colour.RED: red, Colour.BLACK: 1 - red}
    return Attributes(Garment(colours, dark=1 - red, light=0.0, weight=weight))


def red_of(attributes: Attributes) -> float:
    assert attributes.upper is not None
    return attributes.upper.colours.get(Colour.RED, 0.0)


def test_nothing_pools_to_nothing() -> None:
    assert pooled([]) == UNKNOWN
    assert pooled([UNKNOWN, UNKNOWN]) == UNKNOWN


def test_the_better_picture_counts_more() -> None:
    assert red_of(pooled([worn(1.0, 0.9), worn(0.0, 0.1)])) == pytest.approx(0.9)


def test_what_says_nothing_changes_nothing() -> None:
    assert pooled([worn(0.8), UNKNOWN]) == worn(0.8)


def test_each_half_is_pooled_by_itself() -> None:
    lower = worn(0.3).upper
    both = pooled([worn(0.9), Attributes(lower=lower)])
    assert both == Attributes(worn(0.9).upper, lower)


def test_pictures_without_quality_still_have_a_say() -> None:
    assert red_of(pooled([worn(1.0, 0.0), worn(0.0, 0.0)])) == pytest.approx(0.5)


PARTS = st.lists(st.builds(worn, st.floats(0.1, 0.9), st.floats(0.05, 1.0)), min_size=3, max_size=6)


@given(PARTS)
def test_pooling_pools_is_pooling_the_whole(parts: list[Attributes]) -> None:
    once, twice = pooled(parts), pooled([pooled(parts[:2]), pooled(parts[2:])])
    assert red_of(once) == pytest.approx(red_of(twice), abs=0.02)
