"""What evidence means, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.api.weighing import weighed
from reid_service.associate.evidence import Evidence
from reid_service.associate.policy import probability
from reid_service.associate.transit import Passage

RATIOS = st.floats(-30.0, 30.0)


def _words(appearance: float, time_place: float = 0.0, face: float = 0.0) -> dict[str, str]:
    terms = weighed(Evidence(appearance, time_place, face, likeness=0.5))
    return {each.name: each.words for each in terms}


def test_each_term_says_whom_it_speaks_for() -> None:
    assert _words(2.303, -0.5, 8.0) == {
        "appearance": "Looks make one person 10 times more likely.",
        "time_place": "Time and place make two people 1.6 times more likely.",
        "sides": "Sides of the picture say nothing.",
        "face": "Faces and names make one person 2,981 times more likely.",
        "probability": "Together: one person with a probability of 100.0 %.",
    }


@pytest.mark.parametrize("ratio", [0.0, 0.09, -0.09])
def test_next_to_nothing_is_nothing(ratio: float) -> None:
    assert _words(ratio)["appearance"] == "Looks say nothing."


def test_the_probability_is_that_of_the_policy() -> None:
    # Evidence is cautious: where it says nothing, most links were right.
    assert _words(0.0)["probability"] == "Together: one person with a probability of 73.1 %."
    assert _words(-1.0)["probability"] == "Together: one person with a probability of 50.0 %."


@pytest.mark.parametrize(
    ("sides", "says", "words"),
    [
        (
            ("right", "left"),
            (0.9, -0.5),
            "Sides of the picture make one person 4 times more likely: left gate at the right, as "
            "those who go on to yard; came into yard at the left, unlike those who come from gate.",
        ),
        (
            ("right", "left"),
            (0.05, 0.5),
            "Sides of the picture make one person 4 times more likely: came into yard at the left, "
            "as those who come from gate.",
        ),
        ((None, None), (0.0, 0.0), "Sides of the picture make one person 4 times more likely."),
    ],
)
def test_sides_are_told_with_the_walk_that_they_are_of(
    sides: tuple[str | None, str | None], says: tuple[float, float], words: str
) -> None:
    passage = Passage(("frigate/gate", "frigate/yard"), sides, says)
    evidence = Evidence(0.0, 0.0, 0.0, 0.5, sides=1.4, passage=passage)
    assert {each.name: each.words for each in weighed(evidence)}["sides"] == words


@given(appearance=RATIOS, time_place=RATIOS, face=RATIOS)
def test_the_terms_are_those_of_the_evidence_and_the_odds_follow_their_sum(
    appearance: float, time_place: float, face: float
) -> None:
    terms = {e.name: e.value for e in weighed(Evidence(appearance, time_place, face, 0.0))}
    odds = terms.pop("probability")
    assert terms == {
        "appearance": appearance,
        "time_place": time_place,
        "sides": 0.0,
        "face": face,
    }
    assert isinstance(odds, float)
    assert 0.0 <= odds <= 1.0
    assert odds == pytest.approx(probability(appearance + time_place + face))
