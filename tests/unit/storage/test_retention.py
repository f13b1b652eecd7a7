from __future__ import annotations

from pathlib import Path

import pytest

from reid_service.errors import Conflict, NotFound
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign
from reid_service.identities.editing import rename
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.deletion import Deleted
from reid_service.storage.indexing import Indexer
from reid_service.storage.projection import replay
from reid_service.storage.retention import RetentionRules, expire
from reid_service.storage.store import Store
from tests.fakes import MODEL, MemoryGallery
from tests.storing import add_sighting, give_identity

DAY_S = 86_400.0
NOW_S = 100 * DAY_S


def sighting(store: Store, name: str, *, days_ago: float, identity_id: str | None = None) -> str:
    """A sighting with an identity of its own or that of another; returns the identity."""
    tracklet = add_sighting(store, name, start_s=NOW_S - days_ago * DAY_S, crops=2)
    return give_identity(store, tracklet, identity_id)


def name_it(store: Store, identity_id: str) -> None:
    with store.write() as session:
        session.ledger.record(rename(session, Act("anna", NOW_S), identity_id, "Ben").decision)


def events(store: Store) -> list[str]:
    with store.read() as session:
        return [each.tracklet.event_id for each in session.tracklets.overlapping(0.0, NOW_S)]


def test_without_rules_everything_stays(store: Store) -> None:
    sighting(store, "a", days_ago=99)
    assert expire(store, RetentionRules(), NOW_S) == Deleted()
    assert events(store) == ["a"]


def test_old_sightings_go_with_everything_and_the_named_stay_longer(
    store: Store, tmp_path: Path
) -> None:
    sighting(store, "unnamed-old", days_ago=20)
    sighting(store, "unnamed-new", days_ago=5)
    named = sighting(store, "named-old", days_ago=20)
    sighting(store, "named-older", days_ago=50, identity_id=named)
    name_it(store, named)
    add_sighting(store, "nobody-old", start_s=NOW_S - 20 * DAY_S)
    gallery = MemoryGallery()
    indexer = Indexer(store, gallery, MODEL)
    indexer.apply()
    for file in ("unnamed-old", "unnamed-new"):
        (tmp_path / file).mkdir()
        (tmp_path / file / "0.jpg").write_bytes(b"picture")
    rules = RetentionRules(unnamed_days=14, named_days=30)
    deleted = expire(store, rules, NOW_S)
    assert deleted == Deleted(
        tracklets=3, crops=5, pictures=5, vectors=0, identities=1, decisions=2
    )
    assert sorted(events(store)) == ["named-old", "unnamed-new"]
    store.remove_pictures(tmp_path)
    assert not (tmp_path / "unnamed-old" / "0.jpg").exists()
    assert (tmp_path / "unnamed-new" / "0.jpg").exists()
    indexer.apply()
    assert not indexer.verify()
    assert len(gallery.points) == 6  # two sightings with two crops each, and their templates
    with store.read() as session:
        assert [each.id for each in session.identities.live(named=True)] == [named]
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()
    assert expire(store, rules, NOW_S) == Deleted()


def test_what_is_named_later_is_kept_by_its_own_rule(store: Store) -> None:
    identity_id = sighting(store, "a", days_ago=20)
    name_it(store, identity_id)
    assert expire(store, RetentionRules(unnamed_days=14), NOW_S) == Deleted()
    assert expire(store, RetentionRules(named_days=14), NOW_S).tracklets == 1
    with store.read() as session:  # a name is kept though nothing is left to see
        assert session.identities.resolve(identity_id).name == "Ben"


def test_pictures_and_vectors_may_go_before_their_sighting(store: Store) -> None:
    sighting(store, "old", days_ago=20)
    sighting(store, "new", days_ago=5)
    gallery = MemoryGallery()
    indexer = Indexer(store, gallery, MODEL)
    rules = RetentionRules(unnamed_days=90, pictures_days=14)
    assert expire(store, rules, NOW_S) == Deleted(pictures=2)
    indexer.apply()
    assert len(gallery.points) == 6
    assert expire(store, RetentionRules(vectors_days=14), NOW_S) == Deleted(vectors=2)
    indexer.apply()
    assert len(gallery.points) == 3
    assert not indexer.verify()
    assert len(events(store)) == 2
    with store.read() as session:
        (tracklet,) = session.tracklets.overlapping(0.0, NOW_S - 10 * DAY_S)
        assert [crop.file for crop in session.crops.of_tracklet(tracklet.tracklet.id)] == [None] * 2


def test_small_batches_delete_as_much_as_one(store: Store) -> None:
    for number in range(5):
        sighting(store, f"{number}", days_ago=20 + number)
    deleted = expire(store, RetentionRules(unnamed_days=14), NOW_S, batch=2)
    assert deleted == Deleted(tracklets=5, crops=10, pictures=10, identities=5, decisions=5)
    with store.read() as session:
        assert session.history.everything(limit=9).items == []
        assert session.ledger.state() == {}


def test_those_merged_into_a_person_leave_with_them_and_not_before(store: Store) -> None:
    kept = sighting(store, "a", days_ago=5)
    merged = sighting(store, "b", days_ago=40)
    with store.write() as session:
        act = Act("anna", NOW_S - 5 * DAY_S)
        session.ledger.record(plan_merge(session, act, [kept, merged]).decision)
    rules = RetentionRules(unnamed_days=14)
    assert expire(store, rules, NOW_S).identities == 0
    with store.read() as session:
        assert session.identities.resolve(merged).id == kept
    assert expire(store, rules, NOW_S + 30 * DAY_S).identities == 2
    with store.read() as session:
        assert session.history.everything(limit=9).items == []


def test_a_recent_correction_can_still_be_undone(store: Store) -> None:
    left = sighting(store, "a", days_ago=20)
    target = sighting(store, "b", days_ago=5)
    tracklet = add_sighting(store, "c", start_s=NOW_S - 2 * DAY_S)
    give_identity(store, tracklet, left)
    act = Act("anna", NOW_S - DAY_S)
    with store.write() as session:
        session.ledger.record(assign(session, act, tracklet.id, target, firm=True))
    rules = RetentionRules(unnamed_days=14)
    assert expire(store, rules, NOW_S) == Deleted(tracklets=1, crops=2, pictures=2)
    with store.write() as session:
        session.ledger.record(undo(session, Act("anna", NOW_S), act.id))
    with store.read() as session:
        assert session.tracklets.get(tracklet.id).identity_id == left


def test_an_undo_leaves_out_what_expired_and_refuses_what_it_cannot_restore(
    store: Store,
) -> None:
    kept = sighting(store, "a", days_ago=5)
    merged = sighting(store, "b", days_ago=5)
    old = sighting(store, "c", days_ago=20, identity_id=merged)
    act = Act("anna", NOW_S - DAY_S)
    with store.write() as session:
        session.ledger.record(plan_merge(session, act, [kept, merged]).decision)
    expire(store, RetentionRules(unnamed_days=14), NOW_S)
    with store.write() as session:
        session.ledger.record(undo(session, Act("anna", NOW_S), act.id))
    with store.read() as session:
        assert session.identities.resolve(merged).id == merged == old
        (left,) = session.tracklets.of_identity(merged)
        assert left.tracklet.event_id == "b"


def test_a_move_from_somebody_who_expired_cannot_be_undone(store: Store) -> None:
    left = sighting(store, "a", days_ago=40)
    target = sighting(store, "b", days_ago=5)
    tracklet = add_sighting(store, "c", start_s=NOW_S - 2 * DAY_S)
    give_identity(store, tracklet, left)
    act = Act("anna", NOW_S - 2 * DAY_S)
    with store.write() as session:
        session.ledger.record(assign(session, act, tracklet.id, target, firm=False))
    name_it(store, target)
    later_s = NOW_S + 20 * DAY_S
    expire(store, RetentionRules(unnamed_days=14), later_s)
    with store.read() as session, pytest.raises(NotFound):
        session.identities.resolve(left)
    with pytest.raises(Conflict, match="merged or deleted"), store.write() as session:
        session.ledger.record(undo(session, Act("anna", later_s), act.id))
