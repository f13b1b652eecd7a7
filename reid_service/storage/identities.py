"""Identities as the ledger left them; only the ledger changes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Column, Connection, Row, Select, Text, bindparam, cast, func, select

from reid_service.domain.identity import Identity
from reid_service.errors import NotFound
from reid_service.storage.meta import Meta
from reid_service.storage.schema import identities
from reid_service.storage.sql import chunks

_I = identities.c

# Made once: making a statement takes longer than running it.
_BY_ID = select(identities).where(_I.id == bindparam("id"), _I.retired == bindparam("retired"))
_HIGHEST = select(func.max(_I.number))

_NEXT_NUMBER: Final = "next_identity_number"


class Identities:
    """Identities within one transaction. One whose creation was undone does not exist here.

    What was found is kept until whoever writes to identities says so (`changed`): the same few
    are asked for with every step.
    """

    def __init__(self, connection: Connection, meta: Meta) -> None:
        self._connection = connection
        self._meta = meta
        self._found: dict[str, Identity | None] = {}

    def changed(self) -> None:
        """Identities were written in this transaction: read them again."""
        self._found.clear()

    def find(self, identity_id: str) -> Identity | None:
        """One identity, merged or not, or None."""
        if identity_id not in self._found:
            row = self._connection.execute(_BY_ID, {"id": identity_id, "retired": False}).first()
            self._found[identity_id] = None if row is None else _from_row(row)
        return self._found[identity_id]

    def resolve(self, identity_id: str) -> Identity:
        """The identity behind an id, through every merge. Raises `NotFound`."""
        found = self.find(identity_id)
        while found is not None and found.redirect_to is not None:
            found = self.find(found.redirect_to)
        if found is None:
            msg = "There is no such person. They may have been deleted or split meanwhile."
            raise NotFound(msg)
        return found

    def get_all(self, identity_ids: Iterable[str]) -> dict[str, Identity]:
        """Those of `identity_ids` that exist, merged or not."""
        return {
            each.id: each
            for chunk in chunks(dict.fromkeys(identity_ids))
            for each in self._all(select(identities).where(_I.id.in_(chunk), ~_I.retired))
        }

    def live(self, *, named: bool | None = None, hidden: bool | None = None) -> list[Identity]:
        """Those that are neither merged nor retired, by number; None means either."""
        query = select(identities).where(~_I.retired, _I.redirect_to.is_(None))
        if named is not None:
            query = query.where(_I.name.is_not(None) if named else _I.name.is_(None))
        if hidden is not None:
            query = query.where(_I.hidden if hidden else ~_I.hidden)
        return self._all(query.order_by(_I.number))

    def named(self, name: str) -> list[Identity]:
        """Live identities of this name, whatever its case, by number."""
        # Compared here: SQLite's lower() knows only ASCII.
        wanted = name.casefold()
        return [each for each in self.live(named=True) if (each.name or "").casefold() == wanted]

    def told_apart(self) -> list[Identity]:
        """Those of which people said who they are not, merged or not, by number."""
        return self._saying(_I.distinct_from)

    def unsure(self) -> list[Identity]:
        """Those of which people could not tell who they are, merged or not, by number."""
        return self._saying(_I.unsure_of)

    def merged_into(self, identity_id: str) -> list[Identity]:
        """Every identity that leads to this one, directly or by others, by number."""
        below = select(_I.id).where(_I.redirect_to == identity_id).cte("below", recursive=True)
        below = below.union(select(_I.id).join(below, _I.redirect_to == below.c.id))
        query = select(identities).where(_I.id.in_(select(below.c.id)), ~_I.retired)
        return self._all(query.order_by(_I.number))

    def retired(self, identity_id: str) -> Identity | None:
        """The row that an undone creation left behind, or None."""
        row = self._connection.execute(_BY_ID, {"id": identity_id, "retired": True}).first()
        return None if row is None else _from_row(row)

    def next_number(self) -> int:
        """A number that no identity had or will have, from 1; needs a writing transaction."""
        highest = self._connection.scalar(_HIGHEST) or 0
        number = max(int(self._meta.get(_NEXT_NUMBER, 1)), highest + 1)
        self._meta.put(_NEXT_NUMBER, number + 1)
        return number

    def _saying(self, column: Column[Any]) -> list[Identity]:
        some = cast(column, Text) != "[]"
        return self._all(select(identities).where(~_I.retired, some).order_by(_I.number))

    def _all(self, query: Select[Any]) -> list[Identity]:
        return [_from_row(row) for row in self._connection.execute(query)]


def _from_row(row: Row[Any]) -> Identity:
    return Identity(
        id=row.id,
        number=row.number,
        created_s=row.created_s,
        name=row.name,
        hidden=row.hidden,
        exposed=row.exposed,
        feature_crop_id=row.feature_crop_id,
        redirect_to=row.redirect_to,
        distinct_from=tuple(row.distinct_from),
        unsure_of=tuple(row.unsure_of),
        aliases=tuple(row.aliases),
    )
