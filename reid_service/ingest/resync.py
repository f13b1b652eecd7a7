"""What Frigate still knows of the time in which we did not listen.

MQTT messages are neither retained nor repeated, so after every connection and every gap the
HTTP API is asked: for what is in progress, for what began since, and for what became of each
tracked object that we believe open (FRIGATE contract, section 2).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, Protocol

from reid_service.errors import FrigateNotFound, FrigateRefused
from reid_service.ingest.payloads import EventRow

OVERLAP_S: Final = 600.0
"""How far back before the newest known start we look again: starts arrive out of order."""


class EventSource(Protocol):
    """The part of a Frigate client that a resync needs."""

    def events(
        self,
        *,
        after_s: float | None = None,
        in_progress: bool | None = None,
        has_snapshot: bool | None = None,
    ) -> Iterator[EventRow]:
        """Persons that started after a time, newest first."""
        ...

    def event(self, event_id: str, *, fresh: bool = False) -> EventRow:
        """One event. Raises `FrigateNotFound`."""
        ...


@dataclass(frozen=True, slots=True)
class CatchUp:
    """What one Frigate told: rows in order of their start."""

    instance: str
    rows: tuple[EventRow, ...]


def catch_up(
    instance: str, source: EventSource, *, since_s: float, open_event_ids: Iterable[str]
) -> CatchUp:
    """Ask one Frigate for everything missed since `since_s`. Raises `FrigateError`.

    An open event without a row is not necessarily over: a person who has not moved has none.
    Whether it is lost shows in the time since it was last heard of.
    """
    rows = {row.event_id: row for row in source.events(in_progress=True)}
    for row in source.events(after_s=since_s - OVERLAP_S, has_snapshot=True):
        rows.setdefault(row.event_id, row)
    for event_id in open_event_ids:
        if event_id in rows:
            continue
        # One that cannot be read must not keep back the others.
        with suppress(FrigateNotFound, FrigateRefused):
            rows[event_id] = source.event(event_id, fresh=True)
    ordered = sorted(rows.values(), key=lambda row: (row.start_time_s, row.event_id))
    return CatchUp(instance, tuple(ordered))
