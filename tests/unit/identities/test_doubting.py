from __future__ import annotations

import pytest

from reid_service.domain.identity import SYSTEM_ACTOR, Decision, DecisionKind
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign
from reid_service.identities.doubting import (
    doubt_pair,
    doubt_sighting,
    is_doubted,
    pairs_left_open,
)
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge, split
from reid_service.identities.undoing import undo
from reid_service.storage.store import Session, Store
from tests.storing import add_sighting, give_identity


def anna_says() -> Act:
    return Act("anna", 9.0)


def say(session: Session, decision: Decision) -> str:
    session.ledger.record(decision)
    return decision.id


def take_back(session: Session, decision_id: str) -> str:
    return say(session, undo(session, Act("ben", 10.0), decision_id))


def somebody(store: Store, *names: str) -> str:
    """One person with a sighting of each name, as the service decided."""
    first, *others = (add_sighting(store, name) for name in names)
    identity_id = give_identity(store, first, firm=True)
    for each in others:
        give_identity(store, each, identity_id, firm=True)
    return identity_id


def doubted(session: Session, name: str) -> bool:
    return is_doubted(session, session.tracklets.get(f"frigate:{name}"))


def leave(session: Session, identity_id: str, *names: str) -> str:
    """The service splits them off; whom they are then."""
    founding = split(
        session, Act(SYSTEM_ACTOR, 9.0), identity_id, [f"frigate:{name}" for name in names]
    )
    session.ledger.record(founding.decision)
    return founding.identity_id


def test_a_doubted_sighting_stays_where_it_is_until_that_is_taken_back(store: Store) -> None:
    anna = somebody(store, "a", "b")
    with store.write() as session:
        before = session.ledger.state()
        said = say(session, doubt_sighting(session, anna_says(), "frigate:b", anna))
        assert [doubted(session, name) for name in "ab"] == [False, True]
        assert session.tracklets.get("frigate:b").identity_id == anna
        decision = session.history.of_identity(anna, limit=1).items[0]
        assert (decision.id, decision.kind) == (said, DecisionKind.UNSURE)
        assert decision.identities == {anna}
        assert pairs_left_open(session) == set()
        take_back(session, said)
        assert not doubted(session, "b")
        assert session.ledger.state() == before


def test_doubting_again_is_recorded_and_changes_nothing(store: Store) -> None:
    anna = somebody(store, "a")
    with store.write() as session:
        for _ in range(2):
            say(session, doubt_sighting(session, anna_says(), "frigate:a", anna))
        assert doubted(session, "a")
        assert len(session.history.of_identity(anna, limit=9).items) == 3


def test_a_sighting_of_somebody_else_is_not_doubted(store: Store) -> None:
    anna, ben = somebody(store, "a"), somebody(store, "b")
    with store.write() as session:
        with pytest.raises(Conflict, match="somebody else"):
            doubt_sighting(session, anna_says(), "frigate:b", anna)
        for sighting, whose in (("frigate:x", ben), ("frigate:b", "nobody")):
            with pytest.raises(NotFound):
                doubt_sighting(session, anna_says(), sighting, whose)


def test_a_person_who_says_whose_it_is_ends_the_doubt_and_the_service_does_not(
    store: Store,
) -> None:
    anna = somebody(store, "a", "b")
    with store.write() as session:
        say(session, doubt_sighting(session, anna_says(), "frigate:b", anna))
        for actor, still in ((SYSTEM_ACTOR, True), ("anna", False)):
            say(session, assign(session, Act(actor, 10.0), "frigate:b", anna, firm=True))
            assert doubted(session, "b") is still
        confirmed = session.history.of_tracklet("frigate:b", limit=1).items[0]
        take_back(session, confirmed.id)
        assert doubted(session, "b")


def test_a_doubt_follows_a_merge_and_is_left_behind_by_a_move(store: Store) -> None:
    anna, ben = somebody(store, "a", "b"), somebody(store, "c")
    with store.write() as session:
        say(session, doubt_sighting(session, anna_says(), "frigate:b", anna))
        say(session, plan_merge(session, anna_says(), [anna], primary_id=ben).decision)
        assert doubted(session, "b")
        leave(session, ben, "b")
        assert not doubted(session, "b")


def test_who_was_doubted_whole_is_not_asked_about_once_the_service_splits_it_off(
    store: Store,
) -> None:
    anna = somebody(store, "a", "b", "c")
    with store.write() as session:
        say(session, doubt_sighting(session, anna_says(), "frigate:b", anna))
        other = leave(session, anna, "b")
        assert pairs_left_open(session) == {frozenset((anna, other))}
        # One more sighting of them is new evidence.
        say(session, assign(session, anna_says(), "frigate:c", other, firm=True))
        assert pairs_left_open(session) == set()


def test_two_who_may_be_one_stay_two_until_that_is_taken_back(store: Store) -> None:
    anna, ben, cleo = (somebody(store, name) for name in "abc")
    with store.write() as session:
        first = say(session, doubt_pair(session, anna_says(), anna, ben))
        say(session, doubt_pair(session, anna_says(), anna, cleo))
        assert pairs_left_open(session) == {frozenset((anna, ben)), frozenset((anna, cleo))}
        for each in (anna, ben):
            assert first in [e.id for e in session.history.of_identity(each, limit=2).items]
        undone = take_back(session, first)
        assert pairs_left_open(session) == {frozenset((anna, cleo))}
        take_back(session, undone)
        assert session.identities.resolve(anna).unsure_of == (ben, cleo)
        with pytest.raises(InvalidRequest, match="one person already"):
            doubt_pair(session, anna_says(), anna, anna)


def test_saying_of_two_that_nobody_can_tell_again_changes_nothing(store: Store) -> None:
    anna, ben = (somebody(store, name) for name in "ab")
    with store.write() as session:
        for _ in range(2):
            say(session, doubt_pair(session, anna_says(), anna, ben))
        assert session.identities.resolve(anna).unsure_of == (ben,)


def test_of_whom_nothing_is_left_nothing_is_doubted(store: Store) -> None:
    anna = somebody(store, "a", "b")
    with store.write() as session:
        say(session, doubt_sighting(session, anna_says(), "frigate:b", anna))
        leave(session, anna, "b")
        forget(session, anna)
        assert not doubted(session, "b")
        assert pairs_left_open(session) == set()


def test_an_undone_creation_takes_what_was_left_open_with_it(store: Store) -> None:
    anna, ben = (somebody(store, name) for name in "ab")
    with store.write() as session:
        created = session.history.of_identity(anna, limit=1).items[0]
        said = say(session, doubt_pair(session, anna_says(), anna, ben))
        with pytest.raises(Conflict):
            undo(session, anna_says(), created.id)
        take_back(session, said)
        say(session, undo(session, anna_says(), created.id))
        assert session.identities.find(anna) is None
