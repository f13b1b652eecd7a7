"""Two identities were one person, or one was two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from reid_service.domain.identity import (
    SYSTEM_ACTOR,
    Change,
    Decision,
    DecisionKind,
    Identity,
)
from reid_service.domain.tracklet import Tracklet
from reid_service.errors import InvalidRequest
from reid_service.identities.act import Act, identity_change, tracklet_change
from reid_service.identities.assigning import Founding, creation
from reid_service.identities.naming import other_names
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two sightings of two identities at one time: one person cannot be at both.

    Unless two cameras see the same place. `from_s` to `until_s` is the time in common.
    """

    first: Tracklet
    second: Tracklet
    from_s: float
    until_s: float

    @property
    def same_camera(self) -> bool:
        """On one camera it is impossible, on two it depends on what they see."""
        a, b = self.first, self.second
        return (a.instance, a.camera) == (b.instance, b.camera)


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do; a dry run is a plan that is not recorded."""

    decision: Decision
    primary: Identity
    merged: tuple[Identity, ...]
    overlaps: tuple[Overlap, ...]


def plan_merge(
    session: Session, act: Act, identity_ids: Iterable[str], *, primary_id: str | None = None
) -> MergePlan:
    """All of `identity_ids` are one person.

    The named one stays, else the older one (lower number), unless `primary_id` says which. It
    keeps its id, name and picture, and takes the first name there is if it has none. The others
    lead to it from now on, and their names find it. Raises `NotFound`, and `InvalidRequest` if
    they are one already.
    """
    ids = [*identity_ids, *([] if primary_id is None else [primary_id])]
    found = {each.id: each for each in map(session.identities.resolve, ids)}
    if len(found) < 2:
        msg = "These are one person already. Choose at least two people."
        raise InvalidRequest(msg)
    ranked = sorted(found.values(), key=lambda each: (each.name is None, each.number))
    primary = ranked[0]
    if primary_id is not None:
        primary = session.identities.resolve(primary_id)
    merged = tuple(each for each in ranked if each.id != primary.id)
    sightings = {each.id: session.tracklets.of_identity(each.id) for each in found.values()}
    changes = _taken_in(primary, merged, sightings)
    return MergePlan(
        act.decides(DecisionKind.MERGE, changes), primary, merged, overlaps(sightings.values())
    )


def split(session: Session, act: Act, identity_id: str, tracklet_ids: Sequence[str]) -> Founding:
    """`tracklet_ids` of an identity are another, new person.

    The chosen picture goes with its sighting. Where a person splits, the two stay two. Needs a
    writing transaction. Raises `NotFound`, and `InvalidRequest` if one is not the identity's or
    none would be left.
    """
    identity = session.identities.resolve(identity_id)
    theirs = session.tracklets.of_identity(identity.id)
    wanted = set(tracklet_ids)
    moving = [each for each in theirs if each.tracklet.id in wanted]
    if not moving or len(moving) != len(wanted):
        msg = "Not all of these sightings are of this person. Look again and choose some that are."
        raise InvalidRequest(msg)
    if len(moving) == len(theirs):
        msg = "These are all sightings of this person. Leave at least one."
        raise InvalidRequest(msg)
    created = creation(session, act, moving[0].tracklet.id)
    changes = [created]
    changes += [_moved(each, created.subject_id) for each in moving]
    feature = identity.feature_crop_id
    crop = None if feature is None else session.crops.find(feature)
    if crop is not None and crop.tracklet_id in wanted:
        changes.append(identity_change(identity.id, "feature_crop_id", feature, None))
        changes.append(identity_change(created.subject_id, "feature_crop_id", None, feature))
    if act.actor != SYSTEM_ACTOR:
        changes.append(identity_change(created.subject_id, "distinct_from", [], [identity.id]))
    return Founding(act.decides(DecisionKind.SPLIT, changes), created.subject_id)


def overlaps(groups: Iterable[Iterable[StoredTracklet]]) -> tuple[Overlap, ...]:
    """Every pair of sightings of two groups that were in sight at one moment, oldest first."""
    tagged = [(each.tracklet, group) for group, many in enumerate(groups) for each in many]
    tagged.sort(key=lambda pair: (pair[0].start_s, pair[0].id))
    found: list[Overlap] = []
    in_sight: list[tuple[Tracklet, int]] = []
    for tracklet, group in tagged:
        in_sight = [pair for pair in in_sight if pair[0].overlaps(tracklet)]
        found += [
            Overlap(other, tracklet, tracklet.start_s, min(other.last_seen_s, tracklet.last_seen_s))
            for other, its_group in in_sight
            if its_group != group
        ]
        in_sight.append((tracklet, group))
    return tuple(found)


def _taken_in(
    primary: Identity,
    merged: Sequence[Identity],
    sightings: dict[str, list[StoredTracklet]],
) -> list[Change]:
    changes: list[Change] = []
    name = primary.name
    for each in merged:
        changes += [_moved(stored, primary.id) for stored in sightings[each.id]]
        changes.append(identity_change(each.id, "redirect_to", None, primary.id))
        name = name or each.name
    if name != primary.name:
        changes.append(identity_change(primary.id, "name", primary.name, name))
    known = [[each.name or "", *each.aliases] for each in merged]
    aliases = other_names(name, [*primary.aliases, *chain.from_iterable(known)])
    if aliases != list(primary.aliases):
        changes.append(identity_change(primary.id, "aliases", list(primary.aliases), aliases))
    return changes


def _moved(stored: StoredTracklet, identity_id: str) -> Change:
    return tracklet_change(stored.tracklet.id, "identity_id", stored.identity_id, identity_id)
