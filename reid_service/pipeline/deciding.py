"""One step of one tracklet: keep its crop, decide who it is, commit, tell.

Used by the resolver's thread alone.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from reid_service.associate.associator import Assignment
from reid_service.associate.matcher import Matcher
from reid_service.clock import Clock
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.centring import Centring
from reid_service.domain.events import DomainEvent
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, Outcome
from reid_service.domain.tracklet import Tracklet
from reid_service.errors import GalleryUnavailable
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.ingest.rare_log import RareLog
from reid_service.ingest.tracklets import Step, TrackletUpdate
from reid_service.pipeline.announcing import Announcer, Moved
from reid_service.pipeline.crop_keeper import CropKeeper
from reid_service.pipeline.knowledge import StoredKnowledge
from reid_service.pipeline.pictures import PictureResult
from reid_service.pipeline.sightings import OpenSighting, load_sighting
from reid_service.storage.centring import centring_is_due, learn_centring, load_centring
from reid_service.storage.indexing import Indexer
from reid_service.storage.store import Session, Store

_LOG = logging.getLogger(__name__)

_AT_ONCE: Final = 20
"""Waiting decisions between two looks at whether the service has something else to do."""


class Deciding:
    """Holds the sightings that are not decided for good, and moves them on.

    What is held equals the store. After a failure, or when somebody else wrote, it is read
    again before it is used.
    """

    def __init__(
        self,
        *,
        store: Store,
        indexer: Indexer,
        matcher: Matcher,
        announcer: Announcer,
        crops: CropKeeper,
        metrics: Metrics,
        clock: Clock,
        model_id: str,
    ) -> None:
        self._store = store
        self._indexer = indexer
        self._matcher = matcher
        self._announcer = announcer
        self._crops = crops
        self._metrics = metrics
        self._clock = clock
        self._model_id = model_id
        self._open: dict[str, OpenSighting] = {}
        self._centring = Centring()
        self._is_doubtful = False
        self._rare = RareLog(_LOG)

    def restore(self) -> list[Tracklet]:
        """Take up what was open or undecided when the service stopped; the open tracklets."""
        with self._store.read() as session:
            self._centring = load_centring(session, self._model_id)
            tracked = [each.tracklet for each in session.tracklets.open()]
            undecided = [each.tracklet for each in session.tracklets.undecided(self._model_id)]
            for tracklet in (*tracked, *undecided):
                sighting = load_sighting(session, tracklet, self._model_id)
                without = sighting.identity_id is None and bool(sighting.shots)
                sighting.waiting = sighting.is_over or without
                self._open[tracklet.id] = sighting
        return tracked

    def step(self, update: TrackletUpdate, picture: PictureResult | None, arrived_s: float) -> None:
        """Fold one update in. Raises `StoreError`, and then may be repeated."""
        self._read_again_if_doubtful()
        sighting = self._sighting(update.tracklet)
        if sighting is None:
            return
        sighting.tracklet = update.tracklet
        if update.step is Step.UPDATED and picture is None and update.stale_frame_s is None:
            return
        self._move_on(sighting, picture, update.stale_frame_s, arrived_s)

    def add_late(self, tracklet_id: str, picture: PictureResult, arrived_s: float) -> None:
        """Fold in a picture that came after its step; the tracklet has gone on since, or ended.

        Nothing happens when it was deleted meanwhile. Raises `StoreError`, and then may be
        repeated.
        """
        self._read_again_if_doubtful()
        known = self._open.get(tracklet_id)
        if known is None:
            with self._store.read() as session:
                stored = session.tracklets.find(tracklet_id)
            known = None if stored is None else self._sighting(stored.tracklet)
        if known is not None:
            self._move_on(known, picture, None, arrived_s)

    def decide_waiting(self, limit: int = _AT_ONCE) -> bool:
        """Take some decisions that were due while the index was away; whether more are left.

        Raises `StoreError`.
        """
        self._read_again_if_doubtful()
        waiting = [each for each in self._open.values() if each.waiting]
        for sighting in waiting[:limit]:
            if not self._brings_index_up():
                return False
            with self._held(sighting):
                with self._store.write() as session:
                    moves = self._decide(session, sighting)
                    events = self._events(session, moves)
                self._tell(moves, events)
        return len(waiting) > limit

    def refresh(self) -> None:
        """Somebody else changed who is who: read again before the next step."""
        self._is_doubtful = True

    def learn(self, *, always: bool = False) -> bool:
        """Learn the cameras' centring anew if enough was decided since; whether it was.

        Every template changes with it, so the index has to be brought up to date at once.
        `always` after somebody was forgotten: nothing of them may stay in the means.
        """
        with self._store.read() as session:
            if not always and not centring_is_due(session, self._centring):
                return False
        with self._store.write() as session:
            learned = learn_centring(session, self._model_id)
        self._centring = learned
        return True

    def drop(self, tracklet_ids: Iterable[str]) -> None:
        """These were deleted: nothing further is made of them."""
        for each in tracklet_ids:
            self._open.pop(each, None)

    def _sighting(self, tracklet: Tracklet) -> OpenSighting | None:
        """As it is held or stored; None when it was deleted."""
        known = self._open.get(tracklet.id)
        if known is None:
            with self._store.read() as session:
                if session.tracklets.is_gone(tracklet.id):
                    return None
                known = load_sighting(session, tracklet, self._model_id)
            self._open[tracklet.id] = known
        return known

    def _move_on(
        self,
        sighting: OpenSighting,
        picture: PictureResult | None,
        stale_frame_s: float | None,
        arrived_s: float,
    ) -> None:
        is_first = not sighting.told
        # Before the transaction: what others decided last must be among the candidates.
        current = self._brings_index_up()
        with self._held(sighting):
            with self._store.write() as session:
                session.tracklets.upsert(sighting.tracklet, now_s=self._clock.now_s())
                stale = self._crops.drop_stale(session, sighting, stale_frame_s)
                kept = self._crops.keep(session, sighting, picture)
                moves: list[Moved] = []
                if stale or kept or sighting.is_over:
                    moves = self._decide(session, sighting, index_is_current=current)
                events = self._events(session, moves)
                if kept and not moves:
                    events += self._announcer.more(session, sighting)
            self._tell(moves, events)
        if is_first and kept and sighting.told:
            self._metrics.message_to_provisional.observe(time.monotonic() - arrived_s)

    def _brings_index_up(self) -> bool:
        """Whether the index knows everything that is committed."""
        try:
            self._indexer.apply()
        except GalleryUnavailable as error:
            self._rare.warning("gallery", "the vector index is away, decisions wait: %s", error)
            return False
        return True

    @contextmanager
    def _held(self, sighting: OpenSighting) -> Iterator[None]:
        """Afterwards memory equals the store, or is known not to; what is done is let go."""
        waiting = sighting.waiting
        try:
            yield
        except BaseException:
            sighting.waiting = waiting
            self._is_doubtful = True
            raise
        if sighting.is_done:
            self._open.pop(sighting.tracklet.id, None)

    def _read_again_if_doubtful(self) -> None:
        if not self._is_doubtful:
            return
        with self._store.read() as session:
            fresh = [
                load_sighting(session, each.tracklet, self._model_id)
                for each in self._open.values()
            ]
        for each in fresh:
            each.take_over(self._open[each.tracklet.id])
            self._open[each.tracklet.id] = each
        self._is_doubtful = False

    def _decide(
        self, session: Session, sighting: OpenSighting, *, index_is_current: bool = True
    ) -> list[Moved]:
        if sighting.by_hand or not sighting.shots:
            sighting.waiting = False
            return self._settle(session, sighting)
        company = self._company(sighting)
        knowledge = StoredKnowledge(session, self._model_id, self._centring, self._open.values())
        assignments = self._match(sighting, company, knowledge) if index_is_current else None
        if assignments is None:
            sighting.waiting = True
            return []
        sighting.waiting = False
        by_id = {each.tracklet.id: each for each in (sighting, *company)}
        moves = []
        # Somebody must leave an identity before somebody else may take it.
        for each in sorted(assignments, key=lambda a: a.tracklet_id == sighting.tracklet.id):
            decided = by_id[each.tracklet_id]
            anew = each.identity_id is None and _is_somebody_elses(decided, assignments, knowledge)
            move = self._record(session, decided, each, anew=anew)
            if move is not None:
                moves.append(move)
        return moves

    def _match(
        self, sighting: OpenSighting, company: Sequence[OpenSighting], knowledge: StoredKnowledge
    ) -> list[Assignment] | None:
        """What is concluded; None while the index is away."""
        try:
            return self._matcher.decide(
                sighting.subject(self._centring),
                [each.subject(self._centring) for each in company],
                knowledge,
            )
        except GalleryUnavailable:
            return None

    def _company(self, sighting: OpenSighting) -> list[OpenSighting]:
        """Open tracklets in sight on the same camera together with this one."""
        here = sighting.tracklet
        return [
            each
            for each in self._open.values()
            if each.tracklet.id != here.id
            and (each.tracklet.instance, each.tracklet.camera) == (here.instance, here.camera)
            and each.shots
            and each.identity_id is not None
            and not (each.is_over or each.by_hand or each.waiting)
            and each.tracklet.overlaps(here)
        ]

    def _settle(self, session: Session, sighting: OpenSighting) -> list[Moved]:
        """Nothing speaks for anybody else, or a person decided: only the end is left to note."""
        if not sighting.is_over or sighting.firm or sighting.identity_id is None:
            return []
        rule = "by hand" if sighting.by_hand else "no picture left"
        decided = Assignment(
            sighting.tracklet.id, Outcome.ACCEPT, sighting.identity_id, None, {"rule": rule}
        )
        move = self._record(session, sighting, decided)
        return [move] if move else []

    def _record(
        self,
        session: Session,
        sighting: OpenSighting,
        assignment: Assignment,
        *,
        anew: bool = False,
    ) -> Moved | None:
        before = sighting.identity_id
        sighting.outcome = assignment.outcome
        sighting.similarity = assignment.similarity
        act = Act(SYSTEM_ACTOR, self._clock.now_s(), assignment.explanation)
        decision, identity_id = _decision(session, act, sighting, assignment, anew=anew)
        if all(each.before == each.after for each in decision.changes):
            return None
        session.ledger.record(decision)
        sighting.identity_id = identity_id
        sighting.firm = sighting.is_over
        if sighting.firm:
            self._metrics.sightings.labels(assignment.outcome).inc()
        fields = {each.field for each in decision.changes}
        return Moved(
            sighting,
            identity_id,
            from_identity=before,
            founded="created" in fields,
            redirects="redirect_to" in fields,
            decision_id=decision.id,
        )

    def _events(self, session: Session, moves: Sequence[Moved]) -> list[DomainEvent]:
        at_s = self._clock.now_s()
        return [event for move in moves for event in self._announcer.moved(session, move, at_s)]

    def _tell(self, moves: Sequence[Moved], events: Sequence[DomainEvent]) -> None:
        """What is committed by now."""
        for move in moves:
            move.sighting.told.add(move.identity_id)
        self._announcer.publish(events)


def _decision(
    session: Session, act: Act, sighting: OpenSighting, assignment: Assignment, *, anew: bool
) -> tuple[Decision, str]:
    key, firm, outcome = sighting.tracklet.id, sighting.is_over, assignment.outcome
    if assignment.identity_id is None:
        founding = found(session, act, key, firm=firm, outcome=outcome, anew=anew)
        return founding.decision, founding.identity_id
    identity_id = session.identities.resolve(assignment.identity_id).id
    return assign(session, act, key, identity_id, firm=firm, outcome=outcome), identity_id


def _is_somebody_elses(
    sighting: OpenSighting, assignments: Sequence[Assignment], knowledge: StoredKnowledge
) -> bool:
    """Whether its identity is that of somebody in sight beside it."""
    decided = {each.tracklet_id for each in assignments}
    beside = knowledge.seen_with(sighting.tracklet)
    holders = {identity_id for key, identity_id in beside.items() if key not in decided}
    holders |= {each.identity_id for each in assignments if each.identity_id is not None}
    return sighting.identity_id in holders
