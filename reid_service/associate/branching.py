"""Where a route may have gone on otherwise: the runner-up of a link that was in doubt.

Nothing is weighed here that the engine does not weigh for its decisions. The doubted sighting and
its rival are weighed alone and one after the other, for the person may have been both.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reid_service.associate.chain import Chain, Member
from reid_service.associate.engine import Engine
from reid_service.associate.movements import VISIT_GAP_S
from reid_service.associate.policy import probabilities

_MOST_RIVALS: Final = 3
"""Sightings weighed beside a doubted one: those that look most like the person."""

_SUREST: Final = 1.0 - 1e-9
"""Odds have to be finite."""

_MOST_DOUBTED: Final = 20
"""Doubted links of one route that are looked into, the newest: everybody else waits meanwhile."""


@dataclass(frozen=True, slots=True)
class Branch:
    """After `after_id` the person may have gone on as `tracklet_id`, and not as `leg_id`.

    `identity_id` is whose that one is now. `probability` and `leg_probability`, that of `leg_id`,
    are in [0, 1]; what is missing to 1 is that it was neither.
    """

    after_id: str
    leg_id: str
    tracklet_id: str
    identity_id: str
    probability: float
    leg_probability: float


def branches(engine: Engine, identity_id: str, leg_ids: Collection[str]) -> list[Branch]:
    """The runners-up of the route with these legs, in its order; none of what is not held.

    A link is in doubt when the engine would not make it for good today. A runner-up counts
    if a person would be asked about it.
    """
    chain = engine.roster.chain(identity_id)
    if chain is None:
        return []
    legs = [each for each in chain.members if each.tracklet_id in leg_ids]
    doubted = [
        (before, leg)
        for before, leg in itertools.pairwise(legs)
        if not leg.pinned and not engine.policy.accepts(_share(engine, leg, identity_id), firm=True)
    ]
    found = (_runner_up(engine, chain, *pair) for pair in doubted[-_MOST_DOUBTED:])
    return [each for each in found if each is not None]


def _runner_up(engine: Engine, chain: Chain, before: Member, leg: Member) -> Branch | None:
    found = []
    for rival, whose in _rivals(engine, chain, before):
        instead, taken = _compared(engine, chain.identity_id, leg, rival)
        ids = (before.tracklet_id, leg.tracklet_id, rival.tracklet_id)
        found.append(Branch(*ids, whose, instead, taken))
    best = max(found, key=lambda each: (each.probability, each.tracklet_id), default=None)
    return best if best is not None and engine.policy.asks(best.probability) else None


def _compared(engine: Engine, identity_id: str, leg: Member, rival: Member) -> tuple[float, float]:
    """Probability that the person is `rival` and not `leg`, and that they are `leg`.

    Of four ways: neither, one of them, and both one after the other.
    """
    only_leg = _odds(_share(engine, leg, identity_id, without=rival))
    only_rival = _odds(_share(engine, rival, identity_id, without=leg))
    both = only_leg * _odds(_share(engine, rival, identity_id))
    total = 1.0 + only_leg + only_rival + both
    return only_rival / total, (only_leg + both) / total


def _odds(share: float) -> float:
    return share / (1.0 - share)


def _share(
    engine: Engine, member: Member, identity_id: str, *, without: Member | None = None
) -> float:
    """Probability of `member` being that identity, beside all others and nobody known."""
    ignoring = frozenset() if without is None else frozenset((without.tracklet_id,))
    candidates = engine.candidates(member, ignoring)
    shares = probabilities([each.total for each in candidates])
    odds = dict(zip((each.identity_id for each in candidates), shares, strict=True))
    return min(_SUREST, odds.get(identity_id, 0.0))


def _rivals(engine: Engine, chain: Chain, before: Member) -> list[tuple[Member, str]]:
    """Sightings of others soon after `before` that look most like the person, and whose they are.

    Of those whom the engine would weigh for the person; without sightings for which a person
    vouched, and without whom a person told apart.
    """
    mean = np.asarray(chain.total / len(chain), np.float32)
    found = []
    for other in engine.alike(mean, before.start_s):
        pair = frozenset((chain.identity_id, other.identity_id))
        if other is chain or pair in engine.distinct:
            continue
        for each in _soon_after(before, other.members):
            unlike = -float(mean @ each.vector)
            found.append((unlike, each.tracklet_id, each, other.identity_id))
    return [(each, whose) for _, _, each, whose in sorted(found)[:_MOST_RIVALS]]


def _soon_after(before: Member, members: Sequence[Member]) -> Iterator[Member]:
    """Of members in the order of time."""
    for each in members[bisect_right(members, before.start_s, key=lambda e: e.start_s) :]:
        if each.start_s > before.last_seen_s + VISIT_GAP_S:
            break
        if not each.pinned:
            yield each
