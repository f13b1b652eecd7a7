"""What the service says of itself and of people, as it goes over the wire.

Ids are opaque, times are epoch seconds of the site, spans are seconds. Fields that are not named
here are ignored: the service may add more at any time. `from_message` raises `KeyError`,
`TypeError` or `ValueError` when a field is missing or of another kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Message = Mapping[str, Any]


def _float_or_none(value: Any) -> float | None:
    return None if value is None else float(value)


def _text_or_none(value: Any) -> str | None:
    return None if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Info:
    """What a client must know first; `capabilities` name what is turned on."""

    schema_version: int
    min_schema_version: int
    service_version: str
    instance: str
    instance_id: str
    capabilities: frozenset[str]
    frigate_instances: tuple[str, ...]
    model_id: str
    now_s: float

    @classmethod
    def from_message(cls, message: Message) -> Info:
        """Of the answer of `GET /api/info`."""
        return cls(
            schema_version=int(message["schema_version"]),
            min_schema_version=int(message["min_schema_version"]),
            service_version=str(message["service_version"]),
            instance=str(message["instance"]),
            instance_id=str(message["instance_id"]),
            capabilities=frozenset(message["capabilities"]),
            frigate_instances=tuple(message["frigate_instances"]),
            model_id=str(message["model"]["id"]),
            now_s=float(message["now_s"]),
        )


@dataclass(frozen=True, slots=True)
class Link:
    """A broker or a Frigate, as the service reaches it; `problem` is a sentence."""

    instance: str
    up: bool
    version: str | None
    last_message_age_s: float | None
    problem: str | None

    @classmethod
    def broker(cls, message: Message) -> Link:
        """Of an item of `mqtt`."""
        return cls(
            instance=str(message["instance"]),
            up=bool(message["connected"]),
            version=None,
            last_message_age_s=_float_or_none(message.get("last_message_age_s")),
            problem=_text_or_none(message.get("problem")),
        )

    @classmethod
    def frigate(cls, message: Message) -> Link:
        """Of an item of `frigate`."""
        return cls(
            instance=str(message["instance"]),
            up=bool(message["reachable"]),
            version=_text_or_none(message.get("version")),
            last_message_age_s=None,
            problem=_text_or_none(message.get("problem")),
        )


@dataclass(frozen=True, slots=True)
class Health:
    """How every part of the service is; `model_id` is None when none is loaded."""

    status: str
    ready: bool
    queue: int
    backlog: int
    open_tracklets: int
    brokers: tuple[Link, ...]
    frigates: tuple[Link, ...]
    model_id: str | None
    runtime: str | None
    gallery_available: bool
    version: str

    @classmethod
    def from_message(cls, message: Message) -> Health:
        """Of the answer of `GET /api/health`, or of the event of that name."""
        model = message.get("model") or {}
        return cls(
            status=str(message["status"]),
            ready=bool(message["ready"]),
            queue=int(message["queue"]),
            backlog=int(message["backlog"]),
            open_tracklets=int(message["open_tracklets"]),
            brokers=tuple(Link.broker(each) for each in message["mqtt"]),
            frigates=tuple(Link.frigate(each) for each in message["frigate"]),
            model_id=_text_or_none(model.get("id")),
            runtime=_text_or_none(model.get("runtime")),
            gallery_available=bool(message["gallery"]["available"]),
            version=str(message["version"]),
        )

    @property
    def problems(self) -> tuple[str, ...]:
        """One sentence for each part that is not well."""
        found = [each.problem for each in (*self.brokers, *self.frigates) if each.problem]
        if self.model_id is None:
            found.append("No model is loaded.")
        if not self.gallery_available:
            found.append("The vector index cannot be reached.")
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Identity:
    """One person across cameras; `on_site` means in sight of a camera now."""

    id: str
    label: str
    name: str | None
    hidden: bool
    exposed: bool
    sightings: int
    last_seen_s: float | None
    last_camera: str | None
    on_site: bool
    crop_id: str | None
    aliases: tuple[str, ...] = ()

    @classmethod
    def from_message(cls, message: Message) -> Identity:
        """Of every answer with a person."""
        return cls(
            id=str(message["id"]),
            label=str(message["label"]),
            name=_text_or_none(message["name"]),
            hidden=bool(message["hidden"]),
            exposed=bool(message["exposed"]),
            sightings=int(message["sightings"]),
            last_seen_s=_float_or_none(message["last_seen_s"]),
            last_camera=_text_or_none(message["last_camera"]),
            on_site=bool(message["on_site"]),
            crop_id=_text_or_none(message.get("feature_crop_id") or message.get("crop_id")),
            # Older services know of none.
            aliases=tuple(map(str, message.get("aliases", ()))),
        )


@dataclass(frozen=True, slots=True)
class Sighting:
    """One person on one camera for one stretch of time; `state` is open, closed or lost."""

    id: str
    frigate_instance: str
    event_id: str
    camera: str
    state: str
    start_s: float
    last_seen_s: float
    identity_id: str | None
    identity_label: str | None
    zones: tuple[str, ...]
    crop_id: str | None

    @classmethod
    def from_message(cls, message: Message) -> Sighting:
        """Of every answer with a sighting."""
        return cls(
            id=str(message["id"]),
            frigate_instance=str(message["frigate_instance"]),
            event_id=str(message["event_id"]),
            camera=str(message["camera"]),
            state=str(message["state"]),
            start_s=float(message["start_s"]),
            last_seen_s=float(message["last_seen_s"]),
            identity_id=_text_or_none(message["identity_id"]),
            identity_label=_text_or_none(message.get("identity_label")),
            zones=tuple(message.get("zones", ())),
            crop_id=_text_or_none(message.get("crop_id")),
        )


@dataclass(frozen=True, slots=True)
class ExpectedCamera:
    """Where somebody may be seen next; `walks` is how many went there, 0 makes it a guess."""

    frigate_instance: str
    camera: str
    probability: float
    from_s: float
    to_s: float
    walks: float

    @classmethod
    def from_message(cls, message: Message) -> ExpectedCamera:
        """Of an item of `cameras`."""
        return cls(
            frigate_instance=str(message["frigate_instance"]),
            camera=str(message["camera"]),
            probability=float(message["probability"]),
            from_s=float(message["from_s"]),
            to_s=float(message["to_s"]),
            walks=float(message["walks"]),
        )


@dataclass(frozen=True, slots=True)
class Expectation:
    """The likeliest cameras first; `away` is how likely none sees the person this visit."""

    last_camera: str | None
    in_sight: bool
    away: float
    cameras: tuple[ExpectedCamera, ...]

    @classmethod
    def from_message(cls, message: Message) -> Expectation:
        """Of the answer about where somebody is expected."""
        last = message["last"]
        return cls(
            last_camera=None if last is None else str(last["camera"]),
            in_sight=last is not None and bool(last["in_sight"]),
            away=float(message["away"]),
            cameras=tuple(ExpectedCamera.from_message(each) for each in message["cameras"]),
        )


@dataclass(frozen=True, slots=True)
class Leg:
    """One camera of a route; `firm` means decided, `certainty` is confirmed, likely or unsure."""

    sighting_id: str
    event_id: str
    frigate_instance: str
    camera: str
    start_s: float
    end_s: float
    firm: bool
    certainty: str
    crop_id: str | None

    @classmethod
    def from_message(cls, message: Message) -> Leg:
        """Of an item of `legs`."""
        return cls(
            sighting_id=str(message["sighting_id"]),
            event_id=str(message["event_id"]),
            frigate_instance=str(message["frigate_instance"]),
            camera=str(message["camera"]),
            start_s=float(message["start_s"]),
            end_s=float(message["end_s"]),
            firm=bool(message["firm"]),
            certainty=str(message["certainty"]),
            crop_id=_text_or_none(message.get("crop_id")),
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two legs; negative where two views overlap."""

    from_camera: str
    to_camera: str
    seconds: float

    @classmethod
    def from_message(cls, message: Message) -> Gap:
        """Of an item of `gaps`."""
        return cls(
            str(message["from_camera"]), str(message["to_camera"]), float(message["seconds"])
        )


@dataclass(frozen=True, slots=True)
class Route:
    """Where one person walked; `gaps[i]` lies between `legs[i]` and `legs[i + 1]`."""

    identity_id: str | None
    from_s: float
    to_s: float
    legs: tuple[Leg, ...]
    gaps: tuple[Gap, ...]

    @classmethod
    def from_message(cls, message: Message) -> Route:
        """Of the answers with a route."""
        return cls(
            identity_id=_text_or_none(message["identity_id"]),
            from_s=float(message["from_s"]),
            to_s=float(message["to_s"]),
            legs=tuple(Leg.from_message(each) for each in message["legs"]),
            gaps=tuple(Gap.from_message(each) for each in message["gaps"]),
        )


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that saw somebody."""

    name: str
    frigate_instance: str

    @classmethod
    def from_message(cls, message: Message) -> Camera:
        """Of an item of `GET /api/cameras`."""
        return cls(str(message["name"]), str(message["frigate_instance"]))


@dataclass(frozen=True, slots=True)
class Question:
    """Are `a` and `b` one person? `probability` in [0, 1] is how sure the service is of it."""

    id: str
    a: Identity
    b: Identity
    probability: float
    sightings: int

    @classmethod
    def from_message(cls, message: Message) -> Question:
        """Of an item of `GET /api/reviews/next`."""
        return cls(
            id=str(message["id"]),
            a=Identity.from_message(message["a"]),
            b=Identity.from_message(message["b"]),
            probability=float(message["probability"]),
            sightings=int(message["sightings"]),
        )


@dataclass(frozen=True, slots=True)
class Questions:
    """The most useful questions, and how many there are in all."""

    items: tuple[Question, ...]
    open: int

    @classmethod
    def from_message(cls, message: Message) -> Questions:
        """Of the answer of `GET /api/reviews/next`."""
        items = tuple(Question.from_message(each) for each in message["items"])
        return cls(items, int(message["open"]))
