"""Learns the centring of a site from its tracklets, and keeps it.

Kept means: every vector that is compared was centred alike. The index is told when that
changes, in the same transaction.
"""

from __future__ import annotations

import base64
from itertools import groupby
from typing import Any, Final

import numpy as np
from sqlalchemy import func, select

from reid_service.domain.centring import Centring, learned
from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.vectors import pooled
from reid_service.storage.crops import from_blobs
from reid_service.storage.schema import crops, embeddings, tracklets
from reid_service.storage.store import Session

FIRST: Final = 4
"""Decided tracklets before anything is learned."""

_GROWTH: Final = 1.5
_NEWEST: Final = 2000


def load_centring(session: Session, model_id: str) -> Centring:
    """The centring in force for a model; one that changes nothing before any was learned."""
    stored = session.meta.get(_key(model_id))
    if stored is None:
        return Centring()
    return Centring(
        learned_from=stored["learned_from"],
        warmth=stored["warmth"],
        site=_from_text(stored["site"]),
        centres={
            CameraKey.of_place(place): _from_text(text) for place, text in stored["centres"].items()
        },
    )


def centring_is_due(decided: int, centring: Centring) -> bool:
    """Whether enough tracklets are decided since `centring` was learned to learn again.

    Half as much again each time: often at the beginning, when each person counts, and rarely
    later, when little changes by it. Also when retention took a third of what it rests on.
    """
    grown = decided >= max(FIRST, round(_GROWTH * centring.learned_from))
    return grown or decided * _GROWTH <= centring.learned_from > 0


def learn_centring(session: Session, model_id: str) -> Centring:
    """Learn from the newest tracklets with an identity, and mark every template dirty."""
    seen = _seen(session, model_id)
    centring = learned(seen, learned_from=decided_count(session))
    session.meta.put(_key(model_id), _to_json(centring))
    session.outbox.mark_templates([each.id for each in session.identities.live()])
    return centring


def decided_count(session: Session) -> int:
    """Tracklets that are decided for good."""
    query = select(func.count()).select_from(tracklets).where(tracklets.c.firm)
    return session.connection.scalar(query) or 0


def _seen(session: Session, model_id: str) -> list[tuple[CameraKey, str, Vector]]:
    newest = (
        select(tracklets.c.id)
        .where(tracklets.c.identity_id.is_not(None))
        .order_by(tracklets.c.start_s.desc(), tracklets.c.id.desc())
        .limit(_NEWEST)
        .subquery()
    )
    query = (
        select(
            tracklets.c.id,
            tracklets.c.instance,
            tracklets.c.camera,
            tracklets.c.identity_id,
            crops.c.score,
            embeddings.c.vector,
        )
        .join(newest, newest.c.id == tracklets.c.id)
        .join(crops, crops.c.tracklet_id == tracklets.c.id)
        .join(embeddings, embeddings.c.crop_id == crops.c.id)
        .where(embeddings.c.model_id == model_id, ~crops.c.bad)
        .order_by(tracklets.c.id, crops.c.frame_time_s, crops.c.id)
    )
    seen = []
    for _, group in groupby(session.connection.execute(query), key=lambda row: row.id):
        rows = list(group)
        vectors = from_blobs([row.vector for row in rows])
        vector = pooled(vectors, [row.score for row in rows])
        camera = CameraKey(rows[0].instance, rows[0].camera)
        seen.append((camera, rows[0].identity_id, vector))
    return seen


def _key(model_id: str) -> str:
    return f"centring/{model_id}"


def _to_json(centring: Centring) -> dict[str, Any]:
    return {
        "learned_from": centring.learned_from,
        "warmth": centring.warmth,
        "site": _to_text(centring.site),
        "centres": {key.place: _to_text(vector) for key, vector in centring.centres.items()},
    }


def _to_text(vector: Vector | None) -> str | None:
    # Full precision: what is in force after a restart is what was before it.
    return None if vector is None else base64.b64encode(vector.astype("<f4").tobytes()).decode()


def _from_text(text: str | None) -> Any:
    return None if text is None else np.frombuffer(base64.b64decode(text), "<f4").copy()
