"""Nobody can tell: somebody looked, and it stays open. That moves nobody."""

from __future__ import annotations

from collections import Counter

from reid_service.domain.identity import Decision, DecisionKind
from reid_service.errors import Conflict, InvalidRequest
from reid_service.identities.act import Act, identity_change, tracklet_change
from reid_service.identities.distinguishing import said_of
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session


def doubt_pair(session: Session, act: Act, identity_id: str, other_id: str) -> Decision:
    """Nobody can tell whether these two are one; they stay two, and are not asked about again.

    Raises `NotFound`, and `InvalidRequest` if they are one already.
    """
    first, second = (session.identities.resolve(each).id for each in (identity_id, other_id))
    if first == second:
        msg = "These are one person already. Split them if they are not."
        raise InvalidRequest(msg)
    known = said_of(session, first, "unsure_of")
    after = known if second in known else [*known, second]
    return act.decides(DecisionKind.UNSURE, [identity_change(first, "unsure_of", known, after)])


def doubt_sighting(session: Session, act: Act, tracklet_id: str, identity_id: str) -> Decision:
    """Nobody can tell whether this sighting is the person whose it is; it stays where it is.

    Raises `NotFound`, and `Conflict` if it is not that person's.
    """
    identity = session.identities.resolve(identity_id)
    link = session.tracklets.link(tracklet_id)
    if link.identity_id != identity.id:
        msg = "This sighting is of somebody else by now. Look again."
        raise Conflict(msg)
    change = tracklet_change(tracklet_id, "doubted_as", link.doubted_as, identity.id)
    return act.decides(DecisionKind.UNSURE, [change])


def is_doubted(session: Session, stored: StoredTracklet) -> bool:
    """Whether somebody could not tell if it is the person whose it is now."""
    return stored.identity_id is not None and _doubted_as(session, stored) == stored.identity_id


def pairs_left_open(session: Session) -> set[frozenset[str]]:
    """Two identities each of which nobody could tell whether they are one.

    Of whole ones, and of those all of whose sightings were doubted while they were the other's:
    one more sighting of them is new evidence.
    """
    pairs = {
        frozenset((each.id, other))
        for each in session.identities.unsure()
        for other in each.unsure_of
    }
    doubted = Counter(
        (stored.identity_id, once)
        for stored in session.tracklets.doubted()
        if (once := _doubted_as(session, stored)) is not None
        and stored.identity_id not in (None, once)
    )
    for (now, once), count in doubted.items():
        if now is not None and count == len(session.tracklets.of_identity(now)):
            pairs.add(frozenset((now, once)))
    return pairs


def _doubted_as(session: Session, stored: StoredTracklet) -> str | None:
    """As whom, by who that is now; None if nobody doubted it, or they are gone."""
    once = stored.doubted_as
    if once is None or session.identities.find(once) is None:
        return None
    return session.identities.resolve(once).id
