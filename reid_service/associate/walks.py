"""Many walks at once: the rates of `Transit.sided_link_rate` for thousands of pairs.

Learning weighs all pairs again in every round, and only what is believed of the ways has changed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np

from reid_service.associate.appearance import Floats
from reid_service.associate.chain import Member
from reid_service.associate.movements import VISIT_GAP_S
from reid_service.associate.transit import (
    LEAST_OVERLAP_S,
    TAIL,
    TAIL_LOG_S,
    TAIL_SPREAD,
    Transit,
)

_Kind: TypeAlias = tuple[str, str, str | None, str | None]
"""From where to where, by which sides of the pictures."""


class Walks:
    """Pairs of members (N): the first may have walked on to be the second."""

    def __init__(self, pairs: Iterable[tuple[Member, Member]]) -> None:
        self._examples: list[tuple[Member, Member]] = []
        known: dict[_Kind, int] = {}
        kinds, gaps_s, in_sight_s = [], [], []
        for before, after in pairs:
            kind = (before.place, after.place, before.leaves, after.enters)
            if kind not in known:
                known[kind] = len(known)
                self._examples.append((before, after))
            kinds.append(known[kind])
            gaps_s.append(after.start_s - before.last_seen_s)
            in_sight_s.append(before.last_seen_s - before.start_s)
        self._kinds = np.array(kinds, np.intp)
        self._overlaps_s = np.maximum(LEAST_OVERLAP_S, in_sight_s)
        self._is_gap, self._is_visit = np.greater(gaps_s, 0.0), np.less_equal(gaps_s, VISIT_GAP_S)
        self._gaps_s = np.where(self._is_gap, gaps_s, 1.0)
        self._logs = np.log(self._gaps_s)
        self._tails = TAIL * self._log_normal(TAIL_LOG_S, TAIL_SPREAD)
        self._have_left = 1.0 - np.exp(-self._gaps_s / VISIT_GAP_S)

    def rates(self, transit: Transit) -> Floats:
        """Densities per second (N,), as `Transit.sided_link_rate` gives them one by one."""
        walks = [transit.walk(*each) for each in self._examples]
        shares, logs, spreads, both, returning, sides, came = np.array(
            [
                (
                    each.way.share,
                    each.way.log_s,
                    each.way.spread,
                    0.0 if before.place == after.place else each.way.both,
                    each.way.returning,
                    each.sides,
                    each.came,
                )
                for each, (before, after) in zip(walks, self._examples, strict=True)
            ]
        ).T[:, self._kinds]
        walk = shares * ((1.0 - TAIL) * self._log_normal(logs, spreads) + self._tails)
        on = np.where(walk > 0.0, walk * sides + returning * self._have_left * came, 0.0)
        rates: Floats = np.where(self._is_gap, on, both / self._overlaps_s)
        forbidden = np.array([each.is_forbidden for each in walks])[self._kinds]
        rates[forbidden & self._is_visit] = 0.0
        return rates

    def _log_normal(self, log_mean: Floats | float, spread: Floats | float) -> Floats:
        z = (self._logs - log_mean) / spread
        density: Floats = np.exp(-0.5 * z * z) / (self._gaps_s * spread * math.sqrt(2.0 * math.pi))
        return density
