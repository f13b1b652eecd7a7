"""Remembers which ways to run a network ended the process, so that a later start leaves them out.

A runtime that meets a processor or a network that it cannot handle may raise nothing, but end the
process. A service that tries it at each start would never come up.
"""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

_LOG = logging.getLogger(__name__)

_DEADLY: Final = 2
"""Deaths in a row: one may have been a power failure, or somebody who stopped the service."""


class _Notes(msgspec.Struct):
    trying: str | None = None
    deaths: dict[str, int] = msgspec.field(default_factory=dict)


class Trials:
    """Notes in one file, by the name of the way: runtime with version, and model."""

    def __init__(self, file: int | None = None) -> None:
        """`file` is open and ours alone; without one nothing is remembered."""
        self._file = file
        self._notes = _Notes() if file is None else _read(file)
        died = self._notes.trying
        if died is not None:
            self._notes.deaths[died] = self._notes.deaths.get(died, 0) + 1
            self._note(None)

    def is_deadly(self, way: str) -> bool:
        """Whether the last processes that tried it ended while they did."""
        return self._notes.deaths.get(way, 0) >= _DEADLY

    @contextmanager
    def trying(self, way: str) -> Iterator[None]:
        """Should the process end within, the next one knows of what."""
        self._note(way)
        try:
            yield
        finally:
            self._note(None)

    def survived(self, way: str) -> None:
        """It was tried to the end."""
        if self._notes.deaths.pop(way, None) is not None:
            self._note(None)

    def _note(self, trying: str | None) -> None:
        self._notes.trying = trying
        if self._file is None:
            return
        data = msgspec.json.encode(self._notes)
        try:
            os.pwrite(self._file, data, 0)
            os.ftruncate(self._file, len(data))
        except OSError as error:  # a full disk: the start is more important than the note
            _LOG.debug("what is tried could not be noted: %s", error.strerror)


@contextmanager
def open_trials(path: Path | None) -> Iterator[Trials]:
    """The notes at `path`; forgetful ones without it, or while another process has them.

    A command beside the service must not take the trial that goes on there for a death.
    """
    try:
        file = None if path is None else os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        _LOG.debug("what is tried cannot be noted: %s", error.strerror)
        file = None
    if file is None:
        yield Trials()
        return
    try:
        yield Trials(file if _is_ours(file) else None)
    finally:
        os.close(file)


def _is_ours(file: int) -> bool:
    """The kernel gives the lock back when its holder ends, however that was."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _read(file: int) -> _Notes:
    data = os.pread(file, os.fstat(file).st_size, 0)
    try:
        return msgspec.json.decode(data, type=_Notes) if data else _Notes()
    except (msgspec.MsgspecError, UnicodeDecodeError):  # cut off by a power failure
        return _Notes()
