"""Takes a decision back by a new one that says the opposite."""

from __future__ import annotations

from datetime import UTC, datetime

from reid_service.domain.identity import SYSTEM_ACTOR, Change, Decision, DecisionKind
from reid_service.errors import Conflict
from reid_service.identities.act import Act, identity_change
from reid_service.identities.distinguishing import distinction, said_of, without_said
from reid_service.storage.history import LedgerRow
from reid_service.storage.projection import SETS
from reid_service.storage.store import Session


def undo(session: Session, act: Act, decision_id: str) -> Decision:
    """The decision that takes `decision_id` back; taking an undo back redoes.

    Raises `NotFound`, and `Conflict` when it is taken back already, when a later decision that
    stands changed the same (the sentence names it), or when somebody was forgotten since. What
    retention deleted meanwhile is left out.
    """
    row = session.history.get(decision_id)
    if row.redacted:
        msg = "Somebody whom this decision was about has been forgotten; it cannot be undone."
        raise Conflict(msg)
    if session.history.is_undone(decision_id):
        msg = "This decision has been undone already. Undo the undo to have it back."
        raise Conflict(msg)
    standing = _standing(_of_the_same(session.history.later_changes(row), row))
    if standing:
        raise Conflict(_names(standing[0].decision))
    changes = _inverses(session, row.decision)
    if act.actor != SYSTEM_ACTOR and row.decision.actor == SYSTEM_ACTOR:
        changes += _told_apart(session, row.decision)
    return act.decides(DecisionKind.UNDO, changes, reverses=decision_id)


def _inverses(session: Session, decision: Decision) -> list[Change]:
    """What the decision said, backwards.

    Of the people that somebody is not, only those it was about: others may have been added by
    the undo of a merge that is forgotten about otherwise. Of whoever exists no more nothing is
    said.
    """
    found: list[Change] = []
    sets: dict[tuple[str, str], list[str]] = {}
    for change in reversed(decision.changes):
        inverse, key = change.inverse(), (change.subject_id, change.field)
        if change.field in SETS:
            inverse = without_said(change, sets.get(key, said_of(session, *key)))
            sets[key] = inverse.after
        found.append(inverse)
    undone = (each for each in decision.changes if each.field == "created" and not each.before)
    for key in ((each.subject_id, name) for each in undone for name in SETS):
        left = sets.get(key, said_of(session, *key))
        if left:
            found.append(identity_change(*key, left, []))
    return found


def _told_apart(session: Session, decision: Decision) -> list[Change]:
    """A person takes back that two were one: the service must not conclude it again."""
    return [
        distinction(session, each.subject_id, each.after)
        for each in decision.changes
        if each.field == "redirect_to" and each.after is not None
    ]


def _of_the_same(later: list[LedgerRow], row: LedgerRow) -> list[LedgerRow]:
    """Those that stand in the way.

    Of a set, what was said of others before or since may stay.
    """
    said = {(c.subject_id, c.field) for c in row.decision.changes}
    if any(field == "created" for _, field in said):
        return later
    said = {each for each in said if each[1] not in SETS}
    return [
        each
        for each in later
        if any((c.subject_id, c.field) in said for c in each.decision.changes)
    ]


def _standing(later: list[LedgerRow]) -> list[LedgerRow]:
    """Those of `later`, newest first, that are neither undone nor the undo of one of them."""
    ids = {row.decision.id for row in later}
    cancelled: set[str] = set()
    for row in later:
        reverses = row.decision.reverses
        if row.decision.id not in cancelled and reverses in ids:
            cancelled |= {row.decision.id, reverses}
    return [row for row in later if row.decision.id not in cancelled]


def _names(decision: Decision) -> str:
    when = datetime.fromtimestamp(decision.at_s, UTC).strftime("%Y-%m-%d %H:%M UTC")
    return (
        f"A later decision changed the same: {decision.kind} by {decision.actor} on {when} "
        f"({decision.id}). Undo that first."
    )
