"""Messages on the broker: their fields, their topics, and how domain events become them.

These are apart from the domain so that a change inside never changes what others receive.
Fields may be added at any time; `SCHEMA_VERSION` rises when one is removed or changes meaning.
Every topic and message is shown in `docs/mqtt.md`.
"""

from __future__ import annotations

from typing import ClassVar, Final, TypeAlias, assert_never

import msgspec

from reid_service.domain.events import (
    DomainEvent,
    HandoffEvent,
    IdentityChange,
    IdentityChangedEvent,
    Phase,
    ReappearanceEvent,
    SightingEvent,
)
from reid_service.domain.identity import Outcome

SCHEMA_VERSION: Final = 1

ONLINE: Final = b"online"
OFFLINE: Final = b"offline"
STATUS: Final = "status"
"""Last level of the retained topic that carries `ONLINE` or `OFFLINE`."""


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all; `topic` is the last level of the topic that carries it."""

    topic: ClassVar[str]

    schema_version: int = SCHEMA_VERSION


class ConfigMessage(Message, frozen=True, kw_only=True):
    """Retained: where the API is, so that Home Assistant can offer the integration.

    Never carries a token. `instance` is the level of the topic, `instance_id` (a UUID) stays
    the same for the life of the data folder. `capabilities` name optional features.
    """

    topic: ClassVar[str] = "config"

    service: str = "frigate_reid"
    version: str
    instance: str
    instance_id: str
    api_url: str
    capabilities: tuple[str, ...] = ()


class SightingMessage(Message, frozen=True, kw_only=True):
    """A sighting began, went on, was decided, or was removed; epoch seconds.

    `similarity` is a cosine in [-1, 1], null for somebody new.
    """

    topic: ClassVar[str] = "sighting"

    phase: Phase
    tracklet_id: str
    frigate_instance: str
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


class HandoffMessage(Message, frozen=True, kw_only=True):
    """A person walked from one camera to another; `gap_s` < 0 where two views overlap."""

    topic: ClassVar[str] = "handoff"

    identity_id: str
    identity_label: str
    tracklet_id: str
    event_id: str
    from_camera: str
    to_camera: str
    gap_s: float
    at_s: float


class ReappearanceMessage(Message, frozen=True, kw_only=True):
    """A person is back after `away_s` seconds out of every camera's sight.

    `watched` means that somebody wanted to be told of it.
    """

    topic: ClassVar[str] = "reappearance"

    identity_id: str
    identity_label: str
    tracklet_id: str
    event_id: str
    camera: str
    previous_camera: str
    away_s: float
    at_s: float
    watched: bool = False


class IdentityChangedMessage(Message, frozen=True, kw_only=True):
    """An identity changed; `tracklet_ids` are the sightings that moved, if any."""

    topic: ClassVar[str] = "identity_changed"

    change: IdentityChange
    identity_id: str
    identity_label: str
    other_identity_id: str | None
    tracklet_ids: tuple[str, ...]
    decision_id: str | None
    at_s: float


EventMessage: TypeAlias = (
    SightingMessage | HandoffMessage | ReappearanceMessage | IdentityChangedMessage
)


def event_message(event: DomainEvent) -> EventMessage:
    """The message that tells the outside of `event`."""
    match event:
        case SightingEvent():
            return _sighting(event)
        case HandoffEvent():
            return _handoff(event)
        case ReappearanceEvent():
            return _reappearance(event)
        case IdentityChangedEvent():
            return _identity_changed(event)
        case _:
            assert_never(event)


def encode(message: Message) -> bytes:
    """JSON as it goes over the broker."""
    return msgspec.json.encode(message)


def _sighting(event: SightingEvent) -> SightingMessage:
    return SightingMessage(
        phase=event.phase,
        tracklet_id=event.tracklet_id,
        frigate_instance=event.instance,
        event_id=event.event_id,
        camera=event.camera,
        identity_id=event.identity_id,
        identity_label=event.identity_label,
        named=event.named,
        start_s=event.start_s,
        last_seen_s=event.last_seen_s,
        outcome=event.outcome,
        similarity=event.similarity,
        crop_id=event.crop_id,
    )


def _handoff(event: HandoffEvent) -> HandoffMessage:
    return HandoffMessage(
        identity_id=event.identity_id,
        identity_label=event.identity_label,
        tracklet_id=event.tracklet_id,
        event_id=event.event_id,
        from_camera=event.from_camera,
        to_camera=event.to_camera,
        gap_s=event.gap_s,
        at_s=event.at_s,
    )


def _reappearance(event: ReappearanceEvent) -> ReappearanceMessage:
    return ReappearanceMessage(
        identity_id=event.identity_id,
        identity_label=event.identity_label,
        tracklet_id=event.tracklet_id,
        event_id=event.event_id,
        camera=event.camera,
        previous_camera=event.previous_camera,
        away_s=event.away_s,
        at_s=event.at_s,
        watched=event.watched,
    )


def _identity_changed(event: IdentityChangedEvent) -> IdentityChangedMessage:
    return IdentityChangedMessage(
        change=event.change,
        identity_id=event.identity_id,
        identity_label=event.identity_label,
        other_identity_id=event.other_identity_id,
        tracklet_ids=event.tracklet_ids,
        decision_id=event.decision_id,
        at_s=event.at_s,
    )
