"""Tells the outside what was committed: sightings, handoffs, re-appearances, changes."""

from __future__ import annotations

from dataclasses import dataclass

from reid_service.bus import Bus
from reid_service.domain.events import (
    HandoffEvent,
    IdentityChange,
    IdentityChangedEvent,
    Phase,
    ReappearanceEvent,
    SightingEvent,
)
from reid_service.domain.identity import Identity
from reid_service.domain.tracklet import Tracklet
from reid_service.pipeline.sightings import OpenSighting
from reid_service.storage.store import Store


@dataclass(frozen=True, slots=True)
class Moved:
    """A sighting whose identity or firmness changed by a decision of the service."""

    sighting: OpenSighting
    from_identity: str | None
    founded: bool
    decision_id: str


class Announcer:
    """From committed facts to events on the bus.

    A gap of `reappearance_after_s` seconds or more out of all cameras' sight makes a
    re-appearance; a shorter way from one camera to another is a handoff.
    """

    def __init__(self, store: Store, bus: Bus, *, reappearance_after_s: float) -> None:
        self._store = store
        self._bus = bus
        self._reappearance_after_s = reappearance_after_s

    def moved(self, move: Moved, at_s: float) -> None:
        """A sighting got an identity, another one, or was decided for good."""
        sighting = move.sighting
        if sighting.identity_id is None:
            return
        with self._store.read() as session:
            identity = session.identities.resolve(sighting.identity_id)
            previous = session.tracklets.last_before(sighting.tracklet, identity.id)
        if move.founded:
            self._changed(IdentityChange.CREATED, identity, move, at_s)
        elif move.from_identity not in (None, identity.id):
            self._changed(IdentityChange.REASSIGNED, identity, move, at_s)
        self._bus.publish(_sighting_event(sighting, identity))
        if identity.id not in sighting.told:
            sighting.told.add(identity.id)
            self._arrival(sighting.tracklet, identity, previous)

    def more(self, sighting: OpenSighting) -> None:
        """A known sighting has another crop."""
        if sighting.identity_id is None:
            return
        with self._store.read() as session:
            identity = session.identities.resolve(sighting.identity_id)
        self._bus.publish(_sighting_event(sighting, identity, Phase.UPDATED))

    def _arrival(self, tracklet: Tracklet, identity: Identity, previous: Tracklet | None) -> None:
        if previous is None:
            return
        gap_s = tracklet.start_s - previous.last_seen_s
        if gap_s >= self._reappearance_after_s:
            self._bus.publish(
                ReappearanceEvent(
                    identity_id=identity.id,
                    identity_label=identity.label,
                    tracklet_id=tracklet.id,
                    event_id=tracklet.event_id,
                    camera=tracklet.camera,
                    previous_camera=previous.camera,
                    away_s=gap_s,
                    at_s=tracklet.start_s,
                )
            )
        elif previous.camera != tracklet.camera:
            self._bus.publish(
                HandoffEvent(
                    identity_id=identity.id,
                    identity_label=identity.label,
                    tracklet_id=tracklet.id,
                    event_id=tracklet.event_id,
                    from_camera=previous.camera,
                    to_camera=tracklet.camera,
                    gap_s=gap_s,
                    at_s=tracklet.start_s,
                )
            )

    def _changed(
        self, change: IdentityChange, identity: Identity, move: Moved, at_s: float
    ) -> None:
        self._bus.publish(
            IdentityChangedEvent(
                change=change,
                identity_id=identity.id,
                identity_label=identity.label,
                other_identity_id=move.from_identity,
                tracklet_ids=(move.sighting.tracklet.id,),
                decision_id=move.decision_id,
                at_s=at_s,
            )
        )


def _sighting_event(
    sighting: OpenSighting, identity: Identity, phase: Phase | None = None
) -> SightingEvent:
    tracklet = sighting.tracklet
    if phase is None:
        phase = Phase.FIRM if sighting.firm else Phase.PROVISIONAL
    return SightingEvent(
        phase=phase,
        tracklet_id=tracklet.id,
        instance=tracklet.instance,
        event_id=tracklet.event_id,
        camera=tracklet.camera,
        identity_id=identity.id,
        identity_label=identity.label,
        named=identity.name is not None,
        start_s=tracklet.start_s,
        last_seen_s=tracklet.last_seen_s,
        outcome=sighting.outcome,
        similarity=sighting.similarity,
        crop_id=sighting.best_crop_id,
    )
