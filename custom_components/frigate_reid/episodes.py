"""Unknown people: reported once a visit, and only once it is clear that they stay unknown.

Often somebody is taken for a stranger at first and recognised a moment later. So an episode
waits `hold_s` before it is told. Pure, as `presence`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from .client.events import ReappearanceEvent, SightingEvent
from .occurrences import Kind, Occurrence

STAYED_AFTER_S = 300.0
"""An unknown person who was told of and is on site so long is told of once more."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One visit of one unknown person; `due` is when something is to be told."""

    event: SightingEvent
    due: float | None
    told: bool = False
    away_s: float | None = None

    @property
    def identity_id(self) -> str:
        """Of the unknown person."""
        return self.event.identity_id

    def occurrence(self) -> Occurrence:
        """What is to be told now."""
        if self.told:
            kind = Kind.UNKNOWN_STAYED
        else:
            kind = Kind.UNKNOWN_ARRIVED if self.away_s is None else Kind.UNKNOWN_RETURNED
        return Occurrence.of_sighting(kind, self.event, away_s=self.away_s)


class Episodes:
    """The episodes that go on, by identity."""

    def __init__(self, *, hold_s: float) -> None:
        self._hold_s = hold_s
        self._running: dict[str, Episode] = {}

    def __len__(self) -> int:
        return len(self._running)

    def seen(self, event: SightingEvent, now: float, *, quietly: bool = False) -> None:
        """An unknown person is on a camera; `quietly` takes the visit for told already."""
        known = self._running.get(event.identity_id)
        if known is None:
            due = None if quietly else now + self._hold_s
            self._running[event.identity_id] = Episode(event, due, told=quietly)
        else:
            crop_id = event.crop_id or known.event.crop_id
            newest = replace(event, crop_id=crop_id, start_s=known.event.start_s)
            self._running[event.identity_id] = replace(known, event=newest)

    def back(self, event: ReappearanceEvent) -> None:
        """An unknown person was here before."""
        known = self._running.get(event.identity_id)
        if known is not None:
            self._running[event.identity_id] = replace(known, away_s=event.away_s)

    def end(self, identity_id: str) -> None:
        """They left, or are known after all: nothing more is to be told."""
        self._running.pop(identity_id, None)

    def left(self, identity_id: str) -> None:
        """They left: what waits is still told, then the episode is over."""
        known = self._running.get(identity_id)
        if known is not None and known.told:
            self.end(identity_id)

    def became(self, identity_id: str, other_id: str, label: str) -> None:
        """They are another unknown person, whose own episode counts if there is one."""
        known = self._running.pop(identity_id, None)
        if known is not None and other_id not in self._running:
            event = replace(known.event, identity_id=other_id, label=label)
            self._running[other_id] = replace(known, event=event)

    def due(self, now: float) -> list[Episode]:
        """Episodes of which something is to be told; each is asked about first, then `tell`."""
        return [each for each in self._running.values() if each.due is not None and now >= each.due]

    def next_due(self) -> float | None:
        """When `due` has something to say at the earliest."""
        return min(
            (each.due for each in self._running.values() if each.due is not None), default=None
        )

    def tell(self, identity_id: str, now: float, *, on_site: bool) -> Occurrence | None:
        """What is to be told, if the episode still goes on; afterwards it waits for the next."""
        known = self._running.get(identity_id)
        if known is None or known.due is None:
            return None
        if known.told and not on_site:
            self.end(identity_id)
            return None
        if known.told:
            self._running[identity_id] = replace(known, due=None)
        elif on_site:
            self._running[identity_id] = replace(known, told=True, due=now + STAYED_AFTER_S)
        else:
            self.end(identity_id)
        return known.occurrence()
