"""Being told of somebody: for whom, until when, and through merges."""

from __future__ import annotations

import pytest

from reid_service.errors import InvalidRequest, NotFound
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.identities.watching import end_watch, ended, is_watched, standing, watch
from reid_service.storage.store import Session, Store
from tests.storing import add_sighting, give_identity


def people(store: Store, names: str = "ab") -> list[str]:
    return [give_identity(store, add_sighting(store, name)) for name in names]


def watched(session: Session, identity_id: str, at_s: float = 50.0) -> bool:
    return is_watched(session, session.identities.resolve(identity_id), at_s)


def test_a_wish_stands_until_it_is_ended(store: Store) -> None:
    first, second = people(store)
    with store.write() as session:
        assert watch(session, first, now_s=10.0, until_s=None).since_s == 10.0
        assert (watched(session, first, 1e9), watched(session, second)) == (True, False)
        assert end_watch(session, first).id == first
        assert standing(session, 50.0) == []
        with pytest.raises(NotFound, match="ended meanwhile"):
            end_watch(session, first)


def test_a_wish_has_one_end_at_a_time_and_is_over_by_itself(store: Store) -> None:
    [first] = people(store, "a")
    with store.write() as session:
        watch(session, first, now_s=10.0, until_s=None)
        watch(session, first, now_s=20.0, until_s=60.0)
        [wish] = standing(session, 59.0)
        assert (wish.since_s, wish.until_s) == (20.0, 60.0)
        assert not watched(session, first, 60.0)
        with pytest.raises(InvalidRequest, match="passed already"):
            watch(session, first, now_s=20.0, until_s=20.0)


def test_a_wish_that_is_over_is_known_for_a_week_unless_it_is_renewed(store: Store) -> None:
    first, second = people(store)
    week_s = 7 * 86400.0
    with store.write() as session:
        watch(session, first, now_s=10.0, until_s=60.0)
        assert ended(session, 59.0) == []
        assert [each.identity_id for each in ended(session, 60.0)] == [first]
        watch(session, second, now_s=70.0, until_s=80.0)
        assert len(ended(session, 90.0)) == 2
        watch(session, first, now_s=90.0, until_s=None)
        assert [each.identity_id for each in ended(session, 90.0)] == [second]
        assert ended(session, 80.0 + week_s) == []


def test_who_is_merged_is_watched_as_who_took_them_in_and_ended_with_them(store: Store) -> None:
    first, second = people(store)
    merge = Act("anna", 1.0)
    with store.write() as session:
        watch(session, second, now_s=10.0, until_s=None)
        session.ledger.record(plan_merge(session, merge, [first, second]).decision)
        assert [each.identity_id for each in standing(session, 50.0)] == [first]
        assert watched(session, second)  # its id leads to the other one
        session.ledger.record(undo(session, Act("anna", 2.0), merge.id))
        assert (watched(session, first), watched(session, second)) == (False, True)
        session.ledger.record(plan_merge(session, Act("b", 3.0), [first, second]).decision)
        watch(session, first, now_s=20.0, until_s=None)
        [wish] = standing(session, 50.0)
        assert (wish.identity_id, wish.since_s) == (first, 20.0)
        end_watch(session, first)
        assert standing(session, 50.0) == []


def test_a_wish_goes_with_whom_it_is_about(store: Store) -> None:
    first, second = people(store)
    with store.write() as session:
        for each in (first, second):
            watch(session, each, now_s=10.0, until_s=None)
        forget(session, first)
        assert [each.identity_id for each in standing(session, 50.0)] == [second]


def test_whoever_never_was_after_all_is_not_told_of(store: Store) -> None:
    first, second = people(store)
    with store.write() as session:
        watch(session, second, now_s=10.0, until_s=None)
        [founded] = session.history.of_identity(second, limit=9).items
        moved = assign(session, Act("x", 1.0), "frigate:b", first, firm=True)
        session.ledger.record(moved)
        session.ledger.record(undo(session, Act("x", 2.0), moved.id))
        assert watched(session, second)
        session.ledger.record(undo(session, Act("x", 3.0), founded.id))
        assert standing(session, 50.0) == []
        with pytest.raises(NotFound):
            watch(session, second, now_s=11.0, until_s=None)
