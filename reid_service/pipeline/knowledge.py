"""What the matcher may know: one moment of the store, and what memory knows beyond it."""

from __future__ import annotations

from collections.abc import Iterable

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector
from reid_service.domain.tracklet import Tracklet
from reid_service.pipeline.sightings import OpenSighting
from reid_service.storage.store import Session
from reid_service.storage.templates import template_of


class StoredKnowledge:
    """The matcher's view within one transaction.

    `open_sightings` are looked at as well: between two pictures the store does not hear how
    long somebody has been in sight.
    """

    def __init__(
        self,
        session: Session,
        model_id: str,
        centring: Centring,
        open_sightings: Iterable[OpenSighting],
    ) -> None:
        self._session = session
        self._model_id = model_id
        self._centring = centring
        self._open = list(open_sightings)

    @property
    def warmth(self) -> float:
        """How far vectors and templates are centred, in [0, 1)."""
        return self._centring.warmth

    def template(self, identity_id: str, without: frozenset[str]) -> Vector | None:
        """The identity's template without these tracklets; None if nothing is left."""
        template = template_of(
            self._session,
            identity_id,
            self._model_id,
            centring=self._centring,
            exclude=without,
        )
        return None if template is None else template.vector

    def seen_with(self, tracklet: Tracklet) -> dict[str, str]:
        """Tracklets in sight on its camera at the same time, and their identities."""
        stored = self._session.tracklets.overlapping(
            tracklet.start_s, tracklet.last_seen_s, camera=tracklet.camera
        )
        near = [(each.tracklet, each.identity_id) for each in stored]
        near += [
            (each.tracklet, each.identity_id)
            for each in self._open
            if each.tracklet.camera == tracklet.camera and each.tracklet.overlaps(tracklet)
        ]
        return {
            other.id: identity_id
            for other, identity_id in near
            if identity_id is not None
            and other.id != tracklet.id
            and other.instance == tracklet.instance
        }
