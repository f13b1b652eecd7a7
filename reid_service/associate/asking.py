"""Questions that only a person can settle: which are worth asking, and which go together."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reid_service.associate.evidence import Evidence
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
