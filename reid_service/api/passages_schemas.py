"""What the routes of doors and stairs take and answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from reid_service.api.bodies import Text
from reid_service.domain import floorplan
from reid_service.domain.floorplan import PassageKind

_Units = Annotated[float, Field(strict=False, ge=0.0, le=100_000.0, allow_inf_nan=False)]


class PassageEnd(BaseModel):
    """Where a passage comes out, in units of the floor."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    floor_id: Text
    x: _Units
    y: _Units


class PassageRequest(BaseModel):
    """What joins two floors, and where."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    kind: Annotated[PassageKind, Field(strict=False)]
    ends: Annotated[list[PassageEnd], Field(min_length=2, max_length=2)]


class Passage(BaseModel):
    """Stairs, a lift or a door from one floor to another."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: PassageKind
    ends: list[PassageEnd]


class Passages(BaseModel):
    """Every one."""

    model_config = ConfigDict(frozen=True)

    items: list[Passage]


def passage_view(passage: floorplan.Passage) -> Passage:
    """A passage as the plan shows it."""
    ends = [PassageEnd(floor_id=e.floor_id, x=e.x, y=e.y) for e in passage.ends]
    return Passage(id=passage.id, kind=passage.kind, ends=ends)


def passage_views(passages: Iterable[floorplan.Passage]) -> list[Passage]:
    """Several of them."""
    return [passage_view(each) for each in passages]
