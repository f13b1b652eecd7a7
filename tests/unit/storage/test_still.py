"""A database that is copied file by file while it is written to."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reid_service.errors import StoreError
from reid_service.storage.still import held_still

PAIRS = 200


def connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=0, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    # Small enough that the file would be written to at almost every commit.
    connection.execute("PRAGMA wal_autocheckpoint = 2")
    return connection


def write(connection: sqlite3.Connection, start: int) -> None:
    """Transactions of two rows each, which belong together, and pages that are freed again."""
    for number in range(start, start + PAIRS):
        connection.execute("BEGIN IMMEDIATE")
        for side in "ab":
            connection.execute(
                "INSERT INTO pairs VALUES (?, ?, ?)", (number, side, "x" * (number % 900))
            )
        connection.execute("DELETE FROM pairs WHERE number = ?", (number - 50,))
        connection.execute("COMMIT")


def check(copy: Path) -> int:
    """The number of pairs in a sound copy."""
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        halves = connection.execute(
            "SELECT count(*) FROM (SELECT number FROM pairs GROUP BY number HAVING count(*) = 1)"
        ).fetchone()
        assert halves == (0,)
        count: int = connection.execute("SELECT count(DISTINCT number) FROM pairs").fetchone()[0]
    return count


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site" / "a.db"


@pytest.mark.parametrize("order", [("", "-wal"), ("-wal", "")], ids=["file first", "log first"])
@pytest.mark.parametrize("fresh", [True, False], ids=["empty log", "log in use"])
def test_a_copy_taken_meanwhile_in_any_order_is_sound(
    site: Path, tmp_path: Path, order: tuple[str, str], fresh: bool
) -> None:
    site.parent.mkdir()
    copy = tmp_path / "copy.db"
    with closing(connect(site)) as connection:
        connection.execute("CREATE TABLE pairs (number INTEGER, side TEXT, text TEXT)")
        write(connection, 0)
        if fresh:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with held_still(site):
            for number, ending in enumerate(order, start=1):
                write(connection, number * PAIRS)
                shutil.copy(f"{site}{ending}", f"{copy}{ending}")
                connection.execute("PRAGMA wal_checkpoint(RESTART)")
            write(connection, 3 * PAIRS)
    assert check(copy) == 50


def test_without_holding_such_a_copy_is_not_sound(site: Path, tmp_path: Path) -> None:
    site.parent.mkdir()
    copy = tmp_path / "copy.db"
    with closing(connect(site)) as connection:
        connection.execute("CREATE TABLE pairs (number INTEGER, side TEXT, text TEXT)")
        write(connection, 0)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        content = site.read_bytes()
        write(connection, PAIRS)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # Half of the file from before, half from after: as a slow copy would have it.
        half = len(content) // 2
        copy.write_bytes(content[:half] + site.read_bytes()[half:])
    with pytest.raises((AssertionError, sqlite3.DatabaseError)):
        check(copy)


def test_the_log_shrinks_again_afterwards(site: Path) -> None:
    site.parent.mkdir()
    with closing(connect(site)) as connection:
        connection.execute("CREATE TABLE pairs (number INTEGER, side TEXT, text TEXT)")
        with held_still(site):
            write(connection, 0)
            assert checkpointed(connection) == 1
        assert checkpointed(connection) == 0


def checkpointed(connection: sqlite3.Connection) -> int:
    """1 when a reader was in the way."""
    busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return busy


def test_what_is_no_database_is_said(site: Path) -> None:
    site.parent.mkdir()
    site.write_bytes(b"x" * 4096)
    with pytest.raises(StoreError, match="cannot be held still"), held_still(site):
        pass


def test_a_file_that_is_not_there_is_not_made(site: Path) -> None:
    with pytest.raises(StoreError), held_still(site):
        pass
    assert not site.exists()
