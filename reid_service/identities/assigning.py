"""A tracklet gets an identity: one that is known, or a new one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from reid_service.domain.identity import (
    SYSTEM_ACTOR,
    Change,
    Decision,
    DecisionKind,
    Outcome,
)
from reid_service.domain.tracklet import founded_identity_id
from reid_service.identities.act import Act, identity_change, tracklet_change
from reid_service.storage.records import Link
from reid_service.storage.store import Session


@dataclass(frozen=True, slots=True)
class Founding:
    """A decision that creates an identity, and the identity's id."""

    decision: Decision
    identity_id: str


def assign(
    session: Session,
    act: Act,
    tracklet_id: str,
    identity_id: str,
    *,
    firm: bool,
    outcome: Outcome | None = None,
) -> Decision:
    """`tracklet_id` is `identity_id`, or whoever that was merged into. Raises `NotFound`.

    Saying again what is already so is a decision too: somebody confirmed it, and doubts it no
    longer. Where the tracklet leaves an unnamed identity in which nobody else is, that identity
    redirects to the new one, for its id may be in use outside.
    """
    link = session.tracklets.link(tracklet_id)
    target = session.identities.resolve(identity_id)
    changes = _moves(tracklet_id, link, target.id, firm=firm)
    if act.actor != SYSTEM_ACTOR and link.doubted_as is not None:
        changes.append(tracklet_change(tracklet_id, "doubted_as", link.doubted_as, None))
    left_id = link.identity_id
    if (
        left_id is not None
        and left_id != target.id
        and _leaves_nobody(session, tracklet_id, left_id)
    ):
        changes.append(identity_change(left_id, "redirect_to", None, target.id))
    return act.decides(DecisionKind.ASSIGN, changes, outcome=outcome)


def found(
    session: Session,
    act: Act,
    tracklet_id: str,
    *,
    firm: bool,
    outcome: Outcome = Outcome.NEW,
    anew: bool = False,
) -> Founding:
    """`tracklet_id` is nobody known: a new identity whose id follows from the tracklet's.

    Whoever is alone in an identity stays there, and so does its founder (work is repeated after
    a crash), unless it is to be told apart from the others there (`anew`). Where the founder's
    id is taken otherwise, because the identity lives on with others or was merged, the next one
    in a fixed sequence is taken. One whose creation was undone comes back with its number. Needs
    a writing transaction. Raises `NotFound`.
    """
    link = session.tracklets.link(tracklet_id)
    current = link.identity_id
    if current is not None and (
        session.tracklets.is_alone(tracklet_id, current)
        or (not anew and _founded(session, tracklet_id, current))
    ):
        decision = assign(session, act, tracklet_id, current, firm=firm, outcome=outcome)
        return Founding(decision, current)
    created = creation(session, act, tracklet_id)
    changes = [created, *_moves(tracklet_id, link, created.subject_id, firm=firm)]
    decision = act.decides(DecisionKind.ASSIGN, changes, outcome=outcome)
    return Founding(decision, created.subject_id)


def creation(session: Session, act: Act, tracklet_id: str) -> Change:
    """The change that creates the identity of which `tracklet_id` is the founder."""
    identity_id = next(
        each for each in _possible_ids(tracklet_id) if session.identities.find(each) is None
    )
    retired = session.identities.retired(identity_id)
    after = {
        "number": retired.number if retired else session.identities.next_number(),
        "created_s": retired.created_s if retired else act.at_s,
    }
    return identity_change(identity_id, "created", None, after)


def _possible_ids(tracklet_id: str) -> Iterator[str]:
    """Without end: one, then that of a second turn, and so on."""
    later = (f"{tracklet_id}#{turn}" for turn in itertools.count(2))
    return map(founded_identity_id, itertools.chain([tracklet_id], later))


def _founded(session: Session, tracklet_id: str, identity_id: str) -> bool:
    taken = itertools.takewhile(
        lambda each: session.identities.find(each) is not None, _possible_ids(tracklet_id)
    )
    return identity_id in taken


def _moves(tracklet_id: str, link: Link, identity_id: str, *, firm: bool) -> list[Change]:
    changes = []
    if link.firm != firm:
        changes.append(tracklet_change(tracklet_id, "firm", link.firm, firm))
    if link.identity_id != identity_id or not changes:
        changes.append(tracklet_change(tracklet_id, "identity_id", link.identity_id, identity_id))
    return changes


def _leaves_nobody(session: Session, tracklet_id: str, identity_id: str) -> bool:
    unnamed = session.identities.resolve(identity_id).name is None
    return unnamed and session.tracklets.is_alone(tracklet_id, identity_id)
