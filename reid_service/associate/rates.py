"""How often each band would have been wrong, told from what people answered."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reid_service.associate.policy import Policy

ENOUGH: Final = 10
"""Answers below which a share says nothing: even 0 of 9 may be one in four."""

_Z: Final = 1.959964
"""Normal quantile of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Answered:
    """How likely two seemed to be one, in [0, 1], and what a person said of it.

    `is_merge` of two identities, else of a sighting and an identity.
    """

    probability: float
    is_one: bool
    is_merge: bool


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`; where the true share lies with 95 % confidence, in [0, 1].

    Wilson (1927), "Probable inference, the law of succession, and statistical inference".

    >>> share = Share(1, 20)
    >>> round(share.low, 3), round(share.high, 3)
    (0.009, 0.236)
    """

    count: int
    of: int

    @property
    def is_enough(self) -> bool:
        """Whether it says anything."""
        return self.of >= ENOUGH

    @property
    def low(self) -> float:
        """Lower end of the interval; 0 of nothing."""
        return self._ends()[0]

    @property
    def high(self) -> float:
        """Upper end of the interval; 1 of nothing."""
        return self._ends()[1]

    def _ends(self) -> tuple[float, float]:
        if self.of == 0:
            return 0.0, 1.0
        n, share = float(self.of), self.count / self.of
        scale = 1.0 + _Z * _Z / n
        middle = (share + _Z * _Z / (2.0 * n)) / scale
        half = _Z * math.sqrt(share * (1.0 - share) / n + _Z * _Z / (4.0 * n * n)) / scale
        return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Rates:
    """`wrong` of the links that a band would have made, `missed` of those that were right."""

    wrong: Share
    missed: Share


def rates_of(answers: Iterable[Answered], policy: Policy) -> Rates:
    """What a policy would have done with each pair that somebody answered."""
    linked = {True: 0, False: 0}
    every = {True: 0, False: 0}
    for each in answers:
        accepts = (
            policy.merges(each.probability)
            if each.is_merge
            else policy.accepts(each.probability, firm=True)
        )
        linked[each.is_one] += accepts
        every[each.is_one] += 1
    return Rates(
        wrong=Share(linked[False], linked[True] + linked[False]),
        missed=Share(every[True] - linked[True], every[True]),
    )
