"""Decides who a tracklet is by adding up evidence, and looks again at what was decided.

The engine holds the identities of the day in memory and changes nothing by itself: it is told
what was committed (`put`, `drop`), and says what it concludes. Tracklets of one camera at one
time are decided together, each identity at most once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reid_service.associate.appearance import Curve
from reid_service.associate.assignment import Assignment
from reid_service.associate.calibrating import Observation, observations, refined
from reid_service.associate.chain import Chain, Member
from reid_service.associate.edges import EdgeRules
from reid_service.associate.evidence import Evidence, Weigher
from reid_service.associate.learning import learned_movements
from reid_service.associate.movements import VISIT_GAP_S, Movements
from reid_service.associate.pairing import cheapest
from reid_service.associate.policy import Policy, probabilities
from reid_service.associate.roster import Roster
from reid_service.associate.transit import Transit
from reid_service.domain.crop import Vector
from reid_service.domain.identity import Outcome

LEAST_RATIO: Final = -6.0
"""Looks that speak against a link more strongly than this are not weighed any further."""

_LEARN_GROWTH: Final = 1.15
_LEARN_EVERY: Final = 60
_LEARN_SHARE: Final = 50
"""Ended tracklets after which a site is learned again: soon at first, then every 60. Where many are
held it is every fiftieth of them: each time goes through all, so that it costs each the same."""

_MOST_ALIKE: Final = 16
_MOST_CANDIDATES: Final = 8
"""Chains that look most alike and are weighed, and as many of those just seen. One of them for a
tracklet: on the recordings whoever came after the fifth was never chosen. For two chains, the
doubts of whoever comes late are asked about."""

_HALF_LIFE_S: Final = 7 * 86400.0
_IMPOSSIBLE: Final = 1e6
_EXPLAINED: Final = 5


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """An identity that a tracklet may be, and what speaks for it."""

    identity_id: str
    evidence: Evidence

    @property
    def total(self) -> float:
        """The sum of the evidence."""
        return self.evidence.total


class Engine:
    """Who is who among the tracklets of the day.

    `curves` are those of raw and of centred embeddings. `walks_s` gives the plan's walking
    times by (from, to) place, `rules` are what people say of ways: they hold from the next
    learning on. Distances in time and similarity are weighed with what the site
    has taught so far.
    """

    def __init__(
        self,
        policy: Policy,
        curves: tuple[Curve, Curve],
        *,
        walks_s: dict[tuple[str, str], float] | None = None,
    ) -> None:
        self.policy = policy
        self.roster = Roster()
        self.names: dict[str, str] = {}
        self.distinct: set[frozenset[str]] = set()
        self.touched: dict[str, None] = {}
        self._curves = curves
        self._walks_s = dict(walks_s or {})
        self.rules = EdgeRules()
        self.past = Movements()
        self.past_until_s: float | None = None
        self.answers: list[Observation] = []
        self._ended = self._learned_at = 0
        self._shipped = curves[0]
        self.weigher = self._weigher(curves[0], Movements())

    def start(
        self,
        members: Iterable[tuple[Member, str]],
        *,
        past: Movements | None = None,
        past_until_s: float | None = None,
    ) -> None:
        """Hold these members of these identities; `past` is what was learned before them."""
        held = list(members)
        self.roster.replace(held)
        self._ended = sum(not member.is_open for member, _ in held)
        self.past = past or Movements()
        self.past_until_s = past_until_s
        self.touched.clear()

    def put(self, member: Member, identity_id: str) -> None:
        """It is committed that `member` is of this identity."""
        held = self.roster.holder(member.tracklet_id)
        if held is not None:
            self.touched[held.identity_id] = None
        self.roster.put(member, identity_id)
        self.touched[identity_id] = None

    def note_end(self) -> bool:
        """A tracklet was decided for good; whether it is time to `learn`: often at first."""
        self._ended += 1
        latest = max(_LEARN_EVERY, self.roster.tracklets // _LEARN_SHARE)
        due = min(self._learned_at * _LEARN_GROWTH, self._learned_at + latest)
        return self._ended >= due

    def learn(self, now_s: float) -> None:
        """Learn from the site: how people move, and what one person looks like."""
        self._learned_at = self._ended
        self.learn_movements(now_s)
        self.refine()

    def touch_all(self) -> None:
        """Have everybody looked at again."""
        self.touched.update((each.identity_id, None) for each in self.roster)

    def forget_before(self, time_s: float) -> bool:
        """Let go of members last seen earlier, with what they taught kept; whether any was.

        What was learned counts for half a week later.
        """
        old = [m for chain in self.roster for m in chain.members if m.last_seen_s < time_s]
        if not old:
            return False
        from_s = self.past_until_s
        if from_s is None:
            from_s = min(each.start_s for each in old)
        share = 0.5 ** (max(0.0, time_s - from_s) / _HALF_LIFE_S)
        self.past = self.past.faded(share)
        self.past.watch(self.roster, from_s=from_s, until_s=time_s)
        self.past_until_s = time_s
        for each in old:
            self.roster.drop(each.tracklet_id)
        return True

    def drop(self, tracklet_id: str) -> None:
        """A tracklet is gone, or of nobody."""
        held = self.roster.holder(tracklet_id)
        if held is not None:
            self.touched[held.identity_id] = None
        self.roster.drop(tracklet_id)

    def recentre(self, centre: Callable[[Member], Vector], warmth: float) -> None:
        """Embeddings are centred anew, `warmth` in [0, 1) far; every member is made again."""
        held = [(each, chain.identity_id) for chain in self.roster for each in chain.members]
        self.roster.replace((replace(m, vector=centre(m)), key) for m, key in held)
        raw, centred = self._curves
        self._shipped = raw.between(centred, warmth)
        self.refine()

    def refine(self) -> None:
        """Fit the curve to what the site shows and what people answered."""
        seen = [*observations(self.roster, self.weigher.transit), *self.answers]
        self.weigher = Weigher(refined(self._shipped, seen), self.weigher.transit, self.names.get)

    def learn_movements(self, now_s: float) -> None:
        """Learn times and places anew from the past and the chains of the day."""
        first_s = min((each.members[0].start_s for each in self.roster), default=now_s)
        movements = learned_movements(
            list(self.roster),
            self.past,
            self.weigher.curve,
            self._walks_s,
            from_s=first_s if self.past_until_s is None else self.past_until_s,
            until_s=now_s,
            rules=self.rules,
        )
        self.weigher = self._weigher(self.weigher.curve, movements)

    def decide(
        self, subject: Member, company: Sequence[Member] = (), *, firm: bool
    ) -> list[Assignment]:
        """What is concluded for `subject`, and for others of `company` if that moves them.

        `company` are open tracklets in sight of the same camera at the same time. They are
        only decided anew when one of them holds the identity that `subject` would take; pinned
        ones never are.
        """
        company = [each for each in company if not each.pinned]
        together = [subject, *company]
        ids = frozenset(each.tracklet_id for each in together)
        [alone] = self._conclude([subject], ids, firm=firm)
        held = {chain.identity_id for chain in map(self._holder, company) if chain is not None}
        current = self._holder(subject)
        wanted = alone.identity_id or (current.identity_id if current else None)
        if wanted is None or wanted not in held:
            return [alone]
        return self._conclude(together, ids, firm=firm)

    def candidates(self, member: Member, ignoring: frozenset[str]) -> list[Candidate]:
        """Identities that `member` may be, best first, weighed without these tracklets."""
        ignoring |= {member.tracklet_id}
        own = self._holder(member)
        holders = set(map(self.roster.holder, ignoring))
        possible = []
        for chain in self._possible(member):
            if own is not None and len(own) == 1 and self._is_distinct(own, chain):
                continue  # whoever is all of an identity would take it along
            rest = chain.without(ignoring) if chain in holders else chain
            if len(rest):
                possible.append(rest)
        weighed = self.weigher.among(member, possible, at_least=LEAST_RATIO)
        found = [Candidate(chain.identity_id, evidence) for chain, evidence in weighed]
        return sorted(found, key=lambda each: (-each.total, each.identity_id))

    def alike(self, vector: Vector, time_s: float, *, most: int = _MOST_ALIKE) -> list[Chain]:
        """Chains worth weighing for a look (D,): those most alike, and those just seen."""
        curve = self.weigher.curve
        least = curve.zero + LEAST_RATIO / curve.slope
        return self.roster.similar(vector, least, since_s=time_s - VISIT_GAP_S, most=most)

    def _possible(self, member: Member) -> list[Chain]:
        alike = self.alike(member.vector, member.start_s, most=_MOST_CANDIDATES)
        found = {each.identity_id: each for each in alike}
        own = self._holder(member)
        if own is not None:
            found[own.identity_id] = own
        if member.face is not None:
            wanted = member.face.casefold()
            bearers = (key for key, name in self.names.items() if name.casefold() == wanted)
            named = filter(None, map(self.roster.chain, bearers))
            for chain in (*self.roster.faced(wanted), *named):
                found[chain.identity_id] = chain
        return list(found.values())

    def _conclude(
        self, members: Sequence[Member], ignoring: frozenset[str], *, firm: bool
    ) -> list[Assignment]:
        found = [self.candidates(each, ignoring) for each in members]
        chosen = _assigned(found)
        taken = {each.identity_id for each in chosen if each is not None}
        concluded: list[Assignment] = []
        for member, each, mine in zip(members, found, chosen, strict=True):
            is_firm = firm and not concluded
            assignment = self._judge(member, each, mine, taken, firm=is_firm)
            if assignment.identity_id is not None:
                # Also one that is only kept, with less than would choose it.
                taken.add(assignment.identity_id)
            concluded.append(assignment)
        return concluded

    def _judge(
        self,
        member: Member,
        found: Sequence[Candidate],
        chosen: Candidate | None,
        taken: set[str],
        *,
        firm: bool,
    ) -> Assignment:
        mine = None if chosen is None else chosen.identity_id
        open_to = [
            each for each in found if each.identity_id == mine or each.identity_id not in taken
        ]
        shares = probabilities([each.total for each in open_to])
        odds = {each.identity_id: share for each, share in zip(open_to, shares, strict=True)}
        own = self._holder(member)
        current = odds.get(own.identity_id) if own is not None else None
        best = chosen or (open_to[0] if open_to else None)
        outcome, identity_id = Outcome.NEW, None
        if chosen is not None and self.policy.accepts(odds[chosen.identity_id], firm=firm):
            outcome, identity_id = Outcome.ACCEPT, chosen.identity_id
        elif own is not None and current is not None and self.policy.accepts(current, firm=False):
            outcome, identity_id = Outcome.ACCEPT, own.identity_id
        elif best is not None and self.policy.asks(odds[best.identity_id]):
            outcome = Outcome.ASK
        return Assignment(
            tracklet_id=member.tracklet_id,
            outcome=outcome,
            identity_id=identity_id,
            similarity=best.evidence.likeness if best else None,
            explanation=_explanation(found, odds, best if outcome is Outcome.ASK else None),
        )

    def _is_distinct(self, a: Chain, b: Chain) -> bool:
        return frozenset((a.identity_id, b.identity_id)) in self.distinct

    def _holder(self, member: Member) -> Chain | None:
        return self.roster.holder(member.tracklet_id)

    def _weigher(self, curve: Curve, movements: Movements) -> Weigher:
        return Weigher(curve, Transit(movements, self._walks_s, self.rules), self.names.get)


def _assigned(found: Sequence[Sequence[Candidate]]) -> list[Candidate | None]:
    """The best candidate for each so that none is given twice; None for nobody known.

    Nobody known counts as a ratio of 0.
    """
    if len(found) == 1:
        best = found[0][0] if found[0] else None
        return [best if best is not None and best.total > 0.0 else None]
    identities = sorted({each.identity_id for mine in found for each in mine})
    column = {identity: index for index, identity in enumerate(identities)}
    cost = [[_IMPOSSIBLE] * (len(identities) + len(found)) for _ in found]
    by_identity = [{each.identity_id: each for each in mine} for mine in found]
    for row, mine in enumerate(found):
        cost[row][len(identities) + row] = 0.0
        for each in mine:
            cost[row][column[each.identity_id]] = -each.total
    chosen = cheapest(cost)
    return [
        by_identity[row].get(identities[chosen[row]]) if chosen[row] < len(identities) else None
        for row in range(len(found))
    ]


def _explanation(
    found: Sequence[Candidate], odds: dict[str, float], asked: Candidate | None
) -> dict[str, Any]:
    return {
        "rule": "evidence",
        "candidates": [
            {
                "identity_id": each.identity_id,
                "similarity": round(each.evidence.likeness, 4),
                **each.evidence.to_json(),
                **(
                    {"probability": round(odds[each.identity_id], 4)}
                    if each.identity_id in odds
                    else {"excluded": "is somebody in sight beside"}
                ),
            }
            for each in found[:_EXPLAINED]
        ],
        **({"asks": asked.identity_id} if asked else {}),
    }
