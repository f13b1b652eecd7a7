"""Being told when somebody is seen again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reid_service.domain.identity import Identity
from reid_service.errors import InvalidRequest, NotFound
from reid_service.storage.store import Session
from reid_service.storage.watches import Watch

_ENDED_FOR_S: Final = 7 * 86400.0
"""So long a wish that is over is still spoken of."""


def watch(session: Session, identity_id: str, *, now_s: float, until_s: float | None) -> Watch:
    """Tell when an identity is seen again, until `until_s` or until it is ended.

    Raises `NotFound`, and `InvalidRequest` for an end that has passed.
    """
    if until_s is not None and until_s <= now_s:
        msg = "This end has passed already. Choose a later one, or none."
        raise InvalidRequest(msg)
    identity = session.identities.resolve(identity_id)
    _end(session, identity)
    session.watches.end_before(now_s - _ENDED_FOR_S)
    wish = Watch(identity.id, now_s, until_s)
    session.watches.put(wish)
    return wish


def end_watch(session: Session, identity_id: str) -> Identity:
    """Tell no more; whom it was about. Raises `NotFound`, also if nobody wanted to be told."""
    identity = session.identities.resolve(identity_id)
    if not _end(session, identity):
        msg = "Nobody wants to be told of this person. It may have been ended meanwhile."
        raise NotFound(msg)
    return identity


def standing(session: Session, at_s: float) -> list[Watch]:
    """Every wish that is not over, once for each person, by who they are now."""
    found: dict[str, Watch] = {}
    for each in session.watches.standing(at_s):
        if session.identities.find(each.identity_id) is None:
            continue  # the decision that there is such a person was undone, and may come back
        identity = session.identities.resolve(each.identity_id)
        found.setdefault(identity.id, replace(each, identity_id=identity.id))
    return list(found.values())


def ended(session: Session, at_s: float) -> list[Watch]:
    """Every wish that was over by itself within the last week and was not renewed."""
    lately = standing(session, at_s - _ENDED_FOR_S)
    return [each for each in lately if each.until_s is not None and each.until_s <= at_s]


def is_watched(session: Session, identity: Identity, at_s: float) -> bool:
    """Whether somebody wants to be told of it; also of one that was merged into it."""
    return any(each.identity_id == identity.id for each in standing(session, at_s))


def _end(session: Session, identity: Identity) -> bool:
    merged = session.identities.merged_into(identity.id)
    return session.watches.remove([identity.id, *(each.id for each in merged)])
