"""The bounded queue between the broker's threads and the pipeline."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final, TypeAlias

from reid_service.ingest.payloads import (
    Availability,
    LiveObject,
    MessageKind,
    ObjectUpdate,
    TrackedObjectMessage,
)

HARD_BOUND: Final = 8
"""Multiple of the capacity that messages which may not be dropped can reach.

A message takes about 5 kB, so the default capacity of 2000 can grow to 80 MB: hours of a busy
site's beginnings and ends. Beyond that only a pipeline that stands still explains the length.
"""

Content: TypeAlias = TrackedObjectMessage | ObjectUpdate | Availability | tuple[LiveObject, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A parsed message with the Frigate it came from; `arrived_s` is monotonic."""

    instance: str
    content: Content
    arrived_s: float


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """Messages about tracked objects since the start that did not come out as they went in.

    Updates dropped or merged into a newer one, beginnings and ends refused.
    """

    dropped: int
    merged: int
    refused: int


_Key: TypeAlias = tuple[str, str]


class IngestQueue:
    """First in, first out; thread-safe; never loses a beginning or an end silently.

    Full means: an update takes the place of the one before it where both show the same picture,
    else the oldest waiting update goes, since a later message of its object tells the same and
    more. Beginnings and ends may exceed the capacity up to `HARD_BOUND` times. Then
    `put` waits, which slows the broker's thread. The wait is far below the keep-alive (60 s),
    because a broker that hears nothing would cut the connection and lose more. After it the
    message is refused, and `take_overflow` tells the consumer to ask Frigate over HTTP.
    """

    def __init__(self, capacity: int = 2000, *, put_wait_s: float = 10.0) -> None:
        self._capacity = capacity
        self._put_wait_s = put_wait_s
        self._changed = threading.Condition()
        self._waiting: OrderedDict[int, Arrival] = OrderedDict()
        self._droppable: OrderedDict[int, None] = OrderedDict()
        self._last: dict[_Key, int] = {}
        self._next = 0
        self._dropped = self._merged = self._refused = 0
        self._overflowed = False
        self._closed = False

    def __len__(self) -> int:
        with self._changed:
            return len(self._waiting)

    @property
    def counts(self) -> QueueCounts:
        """What was lost of the messages about tracked objects."""
        with self._changed:
            return QueueCounts(self._dropped, self._merged, self._refused)

    def put(self, arrival: Arrival) -> bool:
        """Add a message; False when it was refused, or dropped because of a full queue."""
        with self._changed:
            if self._closed:
                return False
            droppable = _is_droppable(arrival)
            full = len(self._waiting) >= self._capacity
            # Only then: what a message tells must not depend on how busy we are.
            if full and self._merge(arrival):
                return True
            if full and not self._drop_oldest() and droppable:
                self._dropped += _is_event(arrival)
                return False
            if not droppable and not self._wait_for_room():
                self._refused += _is_event(arrival)
                self._overflowed = True
                return False
            self._append(arrival, droppable)
            self._changed.notify_all()
            return True

    def get(self, timeout_s: float) -> Arrival | None:
        """The oldest message; None when none came in time or the queue is closed and empty."""
        deadline_s = time.monotonic() + timeout_s
        with self._changed:
            while not self._waiting:
                left_s = deadline_s - time.monotonic()
                if self._closed or left_s <= 0.0:
                    return None
                self._changed.wait(left_s)
            number, arrival = self._waiting.popitem(last=False)
            self._forget(number, arrival)
            self._changed.notify_all()
            return arrival

    def take_overflow(self) -> bool:
        """Whether a beginning or an end was refused since the last call."""
        with self._changed:
            overflowed, self._overflowed = self._overflowed, False
            return overflowed

    def close(self) -> None:
        """Refuse further messages and wake everybody; what waits can still be taken."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _wait_for_room(self) -> bool:
        hard = self._capacity * HARD_BOUND
        room = self._changed.wait_for(
            lambda: self._closed or len(self._waiting) < hard, self._put_wait_s
        )
        return room and not self._closed

    def _append(self, arrival: Arrival, droppable: bool) -> None:
        number = self._next
        self._next += 1
        self._waiting[number] = arrival
        if droppable:
            self._droppable[number] = None
        key = _key(arrival)
        if key is not None:
            self._last[key] = number

    def _merge(self, arrival: Arrival) -> bool:
        """Put an update in the place of the one before it when both show the same picture."""
        content, key = arrival.content, _key(arrival)
        if key is None or not isinstance(content, TrackedObjectMessage):
            return False
        number = self._last.get(key)
        if number is None or content.kind is not MessageKind.UPDATE:
            return False
        waiting = self._waiting[number].content
        if (
            not isinstance(waiting, TrackedObjectMessage)
            or waiting.kind is not MessageKind.UPDATE
            or _picture_time(waiting) != _picture_time(content)
        ):
            return False
        self._waiting[number] = arrival
        self._merged += 1
        return True

    def _drop_oldest(self) -> bool:
        if not self._droppable:
            return False
        number, _ = self._droppable.popitem(last=False)
        dropped = self._waiting.pop(number)
        self._forget(number, dropped)
        self._dropped += _is_event(dropped)
        return True

    def _forget(self, number: int, arrival: Arrival) -> None:
        self._droppable.pop(number, None)
        key = _key(arrival)
        if key is not None and self._last.get(key) == number:
            del self._last[key]


def _is_event(arrival: Arrival) -> bool:
    return isinstance(arrival.content, TrackedObjectMessage)


def _is_droppable(arrival: Arrival) -> bool:
    content = arrival.content
    if isinstance(content, TrackedObjectMessage):
        return content.kind is MessageKind.UPDATE
    return isinstance(content, ObjectUpdate)


def _key(arrival: Arrival) -> _Key | None:
    content = arrival.content
    if isinstance(content, TrackedObjectMessage):
        return (arrival.instance, content.event_id)
    return None


def _picture_time(message: TrackedObjectMessage) -> float | None:
    return None if message.snapshot is None else message.snapshot.frame_time_s
