"""One immutable picture of the site: all that entities show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .client.models import Camera, Health, Info, Questions
from .client.work import Matching, Suitability


@dataclass(frozen=True, slots=True)
class PersonState:
    """One person; `camera` is None while no camera sees them."""

    identity_id: str
    name: str
    camera: str | None
    last_camera: str | None
    last_seen_s: float | None
    on_site: bool
    crop_id: str | None


@dataclass(frozen=True, slots=True)
class SlowFacts:
    """What the service does not push; None where it cannot tell."""

    questions: Questions | None = None
    questions_open: int | None = None
    matching: Matching | None = None
    embed_ms: float | None = None
    cameras: tuple[Camera, ...] = ()
    suitability: Mapping[str, Suitability] = field(default_factory=dict)
    plan_cameras: int | None = None
    plan_placed: int | None = None


@dataclass(frozen=True, slots=True)
class SiteState:
    """The site at one moment: `people` are the exposed ones, `unknown` those on site."""

    info: Info
    health: Health
    people: Mapping[str, PersonState]
    unknown: tuple[PersonState, ...]
    others_on_site: int
    unknown_today: int
    slow: SlowFacts
    last_problem: str | None = None

    @property
    def unknown_on_site(self) -> int:
        """How many unknown people are on site."""
        return len(self.unknown)
