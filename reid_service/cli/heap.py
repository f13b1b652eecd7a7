"""The C library's memory: fewer heaps, and what is free given back."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import Final

_ARENA_MAX: Final = -8  # M_ARENA_MAX of glibc's malloc.h
_HEAPS: Final = 2


def keep_few_heaps() -> None:
    """Have threads share their heaps; to be called before there are any.

    By default each thread may get one, and keeps what was once needed in it. Other C libraries
    than glibc have no such thing: there nothing happens.
    """
    with suppress(AttributeError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, _HEAPS)


def give_back() -> None:
    """Give the system what was freed: starting takes more than running."""
    with suppress(AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
