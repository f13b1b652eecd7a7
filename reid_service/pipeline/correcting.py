"""Carries out what the engine revises, and gives the names that faces bring.

Each is a decision of its own in the ledger, explained, and can be undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reid_service.associate.revising import MOST_AT_ONCE, Merge, Move, Split
from reid_service.clock import Clock
from reid_service.domain.events import DomainEvent, IdentityChange, IdentityChangedEvent
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, Identity
from reid_service.errors import InvalidRequest
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.identities.editing import rename
from reid_service.identities.merging import plan_merge, split
from reid_service.pipeline.announcing import identity_changed
from reid_service.pipeline.judging import Judge
from reid_service.pipeline.sightings import OpenSighting
from reid_service.storage.store import Session

Held = Mapping[str, OpenSighting]


class Corrector:
    """Merges, splits, moves and names, as the evidence has it now."""

    def __init__(self, judge: Judge, *, clock: Clock) -> None:
        self._judge = judge
        self._clock = clock

    def revise(self, session: Session, held: Held, now_s: float) -> list[DomainEvent]:
        """Carry out what is due at a time of the frames; `held` sightings follow.

        Returns what is to be told.
        """
        events: list[DomainEvent] = []
        for _ in range(MOST_AT_ONCE):
            revision = self._judge.revision(now_s)
            if revision is None:
                break
            if isinstance(revision, Merge):
                events += self._merge(session, revision.identity_ids, revision.explanation(), held)
            elif isinstance(revision, Split):
                events.append(self._split(session, revision, held))
            else:
                events += self._move(session, revision, held)
        return events

    def name(self, session: Session, sighting: OpenSighting, held: Held) -> list[DomainEvent]:
        """Give the identity the name of a recognised face, or join it with who bears that name.

        Nothing is done against what a person said about the name, or where that person was seen
        in the last hours: then all evidence is weighed.
        """
        face, identity_id = sighting.tracklet.face, sighting.identity_id
        if face is None or identity_id is None:
            return []
        identity = session.identities.resolve(identity_id)
        if identity.name is not None or session.history.is_said_by_people(identity.id, "name"):
            return []
        said = {"rule": "face", "tracklet_id": sighting.tracklet.id, "score": face.score}
        bearers = session.identities.named(face.text)
        if not bearers:
            return self._rename(session, identity, face.text, said)
        [bearer, *others] = bearers
        if (
            others
            or self._judge.members(bearer.id)
            or self._judge.are_distinct(identity.id, bearer.id)
        ):
            return []
        return self._merge(session, (bearer.id, identity.id), said, held)

    def _rename(
        self, session: Session, identity: Identity, name: str, said: Mapping[str, Any]
    ) -> list[DomainEvent]:
        try:
            decision = rename(session, self._act(said), identity.id, name).decision
        except InvalidRequest:
            return []  # a name that cannot be printed is none
        session.ledger.record(decision)
        self._judge.learn_people(session)
        return [_changed(session, IdentityChange.UPDATED, identity.id, decision)]

    def _merge(
        self, session: Session, identity_ids: Iterable[str], said: Mapping[str, Any], held: Held
    ) -> list[DomainEvent]:
        plan = plan_merge(session, self._act(said), identity_ids)
        session.ledger.record(plan.decision)
        merged = {each.id for each in plan.merged}
        for each in plan.merged:
            self._judge.moved(self._judge.members(each.id), plan.primary.id)
        for sighting in held.values():
            if sighting.identity_id in merged:
                sighting.identity_id = plan.primary.id
        self._judge.led_on(session, merged)
        told = [
            _changed(session, IdentityChange.MERGED, each, plan.decision, plan.primary.id)
            for each in sorted(merged)
        ]
        updated = _changed(session, IdentityChange.UPDATED, plan.primary.id, plan.decision)
        return [*told, updated]

    def _split(self, session: Session, revision: Split, held: Held) -> DomainEvent:
        act = self._act(revision.explanation())
        founding = split(session, act, revision.identity_id, revision.tracklet_ids)
        session.ledger.record(founding.decision)
        leaving = set(revision.tracklet_ids)
        members = self._judge.members(revision.identity_id)
        self._judge.moved([e for e in members if e.tracklet_id in leaving], founding.identity_id)
        for key in leaving & held.keys():
            held[key].identity_id = founding.identity_id
        return _changed(
            session,
            IdentityChange.SPLIT,
            revision.identity_id,
            founding.decision,
            founding.identity_id,
        )

    def _move(self, session: Session, revision: Move, held: Held) -> list[DomainEvent]:
        act, key = self._act(revision.explanation()), revision.tracklet_id
        stored = session.tracklets.get(key)
        before = stored.identity_id
        if revision.identity_id is None:
            founding = found(session, act, key, firm=stored.firm, anew=True)
            decision, identity_id = founding.decision, founding.identity_id
        else:
            identity_id = revision.identity_id
            decision = assign(session, act, key, identity_id, firm=stored.firm)
        session.ledger.record(decision)
        members = [] if before is None else self._judge.members(before)
        self._judge.moved([each for each in members if each.tracklet_id == key], identity_id)
        if key in held:
            held[key].identity_id = identity_id
        told: list[DomainEvent] = [
            _changed(session, IdentityChange.REASSIGNED, identity_id, decision, before)
        ]
        if before is not None and any(each.field == "redirect_to" for each in decision.changes):
            self._judge.led_on(session, [before])
            told.append(_changed(session, IdentityChange.MERGED, before, decision, identity_id))
        return told

    def _act(self, explanation: Mapping[str, Any]) -> Act:
        return Act(SYSTEM_ACTOR, self._clock.now_s(), explanation)


def _changed(
    session: Session,
    change: IdentityChange,
    identity_id: str,
    decision: Decision,
    other_id: str | None = None,
) -> IdentityChangedEvent:
    return identity_changed(
        session, change, identity_id, decision, at_s=decision.at_s, other_id=other_id
    )
