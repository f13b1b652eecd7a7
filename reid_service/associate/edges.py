"""Edges of the camera graph: what was learned of them, and what people say of them.

Places are cameras, unique across Frigate instances. An edge is directed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class EdgeRules:
    """What people say of ways. An overlap has to be there in both directions."""

    rules: Mapping[Way, EdgeRule] = field(default_factory=dict)

    def forbids(self, here: str, there: str) -> bool:
        """Whether nobody gets there without being seen elsewhere."""
        return self.rules.get((here, there)) is EdgeRule.FORBIDDEN

    def overlap(self, here: str, there: str) -> bool:
        """Whether both see the same place."""
        return self.rules.get((here, there)) is EdgeRule.OVERLAP

    def least_share(self, here: str, there: str) -> float:
        """Share of those who were at `here` that walks on to `there` at least.

        All ways that people named share in 0.3, so that they stay plausible however many were
        seen to take others.
        """
        if self.rules.get((here, there)) in (None, EdgeRule.FORBIDDEN):
            return 0.0
        named = [
            rule
            for (start, _), rule in self.rules.items()
            if start == here and rule is not EdgeRule.FORBIDDEN
        ]
        return _FORCED_SHARE / len(named)


def percentiles_s(log_s: float, spread: float) -> tuple[float, float, float]:
    """The 5th, 50th and 95th percentile of a log-normal time in seconds."""
    factor = math.exp(_ONE_IN_TWENTY * spread)
    middle_s = math.exp(log_s)
    return middle_s / factor, middle_s, middle_s * factor
