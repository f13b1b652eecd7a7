"""What the service pushes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from .models import Health

Message = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hello:
    """The first message of every connection."""

    schema_version: int
    min_schema_version: int
    service_version: str

    @classmethod
    def from_message(cls, message: Message) -> Hello:
        """Of the message of that name."""
        return cls(
            int(message["schema_version"]),
            int(message["min_schema_version"]),
            str(message["service_version"]),
        )


@dataclass(frozen=True, slots=True)
class SightingEvent:
    """A sighting began (`provisional`), went on (`updated`) or was decided (`firm`)."""

    phase: str
    sighting_id: str
    frigate_instance: str
    event_id: str
    camera: str
    identity_id: str
    label: str
    named: bool
    start_s: float
    last_seen_s: float
    outcome: str
    similarity: float | None
    crop_id: str | None

    @classmethod
    def from_message(cls, message: Message) -> SightingEvent:
        """Of the event `sighting`."""
        return cls(
            phase=str(message["phase"]),
            sighting_id=str(message["tracklet_id"]),
            frigate_instance=str(message["frigate_instance"]),
            event_id=str(message["event_id"]),
            camera=str(message["camera"]),
            identity_id=str(message["identity_id"]),
            label=str(message["identity_label"]),
            named=bool(message["named"]),
            start_s=float(message["start_s"]),
            last_seen_s=float(message["last_seen_s"]),
            outcome=str(message["outcome"]),
            similarity=message["similarity"],
            crop_id=message["crop_id"],
        )


@dataclass(frozen=True, slots=True)
class HandoffEvent:
    """A person walked from one camera to another; `gap_s` < 0 where two views overlap."""

    identity_id: str
    label: str
    sighting_id: str
    event_id: str
    from_camera: str
    to_camera: str
    gap_s: float
    at_s: float

    @classmethod
    def from_message(cls, message: Message) -> HandoffEvent:
        """Of the event `handoff`."""
        return cls(
            identity_id=str(message["identity_id"]),
            label=str(message["identity_label"]),
            sighting_id=str(message["tracklet_id"]),
            event_id=str(message["event_id"]),
            from_camera=str(message["from_camera"]),
            to_camera=str(message["to_camera"]),
            gap_s=float(message["gap_s"]),
            at_s=float(message["at_s"]),
        )


@dataclass(frozen=True, slots=True)
class ReappearanceEvent:
    """A person is back after `away_s` seconds out of every camera's sight.

    `watched` means that somebody wanted to be told of it.
    """

    identity_id: str
    label: str
    sighting_id: str
    event_id: str
    camera: str
    previous_camera: str
    away_s: float
    at_s: float
    watched: bool = False

    @classmethod
    def from_message(cls, message: Message) -> ReappearanceEvent:
        """Of the event `reappearance`."""
        return cls(
            identity_id=str(message["identity_id"]),
            label=str(message["identity_label"]),
            sighting_id=str(message["tracklet_id"]),
            event_id=str(message["event_id"]),
            camera=str(message["camera"]),
            previous_camera=str(message["previous_camera"]),
            away_s=float(message["away_s"]),
            at_s=float(message["at_s"]),
            # Older services know of no wishes.
            watched=bool(message.get("watched", False)),
        )


@dataclass(frozen=True, slots=True)
class IdentityChanged:
    """A person was created, updated, merged, split, reassigned or forgotten."""

    change: str
    identity_id: str
    other_identity_id: str | None
    sighting_ids: tuple[str, ...]

    @classmethod
    def from_message(cls, message: Message) -> IdentityChanged:
        """Of the event `identity_changed`."""
        return cls(
            change=str(message["change"]),
            identity_id=str(message["identity_id"]),
            other_identity_id=message["other_identity_id"],
            sighting_ids=tuple(message["tracklet_ids"]),
        )


@dataclass(frozen=True, slots=True)
class HealthEvent:
    """How the service is, every few seconds."""

    health: Health

    @classmethod
    def from_message(cls, message: Message) -> HealthEvent:
        """Of the event `health`."""
        return cls(Health.from_message(message))


@dataclass(frozen=True, slots=True)
class QuestionsChanged:
    """So many questions wait for a person."""

    open: int

    @classmethod
    def from_message(cls, message: Message) -> QuestionsChanged:
        """Of the event `reviews`."""
        return cls(int(message["open"]))


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """The plan, a placement or a calibration changed: read it again."""

    @classmethod
    def from_message(cls, message: Message) -> PlanChanged:
        """Of the event `plan_changed`."""
        return cls()


type Event = (
    SightingEvent
    | HandoffEvent
    | ReappearanceEvent
    | IdentityChanged
    | HealthEvent
    | QuestionsChanged
    | PlanChanged
)

_KINDS: Final[dict[str, type[Event]]] = {
    "sighting": SightingEvent,
    "handoff": HandoffEvent,
    "reappearance": ReappearanceEvent,
    "identity_changed": IdentityChanged,
    "health": HealthEvent,
    "reviews": QuestionsChanged,
    "plan_changed": PlanChanged,
}


def event_of(message: Message) -> Event | None:
    """The event in a message of the type `event`; None for a kind that is not known here."""
    kind = _KINDS.get(str(message["event"]))
    return None if kind is None else kind.from_message(message["data"])
