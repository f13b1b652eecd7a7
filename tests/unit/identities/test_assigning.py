from __future__ import annotations

import pytest

from reid_service.domain.identity import DecisionKind, Outcome
from reid_service.domain.tracklet import founded_identity_id
from reid_service.errors import Conflict, NotFound
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.identities.editing import rename
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity


def test_a_new_person_is_founded_with_an_id_that_follows_from_the_tracklet(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    act = Act("system", 7.0, {"rule": "nobody near"})
    with store.write() as session:
        founding = found(session, act, tracklet.id, firm=False, outcome=Outcome.ASK)
        session.ledger.record(founding.decision)
    decision = founding.decision
    assert founding.identity_id == founded_identity_id(tracklet.id)
    assert (decision.id, decision.actor, decision.at_s) == (act.id, "system", 7.0)
    assert (decision.kind, decision.outcome) == (DecisionKind.ASSIGN, Outcome.ASK)
    assert decision.explanation == {"rule": "nobody near"}
    with store.read() as session:
        identity = session.identities.resolve(founding.identity_id)
        assert (identity.number, identity.created_s, identity.label) == (1, 7.0, "Person 1")
        stored = session.tracklets.get(tracklet.id)
        assert (stored.identity_id, stored.firm) == (identity.id, False)


def test_founding_again_after_a_crash_makes_no_second_person(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    first = give_identity(store, tracklet)
    assert give_identity(store, tracklet, firm=True) == first
    with store.read() as session:
        assert [each.number for each in session.identities.live()] == [1]
        assert session.tracklets.get(tracklet.id).firm


def test_one_whose_founding_was_undone_comes_back_with_the_same_number(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    act = Act("system", 1.0)
    with store.write() as session:
        founding = found(session, act, tracklet.id, firm=False)
        session.ledger.record(founding.decision)
        session.ledger.record(undo(session, Act("anna", 2.0), act.id))
        assert session.identities.live() == []
        assert session.tracklets.get(tracklet.id).identity_id is None
    give_identity(store, add_sighting(store, "b"))
    assert give_identity(store, tracklet) == founding.identity_id
    with store.read() as session:
        identity = session.identities.resolve(founding.identity_id)
        assert (identity.number, identity.created_s) == (1, 1.0)


def test_a_founder_whose_person_lives_on_with_others_founds_another(store: Store) -> None:
    founder, other, third = (add_sighting(store, name) for name in "abc")
    first = give_identity(store, founder)
    give_identity(store, other, first)
    elsewhere = give_identity(store, third)
    give_identity(store, founder, elsewhere)
    second = give_identity(store, founder)
    assert second == founded_identity_id(f"{founder.id}#2")
    assert give_identity(store, founder) == second  # and again nothing new
    with store.read() as session:
        assert [each.id for each in session.identities.live()] == [first, elsewhere, second]


def test_a_founder_whose_person_was_merged_founds_another(store: Store) -> None:
    founder, other = add_sighting(store, "a"), add_sighting(store, "b")
    founded, kept = give_identity(store, founder), give_identity(store, other)
    with store.write() as session:
        act = Act("anna", 1.0)
        plan = plan_merge(session, act, [founded], primary_id=kept)
        session.ledger.record(plan.decision)
    assert give_identity(store, founder) == founded_identity_id(f"{founder.id}#2")
    with store.read() as session:
        assert session.identities.resolve(founded).id == kept


def test_assigning_follows_merges(store: Store) -> None:
    ids = [give_identity(store, add_sighting(store, name)) for name in "ab"]
    tracklet = add_sighting(store, "c")
    with store.write() as session:
        session.ledger.record(plan_merge(session, Act("anna", 1.0), ids).decision)
    with store.write() as session:
        act = Act("system", 2.0)
        decision = assign(session, act, tracklet.id, ids[1], firm=True, outcome=Outcome.ACCEPT)
        session.ledger.record(decision)
    assert decision.outcome is Outcome.ACCEPT
    with store.read() as session:
        stored = session.tracklets.get(tracklet.id)
        assert (stored.identity_id, stored.firm) == (ids[0], True)


def test_a_confirmation_is_a_decision_too_and_can_be_undone(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet, firm=True)
    act = Act("anna", 1.0)
    with store.write() as session:
        session.ledger.record(assign(session, act, tracklet.id, identity_id, firm=True))
        before = session.ledger.state()
        session.ledger.record(undo(session, Act("anna", 2.0), act.id))
        assert session.ledger.state() == before
        assert len(session.history.of_identity(identity_id, limit=9).items) == 3


def test_the_automatic_decision_under_a_confirmation_stands(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet, firm=True)
    with store.write() as session:
        act = Act("anna", 1.0)
        session.ledger.record(assign(session, act, tracklet.id, identity_id, firm=True))
        first = session.history.of_identity(identity_id, limit=9).items[-1]
        with pytest.raises(Conflict, match=f"assign by anna .*{act.id}"):
            undo(session, Act("anna", 2.0), first.id)


def test_an_unnamed_person_left_by_their_only_founder_leads_on(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    provisional = give_identity(store, tracklet)
    known = give_identity(store, add_sighting(store, "b"))
    act = Act("system", 1.0)
    with store.write() as session:
        session.ledger.record(assign(session, act, tracklet.id, known, firm=True))
    with store.write() as session:
        assert session.identities.resolve(provisional).id == known
        session.ledger.record(undo(session, Act("anna", 2.0), act.id))
        assert session.identities.resolve(provisional).id == provisional
        assert session.tracklets.get(tracklet.id).identity_id == provisional


@pytest.mark.parametrize("why", ["named", "others joined"])
def test_otherwise_a_person_who_is_left_stays_as_they_are(store: Store, why: str) -> None:
    founder, other = add_sighting(store, "a"), add_sighting(store, "b")
    left = give_identity(store, founder)
    known = give_identity(store, add_sighting(store, "c"))
    if why == "named":
        with store.write() as session:
            session.ledger.record(rename(session, Act("anna", 1.0), left, "Ben").decision)
    else:
        give_identity(store, other, left)
    give_identity(store, founder, known)
    with store.read() as session:
        assert session.identities.resolve(left).id == left


def test_the_last_one_to_leave_an_unnamed_person_leads_on_whoever_founded_it(store: Store) -> None:
    founder, other = add_sighting(store, "a"), add_sighting(store, "b")
    left = give_identity(store, founder)
    give_identity(store, other, left)
    known = give_identity(store, add_sighting(store, "c"))
    for each in (founder, other):
        give_identity(store, each, known)
    with store.read() as session:
        assert session.identities.resolve(left).id == known
        assert [each.id for each in session.identities.live()] == [known]


def test_whoever_is_left_alone_in_an_identity_founds_no_other(store: Store) -> None:
    founder, other = add_sighting(store, "a"), add_sighting(store, "b")
    left = give_identity(store, founder)
    give_identity(store, other, left)
    give_identity(store, founder, give_identity(store, add_sighting(store, "c")))
    assert give_identity(store, other, firm=True) == left


def test_a_founder_who_is_to_be_told_apart_from_the_others_leaves_them(store: Store) -> None:
    founder, other = add_sighting(store, "a"), add_sighting(store, "b")
    first = give_identity(store, founder)
    give_identity(store, other, first)
    with store.write() as session:
        founding = found(session, Act("system", 1.0), founder.id, firm=False, anew=True)
        session.ledger.record(founding.decision)
        assert founding.identity_id == founded_identity_id(f"{founder.id}#2")
        # Alone it is somebody of its own already.
        again = found(session, Act("system", 2.0), founder.id, firm=False, anew=True)
        assert again.identity_id == founding.identity_id


def test_an_unknown_tracklet_or_person_is_not_found(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    with store.write() as session:
        with pytest.raises(NotFound, match="sighting"):
            found(session, Act("system", 1.0), "nobody", firm=False)
        with pytest.raises(NotFound, match="person"):
            assign(session, Act("system", 1.0), tracklet.id, "nobody", firm=False)
