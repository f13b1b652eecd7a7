"""Opens the database, brings its schema up to date, and keeps other services out.

SQLite by default, PostgreSQL by URL. Exactly one process may write: SQLite is guarded by a lock
file beside the database, PostgreSQL by an advisory lock that lives and dies with the one
connection through which everything is written.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from reid_service.errors import SettingsError, StoreError
from reid_service.storage.failures import translated

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic takes 12 MB, and is imported only where there is something to migrate.

_ADVISORY_LOCK: Final = 0x5265_4944_0001
"""Key of the lock in PostgreSQL: "ReID" and a number; one service a database."""

_BUSY_TIMEOUT_MS: Final = 5000

_IN_USE = (
    "Another Frigate Re-ID service uses this database. Stop it first, or give this one a "
    "database of its own."
)


def alembic_config() -> Config:
    """Where the migrations are: inside the package."""
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", "reid_service.storage:migrations")
    return config


class Database:
    """Two ways into one database: many readers, and one writing connection.

    With `writable=False` nothing is locked or migrated and `write()` is refused: for tools
    that look while the service runs.
    """

    def __init__(self, url: str, *, writable: bool = True) -> None:
        parsed = _parsed(url)
        self._lock_file = _lock_beside(parsed) if writable else None
        try:
            self._reader = _engine(parsed, writes=False)
            self._writer = _engine(parsed, writes=True) if writable else None
            if writable:
                self._migrate()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment and cannot write. Raises `StoreError`."""
        with translated(), self._reader.begin() as connection:
            _begin(connection, writes=False)
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or not at all. Raises `StoreError`."""
        if self._writer is None:
            msg = "The database was opened for reading only."
            raise StoreError(msg)
        with translated(), self._writer.begin() as connection:
            _begin(connection, writes=True)
            yield connection

    def close(self) -> None:
        """Close every connection and let other services in; harmless when called twice."""
        for name in ("_reader", "_writer"):
            engine = getattr(self, name, None)
            if engine is not None:
                engine.dispose()
        if self._lock_file is not None:
            os.close(self._lock_file)
            self._lock_file = None

    def _migrate(self) -> None:
        with self.write() as connection:
            if revision_of(connection) != _newest_revision():
                migrate(connection)


def revision_of(connection: Connection) -> str | None:
    """The revision of a database's schema; None before there is any."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _newest_revision() -> str:
    """That of the last migration; their files are named by their revisions."""
    files = Path(__file__).with_name("migrations").glob("versions/[0-9]*.py")
    return max(each.name for each in files).partition("_")[0]


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the schema up to `revision`. Raises `StoreError` if it is of a newer version."""
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = alembic_config()
    current = revision_of(connection)
    try:
        if current is not None:
            ScriptDirectory.from_config(config).get_revision(current)
    except CommandError as error:
        msg = (
            "The database was written by a newer version of Frigate Re-ID. Install that version "
            "again, or restore an older backup."
        )
        raise StoreError(msg) from error
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    # `from None` and no URL in the sentence: it may hold a password.
    if parsed is not None and parsed.drivername == "sqlite" and parsed.database:
        return parsed
    if parsed is not None and parsed.drivername.split("+")[0] in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    msg = (
        "The database URL is not understood. Use sqlite:////path/to/file.db or "
        "postgresql://user:password@host/database."
    )
    raise SettingsError(msg)


def _lock_beside(url: URL) -> int | None:
    if url.drivername != "sqlite" or url.database is None:
        return None
    path = Path(f"{url.database}.lock")
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        msg = (
            f"The lock file {path.name} beside the database cannot be written. Check that the "
            "folder exists and that the service may write there."
        )
        raise StoreError(msg) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise StoreError(_IN_USE) from error
    return descriptor


def _engine(url: URL, *, writes: bool) -> Engine:
    # Parameters are hidden: they hold names of people, and errors reach the log.
    pool = {"pool_size": 1, "max_overflow": 0} if writes else {"pool_size": 4, "max_overflow": 28}
    # A path has hundreds of points, and is written and read with every step.
    how = {"json_serializer": _json, "json_deserializer": msgspec.json.decode, **pool}
    if url.drivername == "sqlite":
        engine = create_engine(url, hide_parameters=True, **how)
        _prepare_sqlite(engine, writes=writes)
        return engine
    try:
        engine = create_engine(
            url,
            hide_parameters=True,
            pool_pre_ping=True,
            isolation_level="READ COMMITTED" if writes else "REPEATABLE READ",
            execution_options={} if writes else {"postgresql_readonly": True},
            **how,
        )
    except ModuleNotFoundError as error:
        msg = "PostgreSQL needs its driver. Install frigate-reid with the extra [postgresql]."
        raise SettingsError(msg) from error
    if writes:
        event.listen(engine, "connect", _take_advisory_lock)
    return engine


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _begin(connection: Connection, *, writes: bool) -> None:
    """The driver of SQLite would begin transactions late and not around reads: we begin them.

    Not in a listener for `begin`: an engine with one takes longer over every statement.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_sqlite(engine: Engine, *, writes: bool) -> None:
    def connected(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout = {_BUSY_TIMEOUT_MS}",
            "journal_mode = WAL",
            # FULL: an acknowledged sighting survives power loss, not only a crash.
            "synchronous = FULL",
            "foreign_keys = ON",
            # What is deleted is overwritten: delete really deletes.
            "secure_delete = ON",
            f"query_only = {'OFF' if writes else 'ON'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    event.listen(engine, "connect", connected)


def _take_advisory_lock(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", (_ADVISORY_LOCK,))
        taken = cursor.fetchone()[0]
    connection.commit()
    if not taken:
        connection.close()
        raise StoreError(_IN_USE)
