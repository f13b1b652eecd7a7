"""Which Frigate we talk to, and what differs between its versions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

_PATTERN: Final = re.compile(r"v?(\d{1,4})\.(\d{1,4})(?!\d)")


@dataclass(frozen=True, slots=True, order=True)
class FrigateVersion:
    """Release series of a Frigate; ordered by number, never compared as text.

    >>> FrigateVersion.parse("0.9.4") < FrigateVersion.parse("0.17.2-0123abc")
    True
    """

    major: int
    minor: int

    @classmethod
    def parse(cls, text: str) -> FrigateVersion:
        """Read what `GET /api/version` answers; ValueError for anything without two numbers."""
        found = _PATTERN.match(text.strip())
        if found is None:
            raise ValueError("no version number")
        return cls(int(found[1]), int(found[2]))

    @property
    def clean_image_extension(self) -> Literal["png", "webp"]:
        """Ending of `snapshot-clean`; the other one is a 404."""
        return "webp" if self >= FrigateVersion(0, 17) else "png"

    @property
    def ended_snapshot_obeys_parameters(self) -> bool:
        """Whether `snapshot.jpg` of an ended event can be had without the box drawn in."""
        return self >= FrigateVersion(0, 18)

    @property
    def sub_label_needs_row(self) -> bool:
        """Whether a sub label is refused until the event is in Frigate's database."""
        return self < FrigateVersion(0, 16)

    @property
    def has_roles(self) -> bool:
        """Whether a user may be a mere viewer; before that everyone may write."""
        return self >= FrigateVersion(0, 16)

    @property
    def has_cases(self) -> bool:
        """Whether exports can be put together in a case."""
        return self >= FrigateVersion(0, 18)

    @property
    def has_path(self) -> bool:
        """Whether messages carry the path of the feet."""
        return self >= FrigateVersion(0, 16)

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"
