"""What is known of somebody's clothes, as values that are stored, sent and asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from reid_service.attributes.colours import Colour
from reid_service.errors import InvalidRequest

LEAST_SHARE: Final = 0.25
"""A colour with at least this share of the votes is found by a search: two may be true of one."""

LEAST_TONE: Final = 0.6
"""Dark or light is what most of it is."""


class Tone(StrEnum):
    """Dark or light in whatever colour: bad light shows this when it shows no colour."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Garment:
    """What covers one half of the body. All numbers but `weight` are in [0, 1].

    `colours` are shares of the votes, of those colours that have any. `dark` and `light` are the
    shares that are so, in whatever colour. `weight` is the sum of the qualities of its pictures.
    """

    colours: Mapping[Colour, float]
    dark: float
    light: float
    weight: float

    @property
    def colour(self) -> tuple[Colour, float]:
        """The likeliest name and its share of the votes, which is its confidence."""
        return max(self.colours.items(), key=lambda each: each[1])

    @property
    def tone(self) -> Tone | None:
        """Dark or light where most of it is."""
        if self.dark >= LEAST_TONE:
            return Tone.DARK
        return Tone.LIGHT if self.light >= LEAST_TONE else None

    def shows(self, wanted: Colour | Tone) -> bool:
        """Whether a search for `wanted` finds this garment."""
        if isinstance(wanted, Tone):
            return self.tone is wanted
        return self.colours.get(wanted, 0.0) >= LEAST_SHARE

    def to_json(self) -> dict[str, Any]:
        """For storing and sending: plain types only."""
        name, confidence = self.colour
        return {
            "colour": name.value,
            "confidence": confidence,
            "colours": {each.value: share for each, share in self.colours.items()},
            "dark": self.dark,
            "light": self.light,
            "weight": self.weight,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Garment:
        """The garment that `to_json` wrote; KeyError or ValueError for anything else."""
        colours = {Colour(name): float(share) for name, share in data["colours"].items()}
        if not colours:
            msg = "A garment needs at least one colour."
            raise ValueError(msg)
        return cls(colours, float(data["dark"]), float(data["light"]), float(data["weight"]))


@dataclass(frozen=True, slots=True)
class Attributes:
    """Clothes above and below the waist; None where nothing can be said."""

    upper: Garment | None = None
    lower: Garment | None = None

    def to_json(self) -> dict[str, Any]:
        """For storing and sending: plain types only."""
        return {
            "upper": None if self.upper is None else self.upper.to_json(),
            "lower": None if self.lower is None else self.lower.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Attributes:
        """The attributes that `to_json` wrote; KeyError or ValueError for anything else."""
        upper, lower = data["upper"], data["lower"]
        return cls(
            None if upper is None else Garment.from_json(upper),
            None if lower is None else Garment.from_json(lower),
        )


UNKNOWN: Final = Attributes()
"""Nothing can be said."""


@dataclass(frozen=True, slots=True)
class AttributeFilter:
    """A search by clothes: what is None does not matter."""

    upper: Colour | Tone | None = None
    lower: Colour | Tone | None = None

    @classmethod
    def parsed(cls, upper: str | None = None, lower: str | None = None) -> AttributeFilter:
        """From the words of a search; InvalidRequest names a word that is not understood."""
        return cls(_wanted(upper), _wanted(lower))

    def matches(self, attributes: Attributes) -> bool:
        """Whether the clothes are as wanted; what is not known matches no wish."""
        pairs = ((self.upper, attributes.upper), (self.lower, attributes.lower))
        return all(
            wanted is None or (garment is not None and garment.shows(wanted))
            for wanted, garment in pairs
        )


ANY_CLOTHES: Final = AttributeFilter()
"""The search that every sighting matches."""


def _wanted(word: str | None) -> Colour | Tone | None:
    if word is None:
        return None
    known: dict[str, Colour | Tone] = {each.value: each for each in (*Colour, *Tone)}
    found = known.get(word.lower())
    if found is None:
        msg = f"There is no colour {word!r}: use one of {', '.join(known)}."
        raise InvalidRequest(msg)
    return found
