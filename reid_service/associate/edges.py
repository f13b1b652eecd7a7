"""Edges of the camera graph: what was learned of them, and what people say of them.

Places are cameras, unique across Frigate instances. An edge is directed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from reid_service.domain.floorplan import EdgeRule

Way: TypeAlias = tuple[str, str]
"""From one place to another."""

_ONE_IN_TWENTY: Final = 1.645  # standard deviations
_FORCED_SHARE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Edge:
    """A way with how many took it (`count`) or were in sight of both ends (`overlaps`).

    `times_s` are the 5th, 50th and 95th percentile of the transit time in seconds; None while
    nobody was seen to take it.
    """

    way: Way
    count: float
    overlaps: float
    times_s: tuple[float, float, float] | None


class EdgeRules:
    """What people say of ways; does not change. An overlap has to be there in both directions.

    Nobody gets along a `forbidden` way without being seen elsewhere. Both ends of an `overlapping`
    one see the same place. `least_shares` is the share of those who were at its beginning that
    takes a way at least: all that people named share in 0.3, so that they stay plausible however
    many were seen to take others.
    """

    def __init__(self, rules: Mapping[Way, EdgeRule] | None = None) -> None:
        rules = rules or {}
        self.ways = frozenset(rules)
        self.forbidden = frozenset(w for w, rule in rules.items() if rule is EdgeRule.FORBIDDEN)
        self.overlapping = frozenset(w for w, rule in rules.items() if rule is EdgeRule.OVERLAP)
        named = self.ways - self.forbidden
        starts = Counter(here for here, _ in named)
        self.least_shares = {way: _FORCED_SHARE / starts[way[0]] for way in named}


def percentiles_s(log_s: float, spread: float) -> tuple[float, float, float]:
    """The 5th, 50th and 95th percentile of a log-normal time in seconds."""
    factor = math.exp(_ONE_IN_TWENTY * spread)
    middle_s = math.exp(log_s)
    return middle_s / factor, middle_s, middle_s * factor
