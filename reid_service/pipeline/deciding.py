"""One step of one tracklet: keep its crop, decide who it is, commit, tell.

Used by the resolver's thread alone.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

from reid_service.associate.associator import Assignment
from reid_service.associate.matcher import Matcher
from reid_service.clock import Clock
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.centring import Centring
from reid_service.domain.crop import CropRejection, Vector
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, Outcome
from reid_service.domain.tracklet import Tracklet, crop_id
from reid_service.errors import GalleryUnavailable
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.ingest.tracklets import Step, TrackletUpdate
from reid_service.pipeline.announcing import Announcer, Moved
from reid_service.pipeline.crop_files import CropFiles
from reid_service.pipeline.pictures import NotPictured, Pictured, PictureResult
from reid_service.pipeline.sightings import OpenSighting, load_sighting
from reid_service.storage.centring import centring_is_due, learn_centring, load_centring
from reid_service.storage.store import Session, Store
from reid_service.storage.templates import template_of

_LOG = logging.getLogger(__name__)


class Deciding:
    """Holds the sightings that are not decided for good, and moves them on."""

    def __init__(
        self,
        *,
        store: Store,
        matcher: Matcher,
        announcer: Announcer,
        files: CropFiles | None,
        metrics: Metrics,
        clock: Clock,
        model_id: str,
        crops_per_tracklet: int,
    ) -> None:
        self._store = store
        self._matcher = matcher
        self._announcer = announcer
        self._files = files
        self._metrics = metrics
        self._clock = clock
        self._model_id = model_id
        self._limit = crops_per_tracklet
        self._open: dict[str, OpenSighting] = {}
        self._centring = Centring()

    def restore(self) -> list[Tracklet]:
        """Take up what was open or undecided when the service stopped; the open tracklets."""
        with self._store.read() as session:
            self._centring = load_centring(session, self._model_id)
            tracked = [each.tracklet for each in session.tracklets.open()]
            undecided = [each.tracklet for each in session.tracklets.undecided(self._model_id)]
            for tracklet in tracked:
                self._open[tracklet.id] = load_sighting(session, tracklet, self._model_id)
            for tracklet in undecided:
                sighting = load_sighting(session, tracklet, self._model_id)
                sighting.waiting = True
                self._open[tracklet.id] = sighting
        return tracked

    def step(self, update: TrackletUpdate, picture: PictureResult | None, arrived_s: float) -> None:
        """Fold one update in. Raises `StoreError`, and then may be repeated."""
        sighting = self._sighting(update.tracklet)
        sighting.tracklet = update.tracklet
        if update.step is Step.UPDATED and picture is None and update.stale_frame_s is None:
            return
        try:
            self._step(sighting, update, picture, arrived_s)
        except BaseException:
            # Memory may be ahead of the store now: read it again next time.
            self._open.pop(update.tracklet.id, None)
            raise
        if sighting.is_done:
            self._open.pop(update.tracklet.id, None)

    def decide_waiting(self) -> None:
        """Take decisions that were due while the index was away."""
        for sighting in [each for each in self._open.values() if each.waiting]:
            with self._store.write() as session:
                moves = self._decide(session, sighting)
            self._announce(sighting, moves, None)
            if sighting.is_done:
                self._open.pop(sighting.tracklet.id, None)

    def refresh(self) -> None:
        """Read the open sightings again, after a person changed who is who."""
        with self._store.read() as session:
            for key, known in list(self._open.items()):
                fresh = load_sighting(session, known.tracklet, self._model_id)
                fresh.waiting = known.waiting
                self._open[key] = fresh

    def learn(self) -> bool:
        """Learn the cameras' centring anew if enough was decided since; whether it was.

        Every template changes with it, so the index has to be brought up to date at once.
        """
        with self._store.read() as session:
            if not centring_is_due(session, self._centring):
                return False
        with self._store.write() as session:
            self._centring = learn_centring(session, self._model_id)
        return True

    def _sighting(self, tracklet: Tracklet) -> OpenSighting:
        known = self._open.get(tracklet.id)
        if known is None:
            with self._store.read() as session:
                known = load_sighting(session, tracklet, self._model_id)
            self._open[tracklet.id] = known
        return known

    def _step(
        self,
        sighting: OpenSighting,
        update: TrackletUpdate,
        picture: PictureResult | None,
        arrived_s: float,
    ) -> None:
        with self._store.write() as session:
            session.tracklets.upsert(sighting.tracklet, now_s=self._clock.now_s())
            stale = self._drop_stale(session, sighting, update.stale_frame_s)
            kept = self._keep(session, sighting, picture)
            moves: list[Moved] = []
            if sighting.shots and (stale or kept or sighting.is_over):
                moves = self._decide(session, sighting)
        self._announce(sighting, moves, arrived_s if kept else None)
        if kept and not moves:
            self._announcer.more(sighting)

    def _drop_stale(self, session: Session, sighting: OpenSighting, frame_s: float | None) -> bool:
        if frame_s is None:
            return False
        stale = crop_id(sighting.tracklet.id, frame_s)
        if not sighting.drop([stale]):
            return False
        session.crops.remove([stale])
        self._metrics.crops_rejected.labels(CropRejection.SUPERSEDED).inc()
        return True

    def _keep(
        self, session: Session, sighting: OpenSighting, picture: PictureResult | None
    ) -> bool:
        """Take the crop in if it is worth keeping; whether the sighting has new evidence."""
        if isinstance(picture, NotPictured):
            self._metrics.crops_rejected.labels(picture.reason).inc()
        if not isinstance(picture, Pictured):
            return False
        selection = sighting.consider(picture.crop, self._limit)
        if not selection.keep:
            self._metrics.crops_rejected.labels(CropRejection.NOT_DIVERSE).inc()
            return False
        self._metrics.crops_taken.inc()
        file = self._files.write(picture.crop.crop) if self._files else None
        session.crops.put(picture.crop, file)
        if selection.removes is not None:
            session.crops.remove([selection.removes])
        return True

    def _decide(self, session: Session, sighting: OpenSighting) -> list[Moved]:
        sighting.waiting = False
        if not sighting.shots:
            return []
        if sighting.by_hand:
            return self._settle_by_hand(session, sighting)
        company = self._company(sighting)
        try:
            assignments = self._matcher.decide(
                sighting.subject(self._centring),
                [each.subject(self._centring) for each in company],
                _Knowledge(session, self._model_id, self._centring),
            )
        except GalleryUnavailable:
            sighting.waiting = True
            return []
        by_id = {each.tracklet.id: each for each in (sighting, *company)}
        moves = []
        # Somebody must leave an identity before somebody else may take it.
        for each in sorted(assignments, key=lambda a: a.tracklet_id == sighting.tracklet.id):
            move = self._record(session, by_id[each.tracklet_id], each)
            if move is not None:
                moves.append(move)
        return moves

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

    def _settle_by_hand(self, session: Session, sighting: OpenSighting) -> list[Moved]:
        """A person decided who it is; only its end is left to note."""
        if not sighting.is_over or sighting.firm or sighting.identity_id is None:
            return []
        decided = Assignment(
            sighting.tracklet.id, Outcome.ACCEPT, sighting.identity_id, None, {"rule": "by hand"}
        )
        move = self._record(session, sighting, decided)
        return [move] if move else []

    def _record(
        self, session: Session, sighting: OpenSighting, assignment: Assignment
    ) -> Moved | None:
        before = sighting.identity_id
        sighting.outcome = assignment.outcome
        sighting.similarity = assignment.similarity
        act = Act(SYSTEM_ACTOR, self._clock.now_s(), assignment.explanation)
        decision, identity_id = self._decision(session, act, sighting, assignment)
        if all(each.before == each.after for each in decision.changes):
            return None
        session.ledger.record(decision)
        sighting.identity_id = identity_id
        sighting.firm = sighting.is_over
        if sighting.firm:
            self._metrics.sightings.labels(assignment.outcome).inc()
        founded = any(each.field == "created" for each in decision.changes)
        return Moved(sighting, before, founded, decision.id)

    def _decision(
        self, session: Session, act: Act, sighting: OpenSighting, assignment: Assignment
    ) -> tuple[Decision, str]:
        key, firm, outcome = sighting.tracklet.id, sighting.is_over, assignment.outcome
        if assignment.identity_id is None:
            founding = found(session, act, key, firm=firm, outcome=outcome)
            return founding.decision, founding.identity_id
        identity_id = assignment.identity_id
        decision = assign(session, act, key, identity_id, firm=firm, outcome=outcome)
        return decision, identity_id

    def _announce(
        self, sighting: OpenSighting, moves: Sequence[Moved], arrived_s: float | None
    ) -> None:
        at_s = self._clock.now_s()
        first = arrived_s is not None and not sighting.told
        for move in moves:
            self._announcer.moved(move, at_s)
        if first and arrived_s is not None and sighting.told:
            self._metrics.message_to_provisional.observe(time.monotonic() - arrived_s)


class _Knowledge:
    """The matcher's view of one moment of the store."""

    def __init__(self, session: Session, model_id: str, centring: Centring) -> None:
        self._session = session
        self._model_id = model_id
        self._centring = centring

    @property
    def warmth(self) -> float:
        """How far vectors and templates are centred, in [0, 1)."""
        return self._centring.warmth

    def template(self, identity_id: str, without: frozenset[str]) -> Vector | None:
        """The identity's template without these tracklets; None if nothing is left."""
        template = template_of(
            self._session,
            identity_id,
            self._model_id,
            centring=self._centring,
            exclude=without,
        )
        return None if template is None else template.vector

    def seen_with(self, tracklet: Tracklet) -> dict[str, str]:
        """Tracklets in sight on its camera at the same time, and their identities."""
        near = self._session.tracklets.overlapping(
            tracklet.start_s, tracklet.last_seen_s, camera=tracklet.camera
        )
        return {
            each.tracklet.id: each.identity_id
            for each in near
            if each.identity_id is not None
            and each.tracklet.id != tracklet.id
            and each.tracklet.instance == tracklet.instance
        }
