"""Time and place: how likely somebody who left one camera now appears on another.

Every camera has a rate of people who are new to the site. Somebody last seen on camera a is
expected on camera b with a density over the gap since: he walks on (learned share of moves
from a to b; log-normal transit times with a wide tail), is seen by both at once (overlapping
views), or has left and returns later. The ratio of that density to the rate of strangers says
what time and place speak for. Everything is learned from the chains of identities, on top of a
weak prior that needs no plan; walking times of a plan make that prior sharper.

The combination is that of multi-target tracking with births (Reid 1979), the learned
log-normal times that of a Normal-inverse-gamma posterior (Murphy 2007, section 3).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reid_service.associate.chain import Member
from reid_service.associate.edges import Edge, EdgeRules, percentiles_s
from reid_service.associate.movements import ELSEWHERE, VISIT_GAP_S, Movements
from reid_service.associate.sides import belief_in_sides, side_ratio

_HOUR_S: Final = 3600.0
_LEAST_DENSITY: Final = 1e-12
_MOST_RATIO: Final = 12.0
"""Time and place alone make nobody certain and nothing impossible."""

_MOST_SIDES: Final = 4.0
"""Sides of the picture are seen wrongly more often than time and place."""

_MOVE_PRIOR: Final = 3.0  # moves that the prior counts for
_RETURNS_AT_ONCE, _WALKS_ON = 0.05, 0.60  # the rest leave
_OFF_PLAN: Final = 0.05  # share of moves between cameras that the plan does not join

TAIL: Final = 0.1
"""Share of walks that take their time: log-normal around `TAIL_LOG_S` with `TAIL_SPREAD`."""
TAIL_LOG_S, TAIL_SPREAD = math.log(30.0), 1.3

_OVERLAP_PRIOR: Final = 0.05
_RULED_OVERLAP: Final = 0.5
LEAST_OVERLAP_S: Final = 5.0
_PRIOR_PEOPLE: Final = 2.0
_LEAST_RETURNS, _MOST_RETURNS = 0.5, 4.0
_NEW_PEOPLE, _NEW_HOURS = 2.0, 0.5
_LEAST_COUNT: Final = 0.5  # shares of people below that are nobody


@dataclass(frozen=True, slots=True)
class Gap:
    """What is believed of the transit times of a directed edge before any was seen.

    `log_s` and `spread` are of the log-normal, `seen` and `sure` say how many observations its
    place and its width count for.
    """

    log_s: float
    spread: float
    seen: float
    sure: float


_UNKNOWN = Gap(math.log(15.0), 0.8, seen=1.0, sure=3.0)
_PLANNED_SPREAD, _PLANNED_SEEN, _PLANNED_SURE = 0.45, 2.0, 5.0


@dataclass(frozen=True, slots=True)
class Way:
    """What is believed of one way: `share` walks it, at times of `log_s` and `spread`.

    `both` is the share that is in sight of both ends at once, `returning` the density per second
    of coming back to its end, once there was time to leave.
    """

    share: float
    log_s: float
    spread: float
    both: float
    returning: float


@dataclass(frozen=True, slots=True)
class Walk:
    """What is believed of those who take a way by certain sides of the two pictures.

    `sides` and `came` are likelihood ratios: of walking there, and of coming from elsewhere.
    """

    way: Way
    is_forbidden: bool
    sides: float
    came: float


@dataclass(frozen=True, slots=True)
class Passage:
    """Sides of a walk between two places: where the first was left, where the second entered.

    `says` are the log-likelihood ratios of the two sides against anybody on these cameras.
    """

    way: tuple[str, str]
    sides: tuple[str | None, str | None]
    says: tuple[float, float]

    @property
    def ratio(self) -> float:
        """What both say together."""
        return math.fsum(self.says)


class Transit:
    """The camera graph at one moment; it does not change, a new one is learned instead.

    So any thread may ask it: nothing is read in a way that would make an entry in what was seen.

    `walks_s` gives walking times in seconds of the plan's directed edges, by (from, to) place;
    `rules` are what people say of edges.
    """

    def __init__(
        self,
        movements: Movements,
        walks_s: Mapping[tuple[str, str], float] | None = None,
        rules: EdgeRules | None = None,
    ) -> None:
        self._movements = movements
        self._rules = rules or EdgeRules()
        self._walks_s = dict(walks_s or {})
        self._everywhere = sorted(movements.places | {each[0] for each in self._walks_s})
        self._places = max(1, len(self._everywhere))
        self._ways: dict[tuple[str, str], Way] = {}
        self._new_rates: dict[str, float] = {}
        leaving, arriving = movements.leaving, movements.arriving
        self._belief_in_sides = belief_in_sides(
            [
                *((seen, leaving.get(way[0], {})) for way, seen in movements.exits.items()),
                *((seen, arriving.get(way[1], {})) for way, seen in movements.entries.items()),
            ]
        )

    @property
    def tells_sides(self) -> bool:
        """Whether sides of the pictures say anything at this site."""
        return self._belief_in_sides > 0.0

    def ratio(self, before: Member | None, member: Member, after: Member | None) -> float:
        """Log-likelihood ratio of `member` between its neighbours against a person of its own.

        Bounded to +-12; 0 for somebody without neighbours.
        """
        return _bounded(self._between(before, member, after, sided=False), _MOST_RATIO)

    def sides(self, before: Member | None, member: Member, after: Member | None) -> float:
        """What the sides of the pictures add to `ratio`: where people left and appeared."""
        if not self._belief_in_sides:
            return 0.0
        plain = self._between(before, member, after, sided=False)
        sided = self._between(before, member, after, sided=True)
        return _bounded(sided - plain, _MOST_SIDES)

    def joining(self, members: Sequence[Member], of_first: set[str]) -> float:
        """Log-likelihood ratio of two chains being one; `members` of both in order of time.

        `of_first` are the tracklets of one of them. Links within a chain that stay are the same
        either way, so only where the joined chain passes from one to the other counts.
        """
        return self._joining(members, of_first, sided=False)

    def joining_sides(self, members: Sequence[Member], of_first: set[str]) -> float:
        """What the sides of the pictures add to `joining`."""
        if not self._belief_in_sides:
            return 0.0
        plain = self._joining(members, of_first, sided=False)
        return _bounded(self._joining(members, of_first, sided=True) - plain, _MOST_SIDES)

    def passage(self, before: Member, after: Member) -> Passage:
        """What the sides say of walking from `before` to `after`."""
        seen, way = self._movements, (before.place, after.place)
        left = came = 0.0
        if before.leaves is not None:
            left = self._side(before.leaves, seen.exits.get(way), seen.leaving, way[0])
        if after.enters is not None:
            came = self._side(after.enters, seen.entries.get(way), seen.arriving, way[1])
        return Passage(way, (before.leaves, after.enters), (left, came))

    def _between(
        self, before: Member | None, member: Member, after: Member | None, *, sided: bool
    ) -> float:
        alone = self._log_new(member, sided=sided)
        if before is not None and after is not None:
            joined = self._log(before, member, sided=sided) + self._log(member, after, sided=sided)
            return joined - self._log(before, after, sided=sided) - alone
        if before is not None:
            return self._log(before, member, sided=sided) - alone
        if after is not None:
            return self._log(member, after, sided=sided) - self._log_new(after, sided=sided)
        return 0.0

    def _joining(self, members: Sequence[Member], of_first: set[str], *, sided: bool) -> float:
        ratio = 0.0
        own: dict[bool, Member] = {}
        before: Member | None = None
        for member in members:
            side = member.tracklet_id in of_first
            if before is not None and (before.tracklet_id in of_first) != side:
                earlier = own.get(side)
                ratio += self._log(before, member, sided=sided)
                if earlier is None:
                    ratio -= self._log_new(member, sided=sided)
                else:
                    ratio -= self._log(earlier, member, sided=sided)
            own[side] = before = member
        return ratio

    def new_rate(self, place: str) -> float:
        """People a second who are new to the site and first seen at `place`."""
        known = self._new_rates.get(place)
        if known is None:
            seen = self._movements
            rate = (seen.people + _NEW_PEOPLE) / (seen.hours + _NEW_HOURS) / _HOUR_S
            share = (seen.starts.get(place, 0.0) + 1.0) / (seen.people + self._places)
            known = self._new_rates[place] = rate * share
        return known

    def sided_new_rate(self, member: Member) -> float:
        """`new_rate` of somebody who appears on this side of the picture."""
        return self.new_rate(member.place) * math.exp(self._from_elsewhere(member))

    def link_rate(self, before: Member, after: Member) -> float:
        """Density per second at which `before` is next seen as `after`."""
        return math.fsum(self._rates(before, after))

    def sided_link_rate(self, before: Member, after: Member) -> float:
        """`link_rate` of somebody who left and appears on these sides of the pictures.

        Where two cameras saw him at once, nobody knows yet where he leaves the first.
        """
        both, walks, returns = self._rates(before, after)
        if walks <= 0.0:
            return both
        if not self._belief_in_sides:
            return walks + returns
        walks *= math.exp(self.passage(before, after).ratio)
        return walks + returns * math.exp(self._from_elsewhere(after))

    def walk(self, before: Member, after: Member) -> Walk:
        """What `sided_link_rate` rests on beside times: alike for all of one way and its sides."""
        here, there = before.place, after.place
        sides = came = 0.0
        if self._belief_in_sides:
            sides, came = self.passage(before, after).ratio, self._from_elsewhere(after)
        forbidden = (here, there) in self._rules.forbidden
        return Walk(self._way(here, there), forbidden, math.exp(sides), math.exp(came))

    def _rates(self, before: Member, after: Member) -> tuple[float, float, float]:
        """Densities per second of being seen by both at once, walking on, and coming back."""
        gap_s = after.start_s - before.last_seen_s
        here, there = before.place, after.place
        if gap_s <= VISIT_GAP_S and (here, there) in self._rules.forbidden:
            return 0.0, 0.0, 0.0
        if gap_s <= 0.0:
            if here == there:
                return 0.0, 0.0, 0.0
            in_sight_s = max(LEAST_OVERLAP_S, before.last_seen_s - before.start_s)
            return self._way(here, there).both / in_sight_s, 0.0, 0.0
        way = self._way(here, there)
        walk = (1.0 - TAIL) * _log_normal(gap_s, way.log_s, way.spread)
        walk += TAIL * _log_normal(gap_s, TAIL_LOG_S, TAIL_SPREAD)
        has_left = 1.0 - math.exp(-gap_s / VISIT_GAP_S)
        return 0.0, way.share * walk, way.returning * has_left

    def _from_elsewhere(self, member: Member) -> float:
        """What the side of arriving says of somebody new or back against anybody there."""
        if member.enters is None:
            return 0.0
        seen = self._movements
        of_them = seen.entries.get((ELSEWHERE, member.place))
        return self._side(member.enters, of_them, seen.arriving, member.place)

    def _side(
        self,
        side: str,
        way: Mapping[str, float] | None,
        cameras: Mapping[str, Mapping[str, float]],
        place: str,
    ) -> float:
        if not self._belief_in_sides or way is None:
            return 0.0
        return side_ratio(side, way, cameras.get(place, {}), self._belief_in_sides)

    def _way(self, here: str, there: str) -> Way:
        """All that does not depend on who walks when; worked out once for each way."""
        known = self._ways.get((here, there))
        if known is None:
            share = self._share(here, there)
            known = self._ways[here, there] = Way(
                share,
                *self._transit_time(here, there),
                both=self._overlap(here, there) * share,
                returning=self._return_rate(there),
            )
        return known

    def _return_rate(self, there: str) -> float:
        """Density per second at which one of those who left comes back.

        Everybody known is as likely to, once there was time to leave. How often people come
        back is learned within bounds: a site where nobody was recognised yet would otherwise
        teach itself that nobody ever returns.
        """
        seen = self._movements
        odds = (sum(seen.returns.values()) + _PRIOR_PEOPLE) / (seen.people + _PRIOR_PEOPLE)
        odds = max(_LEAST_RETURNS, min(_MOST_RETURNS, odds))
        return self.new_rate(there) * odds / (seen.people + 1.0)

    def transit_time(self, here: str, there: str) -> tuple[float, float]:
        """Mean and standard deviation of the logarithm of seconds from `here` to `there`.

        The posterior predictive, as a normal: wide while little was seen.
        """
        way = self._way(here, there)
        return way.log_s, way.spread

    def walks(self, here: str, there: str) -> float:
        """How many were seen to walk from `here` to `there`; older ones count for less."""
        return self._moves(here).get(there, 0.0)

    def onward(self, before: Member) -> dict[str, float]:
        """Of those who left as `before` did, the share that is next seen at each place.

        Sums to at most 1: the others are not seen again in this visit.
        """
        here, seen = before.place, self._movements
        shares = {there: self._way(here, there).share for there in self._everywhere}
        away = max(0.0, 1.0 - math.fsum(shares.values()))
        if before.leaves is not None:
            for there in shares:
                of_way = seen.exits.get((here, there))
                side = self._side(before.leaves, of_way, seen.leaving, here)
                shares[there] *= math.exp(side)
        total = away + math.fsum(shares.values())
        return {there: share / total for there, share in shares.items()}

    def edges(self) -> list[Edge]:
        """Every edge that somebody took, or that people say something of, in order of places."""
        seen = self._movements
        taken = {(here, there) for here, moves in seen.moves.items() for there in moves}
        ways = taken | set(seen.overlaps) | self._rules.ways
        found = []
        for here, there in sorted(ways):
            count, overlaps = self._moves(here).get(there, 0.0), self._overlaps(here, there)
            if here == there or (
                max(count, overlaps) < _LEAST_COUNT and (here, there) not in self._rules.ways
            ):
                continue
            times_s = percentiles_s(*self.transit_time(here, there))
            edge = Edge((here, there), count, overlaps, times_s if count >= _LEAST_COUNT else None)
            found.append(edge)
        return found

    def _transit_time(self, here: str, there: str) -> tuple[float, float]:
        prior = _UNKNOWN
        walk_s = self._walks_s.get((here, there))
        if walk_s is not None:
            prior = Gap(math.log(walk_s), _PLANNED_SPREAD, _PLANNED_SEEN, _PLANNED_SURE)
        seen = self._movements.gaps.get((here, there))
        if seen is None or seen.count <= 0.0:
            return prior.log_s, prior.spread * math.sqrt(1.0 + 1.0 / prior.seen)
        count = prior.seen + seen.count
        log_s = (prior.seen * prior.log_s + seen.total) / count
        drawn = prior.seen * seen.count / count * (seen.mean - prior.log_s) ** 2
        squares = prior.sure * prior.spread**2 + seen.squares_about_mean + drawn
        variance = squares / (prior.sure + seen.count) * (1.0 + 1.0 / count)
        return log_s, math.sqrt(variance)

    def _share(self, here: str, there: str) -> float:
        """Of those who were at `here`, who walks on to be seen next at `there`."""
        if (here, there) in self._rules.forbidden:
            return 0.0
        moves = self._moves(here)
        left = self._movements.leaves.get(here, 0.0)
        learned = (moves.get(there, 0.0) + _MOVE_PRIOR * self._expected(here, there)) / (
            sum(moves.values()) + left + _MOVE_PRIOR
        )
        return max(learned, self._rules.least_shares.get((here, there), 0.0))

    def _expected(self, here: str, there: str) -> float:
        if there == here:
            return _RETURNS_AT_ONCE
        others = max(1, self._places - 1)
        joined = sum(1 for each in self._walks_s if each[0] == here)
        if not joined:
            return _WALKS_ON / others
        if (here, there) in self._walks_s:
            return (_WALKS_ON - _OFF_PLAN) / joined
        return _OFF_PLAN / others

    def _overlap(self, here: str, there: str) -> float:
        seen = self._overlaps(here, there)
        learned = (seen + _OVERLAP_PRIOR) / (seen + self._moves(here).get(there, 0.0) + 1.0)
        return max(learned, _RULED_OVERLAP) if (here, there) in self._rules.overlapping else learned

    def _moves(self, here: str) -> Mapping[str, float]:
        return self._movements.moves.get(here, {})

    def _overlaps(self, here: str, there: str) -> float:
        return self._movements.overlaps.get((here, there), 0.0)

    def _log(self, before: Member, after: Member, *, sided: bool) -> float:
        rate = (self.sided_link_rate if sided else self.link_rate)(before, after)
        return math.log(max(rate, _LEAST_DENSITY))

    def _log_new(self, member: Member, *, sided: bool) -> float:
        return math.log(self.sided_new_rate(member) if sided else self.new_rate(member.place))


def _bounded(ratio: float, most: float) -> float:
    return max(-most, min(most, ratio))


def _log_normal(value: float, log_mean: float, spread: float) -> float:
    """Density of a log-normal at `value` > 0."""
    z = (math.log(value) - log_mean) / spread
    return math.exp(-0.5 * z * z) / (value * spread * math.sqrt(2.0 * math.pi))
