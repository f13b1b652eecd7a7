"""Gives tracklets their identities: what the engine concludes becomes decisions in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reid_service.associate.assignment import Assignment
from reid_service.clock import Clock
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, Outcome
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.pipeline.announcing import Moved
from reid_service.pipeline.judging import Judge
from reid_service.pipeline.sightings import OpenSighting
from reid_service.storage.store import Session


class Placer:
    """Places one sighting at a time, with those in sight beside it.

    Changes the sightings that it is given and tells the judge; both are read again when the
    transaction fails.
    """

    def __init__(self, judge: Judge, *, metrics: Metrics, clock: Clock) -> None:
        self._judge = judge
        self._metrics = metrics
        self._clock = clock

    def place(
        self, session: Session, sighting: OpenSighting, held: Mapping[str, OpenSighting]
    ) -> list[Moved]:
        """Decide who it is; `held` are all that are not decided for good. Whoever moved."""
        sighting.waiting = False
        if sighting.by_hand or not sighting.shots:
            return self._settle(session, sighting)
        company = _company(sighting, held.values())
        by_id = {each.tracklet.id: each for each in (sighting, *company)}
        moves = []
        assignments = self._judge.decide(sighting, company)
        # Somebody must leave an identity before somebody else may take it.
        for each in sorted(assignments, key=lambda a: a.tracklet_id == sighting.tracklet.id):
            move = self._record(session, by_id[each.tracklet_id], each)
            if move is not None:
                moves.append(move)
        return moves

    def _settle(self, session: Session, sighting: OpenSighting) -> list[Moved]:
        """Nothing speaks for anybody else, or a person decided: only the end is left to note.

        Whoever lost every picture leaves the others: nobody could tell who is seen beside.
        """
        is_placed = sighting.identity_id is not None and not sighting.by_hand
        if is_placed and not session.crops.of_tracklet(sighting.tracklet.id):
            nobody = {"rule": "no picture left"}
            left = Assignment(sighting.tracklet.id, Outcome.NEW, None, None, nobody)
            move = self._record(session, sighting, left)
            return [move] if move else []
        if not sighting.is_over or sighting.firm or sighting.identity_id is None:
            return []
        rule = "by hand" if sighting.by_hand else "no picture left"
        decided = Assignment(
            sighting.tracklet.id, Outcome.ACCEPT, sighting.identity_id, None, {"rule": rule}
        )
        move = self._record(session, sighting, decided)
        return [move] if move else []

    def _record(
        self, session: Session, sighting: OpenSighting, assignment: Assignment
    ) -> Moved | None:
        before = sighting.identity_id
        sighting.outcome = assignment.outcome
        sighting.similarity = assignment.similarity
        if assignment.identity_id == before is not None and sighting.firm == sighting.is_over:
            return None
        act = Act(SYSTEM_ACTOR, self._clock.now_s(), assignment.explanation)
        others = [] if before is None else self._judge.members(before)
        leaves = any(each.tracklet_id != sighting.tracklet.id for each in others)
        decision, identity_id = _decision(session, act, sighting, assignment, anew=leaves)
        if all(each.before == each.after for each in decision.changes):
            return None
        session.ledger.record(decision)
        sighting.identity_id = identity_id
        sighting.firm = sighting.is_over
        self._judge.put(sighting)
        if sighting.firm:
            self._metrics.sightings.labels(assignment.outcome).inc()
        fields = {each.field for each in decision.changes}
        redirects = "redirect_to" in fields
        if redirects and before is not None:
            self._judge.led_on(session, [before])
        return Moved(
            sighting,
            identity_id,
            from_identity=before,
            founded="created" in fields,
            redirects=redirects,
            decision_id=decision.id,
        )


def _company(sighting: OpenSighting, held: Iterable[OpenSighting]) -> list[OpenSighting]:
    """Open tracklets in sight on the same camera together with this one."""
    here = sighting.tracklet
    return [
        each
        for each in held
        if each.tracklet.id != here.id
        and (each.tracklet.instance, each.tracklet.camera) == (here.instance, here.camera)
        and each.shots
        and each.identity_id is not None
        and not (each.is_over or each.by_hand or each.waiting)
        and each.tracklet.overlaps(here)
    ]


def _decision(
    session: Session, act: Act, sighting: OpenSighting, assignment: Assignment, *, anew: bool
) -> tuple[Decision, str]:
    key, firm, outcome = sighting.tracklet.id, sighting.is_over, assignment.outcome
    if assignment.identity_id is None:
        founding = found(session, act, key, firm=firm, outcome=outcome, anew=anew)
        return founding.decision, founding.identity_id
    decision = assign(session, act, key, assignment.identity_id, firm=firm, outcome=outcome)
    moved = (each.after for each in decision.changes if each.field == "identity_id")
    return decision, next(moved, sighting.identity_id or assignment.identity_id)
