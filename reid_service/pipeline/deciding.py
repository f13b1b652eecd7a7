"""Steps of tracklets: keep their crops, decide who they are, commit, tell.

Steps that are there together share one commit. Used by the resolver's thread alone.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from reid_service.associate.asking import Question
from reid_service.associate.branching import Branch
from reid_service.associate.calibrating import Observation
from reid_service.associate.edges import Edge
from reid_service.associate.evidence import Evidence
from reid_service.associate.expecting import Outlook
from reid_service.associate.transit import Transit
from reid_service.clock import Clock
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.centring import Centring
from reid_service.domain.events import DomainEvent
from reid_service.domain.tracklet import Tracklet
from reid_service.ingest.tracklets import Step, TrackletUpdate
from reid_service.pipeline.announcing import Announcer
from reid_service.pipeline.correcting import Corrector
from reid_service.pipeline.crop_keeper import CropKeeper
from reid_service.pipeline.judging import Judge
from reid_service.pipeline.pictures import PictureResult
from reid_service.pipeline.placing import Placer
from reid_service.pipeline.sightings import OpenSighting, load_sighting
from reid_service.storage.centring import (
    centring_is_due,
    decided_count,
    learn_centring,
    load_centring,
)
from reid_service.storage.store import Session, Store

_AT_ONCE: Final = 20
"""Waiting decisions between two looks at whether the service has something else to do."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrived:
    """A step of a tracklet with its picture, if there is one; `arrived_s` is monotonic.

    A `late` one only brings a picture to a tracklet that has gone on since, or ended.
    """

    update: TrackletUpdate
    picture: PictureResult | None
    arrived_s: float
    late: bool = False


@dataclass(slots=True, eq=False)
class _Turn:
    """One transaction, and what is told after its commit."""

    session: Session
    events: list[DomainEvent] = field(default_factory=list)
    told: list[tuple[OpenSighting, str]] = field(default_factory=list)
    touched: list[OpenSighting] = field(default_factory=list)
    first_s: list[float] = field(default_factory=list)


class Deciding:
    """Holds the sightings that are not decided for good, and moves them on.

    What is held equals the store. After a failure, or when somebody else wrote, it is read
    again before it is used.
    """

    def __init__(
        self,
        *,
        store: Store,
        judge: Judge,
        announcer: Announcer,
        crops: CropKeeper,
        metrics: Metrics,
        clock: Clock,
        model_id: str,
    ) -> None:
        self._store = store
        self._judge = judge
        self._placer = Placer(judge, metrics=metrics, clock=clock)
        self._corrector = Corrector(judge, clock=clock)
        self._announcer = announcer
        self._crops = crops
        self._metrics = metrics
        self._clock = clock
        self._model_id = model_id
        self._open: dict[str, OpenSighting] = {}
        self._centring = Centring()
        self._decided = 0
        self._seen_until_s = 0.0
        self._is_doubtful = True

    def restore(self) -> list[Tracklet]:
        """Take up what was open or undecided when the service stopped; the open tracklets."""
        with self._store.read() as session:
            tracked = session.tracklets.open()
            for stored in (*tracked, *session.tracklets.undecided(self._model_id)):
                sighting = load_sighting(session, stored.tracklet, stored, self._model_id)
                without = sighting.identity_id is None and bool(sighting.shots)
                sighting.waiting = sighting.is_over or without
                self._open[stored.tracklet.id] = sighting
        return [each.tracklet for each in tracked]

    def step(self, update: TrackletUpdate, picture: PictureResult | None, arrived_s: float) -> None:
        """Fold one update in. Raises `StoreError`, and then may be repeated."""
        self.steps([Arrived(update, picture, arrived_s)])

    def steps(self, arrived: Sequence[Arrived]) -> int:
        """Fold steps in, in their order and in one transaction; returns how many were taken.

        At least one is; it ends early where it is time to `learn`, so that what is decided does
        not depend on how many come at once. Raises `StoreError`, and then may be repeated.
        """
        self._read_again_if_doubtful()
        if not any(_tells(each) or each.update.tracklet.id not in self._open for each in arrived):
            for each in arrived:
                self._open[each.update.tracklet.id].tracklet = each.update.tracklet
            return len(arrived)
        with self._turn() as turn:
            for count, each in enumerate(arrived, start=1):
                self._take(turn, each)
                if self._learning_is_due():
                    return count
        return len(arrived)

    def decide_waiting(self, limit: int = _AT_ONCE) -> bool:
        """Take some decisions that were due when the service stopped; whether more are left.

        Raises `StoreError`.
        """
        self._read_again_if_doubtful()
        waiting = [each for each in self._open.values() if each.waiting]
        for sighting in waiting[:limit]:
            with self._turn() as turn:
                self._move(turn, sighting)
        return len(waiting) > limit

    def questions(self) -> list[Question]:
        """What only a person can settle, the most worthwhile first. Raises `StoreError`."""
        self._read_again_if_doubtful()
        with self._store.read() as session:
            return self._judge.questions(session, self._seen_until_s)

    def said(self, first_id: str, other_ids: Iterable[str], *, is_one: bool) -> list[Observation]:
        """What an answer teaches; to be asked before anything follows from it.

        Raises `StoreError`.
        """
        self._read_again_if_doubtful()
        return self._judge.said(first_id, other_ids, is_one=is_one)

    def keep_answer(self, said: Iterable[Observation], decision_id: str) -> None:
        """What was said holds for as long as the decision stands. Raises `StoreError`."""
        with self._store.write() as session:
            self._judge.keep_answer(session, said, decision_id)
        self._is_doubtful = True

    def weigh(self, tracklet_id: str, other_id: str) -> Evidence | None:
        """What speaks for two tracklets alone being one person, if it can be said.

        Raises `NotFound` and `StoreError`.
        """
        self._read_again_if_doubtful()
        with self._store.read() as session:
            return self._judge.weigh(session, tracklet_id, other_id)

    def branches(self, identity_id: str, leg_ids: Collection[str]) -> list[Branch]:
        """Where the route with these legs may have gone on otherwise. Raises `StoreError`."""
        self._read_again_if_doubtful()
        return self._judge.branches(identity_id, leg_ids)

    def transit(self) -> Transit:
        """What is known of the ways by now, as it was last learned; callable from any thread."""
        return self._judge.transit()

    def edges(self) -> list[Edge]:
        """What is known of the ways between cameras. Raises `StoreError`."""
        self._read_again_if_doubtful()
        return self._judge.edges()

    def outlook(self, identity_id: str) -> Outlook | None:
        """Where somebody is expected next; None if they were not seen lately.

        Raises `StoreError`.
        """
        self._read_again_if_doubtful()
        return self._judge.outlook(identity_id, self._clock.now_s())

    def refresh(self) -> None:
        """Somebody else changed who is who: read again before the next step."""
        self._is_doubtful = True

    def learn(self, *, always: bool = False) -> bool:
        """Learn the cameras' centring anew if enough was decided since; whether it was.

        Every template changes with it, so the index has to be brought up to date at once.
        `always` after somebody was forgotten: nothing of them may stay in the means.
        """
        self._read_again_if_doubtful()
        if not always and not self._learning_is_due():
            return False
        with self._doubted_if_it_fails(), self._store.write() as session:
            self._centring = learn_centring(session, self._model_id)
            self._decided = self._centring.learned_from
            self._judge.recentre(self._centring)
        return True

    def drop(self, tracklet_ids: Iterable[str]) -> None:
        """These were deleted: nothing further is made of them."""
        gone = list(tracklet_ids)
        self._judge.drop(gone)
        for each in gone:
            self._open.pop(each, None)

    def _take(self, turn: _Turn, arrived: Arrived) -> None:
        """Fold one step in."""
        session, update = turn.session, arrived.update
        sighting = self._sighting(session, update.tracklet, late=arrived.late)
        if sighting is None:
            return
        if not arrived.late:
            sighting.tracklet = update.tracklet
        if not _tells(arrived):
            return
        is_first = not sighting.told
        session.tracklets.upsert(sighting.tracklet, now_s=self._clock.now_s())
        stale = self._crops.drop_stale(session, sighting, update.stale_frame_s)
        kept = self._crops.keep(session, sighting, arrived.picture)
        self._judge.put(sighting)
        moved = False
        named = update.step is Step.RECOGNISED
        if stale or named or sighting.is_over or (kept and sighting.is_worth_deciding):
            moved = self._move(turn, sighting)
        else:
            turn.touched.append(sighting)
        if kept and not moved:
            turn.events += self._announcer.more(session, sighting)
        if is_first and kept and sighting.told:
            turn.first_s.append(arrived.arrived_s)

    def _move(self, turn: _Turn, sighting: OpenSighting) -> bool:
        """Decide, and note what is to be told; whether anybody moved."""
        session = turn.session
        turn.touched.append(sighting)
        was_firm = sighting.firm
        moves = self._placer.place(session, sighting, self._open)
        at_s = self._clock.now_s()
        for move in moves:
            turn.events += self._announcer.moved(session, move, at_s)
        for move in moves:
            if move.identity_id not in move.sighting.told:
                move.sighting.told.add(move.identity_id)
                turn.told.append((move.sighting, move.identity_id))
        turn.events += self._corrector.name(session, sighting, self._open)
        if sighting.firm and not was_firm:
            self._decided += 1
            # By the time of the frames: the clock of a replay is ahead of what is decided.
            self._seen_until_s = max(self._seen_until_s, sighting.tracklet.last_seen_s)
            self._judge.closed(session, self._seen_until_s)
            turn.events += self._corrector.revise(session, self._open, self._seen_until_s)
        return bool(moves)

    def _sighting(self, session: Session, tracklet: Tracklet, *, late: bool) -> OpenSighting | None:
        """As it is held or stored; None when it was deleted, or has gone before its picture."""
        known = self._open.get(tracklet.id)
        if known is None:
            stored = session.tracklets.find(tracklet.id)
            if stored is None and (late or session.tracklets.is_gone(tracklet.id)):
                return None
            current = stored.tracklet if late and stored is not None else tracklet
            known = load_sighting(session, current, stored, self._model_id)
            self._open[tracklet.id] = known
        return known

    @contextmanager
    def _turn(self) -> Iterator[_Turn]:
        """One transaction. After its commit what happened is told, and what is done let go."""
        told: list[tuple[OpenSighting, str]] = []
        try:
            with self._doubted_if_it_fails(), self._store.write() as session:
                turn = _Turn(session, told=told)
                yield turn
        except BaseException:
            for sighting, identity_id in told:
                sighting.told.discard(identity_id)
            raise
        for sighting in turn.touched:
            if sighting.is_done:
                self._open.pop(sighting.tracklet.id, None)
        self._announcer.publish(turn.events)
        now_s = time.monotonic()
        for arrived_s in turn.first_s:
            self._metrics.message_to_provisional.observe(now_s - arrived_s)

    @contextmanager
    def _doubted_if_it_fails(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._is_doubtful = True
            raise

    def _learning_is_due(self) -> bool:
        return centring_is_due(self._decided, self._centring)

    def _read_again_if_doubtful(self) -> None:
        if not self._is_doubtful:
            return
        with self._store.read() as session:
            self._centring = load_centring(session, self._model_id)
            self._decided = decided_count(session)
            self._seen_until_s = session.tracklets.newest_seen_s() or 0.0
            self._judge.load(session, self._centring, self._seen_until_s)
            fresh = [
                load_sighting(
                    session,
                    each.tracklet,
                    session.tracklets.find(each.tracklet.id),
                    self._model_id,
                )
                for each in self._open.values()
            ]
        for each in fresh:
            each.take_over(self._open[each.tracklet.id])
            self._open[each.tracklet.id] = each
        self._is_doubtful = False


def _tells(arrived: Arrived) -> bool:
    """Whether the store is told of it: not of every step of somebody who is seen all along."""
    update = arrived.update
    return (
        arrived.picture is not None
        or update.stale_frame_s is not None
        or update.step is not Step.UPDATED
    )
