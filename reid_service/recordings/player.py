"""Plays a recording: publishes its messages while the replayed Frigate keeps step."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from reid_service.errors import RecordingError
from reid_service.recordings.format import Message, Recording
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from reid_service.recordings.traffic import EventMessage, decode_event, referenced_event

Publish: TypeAlias = Callable[[str, str, int, bool], None]
"""Topic, payload, QoS, retain."""

_POLL_S: Final = 0.02
_ASK_EVERY_S: Final = 0.2
_PAUSE_BETWEEN_LOOPS_S: Final = 60
_ONLINE: Final = "online"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a replay is; `time_s` is the recording's time, epoch seconds.

    `total` is that of all loops, or of one when it plays without end.
    """

    done: int
    total: int
    time_s: float


@dataclass(slots=True)
class ReplayReport:
    """What a replay did.

    `unfetched_pictures` and `stalled_windows` count waits that were given up at speed 0;
    `seconds` is from the first message until everything was settled, where that was waited for.
    """

    published: int = 0
    events: int = 0
    unfetched_pictures: int = 0
    stalled_windows: int = 0
    seconds: float = 0.0


class _Settled:
    """How many of the published events the service has finished, whatever it counts from.

    A service that restarts counts from zero again; messages that it will never see (it was
    away) are written off by `give_up`.
    """

    def __init__(self, count: Callable[[], int]) -> None:
        self._count = count
        self._last = count()
        self._asked_s = 0.0
        self.finished = 0

    def poll(self, published: int) -> int:
        """Asks now and then only: the service has better things to do than to answer."""
        now_s = time.monotonic()
        if now_s - self._asked_s < _ASK_EVERY_S:
            return self.finished
        self._asked_s = now_s
        count = self._count()
        more = count - self._last if count >= self._last else count
        self._last = count
        self.finished = min(published, self.finished + more)
        return self.finished

    def give_up(self, published: int) -> None:
        self.finished = published


class Player:
    """Publishes the messages of a recording in order, advancing the replayed Frigate first.

    `speed` > 0 scales time. 0 plays as fast as the service drains, and always alike: a picture
    is replaced only after it was fetched (or the service has `settled` everything published so
    far), and never are more than `window` event messages unsettled. `settled` returns how many
    messages of `<prefix>/events` the service has finished; without it only pictures are waited
    for. A wait without any progress for `patience_s` is counted in the report and given up.
    With `keeps_pictures` no fetch is waited for: Frigate keeps them for a service that says which
    it means, as ours does. What comes out is the same, sooner.

    `start_s` and `end_s` (seconds from the recording's start) play a stretch: objects that
    began before it are left out, retained messages from before it come first. `loops` plays it
    that often, each time later in time with other event ids; None without end.
    """

    def __init__(
        self,
        recording: Recording,
        publish: Publish,
        frigate: ReplayedFrigate,
        *,
        speed: float = 1.0,
        settled: Callable[[], int] | None = None,
        window: int = 128,
        keeps_pictures: bool = False,
        patience_s: float = 10.0,
        start_s: float = 0.0,
        end_s: float | None = None,
        loops: int | None = 1,
        stop: threading.Event | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        if speed < 0 or window < 1 or start_s < 0 or (end_s is not None and end_s <= start_s):
            msg = "Speed may not be negative, the window is at least 1, the end is after the start."
            raise RecordingError(msg)
        self._recording, self._publish, self._frigate = recording, publish, frigate
        self._speed, self._window, self._patience_s = speed, window, patience_s
        self._start_s, self._end_s, self._loops = start_s, end_s, loops
        self._keeps_pictures = keeps_pictures and speed == 0
        self._stop = stop or threading.Event()
        self._on_progress = on_progress
        self._count_settled = settled
        self._settled: _Settled | None = None
        self._report = ReplayReport()
        self._available = f"{recording.header.topic_prefix}/available"
        self._announced = False

    def announce(self) -> None:
        """Publish that Frigate is there, retained; nothing is ever said at the end.

        The recording's own word of it, if it comes before any event, is left out then: it would
        make the service ask for what it missed in the middle of the first events.
        """
        self._publish(self._available, _ONLINE, 0, True)
        self._announced = True

    def run(self) -> ReplayReport:
        """Play to the end, or until the stop event is set."""
        per_loop = sum(1 for _ in self._stretch(self._recording))
        total = per_loop * (self._loops or 1)
        if self._speed == 0 and self._count_settled is not None:
            self._settled = _Settled(self._count_settled)
        loop = 0
        while not self._stop.is_set() and (self._loops is None or loop < self._loops):
            self._play(self._recording.shifted(loop * self._period_s()), total)
            loop += 1
        return self._report

    def _period_s(self) -> int:
        """Whole seconds from one loop's start to the next one's."""
        end_s = self._recording.header.seconds if self._end_s is None else self._end_s
        return int(end_s - self._start_s) + _PAUSE_BETWEEN_LOOPS_S

    def _play(self, recording: Recording, total: int) -> None:
        self._frigate.load(recording)
        if self._keeps_pictures:
            self._frigate.keep_pictures()
        started_s, origin_s = time.monotonic(), recording.header.start + self._start_s
        topic = f"{recording.header.topic_prefix}/events"
        for message in self._stretch(recording):
            event = decode_event(message.payload) if message.topic == topic else None
            if self._is_announced(message):
                continue
            if self._speed > 0:
                due_s = started_s + (message.t - origin_s) / self._speed
                self._stop.wait(max(0.0, due_s - time.monotonic()))
            elif event is not None:
                self._keep_step(event)
            if self._stop.is_set():
                return
            self._frigate.apply(message)
            self._publish(message.topic, message.payload, message.qos, message.retain)
            self._report.published += 1
            self._report.events += message.topic == topic
            if self._on_progress is not None:
                self._on_progress(Progress(self._report.published, total, message.t))

    def _is_announced(self, message: Message) -> bool:
        return (
            self._announced
            and self._report.events == 0
            and (message.topic, message.payload) == (self._available, _ONLINE)
        )

    def _stretch(self, recording: Recording) -> Iterator[Message]:
        """The messages to play: retained state first, then those of objects born in time."""
        first_s = recording.header.start + self._start_s
        last_s = float("inf") if self._end_s is None else recording.header.start + self._end_s
        if self._start_s == 0:
            yield from (message for message in recording.messages() if message.t < last_s)
            return
        retained: dict[str, Message] | None = {}
        born_before: set[str] = set()
        for message in recording.messages():
            if message.t < first_s:
                if message.retain and retained is not None:
                    retained[message.topic] = message
                born_before.add(_event_id(message) or "")
                continue
            if retained is not None:
                yield from retained.values()
                retained = None
            if message.t >= last_s:
                return
            if _event_id(message) not in born_before:
                yield message

    # --- as fast as the service drains

    def _keep_step(self, event: EventMessage) -> None:
        if not self._keeps_pictures and self._frigate.replaces_picture(event):
            self._await_fetch(event)
        if not self._has_room() and not self._wait(
            lambda: self._stop.wait(_POLL_S), behind=self._window - 1
        ):
            self._report.stalled_windows += 1

    def _await_fetch(self, event: EventMessage) -> None:
        if not self._wait(lambda: self._frigate.wait_for_fetch(event.after.id, _POLL_S), behind=0):
            self._report.unfetched_pictures += 1

    def _has_room(self) -> bool:
        published = self._report.events
        if self._settled is None or published - self._settled.finished < self._window:
            return True
        return published - self._settled.poll(published) < self._window

    def _wait(self, done: Callable[[], bool], *, behind: int) -> bool:
        """Until `done` or at most `behind` events are unsettled; False when given up.

        `done` takes at most one poll interval, so that the service is asked no more often.
        """
        published, finished = self._report.events, -1
        deadline_s = time.monotonic() + self._patience_s
        while not done() and not self._stop.is_set():
            if self._settled is not None and self._settled.poll(published) > finished:
                finished = self._settled.finished
                deadline_s = time.monotonic() + self._patience_s
                if published - finished <= behind:
                    return True
            if time.monotonic() >= deadline_s:
                if self._settled is not None:
                    self._settled.give_up(published)
                return False
        return True


def _event_id(message: Message) -> str | None:
    event = decode_event(message.payload)
    return event.after.id if event else referenced_event(message.payload)
