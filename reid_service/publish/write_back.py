"""Tells Frigate who a person is, and corrects it when somebody decides otherwise. Off by default.

The listener only queues; one thread reads and writes. A tracked object is queued once, however
often its identity changes, and the name is looked up when it is written: the last word counts.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.events import (
    DomainEvent,
    IdentityChange,
    IdentityChangedEvent,
    Phase,
    SightingEvent,
)
from reid_service.errors import (
    FrigateDenied,
    FrigateNotFound,
    FrigateRefused,
    FrigateUnreachable,
    ReidError,
)
from reid_service.publish.labels import LabelWriter, Step, Wish

_LOG = logging.getLogger(__name__)

_NOTHING_WRITTEN: Final = frozenset({IdentityChange.CREATED})


class Sightings(Protocol):
    """Who is who in the store, at this moment."""

    def name_of(self, tracklet_id: str) -> str | None:
        """Name of the identity of a sighting, None when it has none or the sighting is gone."""
        ...

    def of_identity(self, identity_id: str) -> Iterable[str]:
        """Tracklet ids of an identity."""
        ...


class Result(StrEnum):
    """How a write-back ended, or why it has not yet; counted in the metrics."""

    WRITTEN = "written"
    FOREIGN = "foreign"  # the sub label is somebody else's
    NOT_ENDED = "not_ended"  # Frigate still tracks the object
    NOT_FOUND = "not_found"  # Frigate has no row of it (yet)
    NOT_KEPT = "not_kept"  # written, and not there when read again
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    DENIED = "denied"  # the role may not write: this Frigate is left alone from now on
    FAILED = "failed"  # our own store
    QUEUE_FULL = "queue_full"


# Frigate's own row follows its `end` message by a moment; an outage lasts longer. The pauses
# double from one second, so 4 tries take 7 s and 14 tries about half an hour.
_TRIES: Final[Mapping[Result, int]] = {
    Result.NOT_FOUND: 4,
    Result.NOT_KEPT: 4,
    Result.NOT_ENDED: 14,
    Result.UNREACHABLE: 14,
}


@dataclass(slots=True)
class _Job:
    tracklet_id: str
    first: bool
    similarity: float | None
    due_s: float
    tries: Counter[Result] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Correction:
    tracklet_ids: tuple[str, ...]
    identity_ids: tuple[str, ...] = ()


class WriteBack:
    """Queue and thread of write-back, for all Frigates of the site.

    `writers` by the name of the Frigate; one that is not in it is never written to. `queue_size`
    bounds what waits: the oldest gives way. `retry_s` is the first pause, `retry_max_s` the
    longest.
    """

    def __init__(
        self,
        *,
        writers: Mapping[str, LabelWriter],
        sightings: Sightings,
        metrics: Metrics,
        queue_size: int = 10_000,
        retry_s: float = 1.0,
        retry_max_s: float = 300.0,
    ) -> None:
        self._writers = dict(writers)
        self._sightings = sightings
        self._metrics = metrics
        self._queue_size = queue_size
        self._retry_s, self._retry_max_s = retry_s, retry_max_s
        self._jobs: dict[str, _Job] = {}
        self._corrections: deque[_Correction] = deque()
        self._changed = threading.Condition()
        self._stopping = False
        self._unsubscribe: Callable[[], None] = lambda: None
        self._thread = threading.Thread(target=self._run, name="write-back", daemon=True)
        metrics.queue_length.labels("write_back").set_function(lambda: len(self._jobs))

    def start(self, bus: Bus) -> None:
        """Listen and work."""
        self._thread.start()
        self._unsubscribe = bus.subscribe(self.take)

    def stop(self, timeout_s: float = 15.0) -> None:
        """End after the request that is under way; what waits is not written."""
        self._unsubscribe()
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self._thread.join(timeout_s)

    def take(self, event: DomainEvent) -> None:
        """Queue what `event` asks for; never blocks."""
        match event:
            case SightingEvent(phase=Phase.FIRM, named=True):
                self._put(_Job(event.tracklet_id, True, event.similarity, due_s=time.monotonic()))
            case SightingEvent(phase=Phase.FIRM):
                self._correct(_Correction((event.tracklet_id,)))
            case IdentityChangedEvent() if event.change not in _NOTHING_WRITTEN:
                others = (event.other_identity_id,) if event.other_identity_id else ()
                self._correct(_Correction(event.tracklet_ids, (event.identity_id, *others)))

    def _put(self, job: _Job) -> None:
        with self._changed:
            waiting = self._jobs.pop(job.tracklet_id, None)
            if waiting is not None:
                job.first |= waiting.first
                job.similarity = waiting.similarity if job.similarity is None else job.similarity
            elif len(self._jobs) >= self._queue_size:
                del self._jobs[next(iter(self._jobs))]
                self._dropped()
            self._jobs[job.tracklet_id] = job
            self._changed.notify_all()

    def _correct(self, correction: _Correction) -> None:
        with self._changed:
            if len(self._corrections) >= self._queue_size:
                self._corrections.popleft()
                self._dropped()
            self._corrections.append(correction)
            self._changed.notify_all()

    def _dropped(self) -> None:
        self._metrics.queue_drops.labels("write_back").inc()
        self._count(Result.QUEUE_FULL)

    def _count(self, result: Result) -> None:
        self._metrics.write_backs.labels(result).inc()

    # The thread that writes.

    def _run(self) -> None:
        while (work := self._next()) is not None:
            if isinstance(work, _Correction):
                self._queue_outdated(work)
            else:
                self._settle(work, self._try(work))

    def _next(self) -> _Job | _Correction | None:
        """Wait for the next correction or job that is due; None when it is time to end."""
        with self._changed:
            while not self._stopping:
                if self._corrections:
                    return self._corrections.popleft()
                job = min(self._jobs.values(), key=lambda each: each.due_s, default=None)
                pause_s = None if job is None else job.due_s - time.monotonic()
                if job is not None and pause_s is not None and pause_s <= 0:
                    return self._jobs.pop(job.tracklet_id)
                self._changed.wait(pause_s)
        return None

    def _queue_outdated(self, correction: _Correction) -> None:
        """Queue those sightings that carry a name of ours which is wrong by now."""
        try:
            tracklet_ids = dict.fromkeys(correction.tracklet_ids)
            for identity_id in correction.identity_ids:
                tracklet_ids.update(dict.fromkeys(self._sightings.of_identity(identity_id)))
            for tracklet_id in tracklet_ids:
                writer = self._writers.get(_split(tracklet_id)[0])
                name = self._sightings.name_of(tracklet_id)
                if writer is not None and writer.outdated(tracklet_id, name):
                    self._put(_Job(tracklet_id, False, None, due_s=time.monotonic()))
        except ReidError as error:
            self._count(Result.FAILED)
            _LOG.warning("names in Frigate may be outdated: %s", error)

    def _try(self, job: _Job) -> Result:
        """One pass; `NOT_KEPT` until a pass finds everything as it should be."""
        instance, event_id = _split(job.tracklet_id)
        writer = self._writers.get(instance)
        if writer is None:
            return Result.DENIED
        try:
            name = self._sightings.name_of(job.tracklet_id)
            wish = Wish(job.tracklet_id, event_id, name, job.first, job.similarity)
            return _RESULTS[writer.make_right(wish)]
        except ReidError as error:
            return self._explain(instance, event_id, error)

    def _explain(self, instance: str, event_id: str, error: ReidError) -> Result:
        match error:
            case FrigateUnreachable():
                return Result.UNREACHABLE
            case FrigateNotFound():
                return Result.NOT_FOUND
            case FrigateDenied():
                self._switch_off(instance, error)
                return Result.DENIED
            case _:
                _LOG.warning("no name for %s in Frigate %s: %s", event_id, instance, error)
                return Result.REFUSED if isinstance(error, FrigateRefused) else Result.FAILED

    def _settle(self, job: _Job, result: Result) -> None:
        job.tries[result] += 1
        tries = job.tries[result]
        if tries < _TRIES.get(result, 0):
            job.due_s = time.monotonic() + min(self._retry_max_s, self._retry_s * 2 ** (tries - 1))
            self._put_again(job)
            return
        self._count(result)
        if result in _TRIES:
            _LOG.warning("gave up writing a name for %s to Frigate: %s", job.tracklet_id, result)

    def _put_again(self, job: _Job) -> None:
        with self._changed:
            newer = self._jobs.get(job.tracklet_id)
            if newer is None:
                self._jobs[job.tracklet_id] = job
            else:
                newer.first |= job.first

    def _switch_off(self, instance: str, error: FrigateDenied) -> None:
        del self._writers[instance]
        _LOG.error(
            "Frigate %s does not let us write names (%s). Give its user the role admin, or turn "
            "off publish.write_sub_label and publish.write_description. Nothing more is written "
            "until the next start.",
            instance,
            error,
        )


_RESULTS: Final[Mapping[Step, Result]] = {
    Step.RIGHT: Result.WRITTEN,
    Step.WROTE: Result.NOT_KEPT,
    Step.FOREIGN: Result.FOREIGN,
    Step.NOT_ENDED: Result.NOT_ENDED,
}


def _split(tracklet_id: str) -> tuple[str, str]:
    """Name of the Frigate and event id: a tracklet's id joins them by the first colon."""
    instance, _, event_id = tracklet_id.partition(":")
    return instance, event_id
