"""Where a route may have gone on otherwise, on the wire."""

from __future__ import annotations

from collections.abc import Sequence

from reid_service.api import schemas
from reid_service.api.views import sighting_views
from reid_service.associate.branching import Branch
from reid_service.storage.store import Session


def branch_views(session: Session, branches: Sequence[Branch]) -> list[schemas.Branch]:
    """In the same order; without those whose sighting was deleted or given away meanwhile."""
    stored = session.tracklets.get_all(each.tracklet_id for each in branches)
    views = {each.id: each for each in sighting_views(session, stored)}
    found = []
    for each in branches:
        seen = views.get(each.tracklet_id)
        if seen is None or seen.identity_id is None or seen.identity_label is None:
            continue
        found.append(
            schemas.Branch(
                after=each.after_id,
                instead_of=each.leg_id,
                sighting_id=seen.id,
                camera=seen.camera,
                start_s=seen.start_s,
                end_s=seen.last_seen_s,
                crop_id=seen.crop_id,
                identity_id=seen.identity_id,
                identity_label=seen.identity_label,
                probability=round(each.probability, 3),
                leg_probability=round(each.leg_probability, 3),
            )
        )
    return found
