"""Rescans: what Frigate's history has and we have not, oldest first, when there is time."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from reid_service.clock import Clock
from reid_service.domain.floorplan import CameraKey
from reid_service.errors import FrigateUnreachable, InvalidRequest, NotFound, StoreError
from reid_service.ingest.payloads import EventRow
from reid_service.jobs.runner import Task

_LOG = logging.getLogger(__name__)

LONGEST_S: Final = 60 * 86_400.0
_STRETCH_S: Final = 3600.0
_SETTLED_S: Final = 60.0
"""What ended more recently is left to the present."""

_SHARE: Final = 0.5
"""Of the requests to Frigate that are allowed: the present has the rest."""

_REQUESTS_EACH: Final = 2.0
_EACH_S: Final = 0.15
"""One picture fetched, cut, embedded and decided on a small machine."""

_RETRY_S: Final = 5.0
_MOST_RETRIES: Final = 24
_IDLE_S: Final = 0.1

T = TypeVar("T")


class History(Protocol):
    """The part of a Frigate client that a rescan needs."""

    def events(
        self,
        *,
        after_s: float | None = None,
        before_s: float | None = None,
        has_snapshot: bool | None = None,
        cameras: Sequence[str] = (),
    ) -> Iterator[EventRow]:
        """Persons that started between two times, newest first."""
        ...


class Past(Protocol):
    """Takes events in without disturbing the present."""

    @property
    def is_busy(self) -> bool:
        """Whether the present goes first."""
        ...

    def begin(self, until_s: float) -> None:
        """A stretch that ends then begins."""
        ...

    def finish(self) -> None:
        """A stretch is over."""
        ...

    def knows(self, instance: str, event_id: str) -> bool:
        """Whether an event was taken in before."""
        ...

    def take(self, instance: str, row: EventRow, *, check: Callable[[], None]) -> bool:
        """Take one event in; whether it had a usable picture."""
        ...


@dataclass(frozen=True, slots=True)
class RescanWish:
    """What is to be looked through; None means all. Times are epoch seconds."""

    from_s: float
    to_s: float
    instances: tuple[str, ...]
    cameras: tuple[str, ...] = ()
    dry_run: bool = False

    def __post_init__(self) -> None:
        """Raises `InvalidRequest` for a span that cannot be."""
        if not 0.0 <= self.from_s < self.to_s:
            msg = "The time span ends before it begins. Exchange from_s and to_s."
            raise InvalidRequest(msg)
        if self.to_s - self.from_s > LONGEST_S:
            msg = "The time span is longer than 60 days. Choose a shorter one."
            raise InvalidRequest(msg)

    @classmethod
    def of(cls, request: Mapping[str, Any]) -> RescanWish:
        """From the request of a job."""
        return cls(
            request["from_s"],
            request["to_s"],
            tuple(request["instances"]),
            tuple(request["cameras"]),
            request["dry_run"],
        )

    def to_json(self) -> dict[str, Any]:
        """For the request of a job."""
        return {
            "from_s": self.from_s,
            "to_s": self.to_s,
            "instances": list(self.instances),
            "cameras": list(self.cameras),
            "dry_run": self.dry_run,
        }


@dataclass(slots=True)
class _Count:
    """How far a rescan is; goes over a restart."""

    next_s: float
    events: int = 0
    known: int = 0
    taken: int = 0
    unusable: int = 0

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


class Rescans:
    """Does jobs of the kind rescan.

    `was_paused(time_s)`: what began while the service was paused is not taken in later either,
    nor what began on a camera that was excluded then, or is now.
    """

    def __init__(
        self,
        *,
        sources: Mapping[str, History],
        requests_per_second: Mapping[str, float],
        past: Past,
        clock: Clock,
        is_paused: Callable[[], bool],
        was_paused: Callable[[float], bool],
        was_excluded: Callable[[CameraKey, float], bool] = lambda *_: False,
    ) -> None:
        self._sources = sources
        self._every_s = {
            name: _REQUESTS_EACH / (rate * _SHARE) for name, rate in requests_per_second.items()
        }
        self._past = past
        self._clock = clock
        self._is_paused = is_paused
        self._was_paused = was_paused
        self._was_excluded = was_excluded

    def __call__(self, task: Task) -> dict[str, Any]:
        """Look through the span. Raises `ReidError` and `Stopped`."""
        wish = RescanWish.of(task.job.request)
        count = _Count(**(task.job.checkpoint or {"next_s": wish.from_s}))
        while count.next_s < wish.to_s:
            until_s = min(wish.to_s, count.next_s + _STRETCH_S)
            self._stretch(task, wish, count, until_s)
            count.next_s = until_s
            share = (until_s - wish.from_s) / (wish.to_s - wish.from_s)
            task.report(share, checkpoint=count.to_json())
        found = {"events": count.events, "known": count.known}
        if wish.dry_run:
            return found | {"estimate_s": self._estimate_s(wish, count)}
        return found | {"taken": count.taken, "unusable": count.unusable}

    def _stretch(self, task: Task, wish: RescanWish, count: _Count, until_s: float) -> None:
        rows = self._missing(task, wish, count, until_s)
        if wish.dry_run or not rows:
            return
        self._until_it_works(task, lambda: self._past.begin(until_s))
        for done, (instance, row) in enumerate(rows):
            self._give_way(task)
            began_s = time.monotonic()
            take = partial(self._past.take, instance, row, check=task.check)
            taken = self._until_it_works(task, take)
            count.taken += taken
            count.unusable += not taken
            share = (count.next_s - wish.from_s) / (wish.to_s - wish.from_s)
            width = (until_s - count.next_s) / (wish.to_s - wish.from_s)
            task.report(share + width * done / len(rows))
            task.wait(max(0.0, began_s + self._every_s[instance] - time.monotonic()))
        self._until_it_works(task, self._past.finish)

    def _missing(
        self, task: Task, wish: RescanWish, count: _Count, until_s: float
    ) -> list[tuple[str, EventRow]]:
        """Events of a stretch that are not known yet, oldest first; counts all of them."""
        settled_s = self._clock.now_s() - _SETTLED_S
        found = []
        for instance in wish.instances:
            look = partial(self._rows, instance, count.next_s, until_s, wish.cameras)
            for row in self._until_it_works(task, look):
                over = row.end_time_s is not None and row.end_time_s < settled_s
                if over and self._is_wanted(instance, row):
                    found.append((instance, row))
        count.events += len(found)
        missing = [each for each in found if not self._past.knows(each[0], each[1].event_id)]
        count.known += len(found) - len(missing)
        return sorted(missing, key=lambda each: (each[1].start_time_s, each[1].event_id))

    def _is_wanted(self, instance: str, row: EventRow) -> bool:
        camera, start_s = CameraKey(instance, row.camera), row.start_time_s
        return not (self._was_paused(start_s) or self._was_excluded(camera, start_s))

    def _rows(
        self, instance: str, from_s: float, until_s: float, cameras: Sequence[str]
    ) -> list[EventRow]:
        source = self._sources.get(instance)
        if source is None:
            msg = "A Frigate of this rescan is no longer in the settings. Ask for it anew."
            raise NotFound(msg)
        # Frigate's bounds are exclusive: nobody is to fall between two stretches.
        after_s = math.nextafter(from_s, -math.inf)
        return list(
            source.events(after_s=after_s, before_s=until_s, has_snapshot=True, cameras=cameras)
        )

    def _give_way(self, task: Task) -> None:
        """Wait while the present has something to do, or nobody is to be taken in."""
        while self._past.is_busy or self._is_paused():
            task.wait(_IDLE_S)

    def _until_it_works(self, task: Task, act: Callable[[], T]) -> T:
        """Repeat what fails because Frigate or the store is away, for two minutes."""
        for _ in range(_MOST_RETRIES):
            try:
                return act()
            except (FrigateUnreachable, StoreError) as error:
                _LOG.info("a rescan waits: %s", error)
                task.wait(_RETRY_S)
        return act()

    def _estimate_s(self, wish: RescanWish, count: _Count) -> float:
        slowest_s = max((self._every_s[name] for name in wish.instances), default=0.0)
        return round((count.events - count.known) * max(_EACH_S, slowest_s), 1)
