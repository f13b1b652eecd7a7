"""Fits the curve of a model to a site: a little, and only as far as the site has shown.

Logistic regression of one person against two, with the shipped curve as prior (maximum a
posteriori). Only the cosine that says nothing is fitted, not the slope: how fast certainty grows
belongs to the model. What is known for sure teaches it: two in sight of one camera at once are two
people, the answers of people are right, and a walk to the next camera that time and place alone
all but prove is one person.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from reid_service.associate.appearance import Curve, features, likeness
from reid_service.associate.chain import Chain, Member
from reid_service.associate.comparing import compared
from reid_service.associate.transit import Transit

_PAIRS: Final = 100.0
"""So many pairs of each kind count at most."""

_PRIOR: Final = 0.03
"""How far the shipped zero may be off (standard deviation, cosine)."""

_PRECISION: Final = 1e-9
_ANSWER: Final = 5.0
"""Pairs that an answer counts for: it is about two whole identities, and about a hard case."""

_MOST_UP, _MOST_DOWN = 0.06, 0.02
"""A wrong merge is worse than a missed one: the zero falls less readily than it rises."""

_ALL_BUT_PROVEN: Final = 4.0
_NEWEST: Final = 400


@dataclass(frozen=True, slots=True)
class Observation:
    """Two looks of which is known whether they are one person, see `appearance_ratio`."""

    alike: float
    pairs: int
    same_camera: float
    is_one: bool
    groups: bool = False
    weight: float = 1.0

    def to_json(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "alike": self.alike,
            "pairs": self.pairs,
            "same_camera": self.same_camera,
            "is_one": self.is_one,
            "groups": self.groups,
        }

    @classmethod
    def from_answer(cls, stored: dict[str, Any]) -> Observation:
        """An answer of a person, from what `to_json` made of it."""
        return cls(**stored, weight=_ANSWER)

    @classmethod
    def of_answer(cls, first: Chain, second: Chain, *, is_one: bool) -> Observation:
        """What a person says of two whole identities."""
        mean, best, same_camera = compared(first, second)
        return cls(
            likeness(mean, best),
            len(first) * len(second),
            same_camera,
            is_one,
            groups=min(len(first), len(second)) > 1,
            weight=_ANSWER,
        )


def observations(chains: Iterable[Chain], transit: Transit) -> list[Observation]:
    """What the chains of the day teach without anybody being asked."""
    held = list(chains)
    everybody = (m for chain in held for m in chain.members)
    members = heapq.nlargest(_NEWEST, everybody, key=lambda each: each.order)[::-1]
    found = [_pair(one, other, is_one=False) for one, other in _beside_each_other(members)]
    links = (
        (before, after)
        for chain in held
        for before, after in itertools.pairwise(chain.members)
        if before.place != after.place
    )
    found += [
        _pair(before, after, is_one=True)
        for before, after in heapq.nlargest(_NEWEST, links, key=lambda link: link[1].order)[::-1]
        if transit.ratio(before, after, None) >= _ALL_BUT_PROVEN
    ]
    return found


def refined(curve: Curve, seen: Sequence[Observation]) -> Curve:
    """`curve` moved towards what was seen; without anything seen it stays.

    The zero moves by 0.06 upwards and 0.02 downwards at most.
    """
    if not seen:
        return curve
    inputs = np.array(
        [features(curve, e.alike, e.pairs, e.same_camera, groups=e.groups) for e in seen]
    )
    signs = np.array([1.0 if each.is_one else -1.0 for each in seen])
    weights = np.array([each.weight for each in seen])
    for kind in (-1.0, 1.0):
        # Neither kind may outvote the other by being seen more often.
        weights[signs == kind] *= min(1.0, _PAIRS / max(1.0, weights[signs == kind].sum()))

    def slope_of_loss(shift: float) -> float:
        """Of the mean of the negative log-likelihoods and of the prior, both convex."""
        ratios = inputs @ np.array([curve.slope, curve.slope * (curve.zero + shift)])
        wrong = 0.5 - 0.5 * np.tanh(0.5 * signs * ratios)
        return float(-(weights * signs * wrong) @ inputs[:, 1]) * curve.slope + shift / _PRIOR**2

    low, high = -_MOST_DOWN, _MOST_UP
    while high - low > _PRECISION:
        middle = 0.5 * (low + high)
        low, high = (low, middle) if slope_of_loss(middle) > 0.0 else (middle, high)
    return replace(curve, zero=curve.zero + 0.5 * (low + high))


def _pair(one: Member, other: Member, *, is_one: bool) -> Observation:
    cosine = float(one.vector @ other.vector)
    return Observation(cosine, 1, float(one.place == other.place), is_one)


def _beside_each_other(members: Sequence[Member]) -> Iterable[tuple[Member, Member]]:
    """Pairs in sight of one camera at once; `members` in order of time."""
    in_sight: dict[str, list[Member]] = {}
    for member in members:
        here = [each for each in in_sight.get(member.place, []) if each.excludes(member)]
        for each in here:
            yield each, member
        in_sight[member.place] = [*here, member]
