"""Searches, jobs, settings, the plan and figures, as they go over the wire.

A service may lack any of these: the calls then raise `NotFound`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .models import Sighting

Message = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Search:
    """A search for one person over cameras and a span of time, by ticks and crosses."""

    id: str
    state: str
    cameras: tuple[str, ...] | None
    from_s: float
    to_s: float
    ticked: int
    crossed: int

    @classmethod
    def from_message(cls, message: Message) -> Search:
        """Of every answer with a search."""
        cameras = message["cameras"]
        return cls(
            id=str(message["id"]),
            state=str(message["state"]),
            cameras=None if cameras is None else tuple(cameras),
            from_s=float(message["from_s"]),
            to_s=float(message["to_s"]),
            ticked=int(message["ticked"]),
            crossed=int(message["crossed"]),
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sighting that may be of the person sought.

    `likeness` is a cosine in [-1, 1], `band` its word, `offset_s` the time to the seed (None
    for a photo), `probability` in [0, 1] or None, `label` tick, cross or None.
    """

    sighting: Sighting
    likeness: float
    band: str
    offset_s: float | None
    label: str | None
    is_new: bool
    probability: float | None

    @classmethod
    def from_message(cls, message: Message) -> Candidate:
        """Of an item of the candidates."""
        probability, label = message["probability"], message["label"]
        offset_s = message["offset_s"]
        return cls(
            sighting=Sighting.from_message(message["sighting"]),
            likeness=float(message["likeness"]),
            band=str(message["band"]),
            offset_s=None if offset_s is None else float(offset_s),
            label=None if label is None else str(label),
            is_new=bool(message["is_new"]),
            probability=None if probability is None else float(probability),
        )


@dataclass(frozen=True, slots=True)
class Candidates:
    """The first of `total` candidates."""

    items: tuple[Candidate, ...]
    total: int

    @classmethod
    def from_message(cls, message: Message) -> Candidates:
        """Of the answer with the candidates."""
        items = tuple(Candidate.from_message(each) for each in message["items"])
        return cls(items, int(message["total"]))


@dataclass(frozen=True, slots=True)
class Job:
    """Work that takes a while; `progress` is in [0, 1]."""

    id: str
    kind: str
    state: str
    progress: float
    message: str | None
    result: Mapping[str, Any] | None

    @classmethod
    def from_message(cls, message: Message) -> Job:
        """Of every answer with a job, and of the event of that name."""
        text, result = message["message"], message["result"]
        return cls(
            id=str(message["id"]),
            kind=str(message["kind"]),
            state=str(message["state"]),
            progress=float(message["progress"]),
            message=None if text is None else str(text),
            result=None if result is None else dict(result),
        )


class Band(StrEnum):
    """How readily the service makes one person of two."""

    CAREFUL = "careful"
    BALANCED = "balanced"
    EAGER = "eager"


@dataclass(frozen=True, slots=True)
class Matching:
    """How the service decides, and whether it pauses."""

    band: str
    paused: bool

    @classmethod
    def from_message(cls, message: Message) -> Matching:
        """Of the answer of `/api/settings/matching`."""
        return cls(str(message["band"]), bool(message["paused"]))


@dataclass(frozen=True, slots=True)
class Suitability:
    """How good one camera's pictures were over the last day."""

    camera: str
    tracklets: int
    usable_crops: int
    rating: str
    reason: str
    advice: str

    @classmethod
    def from_message(cls, message: Message) -> Suitability:
        """Of an item of `GET /api/suitability`."""
        return cls(
            camera=str(message["camera"]),
            tracklets=int(message["tracklets"]),
            usable_crops=int(message["usable_crops"]),
            rating=str(message["rating"]),
            reason=str(message["reason"] or ""),
            advice=str(message["advice"] or ""),
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan as the service sends it, with what is needed of it here taken out."""

    message: Message
    cameras: int
    placed: int

    @classmethod
    def from_message(cls, message: Message) -> Plan:
        """Of the answer of `GET /api/plan`."""
        cameras = list(message["cameras"])
        placed = sum(each["placement"] is not None for each in cameras)
        return cls(message, len(cameras), placed)
