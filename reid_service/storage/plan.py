"""The floor plan in the store: floors, placements, point pairs, and rules of ways."""

from __future__ import annotations

import math
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select, update

from reid_service.domain.floorplan import CameraKey, EdgeRule, Floor, Placement, Point, PointPair
from reid_service.errors import NotFound
from reid_service.storage.passages import Passages
from reid_service.storage.schema import calibrations, edge_rules, floors, placements
from reid_service.storage.sql import upsert

Way: TypeAlias = tuple[CameraKey, CameraKey]
"""From one camera to another."""

_E = edge_rules.c


class Plan:
    """The plan within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def floors(self) -> list[Floor]:
        """From the lowest up."""
        query = select(floors).order_by(floors.c.level, floors.c.name, floors.c.id)
        return [Floor(**row._mapping) for row in self._connection.execute(query)]  # noqa: SLF001 - public by docs

    def floor(self, floor_id: str) -> Floor:
        """One floor. Raises `NotFound`."""
        row = self._connection.execute(select(floors).where(floors.c.id == floor_id)).first()
        if row is None:
            msg = "There is no such floor. It may have been deleted meanwhile."
            raise NotFound(msg)
        return Floor(**row._mapping)  # noqa: SLF001 - public by docs

    def add_floor(self, name: str, level: int) -> Floor:
        """A new floor without a picture."""
        floor = Floor(str(uuid.uuid4()), name, level)
        self._connection.execute(insert(floors), _row(floor))
        return floor

    def put_floor(self, floor: Floor) -> None:
        """Change a floor that is there."""
        query = update(floors).where(floors.c.id == floor.id)
        self._connection.execute(query.values(_row(floor)))

    def resize_floor(self, floor: Floor, width: float, height: float) -> Floor:
        """The floor with other plan units: everything on it stays where it is drawn."""
        across, down = width / floor.width, height / floor.height
        both = math.sqrt(across * down)
        scale = floor.metres_per_unit
        changed = replace(
            floor,
            width=width,
            height=height,
            metres_per_unit=None if scale is None else scale / both,
        )
        self.put_floor(changed)
        Passages(self._connection).stretch(floor.id, across, down)
        for placed in self.placements():
            if placed.floor_id != floor.id:
                continue
            pairs = self.pairs(placed.camera)
            moved = replace(
                placed,
                x=placed.x * across,
                y=placed.y * down,
                range_units=placed.range_units * both,
            )
            self.place(moved)
            if pairs:
                plan = [Point(each.plan.x * across, each.plan.y * down) for each in pairs]
                scaled = [replace(e, plan=p) for e, p in zip(pairs, plan, strict=True)]
                self.put_pairs(placed.camera, scaled)
        return changed

    def remove_floor(self, floor_id: str) -> Floor:
        """Delete a floor with what is placed on it; what it was. Raises `NotFound`."""
        floor = self.floor(floor_id)
        self._connection.execute(delete(floors).where(floors.c.id == floor_id))
        return floor

    def placements(self) -> list[Placement]:
        """Of every placed camera, by Frigate and name."""
        query = select(placements).order_by(placements.c.instance, placements.c.camera)
        return [_placement(row) for row in self._connection.execute(query)]

    def placement(self, camera: CameraKey) -> Placement | None:
        """Where a camera stands, if somebody said."""
        query = select(placements).where(_is_of(placements.c, camera))
        row = self._connection.execute(query).first()
        return None if row is None else _placement(row)

    def place(self, placement: Placement) -> None:
        """Place a camera, or move it; on another floor its point pairs are void.

        Raises `NotFound` (floor).
        """
        self.floor(placement.floor_id)
        before = self.placement(placement.camera)
        if before is not None and before.floor_id != placement.floor_id:
            self.remove_pairs(placement.camera)
        row = {
            "instance": placement.camera.instance,
            "camera": placement.camera.camera,
            "floor_id": placement.floor_id,
            "x": placement.x,
            "y": placement.y,
            "heading_deg": placement.heading_deg,
            "view_deg": placement.view_deg,
            "range_units": placement.range_units,
        }
        upsert(self._connection, placements, [row])

    def take_away(self, camera: CameraKey) -> None:
        """Take a camera off the plan, with its point pairs; fine if it is not on it."""
        self._connection.execute(delete(placements).where(_is_of(placements.c, camera)))

    def all_pairs(self) -> dict[CameraKey, list[PointPair]]:
        """Point pairs of every camera that has some."""
        rows = self._connection.execute(select(calibrations))
        return {CameraKey(row.instance, row.camera): _pairs(row.pairs) for row in rows}

    def pairs(self, camera: CameraKey) -> list[PointPair]:
        """Point pairs of a camera; empty while nobody marked any."""
        query = select(calibrations.c.pairs).where(_is_of(calibrations.c, camera))
        return _pairs(self._connection.scalar(query) or [])

    def put_pairs(self, camera: CameraKey, pairs: Sequence[PointPair]) -> None:
        """Replace the point pairs of a placed camera."""
        stored = [[each.image.x, each.image.y, each.plan.x, each.plan.y] for each in pairs]
        row = {"instance": camera.instance, "camera": camera.camera, "pairs": stored}
        upsert(self._connection, calibrations, [row])

    def remove_pairs(self, camera: CameraKey) -> None:
        """Remove the point pairs of a camera; fine if there are none."""
        self._connection.execute(delete(calibrations).where(_is_of(calibrations.c, camera)))

    def rules(self) -> dict[Way, EdgeRule]:
        """What people said of ways; an overlap is there in both directions."""
        query = select(edge_rules).order_by(*edge_rules.primary_key.columns)
        return {
            (
                CameraKey(row.from_instance, row.from_camera),
                CameraKey(row.to_instance, row.to_camera),
            ): EdgeRule(row.rule)
            for row in self._connection.execute(query)
        }

    def set_rule(self, way: Way, rule: EdgeRule | None) -> None:
        """Say something of a way, or nothing any more (None).

        Two views overlap in both directions or in none.
        """
        here, there = way
        back = (there, here)
        if rule is EdgeRule.OVERLAP:
            self._put_rule(back, rule)
        elif self.rules().get(back) is EdgeRule.OVERLAP:
            self._put_rule(back, None)
        self._put_rule(way, rule)

    def _put_rule(self, way: Way, rule: EdgeRule | None) -> None:
        here, there = way
        row = {
            "from_instance": here.instance,
            "from_camera": here.camera,
            "to_instance": there.instance,
            "to_camera": there.camera,
        }
        if rule is None:
            this = and_(*(_E[name] == value for name, value in row.items()))
            self._connection.execute(delete(edge_rules).where(this))
        else:
            upsert(self._connection, edge_rules, [{**row, "rule": rule.value}])


def _row(floor: Floor) -> dict[str, Any]:
    return {name: getattr(floor, name) for name in Floor.__dataclass_fields__}


def _is_of(columns: Any, camera: CameraKey) -> ColumnElement[bool]:
    return and_(columns.instance == camera.instance, columns.camera == camera.camera)


def _placement(row: Row[Any]) -> Placement:
    return Placement(
        camera=CameraKey(row.instance, row.camera),
        floor_id=row.floor_id,
        x=row.x,
        y=row.y,
        heading_deg=row.heading_deg,
        view_deg=row.view_deg,
        range_units=row.range_units,
    )


def _pairs(stored: Sequence[Sequence[float]]) -> list[PointPair]:
    return [PointPair(Point(a, b), Point(x, y)) for a, b, x, y in stored]
