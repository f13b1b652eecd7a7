"""What a search teaches: ticks become must-links, crosses cannot-links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reid_service.domain.search import Mark
from reid_service.errors import Conflict, InvalidRequest
from reid_service.search.samples import identity_of
from reid_service.search.session import SearchSession
from reid_service.storage.store import Store


class Act(Protocol):
    """An act that is recorded: whom it is about now, and the decisions that undo takes."""

    @property
    def identity_id(self) -> str:
        """The identity."""
        ...

    @property
    def decision_ids(self) -> tuple[str, ...]:
        """In the order in which they were made."""
        ...


class Acts(Protocol):
    """The acts by people that a search leads to. All raise `NotFound` and `Conflict`."""

    def assign(self, tracklet_id: str, identity_id: str | None) -> Act:
        """This sighting is that identity, or somebody new (None)."""
        ...

    def distinguish(self, identity_id: str, other_id: str) -> Act:
        """These two are two people."""
        ...

    def rename(self, identity_id: str, name: str | None) -> Act:
        """Give a name."""
        ...


@dataclass(frozen=True, slots=True)
class Finished:
    """Whom the search was saved as, and every decision in order."""

    identity_id: str
    decision_ids: Sequence[str]


def finish(
    store: Store, acts: Acts, search: SearchSession, identity_id: str | None, name: str | None
) -> Finished:
    """Without `identity_id` it is the seed's identity, or a new one.

    The seed's sighting is confirmed with the ticked ones: it is one person with them. Raises
    `InvalidRequest` where nothing is ticked that could be saved, `Conflict` where the identity
    has another name than `name`.
    """
    target = _target(store, search, identity_id, name)
    seed = search.search.seed.sighting_id
    ticked = [*([] if seed is None else [seed]), *search.marked(Mark.TICK)]
    decisions: list[str] = []
    for each in ticked:
        done = acts.assign(each, target)
        target = done.identity_id
        decisions += done.decision_ids
    if target is None:
        msg = "Nobody is ticked. Tick a candidate first, or choose a person."
        raise InvalidRequest(msg)
    decisions += _told_apart(store, acts, search.marked(Mark.CROSS), target)
    if name is not None and _name(store, target) != name:
        decisions += acts.rename(target, name).decision_ids
    return Finished(target, decisions)


def _target(
    store: Store, search: SearchSession, identity_id: str | None, name: str | None
) -> str | None:
    # Raises what would come at the end anyway, before anything is recorded.
    search.finished("", now_s=0.0)
    with store.read() as session:
        if identity_id is not None:
            target: str | None = session.identities.resolve(identity_id).id
        else:
            target = identity_of(session, search.search)
    known = None if target is None else _name(store, target)
    if name is not None and known not in (None, name):
        msg = "This person has another name already. Leave the name out, or choose somebody else."
        raise Conflict(msg)
    return target


def _told_apart(store: Store, acts: Acts, crossed: Sequence[str], target: str) -> list[str]:
    """A crossed sighting of the person leaves them first: it is somebody new."""
    decisions: list[str] = []
    told = {target}
    for each in crossed:
        with store.read() as session:
            owner = session.tracklets.get(each).identity_id
        if owner is None or owner == target:
            done = acts.assign(each, None)
            owner = done.identity_id
            decisions += done.decision_ids
        if owner not in told:
            decisions += acts.distinguish(target, owner).decision_ids
            told.add(owner)
    return decisions


def _name(store: Store, identity_id: str) -> str | None:
    with store.read() as session:
        return session.identities.resolve(identity_id).name
