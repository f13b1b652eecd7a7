"""Takes in what Frigate still knows of the past, without disturbing the present.

What happened earlier is decided by an engine of its own, which holds what was known of those hours
and nothing later: an engine of the present would compare the clothes of another day, and take
old times for new ones. It teaches the present nothing but what each camera does to its pictures,
and nobody is told that somebody came.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import Final

from reid_service.associate.engine import Engine
from reid_service.associate.revising import Merge, Move, Reviser, Split
from reid_service.bus import Bus
from reid_service.domain.centring import Centring
from reid_service.domain.events import DomainEvent, IdentityChange, IdentityChangedEvent
from reid_service.domain.tracklet import tracklet_id
from reid_service.ingest.payloads import EventRow
from reid_service.ingest.tracklets import TrackletBook, TrackletUpdate
from reid_service.pipeline.deciding import Arrived, Deciding
from reid_service.pipeline.judging import Judge
from reid_service.pipeline.pictures import Pictured, PictureResult
from reid_service.pipeline.resolver import Resolver
from reid_service.pipeline.tracking import Pictures
from reid_service.storage.store import Session, Store

_LOOK_EVERY_S: Final = 0.2
_REARRANGED: Final = frozenset(
    {IdentityChange.MERGED, IdentityChange.SPLIT, IdentityChange.REASSIGNED}
)


class PastJudge(Judge):
    """Judges as of a moment that is over; what it learns is not kept."""

    def __init__(
        self, engine: Engine, reviser: Reviser, model_id: str, *, remembered_s: float
    ) -> None:
        super().__init__(engine, reviser, model_id, remembered_s=remembered_s)
        self._until_s = 0.0
        self._now_s = 0.0

    def stand_at(self, until_s: float) -> None:
        """From the next load on know what was known then; begin anew with what happens."""
        self._until_s = until_s
        self._now_s = 0.0

    def advance(self, now_s: float) -> None:
        """So far it is, by the time of the frames."""
        self._now_s = max(self._now_s, now_s)

    def load(
        self, session: Session, centring: Centring, now_s: float, *, until_s: float | None = None
    ) -> None:
        """Hold the hours before that moment, whatever `now_s` and `until_s` are."""
        super().load(session, centring, self._until_s, until_s=self._until_s)

    def closed(self, session: Session, now_s: float) -> None:
        """Learn how people moved then, for as long as it is held."""
        if self._engine.note_end():
            self._engine.learn(self._now_s)

    def revision(self, now_s: float) -> Merge | Split | Move | None:
        """The next revision that is due as of that moment."""
        return super().revision(self._now_s)


class QuietBus(Bus):
    """Tells who was changed, but not that somebody was seen: that was long ago.

    `on_rearranged` is called after sightings went from one identity to another.
    """

    def __init__(self, bus: Bus, *, on_rearranged: Callable[[], object]) -> None:
        super().__init__()
        self._loud = bus
        self._on_rearranged = on_rearranged

    def publish(self, event: DomainEvent) -> None:
        """Pass on changes of identities alone."""
        if not isinstance(event, IdentityChangedEvent):
            return
        if event.change in _REARRANGED:
            self._on_rearranged()
        self._loud.publish(event)


class Past:
    """Takes in ended events, one at a time and oldest first; used by one thread at a time.

    Deciding is done on the resolver's thread, between two steps of the present.
    """

    def __init__(
        self,
        *,
        store: Store,
        deciding: Deciding,
        judge: PastJudge,
        present: Deciding,
        resolver: Resolver,
        pictures: Pictures,
    ) -> None:
        self._store = store
        self._deciding = deciding
        self._judge = judge
        self._present = present
        self._resolver = resolver
        self._pictures = pictures

    @property
    def is_busy(self) -> bool:
        """Whether the present has something to do: it goes first."""
        return self._resolver.backlog > 0

    def begin(self, until_s: float) -> None:
        """From here on the events of a stretch that ends then. Raises `StoreError`."""

        def stand() -> None:
            self._judge.stand_at(until_s)
            self._deciding.refresh()

        self._resolver.call(stand)

    def finish(self) -> None:
        """A stretch is over: the present reads what came in. Raises `StoreError`."""
        self._resolver.call(self._present.refresh)

    def knows(self, instance: str, event_id: str) -> bool:
        """Whether an event was taken in before, or was and is deleted. Raises `StoreError`."""
        with self._store.read() as session:
            return _is_known(session, tracklet_id(instance, event_id))

    def take(self, instance: str, row: EventRow, *, check: Callable[[], None]) -> bool:
        """Take one ended event in; whether it has a picture that tells who it is.

        `check` is called while Frigate's picture is awaited, and may raise. Raises `StoreError`.
        """
        book = TrackletBook(lost_after_s=1.0, recall=lambda _: None, is_gone=lambda _: False)
        update = book.apply_row(instance, row, row.start_time_s)
        if update is None or update.picture is None:
            return False
        picture = _awaited(self._pictures.request(update.tracklet, update.picture), check)
        if not isinstance(picture, Pictured):
            return False
        return self._resolver.call(lambda: self._commit(update, picture))

    def _commit(self, update: TrackletUpdate, picture: Pictured) -> bool:
        with self._store.read() as session:
            if _is_known(session, update.tracklet.id):
                return False
        self._judge.advance(update.tracklet.last_seen_s)
        self._deciding.steps([Arrived(update, picture, time.monotonic())])
        if self._deciding.learn():
            # What a camera does to its pictures is the same at all times.
            self._present.refresh()
        return True


def _is_known(session: Session, key: str) -> bool:
    return session.tracklets.find(key) is not None or session.tracklets.is_gone(key)


def _awaited(picture: Future[PictureResult], check: Callable[[], None]) -> PictureResult:
    while True:
        check()
        try:
            return picture.result(_LOOK_EVERY_S)
        except FutureTimeoutError:
            continue
