"""What was seen of how people move: counts and sums that transit times are learned from."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from reid_service.associate.chain import Chain, Member

Counts: TypeAlias = defaultdict[str, float]
"""How often, by place; real numbers, for the past fades."""

VISIT_GAP_S: Final = 180.0
"""Out of sight for longer, somebody has left and come back."""

_LEAST_GAP_S: Final = 0.5

ELSEWHERE: Final = ""
"""Where people who are new, or come back, come from."""


@dataclass(slots=True)
class GapSums:
    """Sums over logarithms of transit times in seconds."""

    count: float = 0.0
    total: float = 0.0
    squares: float = 0.0

    @property
    def mean(self) -> float:
        """Mean logarithm; `count` must not be 0."""
        return self.total / self.count

    @property
    def squares_about_mean(self) -> float:
        """Sum of squared differences from the mean."""
        return max(0.0, self.squares - self.total * self.total / self.count)

    def add(self, gap_s: float, share: float) -> None:
        """One more transit time, at least half a second; it counts for `share`."""
        log_s = math.log(max(gap_s, _LEAST_GAP_S))
        self.count += share
        self.total += share * log_s
        self.squares += share * log_s * log_s


def _counts(seen: Mapping[str, float] | None = None) -> Counts:
    return defaultdict(float, seen or {})


def _pair_counts() -> defaultdict[tuple[str, str], float]:
    return defaultdict(float)


def _by_place() -> defaultdict[str, Counts]:
    return defaultdict(_counts)


def _by_way() -> defaultdict[tuple[str, str], Counts]:
    return defaultdict(_counts)


@dataclass(slots=True)
class Movements:
    """Moves between places, departures, returns and arrivals of strangers.

    `hours` is how long was watched, `people` how many identities began in that time.
    `exits` and `entries` count by way (from, to) at which sides of the first picture people
    left and of the second they appeared; `leaving` and `arriving` by camera, whatever the way.
    Counts are real numbers: the past fades.
    """

    hours: float = 0.0
    people: float = 0.0
    places: set[str] = field(default_factory=set)
    starts: Counts = field(default_factory=_counts)
    returns: Counts = field(default_factory=_counts)
    leaves: Counts = field(default_factory=_counts)
    moves: defaultdict[str, Counts] = field(default_factory=_by_place)
    overlaps: defaultdict[tuple[str, str], float] = field(default_factory=_pair_counts)
    gaps: dict[tuple[str, str], GapSums] = field(default_factory=dict)
    exits: defaultdict[tuple[str, str], Counts] = field(default_factory=_by_way)
    entries: defaultdict[tuple[str, str], Counts] = field(default_factory=_by_way)
    leaving: defaultdict[str, Counts] = field(default_factory=_by_place)
    arriving: defaultdict[str, Counts] = field(default_factory=_by_place)

    def watch(self, chains: Iterable[Chain], *, from_s: float, until_s: float) -> None:
        """Count what the chains did between two moments (epoch seconds), the second excluded."""
        self.hours += max(0.0, until_s - from_s) / 3600.0
        for chain in chains:
            self._follow(chain.members, from_s, until_s)

    def add_move(self, before: Member, after: Member, share: float) -> None:
        """`before` may have walked on to be `after`; it counts for `share` in (0, 1]."""
        gap_s = after.start_s - before.last_seen_s
        here, there = before.place, after.place
        if gap_s > 0.0:
            self.moves[here][there] += share
            self.gaps.setdefault((here, there), GapSums()).add(gap_s, share)
            if before.leaves is not None:
                self.exits[here, there][before.leaves] += share
            if after.enters is not None:
                self.entries[here, there][after.enters] += share
        else:
            self.overlaps[here, there] += share
        if share < 1.0:
            self.leaves[here] = max(0.0, self.leaves[here] - share)

    def take_arrival(self, member: Member, share: float, *, returns: bool) -> None:
        """Somebody who was counted as a stranger or a return walked on, for `share` of it."""
        place = member.place
        _take((self.returns if returns else self.starts), place, share)
        if member.enters is not None:
            _take(self.entries[ELSEWHERE, place], member.enters, share)
        if not returns:
            self.people = max(0.0, self.people - share)

    def faded(self, share: float) -> Movements:
        """A copy in which everything counts for `share` of itself, in (0, 1]."""
        plain = self.to_json()
        return Movements.from_json(_scaled(plain, share))

    def to_json(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {
            "hours": self.hours,
            "people": self.people,
            "places": sorted(self.places),
            "starts": dict(self.starts),
            "returns": dict(self.returns),
            "leaves": dict(self.leaves),
            "moves": {here: dict(there) for here, there in self.moves.items()},
            "overlaps": [[*pair, count] for pair, count in self.overlaps.items()],
            "gaps": [[*k, g.count, g.total, g.squares] for k, g in self.gaps.items()],
            "exits": [[*way, dict(sides)] for way, sides in self.exits.items()],
            "entries": [[*way, dict(sides)] for way, sides in self.entries.items()],
            "leaving": {place: dict(sides) for place, sides in self.leaving.items()},
            "arriving": {place: dict(sides) for place, sides in self.arriving.items()},
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Movements:
        """The inverse of `to_json`; what was stored before sides were counted has none."""
        return cls(
            hours=stored["hours"],
            people=stored["people"],
            places=set(stored["places"]),
            starts=_counts(stored["starts"]),
            returns=_counts(stored["returns"]),
            leaves=_counts(stored["leaves"]),
            moves=_places_from(stored["moves"]),
            overlaps=defaultdict(float, {(a, b): n for a, b, n in stored["overlaps"]}),
            gaps={(a, b): GapSums(*sums) for a, b, *sums in stored["gaps"]},
            exits=_ways_from(stored.get("exits", [])),
            entries=_ways_from(stored.get("entries", [])),
            leaving=_places_from(stored.get("leaving", {})),
            arriving=_places_from(stored.get("arriving", {})),
        )

    def _follow(self, members: list[Member], from_s: float, until_s: float) -> None:
        def is_in(member: Member) -> bool:
            return from_s <= member.start_s < until_s

        for member in filter(is_in, members):
            self.places.add(member.place)
            if member.enters is not None:
                self.arriving[member.place][member.enters] += 1.0
            if member.leaves is not None:
                self.leaving[member.place][member.leaves] += 1.0
        if is_in(members[0]):
            self.starts[members[0].place] += 1.0
            self.people += 1.0
            self._comes_from_elsewhere(members[0])
        for before, after in itertools.pairwise(members):
            if is_in(after):
                self._link(before, after)
        # Whoever comes back later had left too, at a moment that may be of an earlier stretch.
        for member, later in itertools.zip_longest(members, members[1:]):
            left_s = member.last_seen_s + VISIT_GAP_S
            if (later is None or later.start_s > left_s) and from_s <= left_s < until_s:
                self.leaves[member.place] += 1.0

    def _link(self, before: Member, after: Member) -> None:
        gap_s = after.start_s - before.last_seen_s
        if gap_s > VISIT_GAP_S:
            self.returns[after.place] += 1.0
            self._comes_from_elsewhere(after)
        else:
            self.add_move(before, after, 1.0)

    def _comes_from_elsewhere(self, member: Member) -> None:
        if member.enters is not None:
            self.entries[ELSEWHERE, member.place][member.enters] += 1.0


def _take(counts: Counts, key: str, share: float) -> None:
    counts[key] = max(0.0, counts[key] - share)


def _places_from(stored: Mapping[str, Mapping[str, float]]) -> defaultdict[str, Counts]:
    return defaultdict(_counts, {place: _counts(seen) for place, seen in stored.items()})


def _ways_from(
    stored: Iterable[tuple[str, str, Mapping[str, float]]],
) -> defaultdict[tuple[str, str], Counts]:
    return defaultdict(_counts, {(a, b): _counts(seen) for a, b, seen in stored})


def _scaled(value: Any, share: float) -> Any:
    if isinstance(value, dict):
        return {key: _scaled(each, share) for key, each in value.items()}
    if isinstance(value, list):
        return [_scaled(each, share) for each in value]
    return value * share if isinstance(value, float) else value
