"""Searches across cameras, with their ticks and crosses."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select, tuple_

from reid_service.domain.crop import Embedding
from reid_service.domain.search import Mark, Marked, Search, SearchState, Seed, SeedKind
from reid_service.errors import NotFound
from reid_service.storage.crops import from_blob, to_blob
from reid_service.storage.records import Page
from reid_service.storage.schema import crops, search_labels, search_photos, searches, tracklets
from reid_service.storage.sql import chunks, decode_cursor, encode_cursor, upsert

_S = searches.c
_L = search_labels.c
_T = tracklets.c

_LONGEST_S: Final = 86_400.0
"""Nobody stays in sight of one camera for longer."""


def _ended_by_camera() -> Select[Any]:
    """Camera, and how many ended on it `from_s` or later and before `until_s`.

    From name to name along an index: going through all rows of the span took 35 ms where there
    were 100,000, this takes 4.
    """
    first = select(func.min(_T.camera).label("camera")).cte("cameras", recursive=True)
    later = tracklets.alias()
    following = select(func.min(later.c.camera)).where(later.c.camera > first.c.camera)
    cameras = first.union_all(
        select(following.scalar_subquery()).where(first.c.camera.is_not(None))
    )
    within = (_T.last_seen_s >= bindparam("from_s"), _T.last_seen_s < bindparam("until_s"))
    many = select(func.count()).where(_T.camera == cameras.c.camera, *within)
    return select(cameras.c.camera, many.scalar_subquery().label("many")).where(
        cameras.c.camera.is_not(None)
    )


_ENDED = _ended_by_camera()


class Searches:
    """Searches within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, search: Search) -> None:
        """Insert a search, or replace the one of the same id."""
        upsert(self._connection, searches, [_row_of(search)])

    def get(self, search_id: str) -> Search:
        """One search. Raises `NotFound`."""
        row = self._connection.execute(select(searches).where(_S.id == search_id)).first()
        if row is None:
            msg = "There is no such search. It may have expired or been deleted meanwhile."
            raise NotFound(msg)
        return _from_row(row)

    def page(
        self, state: SearchState | None, *, limit: int, cursor: str | None = None
    ) -> Page[Search]:
        """Searches, changed last first. Raises `InvalidRequest` (cursor)."""
        query = select(searches).order_by(_S.updated_s.desc(), _S.id.desc()).limit(limit + 1)
        if state is not None:
            query = query.where(_S.state == state.value)
        if cursor is not None:
            position = decode_cursor(cursor, float, str)
            query = query.where(tuple_(_S.updated_s, _S.id) < tuple_(*position))
        found = [_from_row(row) for row in self._connection.execute(query)]
        items = found[:limit]
        more = len(found) > limit
        return Page(items, encode_cursor(items[-1].updated_s, items[-1].id) if more else None)

    def remove(self, search_ids: Iterable[str]) -> int:
        """Delete searches with all that they say; returns how many there were."""
        removed = 0
        for chunk in chunks(search_ids):
            gone = self._connection.execute(delete(searches).where(_S.id.in_(chunk)))
            removed += gone.rowcount
        return removed

    def expire(self, before_s: float, *, limit: int) -> int:
        """Delete searches that nobody changed since then; returns how many."""
        old = select(_S.id).where(_S.updated_s < before_s).limit(limit)
        return self.remove(self._connection.scalars(old).all())

    def remove_photos_showing(self, sighting_ids: Sequence[str]) -> None:
        """Delete searches by a photo in which one of these sightings is ticked."""
        for chunk in chunks(sighting_ids):
            showing = (
                select(_L.search_id)
                .join(search_photos, search_photos.c.search_id == _L.search_id)
                .where(_L.sighting_id.in_(chunk), _L.label == Mark.TICK.value)
            )
            self.remove(self._connection.scalars(showing.distinct()).all())

    def put_photo(self, search_id: str, embedding: Embedding) -> None:
        """Keep how the person on a photo looks."""
        row = {
            "search_id": search_id,
            "model_id": embedding.model_id,
            "vector": to_blob(embedding.vector),
        }
        upsert(self._connection, search_photos, [row])

    def photo(self, search_id: str) -> Embedding | None:
        """How the person on the photo of a search looks, None without a photo."""
        query = select(search_photos).where(search_photos.c.search_id == search_id)
        row = self._connection.execute(query).first()
        return None if row is None else Embedding(row.model_id, from_blob(row.vector))

    def marks(self, search_id: str) -> dict[str, Marked]:
        """What a search says, by sighting."""
        query = select(search_labels).where(_L.search_id == search_id).order_by(_L.sighting_id)
        return {row.sighting_id: _marked(row) for row in self._connection.execute(query)}

    def put_marks(self, search_id: str, marks: Iterable[Marked]) -> None:
        """Insert or replace what a search says of sightings that exist."""
        rows = [
            {
                "search_id": search_id,
                "sighting_id": each.sighting_id,
                "label": each.mark,
                "used": each.used,
                "is_new": each.is_new,
                "place": each.place,
                "dropped": each.dropped,
            }
            for each in marks
        ]
        upsert(self._connection, search_labels, rows)

    def drop_marks(self, search_id: str, sighting_ids: Iterable[str]) -> None:
        """Say nothing of these sightings any more."""
        for chunk in chunks(sighting_ids):
            where = (_L.search_id == search_id, _L.sighting_id.in_(chunk))
            self._connection.execute(delete(search_labels).where(*where))

    def counts(self, search_ids: Iterable[str]) -> dict[str, dict[Mark, int]]:
        """How many sightings have each mark, by search."""
        found: dict[str, dict[Mark, int]] = {}
        for chunk in chunks(search_ids):
            query = (
                select(_L.search_id, _L.label, func.count().label("many"))
                .where(_L.search_id.in_(chunk), _L.label.is_not(None))
                .group_by(_L.search_id, _L.label)
            )
            for row in self._connection.execute(query):
                found.setdefault(row.search_id, {})[Mark(row.label)] = row.many
        return found

    def arranged(self, search_ids: Iterable[str]) -> dict[str, list[Marked]]:
        """Of which more is said as legs than their time: place, dropped or unsure, by search."""
        found: dict[str, list[Marked]] = {}
        for chunk in chunks(search_ids):
            query = (
                select(search_labels)
                .where(
                    _L.search_id.in_(chunk),
                    _L.place.is_not(None) | _L.dropped | (_L.label == Mark.UNSURE.value),
                )
                .order_by(_L.search_id, _L.place, _L.sighting_id)
            )
            for row in self._connection.execute(query):
                found.setdefault(row.search_id, []).append(_marked(row))
        return found

    def seen_on(
        self, from_s: float, until_s: float, *, cameras: frozenset[str] | None = None
    ) -> dict[str, int]:
        """How many tracklets each camera saw at some moment of the span, with crops or not.

        Two queries because each can be answered by an index, however long the span is: those
        that ended in it, camera by camera, and those that went on after it.
        """
        found: Counter[str] = Counter()
        ended = self._connection.execute(_ENDED, {"from_s": from_s, "until_s": until_s})
        found.update({row.camera: row.many for row in ended if row.many})
        went_on = (
            _T.last_seen_s >= until_s,
            _T.start_s < until_s,
            _T.start_s >= until_s - _LONGEST_S,
        )
        query = select(_T.camera, func.count().label("many")).where(*went_on)
        for row in self._connection.execute(query.group_by(_T.camera)):
            found[row.camera] += row.many
        return {key: found[key] for key in sorted(found) if cameras is None or key in cameras}

    def newest_of(
        self,
        identity_id: str,
        from_s: float = -math.inf,
        until_s: float = math.inf,
        *,
        limit: int,
    ) -> list[str]:
        """The newest tracklets of an identity in sight at some moment of the span."""
        query = (
            select(_T.id)
            .where(_T.identity_id == identity_id)
            .where(_T.last_seen_s >= from_s, _T.start_s < until_s)
            .order_by(_T.start_s.desc(), _T.id.desc())
            .limit(limit)
        )
        return list(self._connection.scalars(query))

    def next_frame_s(
        self, camera: str, time_s: float, *, later: bool, instance: str | None = None
    ) -> float | None:
        """The frame of a crop on a camera that comes next after `time_s`, or before it."""
        at_s = crops.c.frame_time_s
        query = (
            select(at_s)
            .join(tracklets, _T.id == crops.c.tracklet_id)
            .where(_T.camera == camera, at_s > time_s if later else at_s < time_s)
            .order_by(at_s if later else at_s.desc())
            .limit(1)
        )
        if instance is not None:
            query = query.where(_T.instance == instance)
        found: float | None = self._connection.scalar(query)
        return found


def _row_of(search: Search) -> dict[str, Any]:
    seed = search.seed
    return {
        "id": search.id,
        "created_s": search.created_s,
        "updated_s": search.updated_s,
        "state": search.state.value,
        "kind": seed.kind.value,
        "sighting_id": seed.sighting_id,
        "identity_id": seed.identity_id,
        "crop_id": seed.crop_id,
        "camera": seed.camera,
        "time_s": seed.time_s,
        "cameras": None if search.cameras is None else sorted(search.cameras),
        "from_s": search.from_s,
        "until_s": search.until_s,
        "refined": search.refined,
        "saved_as": search.saved_as,
    }


def _from_row(row: Row[Any]) -> Search:
    return Search(
        id=row.id,
        created_s=row.created_s,
        updated_s=row.updated_s,
        seed=Seed(
            SeedKind(row.kind),
            sighting_id=row.sighting_id,
            identity_id=row.identity_id,
            crop_id=row.crop_id,
            camera=row.camera,
            time_s=row.time_s,
        ),
        from_s=row.from_s,
        until_s=row.until_s,
        cameras=None if row.cameras is None else frozenset(row.cameras),
        state=SearchState(row.state),
        refined=row.refined,
        saved_as=row.saved_as,
    )


def _marked(row: Row[Any]) -> Marked:
    return Marked(
        row.sighting_id,
        None if row.label is None else Mark(row.label),
        None if row.used is None else Mark(row.used),
        row.is_new,
        row.place,
        row.dropped,
    )
