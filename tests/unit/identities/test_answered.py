"""What people answered is read from the ledger, as far as it stands."""

from __future__ import annotations

from reid_service.associate.rates import Answered
from reid_service.domain.identity import Outcome
from reid_service.identities.act import Act
from reid_service.identities.answered import answered, keep_odds
from reid_service.identities.assigning import assign, found
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity

BY_HAND = Act("user:anna", 9.0)


def pair(store: Store, name: str) -> tuple[str, str]:
    """Two people with a sighting each."""
    first = give_identity(store, add_sighting(store, f"{name}1"))
    return first, give_identity(store, add_sighting(store, f"{name}2"))


def test_answers_to_questions_count_while_they_stand(store: Store) -> None:
    a, b, c = pair(store, "a"), pair(store, "b"), pair(store, "c")
    with store.write() as session:
        merged = plan_merge(session, Act("user", 1.0), a).decision
        apart = distinguish(session, Act("user", 2.0), *b)
        taken_back = plan_merge(session, Act("user", 3.0), c).decision
        for decision, odds in ((merged, 0.9), (apart, 0.6), (taken_back, 0.8)):
            session.ledger.record(decision)
            keep_odds(session, decision.id, odds)
        session.ledger.record(undo(session, Act("user", 4.0), taken_back.id))
        keep_odds(session, "of somebody who is gone", 0.7)
    with store.read() as session:
        assert answered(session) == [
            Answered(0.9, is_one=True, is_merge=True),
            Answered(0.6, is_one=False, is_merge=True),
        ]


def decided(
    store: Store, name: str, likeliest: str, probability: float, taken_for: str | None = None
) -> str:
    """The service takes a sighting for somebody: the likeliest, if not said otherwise."""
    tracklet = add_sighting(store, name)
    weighed = {"candidates": [{"identity_id": likeliest, "probability": probability}]}
    act, whose = Act("system", 5.0, weighed), taken_for or likeliest
    with store.write() as session:
        session.ledger.record(
            assign(session, act, tracklet.id, whose, firm=True, outcome=Outcome.ACCEPT)
        )
    return tracklet.id


def test_who_confirms_or_corrects_a_sighting_answers(store: Store) -> None:
    anna, ben = pair(store, "p")
    right, wrong = decided(store, "r", anna, 0.97), decided(store, "w", anna, 0.99)
    stranger, untouched = decided(store, "s", ben, 0.98), decided(store, "u", ben, 0.96)
    assert untouched
    with store.write() as session:
        session.ledger.record(assign(session, BY_HAND, right, anna, firm=True))
        session.ledger.record(assign(session, Act("user", 9.1), wrong, ben, firm=True))
        apart = found(session, Act("user", 9.2), stranger, firm=True, anew=True).decision
        session.ledger.record(apart)
    with store.read() as session:
        found_answers = {each.probability: each.is_one for each in answered(session)}
    assert found_answers == {0.97: True, 0.99: False, 0.98: False}


def test_who_is_forgotten_counts_no_more(store: Store) -> None:
    anna, _ = pair(store, "p")
    right = decided(store, "r", anna, 0.97)
    with store.write() as session:
        session.ledger.record(assign(session, BY_HAND, right, anna, firm=True))
    with store.write() as session:
        forget(session, anna)
    with store.read() as session:
        assert answered(session) == []


def test_a_word_that_is_taken_back_or_said_twice_counts_as_it_stands(store: Store) -> None:
    anna, ben = pair(store, "p")
    back, twice = decided(store, "b", anna, 0.95), decided(store, "t", anna, 0.94)
    with store.write() as session:
        wrong = assign(session, BY_HAND, back, ben, firm=True)
        session.ledger.record(wrong)
        session.ledger.record(undo(session, Act("user", 9.1), wrong.id))
        session.ledger.record(assign(session, Act("user", 9.2), twice, ben, firm=True))
        session.ledger.record(assign(session, Act("user", 9.3), twice, anna, firm=True))
    with store.read() as session:
        assert answered(session) == [Answered(0.94, is_one=True, is_merge=False)]


def test_where_the_service_had_no_opinion_nothing_is_answered(store: Store) -> None:
    anna, _ = pair(store, "p")
    unseen = add_sighting(store, "n").id
    with store.write() as session:
        session.ledger.record(assign(session, BY_HAND, unseen, anna, firm=True))
    with store.read() as session:
        assert answered(session) == []


def test_an_opinion_about_somebody_who_was_forgotten_is_none(store: Store) -> None:
    anna, ben = pair(store, "p")
    kept = decided(store, "k", anna, 0.93, taken_for=ben)
    with store.write() as session:
        session.ledger.record(assign(session, BY_HAND, kept, ben, firm=True))
    with store.write() as session:
        forget(session, anna)
    with store.read() as session:
        assert answered(session) == []
