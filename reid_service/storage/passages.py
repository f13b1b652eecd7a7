"""Doors and stairs in the store: what joins floors."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, Row, delete, or_, select

from reid_service.domain.floorplan import Passage, PassageEnd, PassageKind
from reid_service.errors import NotFound
from reid_service.storage.schema import passages
from reid_service.storage.sql import upsert

_P = passages.c


class Passages:
    """What joins floors, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Passage]:
        """Every one, by id."""
        rows = self._connection.execute(select(passages).order_by(_P.id))
        return [_passage(row) for row in rows]

    def put(self, passage: Passage) -> None:
        """Add one, or change it. Its floors must be there."""
        first, second = passage.ends
        row = {
            "id": passage.id,
            "kind": passage.kind.value,
            "from_floor": first.floor_id,
            "from_x": first.x,
            "from_y": first.y,
            "to_floor": second.floor_id,
            "to_x": second.x,
            "to_y": second.y,
        }
        upsert(self._connection, passages, [row])

    def get(self, passage_id: str) -> Passage:
        """One. Raises `NotFound`."""
        row = self._connection.execute(select(passages).where(_P.id == passage_id)).first()
        if row is None:
            msg = "There is no such passage. It may have been deleted meanwhile."
            raise NotFound(msg)
        return _passage(row)

    def remove(self, passage_id: str) -> None:
        """Delete one. Raises `NotFound`."""
        self.get(passage_id)
        self._connection.execute(delete(passages).where(_P.id == passage_id))

    def stretch(self, floor_id: str, across: float, down: float) -> None:
        """A floor has other plan units: ends on it stay where they are drawn."""
        here = or_(_P.from_floor == floor_id, _P.to_floor == floor_id)
        for row in self._connection.execute(select(passages).where(here)).all():
            found = _passage(row)
            first, second = (
                replace(each, x=each.x * across, y=each.y * down)
                if each.floor_id == floor_id
                else each
                for each in found.ends
            )
            self.put(replace(found, ends=(first, second)))


def _passage(row: Row[tuple[object, ...]]) -> Passage:
    return Passage(
        row.id,
        PassageKind(row.kind),
        (
            PassageEnd(row.from_floor, row.from_x, row.from_y),
            PassageEnd(row.to_floor, row.to_x, row.to_y),
        ),
    )
