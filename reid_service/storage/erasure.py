"""Deletes everything that is known of anybody, while no service uses the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from contextlib import closing
from typing import Any, Final

from sqlalchemy import Connection, MetaData, Table, insert, make_url, select

from reid_service.storage.database import Database, migrate
from reid_service.storage.schema import (
    calibrations,
    edge_rules,
    floors,
    gone,
    meta,
    passages,
    placements,
    tracklets,
)
from reid_service.storage.sql import chunks, upsert
from reid_service.storage.tracklets import Tracklets

_PLAN: Final = (floors, placements, calibrations, edge_rules, passages)


def erase(url: str, *, kept_keys: Collection[str], keep_plan: bool) -> None:
    """Make the database empty, in one transaction, and give the disk back.

    What stays: the values of `kept_keys` in `meta`, the plan with `keep_plan`, and the digests of
    what was deleted now and earlier, so that Frigate cannot bring it back. Raises `StoreError`.
    """
    database = Database(url)
    try:
        with database.write() as connection:
            _note_gone(connection)
            kept = {
                table.name: _rows(connection, table)
                for table in (meta, gone, *(_PLAN if keep_plan else ()))
            }
            kept[meta.name] = [row for row in kept[meta.name] if row["key"] in kept_keys]
            _empty(connection)
            for table in (meta, gone, *_PLAN):
                for rows in chunks(kept.get(table.name, ())):
                    connection.execute(insert(table), rows)
    finally:
        database.close()
    _compact(url)


def keep_over(url: str, rows: Mapping[str, Any]) -> None:
    """Write `meta` values after a restore. Raises `StoreError`."""
    database = Database(url)
    try:
        with database.write() as connection:
            upsert(connection, meta, [{"key": k, "value": v} for k, v in rows.items()])
    finally:
        database.close()


def _note_gone(connection: Connection) -> None:
    ids = connection.scalars(select(tracklets.c.id)).all()
    Tracklets(connection).mark_gone(ids)


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(select(table)).mappings()]


def _empty(connection: Connection) -> None:
    """Dropping overwrites the pages of SQLite, and removes the files of PostgreSQL."""
    existing = MetaData()
    existing.reflect(connection)
    existing.drop_all(connection)
    migrate(connection)


def _compact(url: str) -> None:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database is None:
        return
    with closing(sqlite3.connect(parsed.database, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
