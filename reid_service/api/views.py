"""From the store to the wire."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reid_service.api import schemas
from reid_service.attributes.motion import motion_of
from reid_service.attributes.values import UNKNOWN, Attributes, Garment
from reid_service.attributes.words import words
from reid_service.domain.identity import Decision, Identity
from reid_service.domain.route import Route
from reid_service.identities.merging import Overlap
from reid_service.storage.records import StoredCrop, StoredTracklet
from reid_service.storage.store import Session

_DECISIONS_OF_A_SIGHTING = 20


def identity_views(session: Session, identities: Sequence[Identity]) -> list[schemas.Identity]:
    """Identities with their figures, in the same order."""
    ids = [each.id for each in identities]
    summaries = session.tracklets.summaries(ids)
    shown = session.crops.best_of_identities(ids)
    wearing = session.tracklets.worn_last(ids)
    in_sight = {each.identity_id for each in session.tracklets.open()}
    views = []
    for each in identities:
        summary = summaries.get(each.id)
        worn = wearing.get(each.id, UNKNOWN)
        views.append(
            schemas.Identity(
                id=each.id,
                number=each.number,
                label=each.label,
                name=each.name,
                aliases=list(each.aliases),
                hidden=each.hidden,
                exposed=each.exposed,
                created_s=each.created_s,
                sightings=summary.sightings if summary else 0,
                first_seen_s=summary.first_seen_s if summary else None,
                last_seen_s=summary.last_seen_s if summary else None,
                last_camera=summary.last_camera if summary else None,
                on_site=each.id in in_sight,
                crop_id=pictured(shown.get(each.id)),
                feature_crop_id=each.feature_crop_id,
                attributes=_attributes(worn),
                words=words(worn),
            )
        )
    return views


def identity_view(session: Session, identity_id: str) -> schemas.Identity:
    """The identity behind an id. Raises `NotFound`."""
    [view] = identity_views(session, [session.identities.resolve(identity_id)])
    return view


def sighting_views(session: Session, stored: Sequence[StoredTracklet]) -> list[schemas.Sighting]:
    """Sightings with whose they are, in the same order."""
    whose = session.identities.get_all(
        each.identity_id for each in stored if each.identity_id is not None
    )
    best = session.crops.best_of_tracklets(each.tracklet.id for each in stored)
    return [
        _sighting(each, whose.get(each.identity_id or ""), best.get(each.tracklet.id))
        for each in stored
    ]


def sighting_view(session: Session, sighting_id: str) -> schemas.Sighting:
    """One sighting. Raises `NotFound`."""
    [view] = sighting_views(session, [session.tracklets.get(sighting_id)])
    return view


def sighting_found(session: Session, sighting_id: str) -> schemas.SightingFound:
    """One sighting with all that is known. Raises `NotFound`."""
    stored = session.tracklets.get(sighting_id)
    [view] = sighting_views(session, [stored])
    decided = session.history.of_tracklet(sighting_id, limit=_DECISIONS_OF_A_SIGHTING)
    return schemas.SightingFound(
        **dict(view),
        path=[schemas.PathPoint(x=p.x, y=p.y, time_s=p.time_s) for p in stored.tracklet.path],
        crops=[crop_view(each) for each in session.crops.of_tracklet(sighting_id)],
        decisions=decision_views(session, decided.items),
    )


def crop_view(crop: StoredCrop) -> schemas.Crop:
    """A crop without its picture."""
    box = crop.box
    return schemas.Crop(
        id=crop.id,
        sighting_id=crop.tracklet_id,
        frame_time_s=crop.frame_time_s,
        box=schemas.Box(x_min=box.x_min, y_min=box.y_min, x_max=box.x_max, y_max=box.y_max),
        quality=crop.quality.score,
        has_picture=crop.file is not None,
        bad=crop.bad,
    )


def pictured(crop: StoredCrop | None) -> str | None:
    """The id of a crop that still has its picture."""
    return None if crop is None or crop.file is None else crop.id


def decision_views(session: Session, decisions: Iterable[Decision]) -> list[schemas.Decision]:
    """Decisions, and whether each was taken back."""
    return [
        schemas.Decision(
            id=each.id,
            at_s=each.at_s,
            actor=each.actor,
            kind=each.kind,
            outcome=each.outcome,
            reverses=each.reverses,
            undone=session.history.is_undone(each.id),
            changes=[
                schemas.Change(
                    subject=change.subject,
                    subject_id=change.subject_id,
                    field=change.field,
                    before=change.before,
                    after=change.after,
                )
                for change in each.changes
            ],
            explanation=dict(each.explanation),
        )
        for each in decisions
    ]


def route_view(route: Route, from_s: float, to_s: float) -> schemas.Route:
    """A route within [`from_s`, `to_s`)."""
    return schemas.Route(
        identity_id=route.identity_id,
        from_s=from_s,
        to_s=to_s,
        legs=[
            schemas.Leg(
                sighting_id=leg.tracklet_id,
                event_id=leg.event_id,
                frigate_instance=leg.instance,
                camera=leg.camera,
                start_s=leg.start_s,
                end_s=leg.end_s,
                firm=leg.firm,
                certainty=leg.certainty,
                crop_id=leg.crop_id,
                doubted=leg.doubted,
            )
            for leg in route.legs
        ],
        gaps=[
            schemas.Gap(from_camera=gap.from_camera, to_camera=gap.to_camera, seconds=gap.seconds)
            for gap in route.gaps
        ],
    )


def overlap_view(overlap: Overlap) -> schemas.Overlap:
    """Two sightings at one time."""
    first, second = overlap.first, overlap.second
    return schemas.Overlap(
        first=schemas.OverlapSide(sighting_id=first.id, camera=first.camera),
        second=schemas.OverlapSide(sighting_id=second.id, camera=second.camera),
        from_s=overlap.from_s,
        until_s=overlap.until_s,
        same_camera=overlap.same_camera,
    )


def _sighting(
    stored: StoredTracklet, identity: Identity | None, best: StoredCrop | None
) -> schemas.Sighting:
    tracklet, label = stored.tracklet, stored.tracklet.sub_label
    motion = motion_of(tracklet)
    return schemas.Sighting(
        id=tracklet.id,
        frigate_instance=tracklet.instance,
        event_id=tracklet.event_id,
        camera=tracklet.camera,
        state=tracklet.state,
        start_s=tracklet.start_s,
        last_seen_s=tracklet.last_seen_s,
        firm=stored.firm,
        identity_id=stored.identity_id,
        identity_label=identity.label if identity else None,
        sub_label=schemas.SubLabel(text=label.text, score=label.score) if label else None,
        zones=list(tracklet.zones),
        crop_id=pictured(best),
        attributes=_attributes(stored.attributes),
        words=words(stored.attributes),
        motion=schemas.Motion(
            dwell_s=motion.dwell_s, direction=motion.direction, speed=motion.speed
        ),
    )


def _attributes(worn: Attributes) -> schemas.Attributes:
    return schemas.Attributes(upper=_garment(worn.upper), lower=_garment(worn.lower))


def _garment(garment: Garment | None) -> schemas.Garment | None:
    if garment is None:
        return None
    colour, confidence = garment.colour
    return schemas.Garment(
        colour=colour,
        confidence=confidence,
        colours=dict(garment.colours),
        dark=garment.dark,
        light=garment.light,
    )
