from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.identity import DecisionKind
from reid_service.errors import InvalidRequest, NotFound
from reid_service.identities.act import Act, identity_change
from reid_service.identities.distinguishing import are_told_apart, distinguish, without_said
from reid_service.identities.merging import plan_merge
from reid_service.storage.store import Session, Store
from tests.storing import add_sighting, give_identity

IDS = st.lists(st.sampled_from("abcdef"), unique=True)


def say(session: Session, identity_id: str, other_id: str) -> str:
    decision = distinguish(session, Act("anna", 9.0), identity_id, other_id)
    session.ledger.record(decision)
    return decision.id


def test_that_two_are_two_is_a_decision_about_both(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        said = say(session, first, second)
        assert session.history.get(said).decision.kind is DecisionKind.DISTINGUISH
        assert session.identities.resolve(first).distinct_from == (second,)
        for each in (first, second):
            assert session.history.of_identity(each, limit=1).items[0].id == said


def test_saying_it_again_is_recorded_and_changes_nothing(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        said = [say(session, first, second), say(session, first, second)]
        assert session.identities.resolve(first).distinct_from == (second,)
        assert [each.id for each in session.history.everything(limit=2).items] == said[::-1]


def test_a_merged_one_stands_for_whoever_took_it_in(store: Store) -> None:
    first, second, third = (give_identity(store, add_sighting(store, name)) for name in "abc")
    with store.write() as session:
        session.ledger.record(plan_merge(session, Act("anna", 1.0), [first, second]).decision)
        say(session, second, third)
        assert session.identities.resolve(first).distinct_from == (third,)


def test_who_is_told_apart_stays_so_through_merges(store: Store) -> None:
    a, b, c, d = (give_identity(store, add_sighting(store, name)) for name in "abcd")
    with store.write() as session:
        say(session, b, d)
        assert are_told_apart(session, b, d)
        assert are_told_apart(session, d, b)
        assert not are_told_apart(session, a, d)
        for pair in ((a, b), (c, d)):
            session.ledger.record(plan_merge(session, Act("anna", 1.0), pair).decision)
        for one, other in ((a, c), (c, a), (b, d)):
            assert are_told_apart(session, one, other)
        with pytest.raises(NotFound):
            are_told_apart(session, a, "nobody")


def test_one_person_is_not_two(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        session.ledger.record(plan_merge(session, Act("anna", 1.0), [first, second]).decision)
        for other in (first, second):
            with pytest.raises(InvalidRequest, match="Split them"):
                distinguish(session, Act("anna", 2.0), first, other)
        with pytest.raises(NotFound):
            distinguish(session, Act("anna", 2.0), first, "nobody")


@given(before=IDS, after=IDS, known=IDS)
def test_taking_back_touches_only_whom_it_was_about(
    before: list[str], after: list[str], known: list[str]
) -> None:
    change = identity_change("x", "distinct_from", before, after)
    back = without_said(change, known)
    assert (back.subject_id, back.field, back.before) == ("x", "distinct_from", known)
    assert len(set(back.after)) == len(back.after)
    assert set(back.after) == (set(known) - (set(after) - set(before))) | (set(before) - set(after))


@given(before=IDS, after=IDS)
def test_what_nobody_changed_since_is_restored_to_the_letter(
    before: list[str], after: list[str]
) -> None:
    change = identity_change("x", "distinct_from", before, after)
    assert without_said(change, after) == change.inverse()
