"""A search for one person across cameras, led by somebody who ticks and crosses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SeedKind(StrEnum):
    """What a search starts from."""

    SIGHTING = "sighting"
    CROP = "crop"
    IDENTITY = "identity"
    PHOTO = "photo"


class SearchState(StrEnum):
    """A finished search can be looked at, not changed."""

    OPEN = "open"
    FINISHED = "finished"


class Mark(StrEnum):
    """What somebody says of a candidate."""

    TICK = "tick"  # the person who is looked for
    CROSS = "cross"  # somebody else
    UNSURE = "unsure"  # cannot be told: a leg of the result that is not confirmed


@dataclass(frozen=True, slots=True)
class Seed:
    """Who is looked for.

    A crop has its sighting, too. `time_s` is the epoch second around which one looks, None for
    a photo.
    """

    kind: SeedKind
    sighting_id: str | None = None
    identity_id: str | None = None
    crop_id: str | None = None
    camera: str | None = None
    time_s: float | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Where one looks for whom; `cameras` None means all.

    Candidates are in sight at some moment of [`from_s`, `until_s`). `refined` counts how often
    the marks were taken over. `saved_as` is the identity that the ticked sightings became.
    """

    id: str
    created_s: float
    updated_s: float
    seed: Seed
    from_s: float
    until_s: float
    cameras: frozenset[str] | None = None
    state: SearchState = SearchState.OPEN
    refined: int = 0
    saved_as: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """What a search says of one sighting.

    `used` is the mark that the last refinement knew of. `is_new` means that it brought this
    candidate up. `place` is where among the legs of the result somebody put it, None for that
    of its time; a `dropped` one is the person, or may be, but no leg.
    """

    sighting_id: str
    mark: Mark | None = None
    used: Mark | None = None
    is_new: bool = False
    place: int | None = None
    dropped: bool = False
