"""Whether the times of a tracked object can be true, by our own clock.

A machine that has no clock of its own begins in 1970 until the network tells it better. A stay
since then would teach that hardly anybody ever comes. What is merely ahead or old may be all that a
Frigate has to offer, and is in order among itself.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

_AHEAD_S: Final = 3600.0
_LONGEST_S: Final = 30 * 86_400.0
_OLDEST_S: Final = 20 * 366 * 86_400.0


class WrongTime(StrEnum):
    """What can hardly be true."""

    AHEAD = "is in the future"
    TOO_LONG = "lasts longer than a month"
    TOO_OLD = "is older than Frigate"

    @property
    def is_impossible(self) -> bool:
        """Whether nothing can be made of it; else it is told of, and taken in."""
        return self is not WrongTime.AHEAD


def wrong_time(start_s: float, last_s: float, now_s: float) -> WrongTime | None:
    """What is wrong with an event seen between two times (epoch seconds), None where nothing is.

    >>> wrong_time(1e9, 1e9 + 60.0, 1e9 + 90.0) is None
    True
    """
    if max(start_s, last_s) > now_s + _AHEAD_S:
        return WrongTime.AHEAD
    if last_s - start_s > _LONGEST_S:
        return WrongTime.TOO_LONG
    return WrongTime.TOO_OLD if last_s < now_s - _OLDEST_S else None
