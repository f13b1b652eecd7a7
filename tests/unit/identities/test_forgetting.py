from __future__ import annotations

from pathlib import Path

import pytest

from reid_service.errors import Conflict, NotFound
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign
from reid_service.identities.editing import rename, set_aliases
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge
from reid_service.identities.undoing import undo
from reid_service.storage.deletion import Deleted
from reid_service.storage.indexing import Indexer
from reid_service.storage.projection import replay
from reid_service.storage.schema import metadata
from reid_service.storage.store import Store
from tests.fakes import MODEL, MemoryGallery
from tests.storing import add_sighting, give_identity


def everything_said(store: Store) -> str:
    """The text of every row of every table but the vectors'."""
    with store.read() as session:
        return "\n".join(
            repr(tuple(row))
            for table in metadata.sorted_tables
            if table.name not in ("embeddings", "outbox", "removals")
            for row in session.connection.execute(table.select())
        )


def test_a_forgotten_person_is_gone_from_store_index_and_disk(store: Store, tmp_path: Path) -> None:
    mine, other = add_sighting(store, "mine", crops=2), add_sighting(store, "other")
    identity_id, other_id = give_identity(store, mine), give_identity(store, other)
    for name in ("mine/0.jpg", "mine/1.jpg", "other/0.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"picture")
    gallery = MemoryGallery()
    indexer = Indexer(store, gallery, MODEL)
    with store.write() as session:
        session.ledger.record(rename(session, Act("x", 1.0), identity_id, "Zoë").decision)
        session.ledger.record(rename(session, Act("x", 2.0), identity_id, 'B"en').decision)
        act = Act("x", 3.0, {"candidates": [identity_id], "words": 'looks like B"en or Zoë'})
        session.ledger.record(assign(session, act, other.id, other_id, firm=True))
    indexer.apply()
    with store.write() as session:
        forgotten = forget(session, identity_id)
    assert forgotten.identity_ids == (identity_id,)
    assert forgotten.tracklet_ids == (mine.id,)
    assert sorted(forgotten.files) == ["mine/0.jpg", "mine/1.jpg"]
    assert forgotten.deleted == Deleted(tracklets=1, crops=2, pictures=2, identities=1, decisions=3)
    indexer.apply()
    assert not indexer.verify()
    assert len(gallery.points) == 2
    store.remove_pictures(tmp_path)
    assert [path.name for path in tmp_path.rglob("*.jpg")] == ["0.jpg"]
    said = everything_said(store)
    for trace in (identity_id, mine.id, "Zoë", "Zo\\u00eb", "en or"):
        assert trace not in said
    with store.read() as session:
        assert session.tracklets.get(other.id).identity_id == other_id
        assert session.history.get(act.id).decision.explanation == {}
        with pytest.raises(NotFound):
            session.identities.resolve(identity_id)
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()


def test_those_merged_in_are_forgotten_too_whichever_id_is_given(store: Store) -> None:
    ids = [give_identity(store, add_sighting(store, name)) for name in "abc"]
    with store.write() as session:
        session.ledger.record(plan_merge(session, Act("x", 1.0), ids[:2]).decision)
        session.ledger.record(plan_merge(session, Act("x", 2.0), ids[1:]).decision)
        forgotten = forget(session, ids[2])
        assert set(forgotten.identity_ids) == set(ids)
        assert session.identities.live() == []
        assert session.tracklets.overlapping(0.0, 1e9) == []
        assert session.history.everything(limit=9).items == []


def test_what_also_concerned_somebody_else_stays_but_cannot_be_undone(store: Store) -> None:
    mine, moved = add_sighting(store, "mine"), add_sighting(store, "moved")
    forgotten, other = give_identity(store, mine), give_identity(store, add_sighting(store, "o"))
    give_identity(store, moved, forgotten)
    act = Act("anna", 1.0, {"why": "similar"})
    with store.write() as session:
        session.ledger.record(assign(session, act, moved.id, other, firm=True))
        forget(session, forgotten)
        row = session.history.get(act.id)
        assert (row.redacted, row.decision.explanation) == (True, {})
        with pytest.raises(Conflict, match="forgotten"):
            undo(session, Act("anna", 2.0), act.id)
        assert session.tracklets.get(moved.id).identity_id == other
        assert session.history.of_identity(forgotten, limit=9).items == []
        assert len(session.history.of_identity(other, limit=9).items) == 2


def test_a_name_that_passed_through_somebody_else_is_taken_from_there(store: Store) -> None:
    named, other = (give_identity(store, add_sighting(store, name)) for name in "ab")
    act = Act("anna", 1.0)
    with store.write() as session:
        session.ledger.record(rename(session, Act("x", 1.0), named, "Secretname").decision)
        plan = plan_merge(session, act, [named], primary_id=other)
        session.ledger.record(plan.decision)
        session.ledger.record(undo(session, Act("anna", 2.0), act.id))
        session.ledger.record(rename(session, Act("x", 3.0), other, "Ben").decision)
        forget(session, named)
    assert "Secretname" not in everything_said(store)
    with store.read() as session:
        assert session.identities.resolve(other).name == "Ben"
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()


def test_other_names_leave_no_trace_either(store: Store) -> None:
    named, other = (give_identity(store, add_sighting(store, name)) for name in "ab")
    act = Act("anna", 1.0)
    with store.write() as session:
        for names in (["Firstsecret"], ["Othersecret", "Lastsecret"]):
            session.ledger.record(set_aliases(session, Act("x", 1.0), named, names))
        session.ledger.record(set_aliases(session, Act("x", 1.0), other, ["Ben"]))
        session.ledger.record(plan_merge(session, act, [named], primary_id=other).decision)
        session.ledger.record(undo(session, Act("anna", 2.0), act.id))
        forget(session, named)
    said = everything_said(store)
    assert "secret" not in said
    assert "Ben" in said
    with store.read() as session:
        assert session.identities.resolve(other).aliases == ("Ben",)
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()


def test_a_forgotten_number_is_not_given_again(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    first = give_identity(store, tracklet)
    with store.write() as session:
        forget(session, first)
    again = give_identity(store, add_sighting(store, "a"))
    assert again == first  # the same tracklet founds the same id
    with store.read() as session:
        assert session.identities.resolve(again).number == 2


def test_nobody_is_forgotten_who_is_not_there(store: Store) -> None:
    with store.write() as session, pytest.raises(NotFound):
        forget(session, "nobody")
