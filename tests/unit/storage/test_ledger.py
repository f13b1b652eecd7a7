from __future__ import annotations

import pytest

from reid_service.domain.identity import Change, Decision, DecisionKind, Outcome, Subject
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.act import Act, identity_change, tracklet_change
from reid_service.identities.assigning import assign, found
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.editing import hide, rename
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.deletion import delete_identities, delete_tracklets
from reid_service.storage.projection import replay
from reid_service.storage.store import Session, Store
from tests.fakes import make_crop
from tests.storing import add_sighting, give_identity


def decision(*changes: Change, kind: DecisionKind = DecisionKind.ASSIGN) -> Decision:
    return Act("test", 1.0).decides(kind, changes)


def record(store: Store, *changes: Change) -> None:
    with store.write() as session:
        session.ledger.record(decision(*changes))


def test_a_decision_comes_back_as_it_was_recorded(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    explanation = {"similarity": 0.1 + 0.2, "words": ["Zoë", None], "deep": {"a": [1, True]}}
    act = Act("system", 12.25, explanation)
    with store.write() as session:
        founding = found(session, act, tracklet.id, firm=True, outcome=Outcome.ASK)
        session.ledger.record(founding.decision)
    with store.read() as session:
        row = session.history.get(act.id)
        assert row.decision == founding.decision
        assert not row.redacted
        assert list(session.history.oldest_first()) == [founding.decision]
        with pytest.raises(NotFound, match="no such decision"):
            session.history.get("nothing")


def test_a_decision_about_a_state_that_is_no_more_is_refused(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet)
    with pytest.raises(Conflict, match="has changed since you looked"):
        record(store, tracklet_change(tracklet.id, "identity_id", None, identity_id))
    with pytest.raises(Conflict, match="has changed since you looked"):
        record(store, identity_change(identity_id, "name", "Anna", "Ben"))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ((), InvalidRequest),
        ((tracklet_change("nobody", "firm", False, True),), NotFound),
        ((identity_change("nobody", "name", None, "Anna"),), NotFound),
        ((identity_change("nobody", "number", None, 3),), InvalidRequest),
    ],
)
def test_a_decision_about_nothing_is_refused(
    store: Store, changes: tuple[Change, ...], error: type[Exception]
) -> None:
    with pytest.raises(error):
        record(store, *changes)
    with store.read() as session:
        assert session.history.everything(limit=9).items == []


def test_nobody_may_be_left_pointing_at_a_person_who_is_gone(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet)
    other = give_identity(store, add_sighting(store, "b"))
    with store.read() as session:
        number = session.identities.resolve(identity_id).number
    created = {"number": number, "created_s": 100.0}
    gone = identity_change(identity_id, "created", created, None)
    away = tracklet_change(tracklet.id, "identity_id", identity_id, None)
    merged = identity_change(identity_id, "redirect_to", None, other)
    named = identity_change(identity_id, "name", None, "Anna")
    with pytest.raises(Conflict, match="Sightings or people were added"):
        record(store, gone)
    with pytest.raises(Conflict, match="Sightings or people were added"):
        record(store, merged)
    with pytest.raises(Conflict, match="does not fit"):
        record(store, away, named, gone)
    with pytest.raises(Conflict, match="merged or deleted since"):
        record(store, tracklet_change(tracklet.id, "identity_id", identity_id, "nobody"))
    record(store, away, merged)
    with pytest.raises(Conflict, match="merged or deleted since"):  # to one that is merged
        record(store, tracklet_change(tracklet.id, "identity_id", None, identity_id))
    with pytest.raises(Conflict, match="merged or deleted since"):  # in a circle
        record(store, identity_change(other, "redirect_to", None, identity_id))


def test_a_person_to_whom_another_leads_cannot_vanish(store: Store) -> None:
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    kept, merged = give_identity(store, first), give_identity(store, second)
    with store.write() as session:
        session.ledger.record(plan_merge(session, Act("anna", 1.0), [kept, merged]).decision)
    created = {"number": 1, "created_s": 100.0}
    with pytest.raises(Conflict, match="Sightings or people"):
        record(
            store,
            tracklet_change(first.id, "identity_id", kept, None),
            tracklet_change(second.id, "identity_id", kept, None),
            identity_change(kept, "created", created, None),
        )


def test_one_who_comes_back_has_the_same_number_or_does_not_come_back(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet)
    created = {"number": 1, "created_s": 100.0}
    record(
        store,
        tracklet_change(tracklet.id, "identity_id", identity_id, None),
        identity_change(identity_id, "created", created, None),
    )
    with store.read() as session:
        assert session.identities.find(identity_id) is None
        assert session.identities.live() == []
        assert session.ledger.state() == {}
    with pytest.raises(Conflict, match="does not fit"):
        record(store, identity_change(identity_id, "created", None, created | {"number": 2}))
    record(store, identity_change(identity_id, "created", None, created))
    with store.read() as session:
        assert session.identities.resolve(identity_id).number == 1


def test_numbers_are_never_used_again(store: Store) -> None:
    with store.write() as session:
        assert [session.identities.next_number() for _ in range(2)] == [1, 2]
    with pytest.raises(NotFound), store.write() as session:
        _take_number_and_fail(session)
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.read() as session:
        assert session.identities.resolve(identity_id).number == 3


def _take_number_and_fail(session: Session) -> None:
    session.identities.next_number()
    session.tracklets.get("nobody")


def test_only_what_the_index_knows_is_marked(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    identity_id = give_identity(store, tracklet)
    with store.write() as session:
        session.outbox.settle(2**31 - 1)
        act = Act("system", 1.0)
        session.ledger.record(assign(session, act, tracklet.id, identity_id, firm=True))
        assert session.outbox.after(0, limit=9) == []
    other = give_identity(store, add_sighting(store, "b"))
    with store.write() as session:
        session.outbox.settle(2**31 - 1)
        act = Act("system", 2.0)
        session.ledger.record(assign(session, act, tracklet.id, other, firm=True))
        marked = {each.subject_id for each in session.outbox.after(0, limit=9)}
    assert marked == {make_crop(tracklet).crop.id, identity_id, other}


def test_the_history_of_a_person_is_theirs_and_of_those_merged_in(store: Store) -> None:
    first, second, third = (add_sighting(store, name) for name in "abc")
    kept, merged = give_identity(store, first), give_identity(store, second)
    give_identity(store, third)
    acts = [Act("anna", float(number)) for number in range(4)]
    with store.write() as session:
        session.ledger.record(rename(session, acts[0], merged, "Ben").decision)
        session.ledger.record(
            plan_merge(session, acts[1], [kept, merged], primary_id=kept).decision
        )
        session.ledger.record(hide(session, acts[2], kept, hidden=True))
    with store.read() as session:
        history = session.history.of_identity(kept, limit=9)
        kinds = [each.kind.value for each in history.items]
        assert kinds == ["hide", "merge", "rename", "assign", "assign"]
        assert history.cursor is None
        of_second = session.history.of_tracklet(second.id, limit=9).items
        assert [each.kind.value for each in of_second] == ["merge", "assign"]
        assert len(session.history.everything(limit=9).items) == 6


def test_history_pages_show_each_decision_once(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        for number in range(4):
            act = Act("anna", float(number))
            session.ledger.record(rename(session, act, identity_id, f"name {number}").decision)
    seen: list[float] = []
    cursor = None
    while not seen or cursor is not None:
        with store.read() as session:
            page = session.history.of_identity(identity_id, limit=2, cursor=cursor)
        seen += [each.at_s for each in page.items]
        cursor = page.cursor
    assert seen == [3.0, 2.0, 1.0, 0.0, 100.0]


def test_a_split_off_tracklet_stays_in_the_history_of_both(store: Store) -> None:
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    old = give_identity(store, first)
    give_identity(store, second, old)
    new = give_identity(store, second, give_identity(store, add_sighting(store, "c")))
    with store.read() as session:
        histories = [
            {each.id for each in session.history.of_identity(identity_id, limit=9).items}
            for identity_id in (old, new)
        ]
    assert len(histories[0] & histories[1]) == 1


def test_whether_something_is_undone_follows_the_whole_chain(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    ids = []
    with store.write() as session:
        renaming = rename(session, Act("anna", 0.0), identity_id, "Anna")
        session.ledger.record(renaming.decision)
        ids.append(renaming.decision.id)
        states = [session.history.is_undone(ids[0])]
        for number in range(3):
            back = undo(session, Act("anna", number + 1.0), ids[-1])
            session.ledger.record(back)
            ids.append(back.id)
            states.append(session.history.is_undone(ids[0]))
    assert states == [False, True, False, True]


def test_a_replay_of_a_ledger_that_does_not_fit_is_refused() -> None:
    first = decision(Change(Subject.TRACKLET, "t", "firm", False, True))
    second = decision(Change(Subject.TRACKLET, "t", "firm", False, True))
    assert replay([first]).touched() == {
        (Subject.TRACKLET, "t"): {"identity_id": None, "firm": True, "doubted_as": None}
    }
    with pytest.raises(Conflict):
        replay([first, second])


def test_identities_are_found_by_state_and_name(store: Store) -> None:
    ids = [give_identity(store, add_sighting(store, name)) for name in "abcd"]
    with store.write() as session:
        act = Act("anna", 1.0)
        session.ledger.record(rename(session, act, ids[0], "ÉLISE").decision)
        session.ledger.record(hide(session, Act("anna", 2.0), ids[1], hidden=True))
        session.ledger.record(plan_merge(session, Act("anna", 3.0), ids[2:]).decision)
    with store.read() as session:
        identities = session.identities

        def numbers(**where: bool) -> list[int]:
            return [each.number for each in identities.live(**where)]

        assert numbers() == [1, 2, 3]
        assert (numbers(named=True), numbers(named=False)) == ([1], [2, 3])
        assert (numbers(hidden=True), numbers(hidden=False)) == ([2], [1, 3])
        assert [each.number for each in identities.named("élise")] == [1]
        assert identities.named("nobody") == []
        assert identities.resolve(ids[3]).number == 3
        assert [each.id for each in identities.merged_into(ids[2])] == [ids[3]]
        assert set(identities.get_all([*ids, "nobody"])) == set(ids)
        with pytest.raises(NotFound, match="no such person"):
            identities.resolve("nobody")


def test_small_facts_are_kept_replaced_and_removed(store: Store) -> None:
    with store.write() as session:
        session.meta.put("floors", [{"name": "ground", "scale": 0.5}])
        session.meta.put("flag", False)
    with store.write() as session:
        assert session.meta.get("floors") == [{"name": "ground", "scale": 0.5}]
        assert session.meta.get("flag", True) is False
        session.meta.put("floors", None)
        assert session.meta.get("floors", "none") == "none"


def test_those_whom_people_told_apart_are_known_also_when_they_are_merged(store: Store) -> None:
    first, second, third = (give_identity(store, add_sighting(store, each)) for each in "abc")
    with store.write() as session:
        session.ledger.record(distinguish(session, Act("user", 1.0), first, second))
        session.ledger.record(
            plan_merge(session, Act("user", 2.0), [first], primary_id=third).decision
        )
    with store.read() as session:
        [told] = session.identities.told_apart()
    assert (told.id, told.distinct_from, told.redirect_to) == (first, (second,), third)


def test_what_people_said_of_a_field_is_told_from_what_the_service_did(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, each)) for each in "ab")

    def is_said(identity_id: str) -> bool:
        with store.read() as session:
            return session.history.is_said_by_people(identity_id, "name")

    with store.write() as session:
        session.ledger.record(rename(session, Act("system", 1.0), first, "Anna").decision)
        session.ledger.record(hide(session, Act("user", 2.0), first, hidden=True))
    assert not is_said(first)
    with store.write() as session:
        session.ledger.record(rename(session, Act("user", 3.0), second, None).decision)
    assert not is_said(first)
    assert is_said(second)
    with store.write() as session:
        plan = plan_merge(session, Act("system", 4.0), [second], primary_id=first)
        session.ledger.record(plan.decision)
    assert is_said(first)  # said of somebody who is this one now


def test_a_transaction_sees_the_person_as_it_has_written_them(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        assert session.identities.resolve(identity_id).name is None
        act = Act("user", 1.0)
        session.ledger.record(rename(session, act, identity_id, "Anna").decision)
        assert session.identities.resolve(identity_id).name == "Anna"
        delete_tracklets(session, ["frigate:a"])
        delete_identities(session, [identity_id])
        assert session.identities.find(identity_id) is None
