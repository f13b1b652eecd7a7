"""The sightings of the last hours, as the identity engine weighs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from sqlalchemy import func, select

from reid_service.domain.crop import Vector
from reid_service.domain.identity import SYSTEM_ACTOR, DecisionKind, Subject
from reid_service.domain.tracklet import PathPoint, TrackletState
from reid_service.domain.vectors import pooled
from reid_service.storage.crops import from_blobs
from reid_service.storage.schema import (
    changes,
    concerns,
    crops,
    decisions,
    embeddings,
    identities,
    tracklets,
)
from reid_service.storage.sql import chunks
from reid_service.storage.store import Session

_VOUCHING = (
    DecisionKind.MERGE,
    DecisionKind.SPLIT,
    DecisionKind.ASSIGN,
    DecisionKind.RENAME,
    DecisionKind.UNDO,
)
"""Acts by people who had looked at all sightings of an identity."""

_T = tracklets.c


@dataclass(frozen=True, slots=True, eq=False)
class RecentSighting:
    """A tracklet of an identity: its pooled vector (D,), not centred.

    `vouched` means that a person placed it, or acted on its identity after it was there. `path`
    holds its first and last point, if there are any.
    """

    tracklet_id: str
    instance: str
    camera: str
    start_s: float
    last_seen_s: float
    is_open: bool
    face: str | None
    identity_id: str
    vector: Vector
    vouched: bool
    path: tuple[PathPoint, ...] = ()


def recent_sightings(
    session: Session, since_s: float, model_id: str, *, until_s: float | None = None
) -> list[RecentSighting]:
    """Those in sight since then that have an identity and crops, in order of id.

    With `until_s` only those that had begun by then.
    """
    query = (
        select(
            _T.id,
            _T.instance,
            _T.camera,
            _T.start_s,
            _T.last_seen_s,
            _T.state,
            _T.face,
            _T.identity_id,
            crops.c.score,
            embeddings.c.vector,
        )
        .join(crops, crops.c.tracklet_id == _T.id)
        .join(embeddings, embeddings.c.crop_id == crops.c.id)
        .where(
            _T.last_seen_s >= since_s,
            _T.identity_id.is_not(None),
            embeddings.c.model_id == model_id,
            ~crops.c.bad,
            *([] if until_s is None else [_T.start_s <= until_s]),
        )
        .order_by(_T.id, crops.c.frame_time_s, crops.c.id)
    )
    rows = session.connection.execute(query).all()
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.id)]
    ids = [group[0].id for group in groups]
    trails, paths = trails_of(session, ids), _ends_of_paths(session, ids)
    looked_at_s = _looked_at(
        session, {key for each in trails.values() for key in each.identity_ids}
    )
    return [
        RecentSighting(
            tracklet_id=first.id,
            instance=first.instance,
            camera=first.camera,
            start_s=first.start_s,
            last_seen_s=first.last_seen_s,
            is_open=first.state == TrackletState.OPEN,
            face=first.face,
            identity_id=first.identity_id,
            vector=pooled(from_blobs([row.vector for row in group]), [row.score for row in group]),
            vouched=trails[first.id].by_hand
            or any(
                first.last_seen_s <= looked_at_s.get(each, float("-inf"))
                for each in trails[first.id].identity_ids
            ),
            path=paths[first.id],
        )
        for group in groups
        for first in group[:1]
    ]


def seen_most(
    session: Session, from_s: float, until_s: float, *, without: Iterable[str], limit: int
) -> list[str]:
    """Identities seen between two moments, the second excluded: named ones first, then by count.

    Hidden ones and those of `without` are left out; at most `limit`.
    """
    count = func.count().label("count")
    query = (
        select(_T.identity_id)
        .join(identities, identities.c.id == _T.identity_id)
        .where(
            _T.last_seen_s >= from_s,
            _T.last_seen_s < until_s,
            identities.c.hidden.is_(False),
        )
        .group_by(_T.identity_id, identities.c.name)
        .order_by(identities.c.name.is_(None), count.desc(), _T.identity_id)
    )
    known = set(without)
    found = (each for each in session.connection.scalars(query) if each not in known)
    return list(islice(found, limit))


def _ends_of_paths(
    session: Session, tracklet_ids: Sequence[str]
) -> dict[str, tuple[PathPoint, ...]]:
    found = {}
    for chunk in chunks(tracklet_ids):
        rows = session.connection.execute(select(_T.id, _T.path).where(_T.id.in_(chunk)))
        for key, path in rows:
            found[key] = tuple(PathPoint(*point) for point in (*path[:1], *path[-1:]))
    return found


@dataclass(slots=True)
class Trail:
    """The identities that a tracklet came through by merges alone, and who began that."""

    by_hand: bool = False
    identity_ids: set[str] = field(default_factory=set)


def trails_of(session: Session, tracklet_ids: Sequence[str]) -> dict[str, Trail]:
    """How each tracklet came to its identity.

    A merge by the service keeps together what was together: what a person said before holds.
    """
    found = {each: Trail() for each in tracklet_ids}
    for chunk in chunks(tracklet_ids):
        query = (
            select(changes.c.subject_id, changes.c.after, decisions.c.actor, decisions.c.kind)
            .join(decisions, decisions.c.seq == changes.c.decision_seq)
            .where(
                changes.c.subject_id.in_(chunk),
                changes.c.subject == Subject.TRACKLET.value,
                changes.c.field == "identity_id",
            )
            .order_by(changes.c.decision_seq)
        )
        for row in session.connection.execute(query):
            by_system = row.actor == SYSTEM_ACTOR
            if not (by_system and row.kind == DecisionKind.MERGE.value):
                found[row.subject_id] = Trail(by_hand=not by_system)
            found[row.subject_id].identity_ids.add(row.after)
    return found


def _looked_at(session: Session, identity_ids: Iterable[str]) -> dict[str, float]:
    """When a person last vouched for an identity as it was, epoch seconds."""
    found: dict[str, float] = {}
    taken_back = decisions.alias()
    for chunk in chunks(identity_ids):
        query = (
            select(concerns.c.identity_id, func.max(decisions.c.at_s).label("at_s"))
            .join(decisions, decisions.c.seq == concerns.c.decision_seq)
            .outerjoin(taken_back, taken_back.c.id == decisions.c.reverses)
            .where(
                concerns.c.identity_id.in_(chunk),
                decisions.c.actor != SYSTEM_ACTOR,
                decisions.c.kind.in_([each.value for each in _VOUCHING]),
                # Whoever can tell no more, and takes that back, vouches for nobody.
                taken_back.c.kind.is_distinct_from(DecisionKind.UNSURE.value),
            )
            .group_by(concerns.c.identity_id)
        )
        found.update({row.identity_id: row.at_s for row in session.connection.execute(query)})
    return found
