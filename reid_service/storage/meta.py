"""Small facts of the store itself, by key."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from reid_service.storage.schema import meta
from reid_service.storage.sql import upsert

# Made once: making a statement takes longer than running it.
_VALUE = select(meta.c.value).where(meta.c.key == bindparam("key"))


class Meta:
    """Keys with JSON values within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str, default: Any = None) -> Any:
        """The value of `key`, or `default`."""
        value = self._connection.scalar(_VALUE, {"key": key})
        return default if value is None else value

    def put(self, key: str, value: Any) -> None:
        """Set `key` to a value that JSON can hold; None removes it."""
        if value is None:
            self._connection.execute(delete(meta).where(meta.c.key == key))
        else:
            upsert(self._connection, meta, [{"key": key, "value": value}])
