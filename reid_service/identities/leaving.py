"""Deletes what one camera saw, for good: like retention, by place instead of age."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, select

from reid_service.domain.floorplan import CameraKey
from reid_service.storage.deletion import delete_identities, delete_tracklets
from reid_service.storage.schema import tracklets
from reid_service.storage.store import Session


@dataclass(frozen=True, slots=True)
class Left:
    """What went: sightings, and unnamed people of whom nothing is left; others lost some."""

    tracklet_ids: tuple[str, ...]
    gone_ids: tuple[str, ...]
    changed_ids: tuple[str, ...]


def delete_seen_by(session: Session, camera: CameraKey, *, limit: int) -> Left:
    """Delete some of a camera's sightings, with crops, looks and what the ledger says of them.

    Call it until it returns no tracklet. Picture files follow with `Store.remove_pictures`.
    """
    here = and_(tracklets.c.instance == camera.instance, tracklets.c.camera == camera.camera)
    query = select(tracklets.c.id, tracklets.c.identity_id).where(here).limit(limit)
    rows = session.connection.execute(query).all()
    ids = tuple(row.id for row in rows)
    whose = {row.identity_id for row in rows if row.identity_id is not None}
    session.searches.remove_photos_showing(ids)
    delete_tracklets(session, ids)
    gone = _left_empty(session, sorted(whose))
    delete_identities(session, gone)
    return Left(ids, tuple(gone), tuple(sorted(whose - set(gone))))


def _left_empty(session: Session, identity_ids: Iterable[str]) -> Sequence[str]:
    """Unnamed ones that nothing is left of, with those merged into them."""
    found: list[str] = []
    for each in identity_ids:
        identity = session.identities.find(each)
        if identity is None or identity.name is not None:
            continue
        if not session.tracklets.of_identity(each):
            found += [each, *(merged.id for merged in session.identities.merged_into(each))]
    return found
