"""What a search knows of the person it looks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector
from reid_service.domain.search import Mark, Search, SeedKind
from reid_service.domain.tracklet import Tracklet
from reid_service.domain.vectors import unit
from reid_service.errors import InvalidRequest
from reid_service.search.looks import Look, look_of_photo, looks_of
from reid_service.search.session import SearchSession
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session

_OF_AN_IDENTITY: Final = 16
"""Newest sightings that stand for an identity: some outfits and views, cheap to compare with."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Looks of the person, and of those who were crossed.

    `query` (D,) is what the looks have in common, centred. `trusted` are identities of confirmed
    sightings, `doubted` those of crossed ones; one that is both is mixed up and in neither.
    `confirmed` are the sightings that show the person, `apart` identities that people said are
    somebody else. `seed_sighting` is no candidate.
    """

    looks: Sequence[Look]
    crossed: Sequence[Look]
    query: Vector
    trusted: frozenset[str]
    doubted: frozenset[str]
    confirmed: Sequence[Tracklet]
    apart: frozenset[str]
    seed_sighting: Tracklet | None

    def excludes(self, stored: StoredTracklet) -> bool:
        """Whether it cannot be the person: told apart, or in sight beside them on one camera."""
        candidate = stored.tracklet
        return stored.identity_id in self.apart or any(
            each.id != candidate.id
            and each.camera_key == candidate.camera_key
            and each.overlaps(candidate)
            for each in self.confirmed
        )


def samples_of(
    session: Session, search: SearchSession, model_id: str, centring: Centring
) -> Samples:
    """The seed with what the last refinement knew. Raises `InvalidRequest` without any looks,
    `NotFound`.
    """
    where = search.search
    crossed = session.tracklets.get_all(search.used(Mark.CROSS))
    no = {each.tracklet.id for each in crossed}
    seeds = [each for each in seed_sightings(session, where) if each.tracklet.id not in no]
    ticked = session.tracklets.get_all(search.used(Mark.TICK))
    shown = {each.tracklet.id: each.tracklet for each in [*seeds, *ticked]}
    every = [*shown.values(), *(each.tracklet for each in crossed)]
    looks = looks_of(session, every, model_id, centring)
    looks |= _crop_look(session, where, model_id, centring)
    samples = [looks[key] for key in shown if key in looks]
    if where.seed.kind is SeedKind.PHOTO:
        samples.append(_photo_look(session, where, model_id, centring))
    if not samples:
        msg = "How this person looks is not kept. Begin from another sighting."
        raise InvalidRequest(msg)
    identity_id = identity_of(session, where)
    whose = {identity_id, *(each.identity_id for each in ticked)}
    others = {each.identity_id for each in crossed}
    common = np.mean([each.vector for each in samples], axis=0)
    return Samples(
        looks=samples,
        crossed=[looks[each] for each in sorted(no) if each in looks],
        query=unit(np.asarray(common, np.float32), otherwise=samples[0].vector),
        trusted=frozenset(each for each in whose - others if each is not None),
        doubted=frozenset(each for each in others - whose if each is not None),
        confirmed=list(shown.values()),
        apart=frozenset() if identity_id is None else _told_apart(session, identity_id),
        seed_sighting=seeds[0].tracklet if where.seed.sighting_id is not None else None,
    )


def seed_sightings(session: Session, search: Search) -> list[StoredTracklet]:
    """The sightings that a search starts from; none for a photo. Raises `NotFound`."""
    seed = search.seed
    if seed.sighting_id is not None:
        return [session.tracklets.get(seed.sighting_id)]
    if seed.identity_id is not None:
        identity = session.identities.resolve(seed.identity_id)
        newest = session.searches.newest_of(identity.id, limit=_OF_AN_IDENTITY)
        return session.tracklets.get_all(newest)
    return []


def identity_of(session: Session, search: Search) -> str | None:
    """Whom the seed is as far as is known. Raises `NotFound`."""
    seed = search.seed
    if seed.identity_id is not None:
        return session.identities.resolve(seed.identity_id).id
    if seed.sighting_id is not None:
        return session.tracklets.get(seed.sighting_id).identity_id
    return None


def _crop_look(
    session: Session, search: Search, model_id: str, centring: Centring
) -> dict[str, Look]:
    """Where somebody chose one crop, it alone shows the person: tracks may change hands."""
    seed = search.seed
    if seed.crop_id is None or seed.sighting_id is None:
        return {}
    tracklet = session.tracklets.get(seed.sighting_id).tracklet
    for each in session.crops.vectors([tracklet.id], model_id):
        if each.crop_id == seed.crop_id:
            camera = tracklet.camera_key
            vector = centring.apply(camera, each.vector)
            return {tracklet.id: Look(tracklet.id, camera.place, vector, vector[np.newaxis])}
    return {}


def _photo_look(session: Session, search: Search, model_id: str, centring: Centring) -> Look:
    photo = session.searches.photo(search.id)
    if photo is None or photo.model_id != model_id:
        msg = "The photo was looked at with another model. Send it again."
        raise InvalidRequest(msg)
    return look_of_photo(photo.vector, centring)


def _told_apart(session: Session, identity_id: str) -> frozenset[str]:
    """Identities that people said are somebody else, also by those merged into others."""
    known = session.identities.told_apart()
    ids = {each.id for each in known}.union(*(each.distinct_from for each in known))
    now = {
        each.id: _resolved(session, each.id) for each in session.identities.get_all(ids).values()
    }
    pairs = [
        (now[each.id], now[other]) for each in known for other in each.distinct_from if other in now
    ]
    return _beside(identity_id, pairs)


def _beside(identity_id: str, pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    found = {other for pair in pairs if identity_id in pair for other in pair}
    return frozenset(found - {identity_id})


def _resolved(session: Session, identity_id: str) -> str:
    return session.identities.resolve(identity_id).id
