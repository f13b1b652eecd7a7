"""Moving recorded traffic in time without touching anything else in it."""

from __future__ import annotations

import re
from typing import Final

NEAR_S: Final = 30 * 86_400
"""Numbers further than this from a message's own time are no times (a still car may be old)."""

_EPOCH = re.compile(r"(?<![\d.])\d{10}(?!\d)")


def shift_times(text: str, seconds: int, *, near_s: float) -> str:
    """`text` with every time near `near_s` (epoch seconds) moved by whole `seconds`.

    Works on the text, not on parsed JSON: a Frigate event id carries its time in a string, and
    the digits after the point stay as they are, so shifting back restores every byte.

    >>> shift_times('{"id": "1789110024.883713-gvgjx4", "area": 5040}', 60, near_s=1789110025.0)
    '{"id": "1789110084.883713-gvgjx4", "area": 5040}'
    """
    if seconds == 0:
        return text

    def moved(match: re.Match[str]) -> str:
        value = int(match.group())
        return str(value + seconds) if abs(value - near_s) <= NEAR_S else match.group()

    return _EPOCH.sub(moved, text)
