"""Builds a route from the sightings of one identity."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reid_service.domain.route import Certainty, Gap, Leg, Route
from reid_service.domain.tracklet import Tracklet


@dataclass(frozen=True, slots=True)
class RouteSighting:
    """A tracklet of the identity, and its best crop.

    `firm` means that it is decided, `by_hand` that a person had the last word, `doubted` that a
    person could not tell.
    """

    tracklet: Tracklet
    firm: bool
    crop_id: str | None
    by_hand: bool = False
    doubted: bool = False

    @property
    def certainty(self) -> Certainty:
        """What a leg of this sighting tells people."""
        if self.doubted:
            return Certainty.UNSURE
        if self.by_hand:
            return Certainty.CONFIRMED
        return Certainty.LIKELY if self.firm else Certainty.UNSURE


def build_route(
    identity_id: str,
    sightings: Iterable[RouteSighting],
    *,
    from_s: float | None = None,
    until_s: float | None = None,
    order: Sequence[str] = (),
) -> Route:
    """Legs in order of their start, with the gaps between them.

    Only sightings in sight at some moment of [`from_s`, `until_s`) are legs. `order` names
    tracklets that come first, one after the other.
    """
    place = {each: at for at, each in enumerate(order)}
    legs = tuple(
        _leg(each)
        for each in sorted(
            sightings,
            key=lambda s: (
                place.get(s.tracklet.id, len(place)),
                s.tracklet.start_s,
                s.tracklet.id,
            ),
        )
        if (until_s is None or each.tracklet.start_s < until_s)
        and (from_s is None or each.tracklet.last_seen_s >= from_s)
    )
    return Route(identity_id, legs, _gaps(legs))


def _leg(sighting: RouteSighting) -> Leg:
    tracklet = sighting.tracklet
    return Leg(
        tracklet_id=tracklet.id,
        event_id=tracklet.event_id,
        instance=tracklet.instance,
        camera=tracklet.camera,
        start_s=tracklet.start_s,
        end_s=tracklet.last_seen_s,
        firm=sighting.firm,
        certainty=sighting.certainty,
        crop_id=sighting.crop_id,
        doubted=sighting.doubted,
    )


def _gaps(legs: Sequence[Leg]) -> tuple[Gap, ...]:
    gaps = []
    for before, after in itertools.pairwise(legs):
        gaps.append(Gap(before.camera, after.camera, after.start_s - before.end_s))
    return tuple(gaps)
