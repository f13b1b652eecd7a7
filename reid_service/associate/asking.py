"""Questions that only a person can settle: which are worth asking, and which go together."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reid_service.associate.chain import Chain
from reid_service.associate.engine import Engine
from reid_service.associate.evidence import Evidence
from reid_service.associate.policy import probability
from reid_service.domain.tracklet import POINT_NAMESPACE

DAY_S: Final = 86400.0

_MOST_TOGETHER: Final = 8
"""People whom somebody can look at together, and say which of them are one."""


@dataclass(frozen=True, slots=True)
class Question:
    """Two identities that may be one person; `sizes` are how many sightings each has."""

    identity_ids: tuple[str, str]
    probability: float
    sizes: tuple[int, int]
    evidence: Evidence

    @property
    def id(self) -> str:
        """The same for the same two, in whatever order."""
        first, second = sorted(self.identity_ids)
        return str(uuid.uuid5(POINT_NAMESPACE, f"question/{first}/{second}"))

    @property
    def sightings(self) -> int:
        """Sightings that the answer places at least."""
        return min(self.sizes)

    @property
    def worth(self) -> float:
        """Pairs of sightings that the answer is expected to join.

        Two large identities that are likely one cost most recall, and few questions are answered.
        """
        return self.probability * self.sizes[0] * self.sizes[1]


def worthwhile(questions: Iterable[Question]) -> list[Question]:
    """In the order in which they are worth asking."""
    return sorted(questions, key=lambda each: (-each.worth, each.id))


def group_of(question: Question, others: Sequence[Question]) -> list[str]:
    """Identities that hang together with the two by open questions, the likeliest first.

    At most eight, the two included: as many as can be looked at together.
    """
    group = dict.fromkeys(question.identity_ids)
    likeliest = sorted(others, key=lambda each: (-each.probability, each.id))
    while len(group) < _MOST_TOGETHER:
        touching = (each for each in likeliest if len(group.keys() & set(each.identity_ids)) == 1)
        nearest = next(touching, None)
        if nearest is None:
            break
        group.update(dict.fromkeys(nearest.identity_ids))
    return list(group)


def across_days(engine: Engine, earlier: Iterable[Chain]) -> list[Question]:
    """Who of today may be somebody of `earlier` days, whom the engine does not hold any more.

    Clothes are those of a day: this is asked, never decided. Each of today is asked about with
    the likeliest of earlier days alone.
    """
    found: dict[str, list[tuple[Chain, Chain, Evidence]]] = {}
    for past in earlier:
        mean = past.total / np.float32(len(past))
        for chain in engine.alike(mean, past.last_seen_s):
            ids = (chain.identity_id, past.identity_id)
            if frozenset(ids) in engine.distinct or engine.names.keys() >= set(ids):
                continue
            evidence = engine.weigher.chains(chain, past)
            if evidence is not None:
                found.setdefault(chain.identity_id, []).append((chain, past, evidence))
    questions = []
    for weighed in found.values():
        chain, past, best = max(weighed, key=lambda each: (each[2].total, each[1].identity_id))
        rivals = [each.total for _, _, each in weighed if each is not best]
        odds = probability(best.total, rivals)
        if engine.policy.asks(odds):
            ids = (past.identity_id, chain.identity_id)
            questions.append(Question(ids, odds, (len(past), len(chain)), best))
    return questions
