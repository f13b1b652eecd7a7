"""Lets go of pages of the index's files that are in memory only because they were read once.

The engine maps its files: whatever it touches, and sixteen pages around it, counts as memory of
this process until the system is short of it. What is let go of stays in the system's cache of files
for as long as nobody else needs the room, and is mapped again when it is touched.
"""

from __future__ import annotations

import ctypes
import mmap
from pathlib import Path
from typing import Final

_MADV_DONTNEED: Final = 4
_SHARED: Final = 3  # place of the flag in "rw-s"


class FilePages:
    """The pages below `folder` that this process has mapped, of at most `most_bytes` together.

    Nothing is lost: only shared mappings are let go of, whose changes are the file's.
    """

    def __init__(self, folder: Path, *, most_bytes: int) -> None:
        self._folder = f"{folder}/"
        self._most_pages = most_bytes // mmap.PAGESIZE
        self._libc = ctypes.CDLL(None)

    def trim(self) -> None:
        """Let go of all of them if there are too many; pages pinned in memory stay."""
        if _file_pages() <= self._most_pages:
            return
        for start, end in self._mappings():
            # Pinned ones are refused, which is right.
            self._libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(end - start), _MADV_DONTNEED)

    def _mappings(self) -> list[tuple[int, int]]:
        found = []
        for line in Path("/proc/self/maps").read_text("utf-8", "surrogateescape").splitlines():
            place, flags, _ = line.split(maxsplit=2)
            if flags[_SHARED] == "s" and self._folder in line:
                start, _, end = place.partition("-")
                found.append((int(start, 16), int(end, 16)))
        return found


def _file_pages() -> int:
    """Pages of files that this process has in memory."""
    return int(Path("/proc/self/statm").read_bytes().split()[2])
