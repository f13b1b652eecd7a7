"""What an export is made of: the sightings in order, with whom they show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from reid_service.domain.identity import Identity
from reid_service.domain.tracklet import Tracklet
from reid_service.errors import InvalidRequest, NotFound
from reid_service.storage.records import StoredCrop, StoredTracklet
from reid_service.storage.store import Session

MOST_LEGS: Final = 200
LONGEST_S: Final = 4 * 3600.0
EXPIRED: Final = "Frigate has no recording of any of these sightings any more."


@dataclass(frozen=True, slots=True)
class Leg:
    """One sighting; `identity` is None while nobody is known, `crops` are by frame time."""

    stored: StoredTracklet
    identity: Identity | None
    crops: tuple[StoredCrop, ...]

    @property
    def tracklet(self) -> Tracklet:
        """The sighting itself."""
        return self.stored.tracklet

    @property
    def number(self) -> str:
        """What stands for the person where no name may."""
        return "?" if self.identity is None else str(self.identity.number)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be exported and how, as a job keeps it."""

    sighting_ids: tuple[str, ...]
    format: str
    blur_others: bool = False
    pseudonymise: bool = False
    name: str | None = None

    @classmethod
    def of(cls, request: Mapping[str, Any]) -> ExportWish:
        """From the request of a job."""
        return cls(
            tuple(request["sighting_ids"]),
            request["format"],
            request["blur_others"],
            request["pseudonymise"],
            request["name"],
        )

    def to_json(self) -> dict[str, Any]:
        """For the request of a job."""
        return {
            "sighting_ids": list(self.sighting_ids),
            "format": self.format,
            "blur_others": self.blur_others,
            "pseudonymise": self.pseudonymise,
            "name": self.name,
        }


def load_legs(session: Session, sighting_ids: Iterable[str]) -> list[Leg]:
    """The sightings that are left, in their order. Raises `NotFound` when none is."""
    order = {each: at for at, each in enumerate(sighting_ids)}
    found = sorted(session.tracklets.get_all(order), key=lambda each: order[each.tracklet.id])
    if not found:
        msg = "None of these sightings is left. They may have been deleted meanwhile."
        raise NotFound(msg)
    legs = []
    for each in found:
        identity = session.identities.resolve(each.identity_id) if each.identity_id else None
        crops = session.crops.of_tracklet(each.tracklet.id)
        legs.append(Leg(each, identity, tuple(sorted(crops, key=lambda c: c.frame_time_s))))
    return legs


def in_time(session: Session, sighting_ids: Iterable[str]) -> list[str]:
    """The same in order of their start; those that do not exist come last."""
    ids = list(dict.fromkeys(sighting_ids))
    begun = {each.tracklet.id: each.tracklet.start_s for each in session.tracklets.get_all(ids)}
    return sorted(ids, key=lambda each: (begun.get(each, math.inf), each))


def of_identity(session: Session, identity_id: str, from_s: float, to_s: float) -> list[str]:
    """Sightings of somebody within a span, oldest first. Raises `NotFound`."""
    owner = session.identities.resolve(identity_id).id
    return [
        each.tracklet.id
        for each in session.tracklets.of_identity(owner)
        if each.tracklet.start_s < to_s and each.tracklet.last_seen_s >= from_s
    ]


def check_legs(session: Session, sighting_ids: Iterable[str]) -> None:
    """Raises `NotFound` for a sighting that is not there, `InvalidRequest` for too much."""
    ids = list(dict.fromkeys(sighting_ids))
    if not ids:
        msg = "Nobody was seen in that span. Choose another one."
        raise InvalidRequest(msg)
    if len(ids) > MOST_LEGS:
        msg = f"These are more than {MOST_LEGS} sightings. Choose a shorter span."
        raise InvalidRequest(msg)
    tracklets = [session.tracklets.get(each).tracklet for each in ids]
    if sum(each.last_seen_s - each.start_s for each in tracklets) > LONGEST_S:
        msg = "These sightings last more than four hours together. Choose a shorter span."
        raise InvalidRequest(msg)
