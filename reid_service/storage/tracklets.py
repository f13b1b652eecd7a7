"""Tracklets: written by ingest, read by everybody. Who they are is the ledger's to write."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    delete,
    exists,
    func,
    select,
    tuple_,
    update,
)

from reid_service.attributes.colours import Colour
from reid_service.attributes.pooling import pooled
from reid_service.attributes.values import LEAST_SHARE, LEAST_TONE, UNKNOWN, Attributes, Tone
from reid_service.domain.tracklet import PathPoint, SubLabel, Tracklet, TrackletState
from reid_service.errors import NotFound
from reid_service.storage.records import (
    Glimpse,
    IdentitySummary,
    Link,
    Page,
    SightingFilter,
    StoredTracklet,
)
from reid_service.storage.schema import crops, embeddings, gone, notes, tracklets
from reid_service.storage.sql import chunks, decode_cursor, encode_cursor, upsert

_T = tracklets.c

_DAY_S: Final = 86400.0
_NOT_FOUND: Final = "There is no such sighting. It may have been deleted meanwhile."
_WORN_LATELY: Final = 20
"""Sightings that say what somebody wears: more change nothing."""

# Made once: making a statement takes longer than running it.
_BY_ID = select(tracklets).where(_T.id == bindparam("id"))
_LINK = select(_T.identity_id, _T.firm, _T.doubted_as).where(_T.id == bindparam("id"))
_WEAR = update(tracklets).where(_T.id == bindparam("key")).values(attributes=bindparam("worn"))
_LAST_BEFORE = (
    select(_T.instance, _T.camera, _T.last_seen_s)
    .where(_T.identity_id == bindparam("whose"), _T.id != bindparam("not_id"))
    .where(_T.start_s <= bindparam("until_s"))
    .order_by(_T.last_seen_s.desc(), _T.id.desc())
    .limit(1)
)
_OTHERS = (
    select(_T.id).where(_T.identity_id == bindparam("whose"), _T.id != bindparam("not_id")).limit(1)
)
_GONE = select(gone.c.digest).where(gone.c.digest == bindparam("digest"))


class Tracklets:
    """Tracklets within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def upsert(self, tracklet: Tracklet, *, now_s: float) -> None:
        """Insert or update what Frigate tells; its identity stays untouched."""
        upsert(self._connection, tracklets, [_row_of(tracklet, now_s)])

    def wear(self, tracklet_id: str, worn: Attributes) -> None:
        """Note what is known of somebody's clothes in a tracklet."""
        self._connection.execute(_WEAR, {"key": tracklet_id, "worn": worn.to_json()})

    def find(self, tracklet_id: str) -> StoredTracklet | None:
        """One tracklet, or None."""
        row = self._connection.execute(_BY_ID, {"id": tracklet_id}).first()
        return None if row is None else _from_row(row)

    def get(self, tracklet_id: str) -> StoredTracklet:
        """One tracklet. Raises `NotFound`."""
        found = self.find(tracklet_id)
        if found is None:
            raise NotFound(_NOT_FOUND)
        return found

    def link(self, tracklet_id: str) -> Link:
        """Whose one tracklet is, without what Frigate tells of it. Raises `NotFound`."""
        row = self._connection.execute(_LINK, {"id": tracklet_id}).first()
        if row is None:
            raise NotFound(_NOT_FOUND)
        return Link(row.identity_id, row.firm, row.doubted_as)

    def doubted(self) -> list[StoredTracklet]:
        """Those of which somebody could not tell who they are, oldest first."""
        return self._all(_oldest_first().where(_T.doubted_as.is_not(None)))

    def get_all(self, ids: Iterable[str]) -> list[StoredTracklet]:
        """Those of `ids` that exist, oldest first."""
        found = [
            stored
            for chunk in chunks(dict.fromkeys(ids))
            for stored in self._all(select(tracklets).where(_T.id.in_(chunk)))
        ]
        return sorted(found, key=lambda each: (each.tracklet.start_s, each.tracklet.id))

    def open(self) -> list[StoredTracklet]:
        """Those that Frigate still tracks as far as we know, oldest first."""
        return self._all(_oldest_first().where(_T.state == TrackletState.OPEN))

    def undecided(self, model_id: str) -> list[StoredTracklet]:
        """Ended ones with an embedding of the model that are not firm, oldest first."""
        embedded = (
            exists()
            .where(crops.c.tracklet_id == _T.id, ~crops.c.bad)
            .where(embeddings.c.crop_id == crops.c.id, embeddings.c.model_id == model_id)
        )
        return self._all(_oldest_first().where(_T.state != TrackletState.OPEN, ~_T.firm, embedded))

    def newest_seen_s(self) -> float | None:
        """The last frame of anybody, None without tracklets."""
        newest: float | None = self._connection.scalar(select(func.max(_T.last_seen_s)))
        return newest

    def instances_of(self, camera: str) -> set[str]:
        """The Frigates on which a camera of this name saw somebody."""
        query = select(_T.instance).where(_T.camera == camera).distinct()
        return set(self._connection.scalars(query))

    def newest_start_s(self, instance: str) -> float | None:
        """When the youngest tracklet of a Frigate began, deleted or not; None if never any."""
        starts = [
            self._connection.scalar(
                select(func.max(table.c.start_s)).where(table.c.instance == instance)
            )
            for table in (tracklets, gone)
        ]
        return max((each for each in starts if each is not None), default=None)

    def mark_gone(self, tracklet_ids: Iterable[str]) -> None:
        """Remember that these tracklets are deleted, so that they are not taken in again."""
        for chunk in chunks(tracklet_ids):
            found = select(_T.id, _T.instance, _T.start_s).where(_T.id.in_(chunk))
            rows = [
                {"digest": _digest(row.id), "instance": row.instance, "start_s": row.start_s}
                for row in self._connection.execute(found)
            ]
            upsert(self._connection, gone, rows)

    def is_gone(self, tracklet_id: str) -> bool:
        """Whether a tracklet was deleted."""
        return self._connection.scalar(_GONE, {"digest": _digest(tracklet_id)}) is not None

    def forget_gone(self, before_s: float, *, limit: int) -> int:
        """Drop what is remembered of deleted tracklets that began earlier; returns how many."""
        old = select(gone.c.digest).where(gone.c.start_s < before_s).limit(limit)
        ids = list(self._connection.scalars(old))
        self._connection.execute(delete(gone).where(gone.c.digest.in_(ids)))
        return len(ids)

    def last_before(self, tracklet: Tracklet, identity_id: str) -> Glimpse | None:
        """The sighting of an identity before `tracklet` that lasted longest, None if first."""
        values = {"whose": identity_id, "not_id": tracklet.id, "until_s": tracklet.start_s}
        row = self._connection.execute(_LAST_BEFORE, values).first()
        return None if row is None else Glimpse(row.instance, row.camera, row.last_seen_s)

    def is_alone(self, tracklet_id: str, identity_id: str) -> bool:
        """Whether an identity has no other sighting than this one."""
        values = {"whose": identity_id, "not_id": tracklet_id}
        return self._connection.scalar(_OTHERS, values) is None

    def of_identity(
        self, identity_id: str, *, from_s: float | None = None, until_s: float | None = None
    ) -> list[StoredTracklet]:
        """Those of an identity in sight at some moment of [`from_s`, `until_s`), oldest first."""
        query = _oldest_first().where(_T.identity_id == identity_id)
        if from_s is not None:
            query = query.where(_T.last_seen_s >= from_s)
        if until_s is not None:
            query = query.where(_T.start_s < until_s)
        return self._all(query)

    def overlapping(
        self, from_s: float, until_s: float, *, camera: str | None = None
    ) -> list[StoredTracklet]:
        """Those in sight at some moment of [`from_s`, `until_s`], oldest first."""
        query = _oldest_first().where(_T.last_seen_s >= from_s, _T.start_s <= until_s)
        if camera is not None:
            query = query.where(_T.camera == camera)
        return self._all(query)

    def sightings(
        self, where: SightingFilter, *, limit: int, cursor: str | None = None
    ) -> Page[StoredTracklet]:
        """Tracklets with at least one crop, newest first. Raises `InvalidRequest` (cursor)."""
        query = select(tracklets).where(
            exists().where(crops.c.tracklet_id == _T.id), *_conditions(where)
        )
        if cursor is not None:
            position = decode_cursor(cursor, float, str)
            query = query.where(tuple_(_T.start_s, _T.id) < tuple_(*position))
        found = self._all(query.order_by(_T.start_s.desc(), _T.id.desc()).limit(limit + 1))
        items = found[:limit]
        more = len(found) > limit and items
        last = items[-1].tracklet if items else None
        return Page(items, encode_cursor(last.start_s, last.id) if more and last else None)

    def summaries(self, identity_ids: Iterable[str]) -> dict[str, IdentitySummary]:
        """Figures for each of `identity_ids` that has a sighting (with a crop or not)."""
        return {
            row.identity_id: IdentitySummary(row.sightings, row.first_s, row.last_s, row.camera)
            for chunk in chunks(dict.fromkeys(identity_ids))
            for row in self._connection.execute(_summary_query(chunk))
        }

    def worn_last(self, identity_ids: Iterable[str]) -> dict[str, Attributes]:
        """What each of `identity_ids` wore in the day before their last sighting, if known."""
        return {
            owner: worn
            for chunk in chunks(dict.fromkeys(identity_ids))
            for owner, worn in _worn(self._connection.execute(_worn_query(chunk)))
        }

    def note(self, tracklet_id: str, key: str) -> Any:
        """What was noted about a tracklet under `key`, None if nothing."""
        query = select(notes.c.value).where(notes.c.tracklet_id == tracklet_id, notes.c.key == key)
        return self._connection.scalar(query)

    def put_note(self, tracklet_id: str, key: str, value: Any) -> None:
        """Note a value that JSON can hold about a tracklet that exists; it goes with it."""
        row = {"tracklet_id": tracklet_id, "key": key, "value": value}
        upsert(self._connection, notes, [row])

    def _all(self, query: Select[Any]) -> list[StoredTracklet]:
        return [_from_row(row) for row in self._connection.execute(query)]


def _digest(tracklet_id: str) -> str:
    return hashlib.sha256(tracklet_id.encode()).hexdigest()


def _oldest_first() -> Select[Any]:
    return select(tracklets).order_by(_T.start_s, _T.id)


def _conditions(where: SightingFilter) -> list[Any]:
    found: list[Any] = []
    if where.identity_id is not None:
        found.append(_T.identity_id == where.identity_id)
    if where.unassigned:
        found.append(_T.identity_id.is_(None))
    if where.cameras is not None:
        found.append(_T.camera.in_(sorted(where.cameras)))
    if where.from_s is not None:
        found.append(_T.start_s >= where.from_s)
    if where.until_s is not None:
        found.append(_T.start_s < where.until_s)
    found += [
        _wears(half, wanted)
        for half, wanted in (("upper", where.worn.upper), ("lower", where.worn.lower))
        if wanted is not None
    ]
    return found


def _wears(half: str, wanted: Colour | Tone) -> Any:
    """As `Garment.shows`, in SQL."""
    if isinstance(wanted, Tone):
        return _T.attributes[(half, wanted.value)].as_float() >= LEAST_TONE
    return _T.attributes[(half, "colours", wanted.value)].as_float() >= LEAST_SHARE


def _worn(rows: Iterable[Row[Any]]) -> Iterator[tuple[str, Attributes]]:
    """Pools of rows that come person by person, newest first."""
    for owner, group in groupby(rows, key=lambda row: str(row.identity_id)):
        day = list(group)
        since_s = day[0].last_seen_s - _DAY_S
        known = [row.attributes for row in day if row.last_seen_s >= since_s]
        yield owner, pooled([Attributes.from_json(each) for each in known])


def _worn_query(identity_ids: Sequence[str]) -> Select[Any]:
    newest = [_T.last_seen_s.desc(), _T.id.desc()]
    ranked = (
        select(
            _T.identity_id,
            _T.last_seen_s,
            _T.attributes,
            func.row_number().over(partition_by=_T.identity_id, order_by=newest).label("rank"),
        )
        .where(_T.identity_id.in_(identity_ids), _T.attributes.is_not(None))
        .subquery()
    )
    return (
        select(ranked)
        .where(ranked.c.rank <= _WORN_LATELY)
        .order_by(ranked.c.identity_id, ranked.c.rank)
    )


def _summary_query(identity_ids: Sequence[str]) -> Select[Any]:
    owner = _T.identity_id
    newest = func.row_number().over(
        partition_by=owner, order_by=[_T.last_seen_s.desc(), _T.id.desc()]
    )
    ranked = (
        select(
            owner,
            _T.camera,
            func.count().over(partition_by=owner).label("sightings"),
            func.min(_T.start_s).over(partition_by=owner).label("first_s"),
            func.max(_T.last_seen_s).over(partition_by=owner).label("last_s"),
            newest.label("rank"),
        )
        .where(owner.in_(identity_ids))
        .subquery()
    )
    return select(ranked).where(ranked.c.rank == 1)


def _row_of(tracklet: Tracklet, now_s: float) -> dict[str, Any]:
    label, face = tracklet.sub_label, tracklet.face
    return {
        "id": tracklet.id,
        "instance": tracklet.instance,
        "event_id": tracklet.event_id,
        "camera": tracklet.camera,
        "state": tracklet.state.value,
        "start_s": tracklet.start_s,
        "last_seen_s": tracklet.last_seen_s,
        "sub_label": label.text if label else None,
        "sub_label_score": label.score if label else None,
        "face": face.text if face else None,
        "face_score": face.score if face else None,
        "zones": list(tracklet.zones),
        "path": [[point.x, point.y, point.time_s] for point in tracklet.path],
        "updated_s": now_s,
    }


def _from_row(row: Row[Any]) -> StoredTracklet:
    label = None if row.sub_label is None else SubLabel(row.sub_label, row.sub_label_score)
    tracklet = Tracklet(
        id=row.id,
        instance=row.instance,
        event_id=row.event_id,
        camera=row.camera,
        state=TrackletState(row.state),
        start_s=row.start_s,
        last_seen_s=row.last_seen_s,
        sub_label=label,
        face=None if row.face is None else SubLabel(row.face, row.face_score),
        zones=tuple(row.zones),
        path=tuple(PathPoint(*point) for point in row.path),
    )
    worn = _attributes(row.attributes)
    return StoredTracklet(tracklet, row.identity_id, row.firm, worn, row.doubted_as)


def _attributes(stored: Any) -> Attributes:
    return UNKNOWN if stored is None else Attributes.from_json(stored)
