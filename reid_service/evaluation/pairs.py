"""Pairwise precision, recall and F1 of a clustering of tracked objects.

Every two tracked objects that got one identity are a claimed pair; every two that truly are one
person are a true pair. The measure is the precision, recall and F1 of the claim (Manning,
Raghavan, Schuetze, "Introduction to Information Retrieval", 2008, section 16.3; in entity
resolution: Menestrina, Whang, Garcia-Molina, "Evaluating entity resolution results", 2010).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True, slots=True)
class PairScores:
    """Counts of pairs, and the ratios of them, each in [0, 1]."""

    true_positives: int
    claimed: int
    true: int

    @property
    def precision(self) -> float:
        """Share of the claimed pairs that are true; 1 when nothing was claimed."""
        return self.true_positives / self.claimed if self.claimed else 1.0

    @property
    def recall(self) -> float:
        """Share of the true pairs that were claimed; 1 when there was nothing to find."""
        return self.true_positives / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """2 TP / (claimed + true): the harmonic mean of precision and recall."""
        both = self.claimed + self.true
        return 2 * self.true_positives / both if both else 1.0


def pair_scores(
    truth: Mapping[str, Hashable],
    found: Mapping[str, Hashable],
) -> PairScores:
    """Compare identities `found` for tracked objects with the people they truly are.

    A tracked object of `truth` that is not in `found` is in no claimed pair, which costs recall.
    One that is only in `found` cannot be judged and is left out. With n_ij tracked objects of
    person i in identity j, TP = sum C(n_ij, 2), claimed = sum_j C(sum_i n_ij, 2) and
    true = sum_i C(n_i, 2): time and memory grow with tracked objects, not with pairs.

    >>> scores = pair_scores({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"})
    >>> round(scores.precision, 3), scores.recall, scores.f1
    (0.333, 1.0, 0.5)
    """
    judged = {item: identity for item, identity in found.items() if item in truth}
    return PairScores(
        true_positives=_pairs((truth[item], identity) for item, identity in judged.items()),
        claimed=_pairs(judged.values()),
        true=_pairs(truth.values()),
    )


def _pairs(labels: Iterable[Hashable]) -> int:
    return sum(comb(size, 2) for size in Counter(labels).values())
