"""Queries behind the lists of people and cameras."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, Subquery, case, func, select, tuple_

from reid_service.api import schemas
from reid_service.domain.identity import Identity
from reid_service.domain.tracklet import TrackletState
from reid_service.errors import InvalidRequest
from reid_service.storage.records import Page
from reid_service.storage.schema import identities, tracklets
from reid_service.storage.sql import decode_cursor, encode_cursor
from reid_service.storage.store import Session

_I = identities.c
_T = tracklets.c


class State(StrEnum):
    """Which people are listed."""

    VISIBLE = "visible"  # all but the hidden
    NAMED = "named"  # visible, with a name
    UNNAMED = "unnamed"  # visible, without
    HIDDEN = "hidden"
    ALL = "all"


class Sort(StrEnum):
    """What comes first; of two alike the one with the greater id, by name with the lower."""

    LAST_SEEN = "last_seen"  # the latest first
    NAME = "name"  # A to Z, then those without by number
    FIRST_SEEN = "first_seen"  # the latest newcomer first
    SIGHTINGS = "sightings"  # the most first


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Which people are listed; None means any.

    `cameras` and the span [`from_s`, `until_s`) must be true of one and the same sighting.
    `text` is a part of the name, label or an alias, whatever its case.
    """

    state: State = State.VISIBLE
    cameras: frozenset[str] | None = None
    from_s: float | None = None
    until_s: float | None = None
    text: str | None = None


def list_people(
    session: Session,
    where: PeopleFilter,
    *,
    limit: int,
    cursor: str | None,
    sort: Sort = Sort.LAST_SEEN,
) -> Page[Identity]:
    """Identities that are not merged into others, in the order of `sort`.

    `limit` is at least 1. Raises `InvalidRequest` (cursor).
    """
    wanted = where.text.casefold() if where.text else ""
    found: list[Row[Any]] = []
    for row in session.connection.execute(_people(where, sort, cursor)):
        # Compared here: SQLite's lower() knows only ASCII.
        if any(wanted in each.casefold() for each in (_label(row), *row.aliases)):
            found.append(row)
        if len(found) > limit:
            break
    page = found[:limit]
    known = session.identities.get_all(row.id for row in page)
    more = _cursor_after(page[-1], sort) if len(found) > limit else None
    return Page([known[row.id] for row in page], more)


def list_cameras(session: Session) -> list[schemas.Camera]:
    """Every camera that saw somebody, by name."""
    is_open = case((_T.state == TrackletState.OPEN.value, 1), else_=0)
    query = (
        select(
            _T.camera,
            _T.instance,
            func.count().label("tracklets"),
            func.max(_T.last_seen_s).label("last_s"),
            func.sum(is_open).label("on_site"),
        )
        .group_by(_T.camera, _T.instance)
        .order_by(_T.camera, _T.instance)
    )
    return [
        schemas.Camera(
            name=row.camera,
            frigate_instance=row.instance,
            tracklets=row.tracklets,
            last_seen_s=row.last_s,
            on_site=row.on_site,
        )
        for row in session.connection.execute(query)
    ]


def _people(where: PeopleFilter, sort: Sort, cursor: str | None) -> Select[Any]:
    seen = (
        select(
            _T.identity_id.label("owner"),
            func.max(_T.last_seen_s).label("last_s"),
            func.min(_T.start_s).label("first_s"),
            func.count().label("sightings"),
        )
        .where(_T.identity_id.is_not(None))
        .group_by(_T.identity_id)
        .subquery()
    )
    keys = _keys(sort, seen)
    order = [each.asc() if sort is Sort.NAME else each.desc() for each in (*keys, _I.id)]
    query = (
        select(
            *(_I.id, _I.name, _I.aliases, _I.number),
            *(each.label(f"key_{at}") for at, each in enumerate(keys)),
        )
        .outerjoin(seen, seen.c.owner == _I.id)
        .where(~_I.retired, _I.redirect_to.is_(None), *_of_state(where.state))
        .order_by(*order)
    )
    sighting = _of_sighting(where)
    if sighting:
        # Not a correlated `exists`: for that SQLite walks a camera's sightings for each person.
        query = query.where(_I.id.in_(select(_T.identity_id).where(*sighting)))
    if cursor is not None:
        here, there = tuple_(*keys, _I.id), tuple_(*_position(cursor, sort))
        query = query.where(here > there if sort is Sort.NAME else here < there)
    return query


def _keys(sort: Sort, seen: Subquery) -> tuple[ColumnElement[Any], ...]:
    """What a list is ordered by, before the id."""
    match sort:
        # Somebody whose last sighting has expired stays in the list.
        case Sort.LAST_SEEN:
            return (func.coalesce(seen.c.last_s, _I.created_s),)
        case Sort.FIRST_SEEN:
            return (func.coalesce(seen.c.first_s, _I.created_s),)
        case Sort.SIGHTINGS:
            return (func.coalesce(seen.c.sightings, 0),)
        case Sort.NAME:
            unnamed = case((_I.name.is_(None), 1), else_=0)
            return (unnamed, func.lower(func.coalesce(_I.name, "")), _I.number)


_KEY_TYPES: Final[Mapping[Sort, tuple[type, ...]]] = {
    Sort.LAST_SEEN: (float,),
    Sort.NAME: (int, str, int),
    Sort.FIRST_SEEN: (float,),
    Sort.SIGHTINGS: (int,),
}


def _cursor_after(row: Row[Any], sort: Sort) -> str:
    keys = [getattr(row, f"key_{at}") for at in range(len(_KEY_TYPES[sort]))]
    return f"{sort.value}.{encode_cursor(*keys, row.id)}"


def _position(cursor: str, sort: Sort) -> list[Any]:
    """The keys and the id in a cursor. Raises `InvalidRequest` for one of another order."""
    begun, _, position = cursor.partition(".")
    if begun != sort.value:
        msg = f"The cursor is not one of a list sorted by {sort.value}. Begin again without it."
        raise InvalidRequest(msg)
    return decode_cursor(position, *_KEY_TYPES[sort], str)


def _of_state(state: State) -> Sequence[Any]:
    match state:
        case State.VISIBLE:
            return (~_I.hidden,)
        case State.NAMED:
            return (~_I.hidden, _I.name.is_not(None))
        case State.UNNAMED:
            return (~_I.hidden, _I.name.is_(None))
        case State.HIDDEN:
            return (_I.hidden,)
        case State.ALL:
            return ()


def _of_sighting(where: PeopleFilter) -> Sequence[Any]:
    found: list[Any] = []
    if where.cameras is not None:
        found.append(_T.camera.in_(sorted(where.cameras)))
    if where.from_s is not None:
        found.append(_T.last_seen_s >= where.from_s)
    if where.until_s is not None:
        found.append(_T.start_s < where.until_s)
    return found


def _label(row: Row[Any]) -> str:
    return Identity(id=row.id, number=row.number, created_s=0.0, name=row.name).label
