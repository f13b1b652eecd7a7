"""Records a live Frigate site: its messages, and the clean pictures while they are current."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from reid_service.domain.boxes import PixelBox
from reid_service.errors import FrigateError, RecordingError
from reid_service.recordings.format import Message, RecordingWriter, frigate_config_parts
from reid_service.recordings.pictures import is_webp, transcoded
from reid_service.recordings.redact import PREFIX, Redactor
from reid_service.recordings.traffic import EventMessage, decode_event

TOPICS: Final = ("events", "available", "tracked_object_update", "stats", "reviews")

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class RecorderCounts:
    """`pictures_missed` are not stored (yet): they were gone or replaced when we asked."""

    messages: int
    pictures: int
    pictures_missed: int


@dataclass(slots=True)
class _Watched:
    """An object: the frame of its current picture, and those stored or on their way."""

    frame_time_s: float
    seen: set[float] = field(default_factory=set)
    asked: set[float] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Wanted:
    event_id: str
    frame_time_s: float
    box: PixelBox


class Recorder:
    """Writes what a site publishes, and fetches each new picture of a person.

    `fetch` returns the clean picture of an event as Frigate has it now (png or webp) and raises
    FrigateError when there is none. `on_message` may be called from any one thread; pictures are
    fetched in a thread of the recorder, so that a slow Frigate loses pictures, not messages.
    """

    def __init__(
        self,
        writer: RecordingWriter,
        fetch: Callable[[str], bytes],
        *,
        topic_prefix: str,
        redactor: Redactor | None = None,
        now_s: Callable[[], float] = time.time,
        pending: int = 256,
    ) -> None:
        self._writer, self._fetch, self._redactor = writer, fetch, redactor
        self._prefix, self._now_s = topic_prefix, now_s
        self._wanted: queue.Queue[_Wanted | None] = queue.Queue(pending)
        self._lock = threading.Lock()
        self._watched: dict[str, _Watched] = {}
        self._messages = self._settled = self._seen = self._pictures = 0
        self._thread = threading.Thread(target=self._work, name="recorder", daemon=True)
        self._thread.start()

    def __enter__(self) -> Recorder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def topics(self) -> tuple[str, ...]:
        """What to subscribe to."""
        return tuple(f"{self._prefix}/{topic}" for topic in TOPICS)

    @property
    def counts(self) -> RecorderCounts:
        """What was recorded so far."""
        with self._lock:
            return RecorderCounts(self._messages, self._pictures, self._seen - self._pictures)

    def settled(self) -> int:
        """How many event messages are done with, pictures included."""
        with self._lock:
            return self._settled

    def on_message(self, topic: str, payload: bytes, qos: int, retain: bool) -> None:
        """Record one MQTT message; those of other topics and undecodable ones are left out."""
        if topic not in self.topics:
            return
        try:
            text = payload.decode()
        except UnicodeDecodeError:
            return
        # A broker marks as retained only what it had kept; Frigate retains this one always.
        retained = retain or topic == f"{self._prefix}/available"
        message = Message(self._now_s(), topic, qos, retained, text)
        written = self._redactor.message(message) if self._redactor else message
        if written is None:
            return
        self._writer.write(written)
        event = decode_event(text) if topic == f"{self._prefix}/events" else None
        wanted = None if event is None else self._watch(event)
        with self._lock:
            self._messages += 1
            self._settled += topic == f"{self._prefix}/events" and wanted is None
        if wanted is not None:
            self._want(wanted)

    def close(self) -> None:
        """Fetch what is still wanted and finish the recording."""
        if self._thread.is_alive():
            self._wanted.put(None)
            self._thread.join()
        self._writer.close()

    def _watch(self, event: EventMessage) -> _Wanted | None:
        """The picture to fetch because of `event`, once for each frame."""
        after = event.after
        if after.label != "person" or after.snapshot is None:
            return None
        frame_time_s = after.snapshot.frame_time
        with self._lock:
            watched = self._watched.setdefault(after.id, _Watched(frame_time_s))
            watched.frame_time_s = frame_time_s
            self._seen += frame_time_s not in watched.seen
            watched.seen.add(frame_time_s)
            new = frame_time_s not in watched.asked
            watched.asked.add(frame_time_s)
        return _Wanted(after.id, frame_time_s, after.snapshot.pixel_box) if new else None

    def _want(self, wanted: _Wanted) -> None:
        try:
            self._wanted.put_nowait(wanted)
        except queue.Full:
            self._finish(wanted, stored=False)

    def _work(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            stored = False
            try:
                stored = self._store(wanted)
            except (FrigateError, RecordingError, OSError) as error:
                _LOGGER.debug("No picture of %s: %s", wanted.event_id, error)
            self._finish(wanted, stored=stored)

    def _store(self, wanted: _Wanted) -> bool:
        data = self._fetch(wanted.event_id)
        with self._lock:
            if self._watched[wanted.event_id].frame_time_s != wanted.frame_time_s:
                # It may show another frame by now, and nothing in it tells.
                return False
        event_id, frame_time_s = wanted.event_id, wanted.frame_time_s
        if self._redactor is not None:
            data = self._redactor.frame(data, wanted.box)
            event_id = self._redactor.event_id(event_id, frame_time_s)
            frame_time_s = self._redactor.frame_time_s(frame_time_s)
        elif not is_webp(data):
            data = transcoded(data, "webp")
        self._writer.write_frame(event_id, frame_time_s, data)
        return True

    def _finish(self, wanted: _Wanted, *, stored: bool) -> None:
        with self._lock:
            self._settled += 1
            self._pictures += stored
            if not stored:
                # The next message about the object asks again: Frigate has a row by then.
                self._watched[wanted.event_id].asked.discard(wanted.frame_time_s)


def start_recording(
    folder: Path,
    *,
    config: Mapping[str, Any],
    fetch: Callable[[str], bytes],
    redact: bool = False,
    epoch_s: int | None = None,
    licence: str = "",
) -> Recorder:
    """A recorder of the site whose GET /api/config answered `config`, into a new folder.

    `redact` takes out names, places and everything around the persons; `epoch_s` (only with
    `redact`) also moves the recording in time. Feed `on_message` with the `topics`, then close.
    Raises RecordingError when the folder is not empty.
    """
    parts = frigate_config_parts(config)
    prefix: str = parts["mqtt"]["topic_prefix"]
    redactor = Redactor(config, topic_prefix=prefix, epoch_s=epoch_s) if redact else None
    writer = RecordingWriter(
        folder,
        frigate_version=parts["version"],
        topic_prefix=PREFIX if redactor else prefix,
        config=redactor.config() if redactor else parts,
        source="recorded from a site, redacted" if redactor else "recorded from a site",
        licence=licence,
    )
    return Recorder(writer, fetch, topic_prefix=prefix, redactor=redactor)
