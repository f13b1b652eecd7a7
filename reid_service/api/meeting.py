"""Where two people come closest to one another in time."""

from __future__ import annotations

import itertools

from sqlalchemy import select

from reid_service.api.schemas import Meeting
from reid_service.storage.schema import tracklets
from reid_service.storage.store import Session

_T = tracklets.c


def meeting_of(session: Session, identity_ids: tuple[str, str]) -> Meeting | None:
    """The two sightings, one of each, with the shortest time between them.

    None where one of the two has none any more.
    """
    query = (
        select(_T.id, _T.identity_id, _T.instance, _T.camera, _T.start_s, _T.last_seen_s)
        .where(_T.identity_id.in_(identity_ids))
        .order_by(_T.start_s, _T.id)
    )
    neighbours = [
        (before, after)
        for before, after in itertools.pairwise(session.connection.execute(query))
        if before.identity_id != after.identity_id
    ]
    if not neighbours:
        return None
    before, after = min(neighbours, key=lambda pair: abs(pair[1].start_s - pair[0].last_seen_s))
    return Meeting(
        from_sighting_id=before.id,
        from_instance=before.instance,
        from_camera=before.camera,
        to_sighting_id=after.id,
        to_instance=after.instance,
        to_camera=after.camera,
        gap_s=after.start_s - before.last_seen_s,
    )
