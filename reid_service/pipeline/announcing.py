"""Tells the outside what happened: sightings, handoffs, re-appearances, changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reid_service.bus import Bus
from reid_service.domain.events import (
    DomainEvent,
    HandoffEvent,
    IdentityChange,
    IdentityChangedEvent,
    Phase,
    ReappearanceEvent,
    SightingEvent,
)
from reid_service.domain.identity import Decision, Identity
from reid_service.domain.tracklet import Tracklet
from reid_service.identities.watching import is_watched
from reid_service.pipeline.sightings import OpenSighting
from reid_service.storage.store import Session


@dataclass(frozen=True, slots=True)
class Moved:
    """A sighting whose identity or firmness changed by a decision of the service.

    `redirects` means that the identity it left leads to the one it has now.
    """

    sighting: OpenSighting
    identity_id: str
    from_identity: str | None
    founded: bool
    redirects: bool
    decision_id: str


class Announcer:
    """From facts to events, which are published once the facts are committed.

    A gap of `reappearance_after_s` seconds or more out of all cameras' sight makes a
    re-appearance; a shorter way from one camera to another is a handoff.
    """

    def __init__(self, bus: Bus, *, reappearance_after_s: float) -> None:
        self._bus = bus
        self._reappearance_after_s = reappearance_after_s

    def moved(self, session: Session, move: Moved, at_s: float) -> list[DomainEvent]:
        """Events of a sighting that got an identity, another one, or was decided for good."""
        sighting = move.sighting
        identity = session.identities.resolve(move.identity_id)
        events: list[DomainEvent] = []
        if move.founded:
            events.append(_changed(IdentityChange.CREATED, identity, move, at_s))
        elif move.from_identity not in (None, identity.id):
            events.append(_changed(IdentityChange.REASSIGNED, identity, move, at_s))
        if move.redirects and move.from_identity is not None:
            events.append(_merged(session, identity, move, at_s))
        events.append(_sighting_event(sighting, identity))
        if identity.id not in sighting.told:
            events += self._arrival(session, sighting.tracklet, identity)
        return events

    def more(self, session: Session, sighting: OpenSighting) -> list[DomainEvent]:
        """Events of a known sighting that has another crop."""
        if sighting.identity_id is None:
            return []
        identity = session.identities.resolve(sighting.identity_id)
        phase = Phase.FIRM if sighting.firm else Phase.UPDATED
        return [_sighting_event(sighting, identity, phase)]

    def publish(self, events: Iterable[DomainEvent]) -> None:
        """Tell them in order."""
        for each in events:
            self._bus.publish(each)

    def _arrival(
        self, session: Session, tracklet: Tracklet, identity: Identity
    ) -> list[DomainEvent]:
        previous = session.tracklets.last_before(tracklet, identity.id)
        if previous is None:
            return []
        gap_s = tracklet.start_s - previous.last_seen_s
        if gap_s >= self._reappearance_after_s:
            return [
                ReappearanceEvent(
                    identity_id=identity.id,
                    identity_label=identity.label,
                    tracklet_id=tracklet.id,
                    event_id=tracklet.event_id,
                    camera=tracklet.camera,
                    previous_camera=previous.camera,
                    away_s=gap_s,
                    at_s=tracklet.start_s,
                    watched=is_watched(session, identity, tracklet.start_s),
                )
            ]
        if (previous.instance, previous.camera) == (tracklet.instance, tracklet.camera):
            return []
        return [
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
        ]


def identity_changed(
    session: Session,
    change: IdentityChange,
    identity_id: str,
    decision: Decision | None,
    *,
    at_s: float,
    other_id: str | None = None,
) -> IdentityChangedEvent:
    """What an act did to an identity, under the name that it has by now (none once it is gone)."""
    identity = session.identities.find(identity_id)
    return IdentityChangedEvent(
        change=change,
        identity_id=identity_id,
        identity_label=identity.label if identity else "",
        other_identity_id=other_id,
        tracklet_ids=decision.moved_tracklets if decision else (),
        decision_id=decision.id if decision else None,
        at_s=at_s,
    )


def _changed(
    change: IdentityChange, identity: Identity, move: Moved, at_s: float
) -> IdentityChangedEvent:
    return IdentityChangedEvent(
        change=change,
        identity_id=identity.id,
        identity_label=identity.label,
        other_identity_id=move.from_identity,
        tracklet_ids=(move.sighting.tracklet.id,),
        decision_id=move.decision_id,
        at_s=at_s,
    )


def _merged(session: Session, into: Identity, move: Moved, at_s: float) -> IdentityChangedEvent:
    left = session.identities.get_all([move.from_identity or ""])
    return IdentityChangedEvent(
        change=IdentityChange.MERGED,
        identity_id=move.from_identity or "",
        identity_label="".join(each.label for each in left.values()),
        other_identity_id=into.id,
        tracklet_ids=(),
        decision_id=move.decision_id,
        at_s=at_s,
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
