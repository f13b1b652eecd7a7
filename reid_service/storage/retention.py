"""Deletes what has become old."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import and_, exists, func, or_, select

from reid_service.storage.deletion import (
    Deleted,
    delete_identities,
    delete_pictures,
    delete_tracklets,
    delete_vectors,
)
from reid_service.storage.schema import (
    concerns,
    crops,
    decisions,
    embeddings,
    identities,
    tracklets,
)
from reid_service.storage.store import Session, Store

_DAY_S: Final = 86_400.0

_GONE_DAYS: Final = 90.0
"""How long a deleted tracked object is remembered as such: Frigate's own retention is shorter."""

_Step = Callable[[Session, int], tuple[int, Deleted]]


@dataclass(frozen=True, slots=True)
class RetentionRules:
    """Days after which things are deleted; None keeps them.

    Sightings of unnamed or undecided people and of named ones go with all they have. Pictures
    and vectors may go earlier: the sighting then stays, without looks. Searches that nobody
    changed go as the unnamed do.
    """

    unnamed_days: float | None = None
    named_days: float | None = None
    pictures_days: float | None = None
    vectors_days: float | None = None


def expire(store: Store, rules: RetentionRules, now_s: float, *, batch: int = 200) -> Deleted:
    """Delete everything older than the rules allow, at most `batch` rows a transaction.

    Picture files follow with `Store.remove_pictures`, index points with the indexer.
    """
    total = Deleted()
    for step in _steps(rules, now_s):
        while True:
            with store.write() as session:
                found, deleted = step(session, batch)
            total += deleted
            if found < batch:
                break
    return total


def _steps(rules: RetentionRules, now_s: float) -> list[_Step]:
    def cutoff(days: float | None) -> float | None:
        return None if days is None else now_s - days * _DAY_S

    steps: list[_Step] = []
    unnamed_s, named_s = cutoff(rules.unnamed_days), cutoff(rules.named_days)
    if unnamed_s is not None or named_s is not None:
        steps.append(lambda session, limit: _tracklets(session, unnamed_s, named_s, limit))
    pictures_s = cutoff(rules.pictures_days)
    if pictures_s is not None:
        steps.append(lambda session, limit: _pictures(session, pictures_s, limit))
    vectors_s = cutoff(rules.vectors_days)
    if vectors_s is not None:
        steps.append(lambda session, limit: _vectors(session, vectors_s, limit))
    if unnamed_s is not None:
        steps.append(lambda session, limit: _identities(session, unnamed_s, limit))
        steps.append(lambda session, limit: _searches(session, unnamed_s, limit))
    gone_s = now_s - _GONE_DAYS * _DAY_S
    steps.append(lambda session, limit: _gone(session, gone_s, limit))
    return steps


def _gone(session: Session, before_s: float, limit: int) -> tuple[int, Deleted]:
    return session.tracklets.forget_gone(before_s, limit=limit), Deleted()


def _tracklets(
    session: Session, unnamed_s: float | None, named_s: float | None, limit: int
) -> tuple[int, Deleted]:
    seen, name = tracklets.c.last_seen_s, identities.c.name
    old: list[Any] = []
    if unnamed_s is not None:
        old.append(and_(seen < unnamed_s, name.is_(None)))
    if named_s is not None:
        old.append(and_(seen < named_s, name.is_not(None)))
    query = (
        select(tracklets.c.id)
        .outerjoin(identities, identities.c.id == tracklets.c.identity_id)
        .where(or_(*old))
        .order_by(seen)
        .limit(limit)
    )
    ids = _ids(session, query)
    return len(ids), delete_tracklets(session, ids)


def _pictures(session: Session, before_s: float, limit: int) -> tuple[int, Deleted]:
    old = (crops.c.frame_time_s < before_s, crops.c.file.is_not(None))
    ids = _ids(session, select(crops.c.id).where(*old).limit(limit))
    return len(ids), delete_pictures(session, ids)


def _vectors(session: Session, before_s: float, limit: int) -> tuple[int, Deleted]:
    embedded = exists().where(embeddings.c.crop_id == crops.c.id)
    old = (crops.c.frame_time_s < before_s, embedded)
    ids = _ids(session, select(crops.c.id).where(*old).limit(limit))
    return len(ids), delete_vectors(session, ids)


def _identities(session: Session, before_s: float, limit: int) -> tuple[int, Deleted]:
    """Unnamed ones that nothing is left of, and about which nobody decided lately.

    The latter keeps a recent correction undoable. Those merged into them go along.
    """
    seen = exists().where(tracklets.c.identity_id == identities.c.id)
    # A merged identity goes with the one that took it in: its id may be in use elsewhere.
    newest = (
        select(func.max(decisions.c.at_s))
        .join(concerns, concerns.c.decision_seq == decisions.c.seq)
        .where(concerns.c.identity_id == identities.c.id)
        .scalar_subquery()
    )
    query = (
        select(identities.c.id)
        .where(identities.c.name.is_(None), identities.c.redirect_to.is_(None), ~seen)
        .where(func.coalesce(newest, identities.c.created_s) < before_s)
        .limit(limit)
    )
    ids = _ids(session, query)
    family = [each.id for id_ in ids for each in session.identities.merged_into(id_)]
    return len(ids), delete_identities(session, [*ids, *family])


def _searches(session: Session, before_s: float, limit: int) -> tuple[int, Deleted]:
    return session.searches.expire(before_s, limit=limit), Deleted()


def _ids(session: Session, query: Any) -> Sequence[str]:
    return session.connection.scalars(query).all()
