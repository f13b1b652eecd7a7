"""Looks again at the last stretch: merges, splits and moves that the evidence now speaks for.

Local search for the partition that explains the sightings best (correlation clustering): one
step at a time, each so much better that chance is no explanation, until none is left. Only
identities that changed since the last look are examined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from reid_service.associate.asking import Question, worthwhile
from reid_service.associate.chain import Chain, Member
from reid_service.associate.engine import LEAST_RATIO, Candidate, Engine
from reid_service.associate.evidence import Evidence
from reid_service.associate.policy import probability

MOST_AT_ONCE: Final = 20
"""Revisions that are carried out before anything else is done; the rest comes later."""

_SPLIT_BELOW: Final = -4.0
_MOVE_MARGIN: Final = 3.0
_DOUBTED_BELOW: Final = 4.0
_SURE: Final = 1e9
_CUTS: Final = 3
"""Cuts of a chain that are weighed in full: those where the looks differ most."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two identities are one person."""

    identity_ids: tuple[str, str]
    evidence: Evidence

    def explanation(self) -> dict[str, Any]:
        """For the ledger."""
        return {
            "rule": "evidence",
            "probability": round(probability(self.evidence.total), 4),
            "similarity": round(self.evidence.likeness, 4),
            **self.evidence.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Split:
    """These tracklets of an identity are somebody else."""

    identity_id: str
    tracklet_ids: tuple[str, ...]
    evidence: Evidence

    def explanation(self) -> dict[str, Any]:
        """For the ledger: what speaks for the two parts being one."""
        return {
            "rule": "evidence",
            "similarity": round(self.evidence.likeness, 4),
            **self.evidence.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Move:
    """A tracklet is rather this identity; None for nobody known."""

    tracklet_id: str
    identity_id: str | None
    before: float
    candidate: Candidate | None

    def explanation(self) -> dict[str, Any]:
        """For the ledger."""
        weighed = {}
        if self.candidate is not None:
            weighed = {
                "similarity": round(self.candidate.evidence.likeness, 4),
                **self.candidate.evidence.to_json(),
            }
        return {"rule": "evidence", "stayed": round(self.before, 2), **weighed}


class Reviser:
    """Finds one revision after the other in what the engine holds."""

    def __init__(self, engine: Engine, *, window_s: float) -> None:
        self._engine = engine
        self._window_s = window_s
        self._questions: dict[frozenset[str], Question] = {}
        self._is_new = True

    def next(self, now_s: float) -> Merge | Split | Move | None:
        """The next revision that is due, None when all is well.

        The caller commits it and tells the engine before asking again.
        """
        touched = self._engine.touched
        while touched:
            identity_id = next(iter(touched))
            chain = self._engine.roster.chain(identity_id)
            if chain is not None:
                found = self._merge(chain) or self._move(chain, now_s) or self._split(chain)
                if found is not None:
                    return found
            del touched[identity_id]
        self._is_new = False
        return None

    def forget(self) -> None:
        """What the engine holds was loaded anew: nothing that was found before is true for sure."""
        self._questions.clear()
        self._is_new = True

    def questions(self) -> list[Question]:
        """Pairs in doubt, the one first whose answer is worth most."""
        roster = self._engine.roster
        if self._is_new:
            # Nobody waits for the next sighting to be asked.
            for chain in roster:
                self._merge(chain)
            self._is_new = False
        standing = [
            each
            for key, each in self._questions.items()
            if all(roster.chain(identity_id) is not None for identity_id in key)
            and key not in self._engine.distinct
        ]
        return worthwhile(standing)

    def _merge(self, chain: Chain) -> Merge | None:
        engine = self._engine
        mean = chain.total / np.float32(len(chain))
        self._forget_questions(chain.identity_id)
        others = [e for e in engine.alike(mean, chain.last_seen_s) if e is not chain]
        best: Merge | None = None
        for other, evidence in engine.weigher.others(chain, others, at_least=LEAST_RATIO):
            ids = (chain.identity_id, other.identity_id)
            if frozenset(ids) in engine.distinct or self._both_named(*ids):
                continue
            odds = probability(evidence.total)
            if engine.policy.merges(odds):
                if best is None or evidence.total > best.evidence.total:
                    best = Merge(ids, evidence)
            elif engine.policy.asks(odds):
                sizes = (len(chain), len(other))
                self._questions[frozenset(ids)] = Question(ids, odds, sizes, evidence)
        return best

    def _forget_questions(self, identity_id: str) -> None:
        for pair in [each for each in self._questions if identity_id in each]:
            del self._questions[pair]

    def _both_named(self, identity_id: str, other_id: str) -> bool:
        """People gave both a name: only they may make them one."""
        names = self._engine.names
        return identity_id in names and other_id in names

    def _move(self, chain: Chain, now_s: float) -> Move | None:
        from_s = now_s - self._window_s
        for member in chain.since(from_s):
            if member.is_open or member.pinned or member.last_seen_s < from_s:
                continue
            found = self._better(chain, member)
            if found is not None:
                return found
        return None

    def _better(self, chain: Chain, member: Member) -> Move | None:
        engine = self._engine
        stays = 0.0
        alone = len(chain) == 1
        if not alone:
            evidence = engine.weigher.member(member, chain)
            stays = -_SURE if evidence is None else evidence.total
            if stays > _DOUBTED_BELOW:
                return None
        found = engine.candidates(member, frozenset())
        if alone:
            found = [e for e in found if not self._both_named(chain.identity_id, e.identity_id)]
        best = next((e for e in found if e.identity_id != chain.identity_id), None)
        if best is None or (best.total < 0.0 and not alone):
            # Nobody else: is it at least not him?
            if not alone and -stays > _MOVE_MARGIN:
                return Move(member.tracklet_id, None, stays, None)
            return None
        if best.total - stays <= _MOVE_MARGIN:
            return None
        rivals = [e.total for e in found if e is not best and e.identity_id != chain.identity_id]
        if not engine.policy.accepts(probability(best.total, rivals), firm=True):
            return None
        return Move(member.tracklet_id, best.identity_id, stays, best)

    def _split(self, chain: Chain) -> Split | None:
        """At the link in time where the two sides have least to do with each other."""
        if len(chain) < 2 or self._engine.weigher.is_whole(chain):
            return None
        members, looks = chain.members, self._engine.weigher.cuts(chain)
        pinned = [at for at, each in enumerate(members) if each.pinned]
        cuts = [
            cut
            for cut, ratio in enumerate(looks.tolist(), start=1)
            # Nothing comes between two who are pinned.
            if ratio <= 0.0 and not (pinned and pinned[0] < cut <= pinned[-1])
        ]
        for cut in sorted(cuts, key=lambda each: looks[each - 1])[:_CUTS]:
            early, late = members[:cut], members[cut:]
            leaving, staying = (early, late) if pinned and pinned[-1] >= cut else (late, early)
            # Those who stay keep the name: it speaks here as it does when a tracklet is placed.
            stays = Chain(chain.identity_id, staying)
            evidence = self._engine.weigher.chains(stays, Chain("", leaving))
            if evidence is not None and evidence.total < _SPLIT_BELOW:
                ids = tuple(each.tracklet_id for each in leaving)
                return Split(chain.identity_id, ids, evidence)
        return None
