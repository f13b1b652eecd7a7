"""The pictures that stand for an identity."""

from __future__ import annotations

import numpy as np

from reid_service.api import schemas
from reid_service.api.views import crop_view
from reid_service.domain.crop import Vectors
from reid_service.storage.centring import load_centring
from reid_service.storage.store import Session
from reid_service.storage.templates import WINDOW, template_of


def standing_for(
    session: Session, identity_id: str, model_id: str, limit: int
) -> list[schemas.TemplateCrop]:
    """At most `limit` pictures, one a sighting, of the sightings that the template is made of.

    The best comes first, then always the one least like those before.
    """
    centring = load_centring(session, model_id)
    template = template_of(session, identity_id, model_id, centring=centring)
    newest = session.tracklets.of_identity(identity_id)[-WINDOW:]
    cameras = {each.tracklet.id: each.tracklet.camera_key for each in newest}
    best = session.crops.best_of_tracklets(cameras)
    by_id = {each.id: each for each in best.values() if each.file is not None}
    known = [each for each in session.crops.vectors(cameras, model_id) if each.crop_id in by_id]
    if template is None or not known:
        return []
    vectors = np.stack([centring.apply(cameras[each.tracklet_id], each.vector) for each in known])
    first = max(range(len(known)), key=lambda index: known[index].quality)
    return [
        schemas.TemplateCrop(
            **dict(crop_view(by_id[known[index].crop_id])),
            camera=cameras[known[index].tracklet_id].camera,
            likeness=float(vectors[index] @ template.vector),
        )
        for index in most_different(vectors, first, limit)
    ]


def most_different(vectors: Vectors, first: int, limit: int) -> list[int]:
    """Rows of unit vectors (N, D): `first`, then each time the one least like all before.

    Farthest-first traversal (Gonzalez 1985). At most `limit` rows, at least one.

    >>> most_different(np.array([[1, 0], [0.8, 0.6], [0, 1]], np.float32), 0, 2)
    [0, 2]
    """
    chosen = [first]
    nearest = vectors @ vectors[first]
    while len(chosen) < min(limit, len(vectors)):
        nearest[chosen] = np.inf
        chosen.append(int(np.argmin(nearest)))
        nearest = np.maximum(nearest, vectors @ vectors[chosen[-1]])
    return chosen
