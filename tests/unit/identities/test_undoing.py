from __future__ import annotations

import pytest

from reid_service.domain.identity import SYSTEM_ACTOR, DecisionKind
from reid_service.errors import Conflict, NotFound
from reid_service.identities.act import Act, identity_change
from reid_service.identities.assigning import assign, found
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.editing import hide, rename
from reid_service.identities.merging import plan_merge, split
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


def join(session: Session, actor: str, identity_ids: list[str]) -> str:
    """Merge into the first."""
    plan = plan_merge(session, Act(actor, 30.0), identity_ids, primary_id=identity_ids[0])
    session.ledger.record(plan.decision)
    return plan.decision.id


def distinct(session: Session, identity_id: str) -> tuple[str, ...]:
    return session.identities.resolve(identity_id).distinct_from


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


def test_taking_back_a_merge_by_the_service_tells_the_two_apart(store: Store) -> None:
    first, second, third = (give_identity(store, add_sighting(store, name)) for name in "abc")
    with store.write() as session:
        merged = join(session, SYSTEM_ACTOR, [first, second, third])
        undone = take_back(session, merged)
        assert [distinct(session, each) for each in (first, second, third)] == [
            (),
            (first,),
            (first,),
        ]
        redone = take_back(session, undone)
        assert session.identities.resolve(second).id == first
        assert session.identities.told_apart() == []
        take_back(session, redone)
        assert (distinct(session, second), distinct(session, third)) == ((first,), (first,))


def test_a_merge_that_is_redone_and_undone_again_tells_them_apart_again(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        merged = join(session, SYSTEM_ACTOR, [first, second])
        take_back(session, take_back(session, merged))
        take_back(session, merged)
        assert distinct(session, second) == (first,)


@pytest.mark.parametrize(
    ("merges", "undoes"), [("anna", "ben"), ("anna", SYSTEM_ACTOR), (SYSTEM_ACTOR, SYSTEM_ACTOR)]
)
def test_only_a_person_against_the_service_tells_apart(
    store: Store, merges: str, undoes: str
) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        before = session.ledger.state()
        merged = join(session, merges, [first, second])
        session.ledger.record(undo(session, Act(undoes, 40.0), merged))
        assert session.ledger.state() == before


def test_taking_back_that_somebody_was_another_tells_the_two_apart(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    alone = give_identity(store, tracklet)
    other = give_identity(store, add_sighting(store, "b"))
    act = Act(SYSTEM_ACTOR, 30.0)
    with store.write() as session:
        session.ledger.record(assign(session, act, tracklet.id, other, firm=True))
        take_back(session, act.id)
        assert session.tracklets.get(tracklet.id).identity_id == alone
        assert distinct(session, alone) == (other,)


def test_what_the_service_moved_out_of_a_group_is_only_moved_back(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    group = give_identity(store, tracklet)
    give_identity(store, add_sighting(store, "b"), group)
    other = give_identity(store, add_sighting(store, "c"))
    act = Act(SYSTEM_ACTOR, 30.0)
    with store.write() as session:
        before = session.ledger.state()
        session.ledger.record(assign(session, act, tracklet.id, other, firm=False))
        take_back(session, act.id)
        assert session.ledger.state() == before


def test_what_was_said_of_others_since_survives_the_undo_of_a_split(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    old = give_identity(store, tracklet)
    give_identity(store, add_sighting(store, "b"), old)
    other = give_identity(store, add_sighting(store, "c"))
    with store.write() as session:
        before = session.ledger.state()
        splitting = split(session, Act("anna", 20.0), old, [tracklet.id])
        session.ledger.record(splitting.decision)
        new = splitting.identity_id
        take_back(session, join(session, SYSTEM_ACTOR, [other, new]))
        told = session.ledger.state()
        assert distinct(session, new) == (old, other)
        undone = take_back(session, splitting.decision.id)
        # Whoever is no more is not told apart from anybody.
        assert session.ledger.state() == before
        take_back(session, undone)
        assert session.ledger.state() == told


def test_of_several_whom_somebody_is_not_any_is_taken_back_and_said_again(store: Store) -> None:
    first, second, third = (give_identity(store, add_sighting(store, name)) for name in "abc")
    said = [Act("anna", 8.0), Act("anna", 9.0)]
    with store.write() as session:
        for act, other in zip(said, (second, third), strict=True):
            session.ledger.record(distinguish(session, act, first, other))
        assert distinct(session, first) == (second, third)
        undone = take_back(session, said[0].id)
        assert distinct(session, first) == (third,)
        take_back(session, undone)
        assert set(distinct(session, first)) == {second, third}
        take_back(session, said[1].id)
        assert distinct(session, first) == (second,)


def test_a_founding_is_not_undone_while_somebody_is_told_apart_from_it(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        [founded] = session.history.of_identity(second, limit=9).items
        said = distinguish(session, Act("anna", 9.0), first, second)
        session.ledger.record(said)
        with pytest.raises(Conflict, match=said.id):
            undo(session, Act("ben", 10.0), founded.id)
        take_back(session, said.id)
        take_back(session, founded.id)
        assert [each.id for each in session.identities.live()] == [first]
