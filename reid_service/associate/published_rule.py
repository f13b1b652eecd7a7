"""The published global-gallery rule: nearest identity by cosine, two thresholds.

The rule as it is known from multi-camera trackers with a global gallery: every identity has
one vector, an exponential moving average (0.9 old, 0.1 new) of what was assigned to it; a new
observation takes the nearest identity if it is similar enough, else it founds one. Added here:
tracklets that were in sight of one camera together are different people, so they are assigned
together, each identity at most once (Hungarian method, `scipy.optimize`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from reid_service.associate.associator import Assignment, Candidate, Query
from reid_service.domain.identity import Outcome

_IMPOSSIBLE = 1e6


class PublishedRule:
    """Baseline associator.

    At or above `same` (cosine) a tracklet is the nearest identity; below `new` it is nobody
    known; between them it stays apart, and the question is put to people.
    """

    def __init__(self, *, same: float, new: float) -> None:
        if new > same:
            msg = f"the threshold for new people ({new}) is above that for known ones ({same})"
            raise ValueError(msg)
        self._same = same
        self._new = new

    def assign(self, queries: Sequence[Query]) -> list[Assignment]:
        """One assignment a query, in their order; no identity is given twice."""
        if not queries:
            return []
        identities = sorted({each.identity_id for q in queries for each in q.candidates})
        column = {identity: index for index, identity in enumerate(identities)}
        # One column an identity, and one of its own for every query: founding a new identity
        # costs what a candidate at the threshold costs, so nobody below it is ever chosen.
        cost = np.full((len(queries), len(identities) + len(queries)), _IMPOSSIBLE)
        for row, query in enumerate(queries):
            cost[row, len(identities) + row] = 1.0 - self._same
            for each in query.candidates:
                if each.excluded is None and each.similarity >= self._same:
                    cost[row, column[each.identity_id]] = 1.0 - each.similarity
        rows, columns = linear_sum_assignment(cost)
        chosen = dict(zip(rows.tolist(), columns.tolist(), strict=True))
        taken = {identities[c] for c in chosen.values() if c < len(identities)}
        return [
            self._conclude(
                query, identities[chosen[row]] if chosen[row] < len(identities) else None, taken
            )
            for row, query in enumerate(queries)
        ]

    def _conclude(self, query: Query, identity: str | None, taken: set[str]) -> Assignment:
        ranked = sorted(query.candidates, key=lambda each: (-each.similarity, each.identity_id))
        if identity is not None:
            match = next(each for each in ranked if each.identity_id == identity)
            return self._assignment(query, Outcome.ACCEPT, match, ranked)
        possible = [e for e in ranked if e.excluded is None and e.identity_id not in taken]
        if possible and possible[0].similarity >= self._new:
            return self._assignment(query, Outcome.ASK, possible[0], ranked)
        return self._assignment(query, Outcome.NEW, possible[0] if possible else None, ranked)

    def _assignment(
        self, query: Query, outcome: Outcome, best: Candidate | None, ranked: list[Candidate]
    ) -> Assignment:
        explanation: dict[str, Any] = {
            "rule": "published",
            "same": self._same,
            "new": self._new,
            "candidates": [
                {
                    "identity_id": each.identity_id,
                    "similarity": round(each.similarity, 4),
                    **({"excluded": each.excluded} if each.excluded else {}),
                }
                for each in ranked[:5]
            ],
        }
        if outcome is Outcome.ASK and best is not None:
            explanation["asks"] = best.identity_id
        return Assignment(
            tracklet_id=query.tracklet.id,
            outcome=outcome,
            identity_id=best.identity_id if best and outcome is Outcome.ACCEPT else None,
            similarity=best.similarity if best else None,
            explanation=explanation,
        )
