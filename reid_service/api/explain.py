"""Why two sightings are one person, or are not, in terms and in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reid_service.api import schemas
from reid_service.api.plan_views import rule_terms
from reid_service.api.views import decision_views, sighting_views
from reid_service.api.weighing import weighed
from reid_service.associate.evidence import Evidence
from reid_service.associate.policy import probability
from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vectors
from reid_service.domain.identity import SYSTEM_ACTOR, Decision, Subject
from reid_service.domain.tracklet import Tracklet
from reid_service.domain.vectors import pooled
from reid_service.errors import InvalidRequest
from reid_service.identities.distinguishing import are_told_apart
from reid_service.identities.doubting import is_doubted, pairs_left_open
from reid_service.storage.centring import load_centring
from reid_service.storage.records import StoredTracklet, StoredVector
from reid_service.storage.store import Session

_LOOK_BACK = 50
"""Decisions about one sighting; more would be a quarrel."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its crops' vectors, and the decision that put it where it is."""

    stored: StoredTracklet
    label: str | None
    vectors: list[StoredVector]
    decision: Decision | None

    @property
    def tracklet(self) -> Tracklet:
        """What Frigate tells of it."""
        return self.stored.tracklet


@dataclass(frozen=True, slots=True)
class Likeness:
    """Cosines in [-1, 1]: of the pooled vectors, and of the best pair of crops."""

    pooled: float
    best: float
    best_pair: tuple[str, str]


def explained(
    session: Session,
    a_id: str,
    b_id: str,
    model_id: str,
    evidence: Evidence | None,
) -> schemas.Explanation:
    """All evidence on two sightings; `evidence` is how the engine weighs these two alone.

    Raises `NotFound`, and `InvalidRequest` if the two are one.
    """
    if a_id == b_id:
        msg = "These are one and the same sighting. Choose two."
        raise InvalidRequest(msg)
    stored = [session.tracklets.get(each) for each in (a_id, b_id)]
    views = sighting_views(session, stored)
    a, b = (
        Side(
            each,
            view.identity_label,
            session.crops.vectors([each.tracklet.id], model_id),
            _placing(session, each),
        )
        for each, view in zip(stored, views, strict=True)
    )
    likeness = _likeness(a, b, load_centring(session, model_id))
    decisions = {each.id: each for each in (a.decision, b.decision) if each is not None}
    return schemas.Explanation(
        a=views[0],
        b=views[1],
        terms=[
            *_looks(likeness),
            *(weighed(evidence) if evidence is not None else ()),
            *_place_and_time(a.tracklet, b.tracklet),
            *rule_terms(session, a.tracklet, b.tracklet),
            _sub_labels(a.tracklet, b.tracklet),
            _linked(a, b),
            _placed("placed_a", "first", a),
            _placed("placed_b", "second", b),
        ],
        conclusion=_conclusion(session, a, b, evidence),
        decisions=decision_views(session, decisions.values()),
    )


def _placing(session: Session, stored: StoredTracklet) -> Decision | None:
    """The newest decision that gave the sighting its identity."""
    tracklet_id = stored.tracklet.id
    if stored.identity_id is None:
        return None
    history = session.history.of_tracklet(tracklet_id, limit=_LOOK_BACK).items
    return next(
        (
            decision
            for decision in history
            for change in decision.changes
            if (change.subject, change.subject_id) == (Subject.TRACKLET, tracklet_id)
            and (change.field, change.after) == ("identity_id", stored.identity_id)
        ),
        None,
    )


def _likeness(a: Side, b: Side, centring: Centring) -> Likeness | None:
    """As association compares them: without what each camera does to a vector."""
    if not a.vectors or not b.vectors:
        return None
    pairs = _centred(a, centring) @ _centred(b, centring).T
    row, column = np.unravel_index(int(np.argmax(pairs)), pairs.shape)
    first, second = (
        centring.apply(
            side.tracklet.camera_key,
            pooled(
                np.stack([each.vector for each in side.vectors]),
                [each.quality for each in side.vectors],
            ),
        )
        for side in (a, b)
    )
    return Likeness(
        float(first @ second),
        float(pairs[row, column]),
        (a.vectors[row].crop_id, b.vectors[column].crop_id),
    )


def _centred(side: Side, centring: Centring) -> Vectors:
    camera = side.tracklet.camera_key
    return np.stack([centring.apply(camera, each.vector) for each in side.vectors])


def _looks(likeness: Likeness | None) -> list[schemas.Term]:
    if likeness is None:
        words = "The looks of one of them are no longer kept, or are of another model."
        return [
            schemas.Term(name="likeness", value=None, words=words),
            schemas.Term(name="best_pair", value=None, words=words),
        ]
    pair = " and ".join(likeness.best_pair)
    return [
        schemas.Term(
            name="likeness",
            value=likeness.pooled,
            words=f"Their pictures together are alike by {likeness.pooled:.2f} of 1.",
        ),
        schemas.Term(
            name="best_pair",
            value=likeness.best,
            words=f"Their two most alike pictures ({pair}) reach {likeness.best:.2f} of 1.",
        ),
    ]


def _place_and_time(a: Tracklet, b: Tracklet) -> list[schemas.Term]:
    one_camera = (a.instance, a.camera) == (b.instance, b.camera)
    earlier, later = sorted((a, b), key=lambda each: (each.start_s, each.id))
    gap_s = later.start_s - earlier.last_seen_s
    where = f"Both on {a.camera}." if one_camera else f"{earlier.camera}, then {later.camera}."
    when = (
        f"{gap_s:.0f} seconds between them."
        if gap_s >= 0
        else f"In sight at the same time for {_common_s(a, b):.0f} seconds."
    )
    together = _together(a, b)
    return [
        schemas.Term(name="cameras", value=f"{earlier.camera}, {later.camera}", words=where),
        schemas.Term(name="gap_s", value=gap_s, words=when),
        schemas.Term(
            name="together_on_one_camera",
            value=together,
            words="One camera saw both at the same time: they are two people."
            if together
            else "No camera saw both at the same time.",
        ),
    ]


def _common_s(a: Tracklet, b: Tracklet) -> float:
    return min(a.last_seen_s, b.last_seen_s) - max(a.start_s, b.start_s)


def _together(a: Tracklet, b: Tracklet) -> bool:
    return (a.instance, a.camera) == (b.instance, b.camera) and a.overlaps(b)


def _sub_labels(a: Tracklet, b: Tracklet) -> schemas.Term:
    if a.sub_label is None or b.sub_label is None:
        known = a.sub_label or b.sub_label
        words = (
            f"Frigate calls only one of them {known.text}." if known else "Frigate names neither."
        )
        return schemas.Term(name="sub_labels", value=None, words=words)
    one, other = a.sub_label.text, b.sub_label.text
    same = one.casefold() == other.casefold()
    words = f"Frigate calls both {one}." if same else f"Frigate calls one {one}, the other {other}."
    return schemas.Term(name="sub_labels", value=same, words=words)


def _linked(a: Side, b: Side) -> schemas.Term:
    linked = _is_linked(a, b)
    if linked is None:
        words = "One of them is not decided yet."
    elif linked:
        words = f"Both are {a.label}."
    else:
        words = f"The first is {a.label}, the second is {b.label}."
    return schemas.Term(name="linked", value=linked, words=words)


def _is_linked(a: Side, b: Side) -> bool | None:
    if a.stored.identity_id is None or b.stored.identity_id is None:
        return None
    return a.stored.identity_id == b.stored.identity_id


def _placed(name: str, which: str, side: Side) -> schemas.Term:
    decision = side.decision
    if decision is None:
        words = f"No decision about the {which} one is on record."
        return schemas.Term(name=name, value=None, words=words)
    who = "The service" if decision.actor == SYSTEM_ACTOR else "Somebody"
    outcome = f", outcome {decision.outcome}" if decision.outcome else ""
    words = f"{who} placed the {which} one ({decision.kind}{outcome}, decision {decision.id})."
    return schemas.Term(name=name, value=decision.actor, words=words)


def _conclusion(session: Session, a: Side, b: Side, evidence: Evidence | None) -> str:
    first, second = a.stored.identity_id, b.stored.identity_id
    if first is None or second is None:
        return "It is open whether they are one person, for one of them is not decided yet."
    by_hand = any(
        side.decision is not None and side.decision.actor != SYSTEM_ACTOR for side in (a, b)
    )
    together = _together(a.tracklet, b.tracklet)
    if first == second:
        left_open = any(is_doubted(session, side.stored) for side in (a, b))
        return f"They are linked, {_why_linked(together, by_hand, evidence)}.{_open(left_open)}"
    if not together and are_told_apart(session, first, second):
        return "They are kept apart, because somebody said that they are two people."
    left_open = frozenset((first, second)) in pairs_left_open(session)
    return f"They are kept apart, {_why_apart(together, by_hand, evidence)}.{_open(left_open)}"


def _open(is_open: bool) -> str:
    return " Somebody looked, and could not tell." if is_open else ""


def _why_linked(together: bool, by_hand: bool, evidence: Evidence | None) -> str:
    if together:
        return "although one camera saw both at the same time: this is wrong, so split them"
    if by_hand:
        return "for somebody placed at least one of them by hand"
    if evidence is None:
        return "and the looks that this rests on are no longer kept"
    if _speaks_for_one(evidence):
        return "because more speaks for one person than for two"
    return (
        "although of these two alone more speaks for two people: "
        "each was compared with all that was known of the person"
    )


def _why_apart(together: bool, by_hand: bool, evidence: Evidence | None) -> str:
    if together:
        return "because one camera saw both at the same time"
    if by_hand:
        return "for somebody placed at least one of them by hand"
    if evidence is None:
        return "and the looks that this rests on are no longer kept"
    if _speaks_for_one(evidence):
        return (
            "although of these two alone more speaks for one person: it was not enough to be "
            "sure, or all that was known of the people spoke against it"
        )
    return "because more speaks for two people than for one"


def _speaks_for_one(evidence: Evidence) -> bool:
    """As the term `probability` says it."""
    return probability(evidence.total) > 0.5
