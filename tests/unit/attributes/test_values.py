"""Attributes as values: stored, sent, searched."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.attributes.colours import COLOURS, Colour
from reid_service.attributes.values import (
    ANY_CLOTHES,
    UNKNOWN,
    AttributeFilter,
    Attributes,
    Garment,
    Tone,
)
from reid_service.errors import InvalidRequest

SHARE = st.floats(0.0, 1.0)
GARMENTS = st.builds(
    Garment,
    st.dictionaries(st.sampled_from(COLOURS), SHARE, min_size=1),
    SHARE,
    SHARE,
    st.floats(0.0, 100.0),
)
RED = Garment({Colour.RED: 0.7, Colour.BROWN: 0.3}, dark=0.2, light=0.0, weight=1.0)
NAVY = Garment({Colour.BLACK: 0.5, Colour.BLUE: 0.4}, dark=0.9, light=0.0, weight=1.0)
PALE = Garment({Colour.WHITE: 0.4, Colour.GREY: 0.4}, dark=0.0, light=0.9, weight=1.0)


@given(st.builds(Attributes, st.none() | GARMENTS, st.none() | GARMENTS))
def test_what_is_stored_comes_back(attributes: Attributes) -> None:
    assert Attributes.from_json(json.loads(json.dumps(attributes.to_json()))) == attributes


@pytest.mark.parametrize("colours", [{}, {"mauve": 0.5}])
def test_what_is_no_garment_is_refused(colours: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"colour|mauve"):
        Garment.from_json({"colours": colours, "dark": 0.0, "light": 0.0, "weight": 1.0})


@pytest.mark.parametrize(("garment", "tone"), [(RED, None), (NAVY, Tone.DARK), (PALE, Tone.LIGHT)])
def test_the_tone_is_what_most_of_it_is(garment: Garment, tone: Tone | None) -> None:
    assert garment.tone is tone


@pytest.mark.parametrize(
    ("upper", "lower", "found"),
    [
        (None, None, True),
        ("red", None, True),
        ("RED", "black", True),
        ("red", "blue", True),  # a second name that is nearly as likely
        ("brown", None, True),
        ("green", None, False),
        (None, "dark", True),
        ("dark", None, False),
        ("red", "light", False),
    ],
)
def test_a_search_finds_what_is_worn(upper: str | None, lower: str | None, found: bool) -> None:
    wanted = AttributeFilter.parsed(upper, lower)
    assert wanted.matches(Attributes(RED, NAVY)) is found


def test_what_is_not_known_is_found_by_no_wish() -> None:
    assert not AttributeFilter.parsed("red").matches(UNKNOWN)
    assert not AttributeFilter.parsed(None, "dark").matches(Attributes(upper=NAVY))
    assert ANY_CLOTHES.matches(UNKNOWN)


def test_a_word_that_is_no_colour_is_refused_with_those_that_are() -> None:
    with pytest.raises(InvalidRequest, match=r"no colour 'mauve'.*purple.*dark"):
        AttributeFilter.parsed("mauve")
