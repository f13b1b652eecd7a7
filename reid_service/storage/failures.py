"""From a driver's error to one sentence that says how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from reid_service.errors import StoreError

# SQLite has few codes; its texts are stable.
_SQLITE = (
    ("disk is full", "The disk that holds the database is full. Free some space on it."),
    (
        "locked",
        "Another program keeps the database locked. Close whatever else has the file open.",
    ),
    (
        "readonly",
        "The database may not be written. Give the service write access to the file and its "
        "folder.",
    ),
    (
        "unable to open",
        "The database file cannot be opened. Check that its folder exists and that the service "
        "may write there.",
    ),
    ("malformed", "The database file is damaged. Restore a backup, or move the file away."),
    (
        "not a database",
        "The database file is damaged or of another program. Restore a backup, or move the file "
        "away.",
    ),
    ("disk i/o error", "The disk that holds the database fails to read or write. Check the disk."),
)

# https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL = (
    ("53100", "The disk of the PostgreSQL server is full. Free some space on it."),
    ("53300", "PostgreSQL has no free connection. Raise its max_connections."),
    ("53", "The PostgreSQL server is out of resources. Check its memory and its log."),
    ("28", "PostgreSQL refused the login. Check user and password in the database URL."),
    ("3D000", "The database named in the URL does not exist. Create it on the PostgreSQL server."),
    ("42501", "The PostgreSQL user may not do this. Make it the owner of its database."),
    ("25006", "The PostgreSQL server accepts no writes. Point the URL at the primary server."),
    ("57P", "The PostgreSQL server is starting or stopping. Wait a moment."),
    ("08", "The connection to PostgreSQL was lost. Check that the server runs."),
)

# libpq gives no code for what fails while it connects.
_CONNECTING = (
    ("authentication failed", "28"),
    ("no password supplied", "28"),
    ("role", "28"),
    ("database", "3D000"),
    ("starting up", "57P"),
    ("shutting down", "57P"),
    ("too many", "53300"),
)

_UNREACHABLE = (
    "PostgreSQL cannot be reached. Check that the server runs and the host and port in the URL."
)


@contextmanager
def translated() -> Iterator[None]:
    """Turn what the database driver raises inside into `StoreError`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(_sentence(error)) from error


def _sentence(error: SQLAlchemyError) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else None
    if cause is not None and type(cause).__module__.startswith("sqlite3"):
        text = str(cause).lower()
        found = next((sentence for part, sentence in _SQLITE if part in text), None)
    elif cause is not None:
        found = _of_postgresql(cause)
    else:
        found = None
    name = type(cause or error).__name__
    return found or f"The database failed ({name}). Please report this with the log."


def _of_postgresql(cause: BaseException) -> str | None:
    state = getattr(cause, "sqlstate", None)
    if state is None:
        if type(cause).__name__ != "OperationalError":
            return None
        text = str(cause).partition("FATAL:")[2].lower()
        state = next((code for part, code in _CONNECTING if part in text), None)
    if state is None:
        return _UNREACHABLE
    return next((sentence for start, sentence in _POSTGRESQL if state.startswith(start)), None)
