"""Lets an SQLite database be copied file by file while the service writes to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from reid_service.errors import StoreError

_BUSY_TIMEOUT_S: Final = 5.0


@contextmanager
def held_still(path: Path) -> Iterator[None]:
    """While the block runs, the file and its `-wal` may be copied one after the other.

    A reader that stays keeps SQLite from moving newer pages into the file and from beginning the
    log anew: the file keeps one moment, the log only grows, and of a half copied log only whole
    transactions count (https://www.sqlite.org/wal.html, "Checkpointing"). Writers do not wait,
    but the log grows until the block ends. Raises `StoreError`.
    """
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=_BUSY_TIMEOUT_S,
            isolation_level=None,
        )
        with closing(connection):
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            yield
    except sqlite3.Error as error:
        msg = f"The database {path} cannot be held still ({type(error).__name__}). Check the file."
        raise StoreError(msg) from error
