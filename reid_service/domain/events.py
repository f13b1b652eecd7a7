"""What the service tells the outside as it happens; the API and MQTT carry these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from reid_service.domain.identity import Outcome


class Phase(StrEnum):
    """How far a sighting is: each phase of a tracklet is told at most once per new fact."""

    PROVISIONAL = "provisional"  # first usable crops, an early opinion
    UPDATED = "updated"  # more crops, still open
    FIRM = "firm"  # the tracklet ended, decided


@dataclass(frozen=True, slots=True)
class SightingEvent:
    """A tracklet got an identity, or its sighting went on; times are epoch seconds.

    `similarity` is the cosine to the identity's template in [-1, 1], None for a new identity.
    """

    phase: Phase
    tracklet_id: str
    instance: str
    event_id: str
    camera: str
    identity_id: str
    identity_label: str
    named: bool
    start_s: float
    last_seen_s: float
    outcome: Outcome
    similarity: float | None
    crop_id: str | None


@dataclass(frozen=True, slots=True)
class HandoffEvent:
    """An identity walked from one camera to another; `gap_s` is negative in overlapping views."""

    identity_id: str
    identity_label: str
    tracklet_id: str
    event_id: str
    from_camera: str
    to_camera: str
    gap_s: float
    at_s: float


@dataclass(frozen=True, slots=True)
class ReappearanceEvent:
    """An identity is back after `away_s` seconds out of every camera's sight.

    `watched` means that somebody wanted to be told of it.
    """

    identity_id: str
    identity_label: str
    tracklet_id: str
    event_id: str
    camera: str
    previous_camera: str
    away_s: float
    at_s: float
    watched: bool = False


class IdentityChange(StrEnum):
    """What happened to an identity or to a sighting's identity."""

    CREATED = "created"
    UPDATED = "updated"  # name, hidden, exposed, feature picture
    MERGED = "merged"  # redirects to another one now
    SPLIT = "split"
    REASSIGNED = "reassigned"  # a sighting moved to another identity
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class IdentityChangedEvent:
    """An identity changed; `tracklet_ids` are the sightings that moved, if any."""

    change: IdentityChange
    identity_id: str
    identity_label: str
    other_identity_id: str | None
    tracklet_ids: tuple[str, ...]
    decision_id: str | None
    at_s: float


DomainEvent: TypeAlias = SightingEvent | HandoffEvent | ReappearanceEvent | IdentityChangedEvent
