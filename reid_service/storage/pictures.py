"""Removes picture files whose rows are gone.

The rows go first, in a transaction that also notes the file; the file follows. A crash in
between leaves a note, never a picture that nobody remembers.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select

from reid_service.storage.schema import crops, removals

_LOG = logging.getLogger(__name__)

_BATCH: Final = 200


class Removals:
    """Files to be removed, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def pending(self, limit: int = _BATCH) -> list[str]:
        """Some of the files, by name, relative to the pictures folder."""
        query = select(removals.c.file).order_by(removals.c.file).limit(limit)
        return list(self._connection.scalars(query))

    def in_use(self, files: list[str]) -> set[str]:
        """Those of `files` that a crop has."""
        return set(self._connection.scalars(select(crops.c.file).where(crops.c.file.in_(files))))

    def settle(self, files: list[str]) -> None:
        """These files are gone."""
        self._connection.execute(delete(removals).where(removals.c.file.in_(files)))


def old_pictures(folder: Path, before_s: float) -> Iterator[str]:
    """Names of the files below `folder` that were last changed before a time (epoch seconds)."""
    for path in sorted(folder.glob("*/*")):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < before_s:
                yield path.relative_to(folder).as_posix()


def remove_picture(folder: Path, file: str) -> None:
    """Delete one picture; a missing one is fine, and one outside `folder` is left alone."""
    path = (folder / file).resolve()
    if not path.is_relative_to(folder.resolve()):
        _LOG.warning("a picture outside the pictures folder was not removed")
        return
    path.unlink(missing_ok=True)
