"""Whether the times of a tracked object can be true, by our own clock.

A Frigate whose clock was wrong for a while would otherwise harm for long: whoever comes from next
year makes everybody of today somebody of long ago, and a stay of years teaches that hardly anybody
ever comes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

_AHEAD_S: Final = 3600.0
_LONGEST_S: Final = 30 * 86_400.0
_OLDEST_S: Final = 366 * 86_400.0


class WrongTime(StrEnum):
    """What cannot be true."""

    AHEAD = "is in the future"
    TOO_LONG = "lasts longer than a month"
    TOO_OLD = "is older than a year"


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
