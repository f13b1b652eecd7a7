"""Whom somebody wants to be told of when they are seen again.

That is no decision: it says nothing of who is who.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, delete, or_, select

from reid_service.storage.schema import watches
from reid_service.storage.sql import upsert

_W = watches.c


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing wish about an identity; epoch seconds, `until_s` None for until it is ended."""

    identity_id: str
    since_s: float
    until_s: float | None = None


class Watches:
    """Those within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, watch: Watch) -> None:
        """Begin one, or say anew until when. The identity must be there."""
        row = {
            "identity_id": watch.identity_id,
            "since_s": watch.since_s,
            "until_s": watch.until_s,
        }
        upsert(self._connection, watches, [row])

    def remove(self, identity_ids: Collection[str]) -> bool:
        """End those of these identities; whether there was one."""
        query = delete(watches).where(_W.identity_id.in_(identity_ids))
        return self._connection.execute(query).rowcount > 0

    def standing(self, at_s: float) -> list[Watch]:
        """All that are not over, the newest first."""
        open_ended = or_(_W.until_s.is_(None), _W.until_s > at_s)
        query = select(watches).where(open_ended).order_by(_W.since_s.desc(), _W.identity_id)
        return [
            Watch(row.identity_id, row.since_s, row.until_s)
            for row in self._connection.execute(query)
        ]

    def end_before(self, time_s: float) -> None:
        """Let go of those that are over."""
        self._connection.execute(delete(watches).where(_W.until_s <= time_s))
