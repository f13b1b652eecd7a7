"""Two identities are two people: somebody said so, and it binds."""

from __future__ import annotations

from reid_service.domain.identity import Change, Decision, DecisionKind
from reid_service.errors import InvalidRequest
from reid_service.identities.act import Act, identity_change
from reid_service.storage.store import Session


def distinguish(session: Session, act: Act, identity_id: str, other_id: str) -> Decision:
    """These two are never made one by the service from now on.

    Raises `NotFound`, and `InvalidRequest` if they are one already.
    """
    first, second = (session.identities.resolve(each).id for each in (identity_id, other_id))
    if first == second:
        msg = "These are one person already. Split them to tell them apart."
        raise InvalidRequest(msg)
    return act.decides(DecisionKind.DISTINGUISH, [distinction(session, first, second)])


def are_told_apart(session: Session, identity_id: str, other_id: str) -> bool:
    """Whether somebody said that these two are two, also of those merged into them.

    Raises `NotFound`.
    """
    first, second = (_said(session, each) for each in (identity_id, other_id))
    return any(
        not there.keys().isdisjoint(others)
        for here, there in ((first, second), (second, first))
        for others in here.values()
    )


def distinction(session: Session, identity_id: str, other_id: str) -> Change:
    """The change that says so, also about one that is merged; again it changes nothing."""
    known = said_of(session, identity_id, "distinct_from")
    after = known if other_id in known else [*known, other_id]
    return identity_change(identity_id, "distinct_from", known, after)


def without_said(change: Change, known: list[str]) -> Change:
    """The change of a set that takes back what `change` said, where `known` is said by now."""
    if known == change.after:
        return change.inverse()
    added = set(change.after).difference(change.before)
    removed = [each for each in change.before if each not in {*change.after, *known}]
    after = [each for each in known if each not in added]
    return identity_change(change.subject_id, change.field, known, [*after, *removed])


def said_of(session: Session, identity_id: str, field: str) -> list[str]:
    """Whom a set of an identity names, by its field; nobody for one that does not exist."""
    identity = session.identities.find(identity_id)
    return [] if identity is None else list(getattr(identity, field))


def _said(session: Session, identity_id: str) -> dict[str, tuple[str, ...]]:
    identity = session.identities.resolve(identity_id)
    family = [identity, *session.identities.merged_into(identity.id)]
    return {each.id: each.distinct_from for each in family}
