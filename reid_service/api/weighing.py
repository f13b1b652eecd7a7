"""The terms of a link in numbers and in words."""

from __future__ import annotations

import math

from reid_service.api.schemas import Term
from reid_service.associate.evidence import Evidence
from reid_service.associate.policy import probability

_SAYS_NOTHING = 0.1


def weighed(evidence: Evidence) -> list[Term]:
    """Each term as a log-likelihood ratio (natural logarithm), their sum, and what it means."""
    odds = probability(evidence.total)
    return [
        Term(
            name="appearance",
            value=evidence.appearance,
            words=f"Looks {_says(evidence.appearance)}.",
        ),
        Term(
            name="time_place",
            value=evidence.time_place,
            words=f"Time and place {_says(evidence.time_place)}.",
        ),
        Term(name="sides", value=evidence.sides, words=_sides(evidence)),
        Term(name="face", value=evidence.face, words=f"Faces and names {_says(evidence.face)}."),
        Term(
            name="probability",
            value=odds,
            words=f"Together: one person with a probability of {_percent(odds)}.",
        ),
    ]


def _sides(evidence: Evidence) -> str:
    """Where in the pictures somebody left and came, and who else does."""
    words = f"Sides of the picture {_says(evidence.sides)}"
    passage = evidence.passage
    if passage is None or abs(evidence.sides) < _SAYS_NOTHING:
        return f"{words}."
    here, there = (place.split("/", 1)[-1] for place in passage.way)
    left, came = passage.sides
    told = [
        f"{verb} {place} at the {side}, {'as' if ratio > 0.0 else 'unlike'} {others}"
        for verb, place, side, ratio, others in (
            ("left", here, left, passage.says[0], f"those who go on to {there}"),
            ("came into", there, came, passage.says[1], f"those who come from {here}"),
        )
        if side is not None and abs(ratio) >= _SAYS_NOTHING
    ]
    return f"{words}: {'; '.join(told)}." if told else f"{words}."


def _says(ratio: float) -> str:
    """A log-likelihood ratio as people would say it.

    >>> _says(2.31), _says(-2.31), _says(0.0)
    ('make one person 10 times more likely', 'make two people 10 times more likely', 'say nothing')
    """
    if abs(ratio) < _SAYS_NOTHING:
        return "say nothing"
    times = math.exp(min(abs(ratio), 30.0))
    who = "one person" if ratio > 0.0 else "two people"
    shown = f"{times:.1f}" if times < 2.0 else f"{times:,.0f}"
    return f"make {who} {shown} times more likely"


def _percent(share: float) -> str:
    return f"{100.0 * share:.1f} %"
