"""Learns how people move at a site, also from links that nobody is sure of yet.

Before identities are known the gaps between departures and arrivals already show which cameras
are joined and how long the way takes (Makris, Ellis and Black 2004). Expectation maximisation:
every arrival is shared out among those who left shortly before, and somebody unseen before, in
proportion to what time, place and looks say; the shares are what is counted next time. Links
that were decided count in full.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reid_service.associate.appearance import Curve, Floats, appearance_ratios
from reid_service.associate.chain import Chain, Member
from reid_service.associate.edges import EdgeRules
from reid_service.associate.movements import VISIT_GAP_S, Movements
from reid_service.associate.transit import Transit
from reid_service.associate.walks import Walks

_ROUNDS: Final = 3
_NEWEST: Final = 600
"""Members that are looked at: enough to know a site by, few enough to do it often."""

_OVERLAP_S: Final = 10.0
_LEAST_SHARE: Final = 0.02
_MOST_RATIO: Final = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class _Arrival:
    """A member that follows nobody for sure, and who may have come that way.

    `cosines` (L,) are those of its looks and theirs.
    """

    member: Member
    leavers: tuple[Member, ...]
    cosines: NDArray[np.float32]
    returns: bool


def learned_movements(
    chains: Sequence[Chain],
    past: Movements,
    curve: Curve,
    walks_s: Mapping[tuple[str, str], float],
    *,
    from_s: float,
    until_s: float,
    rules: EdgeRules | None = None,
) -> Movements:
    """`past` and what the chains did between two moments (epoch seconds, second excluded)."""
    sure = past.faded(1.0)
    sure.watch(chains, from_s=from_s, until_s=until_s)
    arrivals = _open_arrivals(chains, from_s, until_s)
    if not arrivals:
        return sure
    transit = Transit(sure, walks_s, rules)
    pairs = [(each, arrival.member) for arrival in arrivals for each in arrival.leavers]
    walks, looks = Walks(pairs), _looks(arrivals, curve)
    counts = np.array([len(each.leavers) for each in arrivals])
    ends = np.cumsum(counts)
    for _ in range(_ROUNDS):
        expected = sure.faded(1.0)
        rates = looks * walks.rates(transit)
        unseen = [transit.sided_new_rate(each.member) for each in arrivals]
        totals = np.add.reduceat(rates, ends - counts) + unseen
        shares = rates / np.repeat(totals, counts)
        likely = np.flatnonzero(shares >= _LEAST_SHARE)
        moves = list(zip(likely.tolist(), shares[likely].tolist(), strict=True))
        first = 0
        for arrival, last in zip(arrivals, np.searchsorted(likely, ends).tolist(), strict=True):
            for at, share in moves[first:last]:
                expected.add_move(*pairs[at], share)
            walked = math.fsum(share for _, share in moves[first:last])
            expected.take_arrival(arrival.member, walked, returns=arrival.returns)
            first = last
        transit = Transit(expected, walks_s, rules)
    return expected


def _open_arrivals(chains: Sequence[Chain], from_s: float, until_s: float) -> list[_Arrival]:
    """Arrivals whose way is open: first of their chain, or back after a while."""
    everybody = sorted((m for chain in chains for m in chain.members), key=lambda m: m.last_seen_s)
    ends = [each.last_seen_s for each in everybody]
    followed = {
        before.tracklet_id
        for chain in chains
        for before, after in zip(chain.members, chain.members[1:], strict=False)
        if after.start_s - before.last_seen_s <= VISIT_GAP_S
    }
    firsts = []
    for chain in chains:
        before: Member | None = None
        for member in chain.members:
            if before is None or member.start_s - before.last_seen_s > VISIT_GAP_S:
                firsts.append((member, before is not None))
            before = member
    firsts = [each for each in firsts if from_s <= each[0].start_s < until_s]
    firsts.sort(key=lambda each: each[0].order)
    found = []
    for member, returns in firsts[-_NEWEST:]:
        first = bisect_left(ends, member.start_s - VISIT_GAP_S)
        last = bisect_left(ends, member.start_s + _OVERLAP_S)
        leavers = tuple(
            each
            for each in everybody[first:last]
            if each.tracklet_id not in followed
            and each.place != member.place
            and each.start_s < member.start_s
        )
        if leavers:
            cosines = np.array([each.vector for each in leavers]) @ member.vector
            found.append(_Arrival(member, leavers, cosines, returns))
    return found


def _looks(arrivals: Sequence[_Arrival], curve: Curve) -> Floats:
    """Likelihood ratios of looks being of one person, for one pair after another (N,)."""
    cosines = np.concatenate([each.cosines for each in arrivals]).astype(np.float64)
    ones, none = np.ones(len(cosines), np.intp), np.zeros(len(cosines), np.bool_)
    ratios = appearance_ratios(curve, cosines, ones, 0.0, none)
    looks: Floats = np.exp(np.clip(ratios, -_MOST_RATIO, _MOST_RATIO))
    return looks
