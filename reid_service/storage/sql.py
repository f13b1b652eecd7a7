"""The few statements that SQLAlchemy Core spells differently for each engine."""

from __future__ import annotations

import base64
import binascii
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import Connection, Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite

from reid_service.errors import InvalidRequest

T = TypeVar("T")

CHUNK: Final = 500
"""Values in one `IN (...)`: far below the parameter limits of both engines."""

_LARGEST: Final = 2**63 - 1
"""What a column of integers holds."""


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """`values` in lists of at most `CHUNK`."""
    iterator = iter(values)
    while chunk := list(itertools.islice(iterator, CHUNK)):
        yield chunk


def upsert(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, keep: bool = False
) -> None:
    """Insert `rows` (same columns each); one that exists is updated, or kept as it is."""
    if rows:
        statement = _upsert(connection.dialect.name, table, tuple(rows[0]), keep=keep)
        connection.execute(statement, [dict(row) for row in rows])


# Building this takes longer than running it; there are fewer than ten of them.
@lru_cache
def _upsert(dialect_name: str, table: Table, names: tuple[str, ...], *, keep: bool) -> Any:
    key = [column.name for column in table.primary_key]
    dialect = postgresql if dialect_name == "postgresql" else sqlite
    statement = dialect.insert(table).values({name: bindparam(name) for name in names})
    values = {name: statement.excluded[name] for name in names if name not in key}
    if keep or not values:
        return statement.on_conflict_do_nothing(index_elements=key)
    return statement.on_conflict_do_update(index_elements=key, set_=values)


def encode_cursor(*position: Any) -> str:
    """An opaque text for a position in a list.

    >>> decode_cursor(encode_cursor(1.5, "a"), float, str)
    [1.5, 'a']
    """
    return base64.urlsafe_b64encode(msgspec.json.encode(position)).decode().rstrip("=")


def decode_cursor(cursor: str, *types: type) -> list[Any]:
    """The position in a cursor of `encode_cursor`. Raises `InvalidRequest`."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        values = msgspec.json.decode(raw, type=list[Any])
        found: list[Any] = [
            msgspec.convert(value, kind) for value, kind in zip(values, types, strict=True)
        ]
        if any(isinstance(each, int) and abs(each) > _LARGEST for each in found):
            raise ValueError
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        msg = "The cursor is not one that a list returned. Begin again without a cursor."
        raise InvalidRequest(msg) from error
    return found
