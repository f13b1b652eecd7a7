"""What people answered, beside how sure the service was: what its error rates are told from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from reid_service.associate.rates import Answered
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, DecisionKind
from reid_service.errors import NotFound
from reid_service.storage.history import DecisionFilter
from reid_service.storage.store import Session

_ODDS: Final = "odds_by_decision"
_MOST: Final = 2000
_MOST_SIGHTINGS: Final = 500
_BY_HAND: Final = frozenset({DecisionKind.ASSIGN, DecisionKind.SPLIT})


def keep_odds(session: Session, decision_id: str, probability: float) -> None:
    """Remember how likely two seemed to be one when a person settled it by this decision."""
    kept = [*session.meta.get(_ODDS, []), [decision_id, round(probability, 6)]]
    session.meta.put(_ODDS, kept[-_MOST:])


def answered(session: Session) -> list[Answered]:
    """Every answer that stands, of the last ones.

    To questions, and about single sightings: who confirmed or corrected what the service had
    decided, as far as the ledger still says how sure it was.
    """
    return [*_questions(session), *_sightings(session)]


def _questions(session: Session) -> Iterator[Answered]:
    kept: dict[str, float] = dict(session.meta.get(_ODDS, []))
    undone = session.history.undone(kept)
    for decision_id, probability in kept.items():
        try:
            decision = session.history.get(decision_id).decision
        except NotFound:
            continue  # whom it was about has been deleted
        if decision_id not in undone:
            is_one = decision.kind is DecisionKind.MERGE
            yield Answered(probability, is_one=is_one, is_merge=True)


def _sightings(session: Session) -> Iterator[Answered]:
    """The newest word of a person about each sighting, and what the service had thought."""
    where = DecisionFilter(by_people=True, kinds=_BY_HAND)
    decisions = session.history.everything(where, limit=_MOST_SIGHTINGS).items
    undone = session.history.undone(each.id for each in decisions)
    seen: set[str] = set()
    for decision in decisions:
        if decision.id in undone:
            continue
        for tracklet_id in _tracklets(decision):
            if tracklet_id not in seen:
                seen.add(tracklet_id)
                yield from _about(session, tracklet_id)


def _tracklets(decision: Decision) -> list[str]:
    ids = [each.subject_id for each in decision.changes if each.subject == "tracklet"]
    return list(dict.fromkeys(ids))


def _about(session: Session, tracklet_id: str) -> Iterator[Answered]:
    candidate = _likeliest(session, tracklet_id)
    stored = session.tracklets.find(tracklet_id)
    found = candidate and session.identities.find(str(candidate["identity_id"]))
    if candidate and found and stored and stored.identity_id:
        is_one = session.identities.resolve(found.id).id == stored.identity_id
        yield Answered(float(candidate["probability"]), is_one=is_one, is_merge=False)


def _likeliest(session: Session, tracklet_id: str) -> Mapping[str, Any] | None:
    """Who the service had thought it was, when it last decided about a sighting."""
    for each in session.history.of_tracklet(tracklet_id, limit=20).items:
        if each.actor != SYSTEM_ACTOR or each.kind is not DecisionKind.ASSIGN:
            continue
        weighed = [c for c in each.explanation.get("candidates", ()) if "probability" in c]
        return max(weighed, key=lambda c: float(c["probability"]), default=None)
    return None
