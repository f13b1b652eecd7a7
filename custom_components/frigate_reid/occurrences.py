"""What happens on the site, as entities, triggers and automations are told."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from .client.events import HandoffEvent, ReappearanceEvent, SightingEvent


class Kind(StrEnum):
    """What happened."""

    ARRIVED = "arrived"
    MOVED = "moved"
    LEFT = "left"
    REAPPEARED = "reappeared"
    UNKNOWN_ARRIVED = "unknown_arrived"
    UNKNOWN_STAYED = "unknown_stayed"
    UNKNOWN_RETURNED = "unknown_returned"
    HANDOFF = "handoff"
    QUESTION = "question"


_BANDS: Final = {"accept": "likely", "ask": "unsure", "new": "new"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One thing that happened to one identity; times are epoch seconds of the site.

    `gap_s` is the time out of sight between two cameras, negative where views overlap; `away_s`
    the time out of every camera's sight before. `outcome` is accept, ask or new. `watched` means
    that somebody wanted to be told.
    """

    kind: Kind
    identity_id: str
    label: str
    named: bool
    camera: str | None
    at_s: float
    previous_camera: str | None = None
    gap_s: float | None = None
    away_s: float | None = None
    outcome: str | None = None
    similarity: float | None = None
    sighting_id: str | None = None
    event_id: str | None = None
    frigate_instance: str | None = None
    crop_id: str | None = None
    review_id: str | None = None
    other_identity_id: str | None = None
    other_label: str | None = None
    other_crop_id: str | None = None
    probability: float | None = None
    watched: bool = False

    @classmethod
    def of_sighting(cls, kind: Kind, event: SightingEvent, **more: Any) -> Occurrence:
        """Something that a sighting shows."""
        return cls(
            kind=kind,
            identity_id=event.identity_id,
            label=event.label,
            named=event.named,
            camera=event.camera,
            at_s=event.start_s,
            outcome=event.outcome,
            similarity=event.similarity,
            sighting_id=event.sighting_id,
            event_id=event.event_id,
            frigate_instance=event.frigate_instance,
            crop_id=event.crop_id,
            **more,
        )

    @classmethod
    def of_handoff(
        cls, kind: Kind, event: HandoffEvent, *, named: bool, crop_id: str | None
    ) -> Occurrence:
        """A walk from one camera to another."""
        return cls(
            kind=kind,
            identity_id=event.identity_id,
            label=event.label,
            named=named,
            camera=event.to_camera,
            at_s=event.at_s,
            previous_camera=event.from_camera,
            gap_s=event.gap_s,
            sighting_id=event.sighting_id,
            event_id=event.event_id,
            crop_id=crop_id,
        )

    @classmethod
    def of_reappearance(
        cls, event: ReappearanceEvent, *, named: bool, crop_id: str | None
    ) -> Occurrence:
        """Somebody is back."""
        return cls(
            kind=Kind.REAPPEARED,
            identity_id=event.identity_id,
            label=event.label,
            named=named,
            camera=event.camera,
            at_s=event.at_s,
            previous_camera=event.previous_camera,
            away_s=event.away_s,
            sighting_id=event.sighting_id,
            event_id=event.event_id,
            crop_id=crop_id,
            watched=event.watched,
        )

    @property
    def band(self) -> str | None:
        """How sure the service was, in a word."""
        return None if self.outcome is None else _BANDS.get(self.outcome, self.outcome)
