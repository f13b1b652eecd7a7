"""Where somebody is expected next: the learned shares and times of ways, seen from this moment.

Whoever left a camera walks on to each place with the share that was learned for the way, at the
learned time, or is not seen again in this visit. Each second in which nobody appears speaks against
the ways on which they would be there by now: that is Bayes' rule with the part of each transit time
that is still to come (the survival function), as tracks that cross a blind spot are weighed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from reid_service.associate.chain import Member
from reid_service.associate.movements import VISIT_GAP_S
from reid_service.associate.transit import TAIL, TAIL_LOG_S, TAIL_SPREAD, Transit

_LEAST: Final = 0.05
"""Places that are less likely are not worth a look."""

_EARLY, _LATE = 0.1, 0.9
_LOGS_S: Final = (math.log(0.1), math.log(86400.0))
_HALVINGS: Final = 40


@dataclass(frozen=True, slots=True)
class Expected:
    """Seen next at `place` with a probability in (0, 1], in four of five cases within the span.

    Times are epoch seconds. `walks` is how many were seen to take that way; 0 is a guess.
    """

    place: str
    probability: float
    from_s: float
    to_s: float
    walks: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """`before` is where the person was seen last, `away` how likely nobody sees them this visit.

    `places` are the likeliest first. What is missing to 1 are places that are hardly likely. While
    somebody is in sight, all is as if they left at this moment.
    """

    before: Member
    away: float
    places: tuple[Expected, ...]


def outlook(transit: Transit, before: Member, now_s: float) -> Outlook:
    """Where who was last seen as `before`, and by nobody since, is expected.

    Nowhere once they are out of sight for longer than a visit may have gaps.
    """
    since_s = now_s if before.is_open else before.last_seen_s
    waited_s = max(0.0, now_s - since_s)
    if waited_s > VISIT_GAP_S:
        return Outlook(before, 1.0, ())
    onward = transit.onward(before)
    coming = {
        place: share * (1.0 - _arrived(waited_s, *transit.transit_time(before.place, place)))
        for place, share in onward.items()
    }
    away = max(0.0, 1.0 - math.fsum(onward.values()))
    total = (away + math.fsum(coming.values())) or 1.0
    places = []
    for place, weight in coming.items():
        if weight / total >= _LEAST:
            early_s, late_s = _span_s(waited_s, *transit.transit_time(before.place, place))
            walks = transit.walks(before.place, place)
            places.append(
                Expected(place, weight / total, since_s + early_s, since_s + late_s, walks)
            )
    places.sort(key=lambda each: (-each.probability, each.place))
    return Outlook(before, away / total, tuple(places))


def _arrived(gap_s: float, log_s: float, spread: float) -> float:
    """Share of those who take the way that is there within `gap_s` seconds."""
    if gap_s <= 0.0:
        return 0.0
    log_gap_s = math.log(gap_s)
    usual = _normal((log_gap_s - log_s) / spread)
    return (1.0 - TAIL) * usual + TAIL * _normal((log_gap_s - TAIL_LOG_S) / TAIL_SPREAD)


def _span_s(waited_s: float, log_s: float, spread: float) -> tuple[float, float]:
    """Seconds within which four of five of those come who are not there yet."""
    gone = _arrived(waited_s, log_s, spread)
    early, late = (_within(gone + share * (1.0 - gone), log_s, spread) for share in (_EARLY, _LATE))
    return max(waited_s, early), max(waited_s, late)


def _within(share: float, log_s: float, spread: float) -> float:
    """Seconds after which that share of all is there: `_arrived` turned round, by halving."""
    low, high = _LOGS_S
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        if _arrived(math.exp(middle), log_s, spread) < share:
            low = middle
        else:
            high = middle
    return math.exp(high)


def _normal(z: float) -> float:
    return 0.5 * math.erfc(-z / math.sqrt(2.0))
