"""Accept, ask or new: what a log-likelihood ratio leads to.

Bands are defined by the share of accepted links that may be wrong. Evidence is bounded and its
priors are cautious: on the recordings more decisions were right than the ratio alone says. `OFFSET`
makes up for a part of that. It was set with an earlier form of the evidence: at 2 two people became
one on one of the three recordings, at 1 on none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OFFSET: Final = 1.0
"""Added to a ratio for the log-odds of being right."""


class Band(StrEnum):
    """How daring links are made."""

    CAREFUL = "careful"
    BALANCED = "balanced"
    EAGER = "eager"


@dataclass(frozen=True, slots=True)
class Policy:
    """Shares of wrong links that are borne, each in (0, 1), and when to ask.

    `provisional_rate` holds while a tracklet is open, for that is looked at again; `rate` when
    it has ended; `merge_rate` where two identities become one, for more hangs on that.
    Between `ask_from` and what is accepted a person is asked, `questions_a_day` at most: the
    more daring, the less is left to ask.
    """

    rate: float
    provisional_rate: float
    merge_rate: float
    ask_from: float = 0.3
    questions_a_day: int = 3

    def accepts(self, probability: float, *, firm: bool) -> bool:
        """Whether a tracklet is linked at this probability of being right."""
        return probability >= 1.0 - (self.rate if firm else self.provisional_rate)

    def merges(self, probability: float) -> bool:
        """Whether two identities become one."""
        return probability >= 1.0 - self.merge_rate

    def asks(self, probability: float) -> bool:
        """Whether an answer is worth asking for, of what was not accepted."""
        return probability >= self.ask_from


POLICIES: Final = {
    Band.CAREFUL: Policy(rate=0.01, provisional_rate=0.05, merge_rate=0.0025),
    Band.BALANCED: Policy(rate=0.03, provisional_rate=0.10, merge_rate=0.0075, questions_a_day=2),
    Band.EAGER: Policy(rate=0.08, provisional_rate=0.20, merge_rate=0.02, questions_a_day=1),
}


def probability(ratio: float, others: Sequence[float] = ()) -> float:
    """Probability that a candidate is right, beside nobody known and the other candidates.

    `ratio` and `others` are log-likelihood ratios against nobody known.

    >>> round(probability(3.6), 3), round(probability(3.6, [3.6]), 3)
    (0.99, 0.497)
    """
    return probabilities([ratio, *others])[0]


def probabilities(ratios: Sequence[float]) -> list[float]:
    """Of each of the candidates, beside nobody known and one another; see `probability`."""
    top = max([-OFFSET, *ratios])
    weights = [math.exp(each - top) for each in ratios]
    total = math.fsum([math.exp(-OFFSET - top), *weights])
    return [each / total for each in weights]
