from __future__ import annotations

import pytest

from reid_service.domain.identity import DecisionKind
from reid_service.errors import Conflict, NotFound
from reid_service.identities.act import Act, identity_change
from reid_service.identities.assigning import found
from reid_service.identities.editing import hide, rename
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.store import Session, Store
from tests.storing import add_sighting, give_identity


def name_it(session: Session, identity_id: str, name: str) -> str:
    decision = rename(session, Act("anna", 60.0), identity_id, name).decision
    session.ledger.record(decision)
    return decision.id


def take_back(session: Session, decision_id: str) -> str:
    decision = undo(session, Act("ben", 120.0), decision_id)
    session.ledger.record(decision)
    return decision.id


def test_an_undo_is_a_decision_that_says_what_it_takes_back(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        renamed = name_it(session, identity_id, "Anna")
        undone = take_back(session, renamed)
        decision = session.history.get(undone).decision
        assert (decision.kind, decision.reverses) == (DecisionKind.UNDO, renamed)
        assert session.identities.resolve(identity_id).name is None


def test_undoing_twice_is_refused_and_undoing_the_undo_redoes(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        renamed = name_it(session, identity_id, "Anna")
        undone = take_back(session, renamed)
        with pytest.raises(Conflict, match="undone already"):
            undo(session, Act("ben", 3.0), renamed)
        take_back(session, undone)
        assert session.identities.resolve(identity_id).name == "Anna"
        with pytest.raises(Conflict, match="undone already"):
            undo(session, Act("ben", 3.0), undone)
        take_back(session, renamed)  # it stands again, so it can be undone again
        assert session.identities.resolve(identity_id).name is None


def test_a_later_decision_about_the_same_stands_in_the_way_until_it_is_undone(
    store: Store,
) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        first = name_it(session, identity_id, "Anna")
        second = name_it(session, identity_id, "Ben")
        third = name_it(session, identity_id, "Carl")
        with pytest.raises(Conflict, match=f"rename by anna on 1970-01-01 00:01 UTC .{third}"):
            undo(session, Act("ben", 3.0), first)
        take_back(session, third)
        with pytest.raises(Conflict, match=second):
            undo(session, Act("ben", 3.0), first)
        take_back(session, second)
        take_back(session, first)
        assert session.identities.resolve(identity_id).name is None


def test_a_later_decision_that_was_undone_and_redone_stands_in_the_way(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        first = name_it(session, identity_id, "Anna")
        second = name_it(session, identity_id, "Ben")
        take_back(session, take_back(session, second))
        with pytest.raises(Conflict, match=second):
            undo(session, Act("ben", 3.0), first)


def test_changes_are_taken_back_last_one_first(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    twice = [
        identity_change(identity_id, "name", None, "Anna"),
        identity_change(identity_id, "name", "Anna", "Ben"),
    ]
    act = Act("anna", 1.0)
    with store.write() as session:
        session.ledger.record(act.decides(DecisionKind.RENAME, twice))
        take_back(session, act.id)
        assert session.identities.resolve(identity_id).name is None


def test_saying_the_same_again_later_counts_as_a_decision(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        first = name_it(session, identity_id, "Anna")
        name_it(session, identity_id, "Ben")
        again = name_it(session, identity_id, "Anna")
        with pytest.raises(Conflict, match=again):
            undo(session, Act("ben", 3.0), first)


def test_a_later_decision_about_something_else_does_not_matter(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        renamed = name_it(session, identity_id, "Anna")
        session.ledger.record(hide(session, Act("anna", 2.0), identity_id, hidden=True))
        take_back(session, renamed)
        identity = session.identities.resolve(identity_id)
        assert (identity.name, identity.hidden) == (None, True)


def test_a_founding_is_undone_only_while_nobody_built_on_it(store: Store) -> None:
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    act = Act("system", 1.0)
    with store.write() as session:
        founding = found(session, act, first.id, firm=False)
        session.ledger.record(founding.decision)
        renamed = name_it(session, founding.identity_id, "Anna")
        with pytest.raises(Conflict, match=renamed):
            undo(session, Act("ben", 3.0), act.id)
        take_back(session, renamed)
    give_identity(store, second, founding.identity_id)
    with store.write() as session:
        with pytest.raises(Conflict, match="assign by system"):
            undo(session, Act("ben", 3.0), act.id)
        joined = session.history.of_tracklet(second.id, limit=1).items[0].id
        take_back(session, joined)
        undone = take_back(session, act.id)
        assert session.identities.live() == []
        take_back(session, undone)
        assert session.tracklets.get(first.id).identity_id == founding.identity_id
        assert session.identities.resolve(founding.identity_id).number == 1


def test_a_sighting_does_not_go_back_to_somebody_who_was_merged_since(store: Store) -> None:
    left, target = (give_identity(store, add_sighting(store, name)) for name in "ab")
    tracklet = add_sighting(store, "c")
    give_identity(store, tracklet, left)
    give_identity(store, tracklet, target)
    other = give_identity(store, add_sighting(store, "d"))
    with store.write() as session:
        moved = session.history.of_tracklet(tracklet.id, limit=1).items[0].id
        plan = plan_merge(session, Act("anna", 2.0), [left], primary_id=other)
        session.ledger.record(plan.decision)
    with pytest.raises(Conflict, match="merged or deleted"), store.write() as session:
        take_back(session, moved)
    with store.write() as session:
        take_back(session, plan.decision.id)
        take_back(session, moved)
        assert session.tracklets.get(tracklet.id).identity_id == left


def test_an_unknown_decision_is_not_found(store: Store) -> None:
    with store.read() as session, pytest.raises(NotFound):
        undo(session, Act("anna", 1.0), "nothing")
