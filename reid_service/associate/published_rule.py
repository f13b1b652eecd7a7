"""The published global-gallery rule: nearest identity by cosine, two thresholds.

The rule as it is known from multi-camera trackers with a global gallery: every identity has
one vector, an exponential moving average (0.9 old, 0.1 new) of what was assigned to it; a new
observation takes the nearest identity if it is similar enough, else it founds one. Added here:
tracklets that were in sight of one camera together are different people, so they are assigned
together, each identity at most once (Hungarian method, `scipy.optimize`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from reid_service.associate.associator import Assignment, Candidate, Query
from reid_service.domain.identity import Outcome
from reid_service.embed.embedder import Calibration

_IMPOSSIBLE = 1e6


class PublishedRule:
    """Baseline associator.

    At or above `same` (cosine) a tracklet is the nearest identity; below `new` it is nobody
    known; between them it stays apart, and the question is put to people. `thresholds` gives
    both for a warmth in [0, 1).
    """

    def __init__(self, thresholds: Callable[[float], Calibration]) -> None:
        self._thresholds = thresholds

    def assign(self, queries: Sequence[Query], *, warmth: float) -> list[Assignment]:
        """One assignment a query, in their order; no identity is given twice."""
        if not queries:
            return []
        limits = self._thresholds(warmth)
        identities = sorted({each.identity_id for q in queries for each in q.candidates})
        column = {identity: index for index, identity in enumerate(identities)}
        # One column an identity, and one of its own for every query: founding a new identity
        # costs what a candidate at the threshold costs, so nobody below it is ever chosen.
        cost = np.full((len(queries), len(identities) + len(queries)), _IMPOSSIBLE)
        for row, query in enumerate(queries):
            cost[row, len(identities) + row] = 1.0 - limits.same
            for each in query.candidates:
                if each.excluded is None and each.similarity >= limits.same:
                    cost[row, column[each.identity_id]] = 1.0 - each.similarity
        rows, columns = linear_sum_assignment(cost)
        chosen = dict(zip(rows.tolist(), columns.tolist(), strict=True))
        taken = {identities[c] for c in chosen.values() if c < len(identities)}
        return [
            _conclude(
                query,
                identities[chosen[row]] if chosen[row] < len(identities) else None,
                taken,
                limits,
            )
            for row, query in enumerate(queries)
        ]


def _conclude(
    query: Query, identity: str | None, taken: set[str], limits: Calibration
) -> Assignment:
    ranked = sorted(query.candidates, key=lambda each: (-each.similarity, each.identity_id))
    possible = [e for e in ranked if e.excluded is None and e.identity_id not in taken]
    outcome, best = Outcome.NEW, possible[0] if possible else None
    if identity is not None:
        outcome = Outcome.ACCEPT
        best = next(each for each in ranked if each.identity_id == identity)
    elif best is not None and best.similarity >= limits.new:
        outcome = Outcome.ASK
    return Assignment(
        tracklet_id=query.tracklet.id,
        outcome=outcome,
        identity_id=identity,
        similarity=best.similarity if best else None,
        explanation=_explanation(ranked, limits, best if outcome is Outcome.ASK else None),
    )


def _explanation(
    ranked: Sequence[Candidate], limits: Calibration, asked: Candidate | None
) -> dict[str, Any]:
    return {
        "rule": "published",
        "same": round(limits.same, 4),
        "new": round(limits.new, 4),
        "candidates": [
            {
                "identity_id": each.identity_id,
                "similarity": round(each.similarity, 4),
                **({"excluded": each.excluded} if each.excluded else {}),
            }
            for each in ranked[:5]
        ],
        **({"asks": asked.identity_id} if asked else {}),
    }
