"""Everything that is known of anybody goes, in either engine."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from reid_service.domain.floorplan import Passage, PassageEnd, PassageKind
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.storage.erasure import erase
from reid_service.storage.schema import metadata
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity

NAME = "Zwirnlinde"


def fill(store: Store) -> None:
    """Somebody with a name, who goes from one floor to another."""
    anna = give_identity(store, add_sighting(store, "a", crops=2))
    with store.write() as session:
        session.ledger.record(rename(session, Act("user", 1.5), anna, NAME).decision)
        session.meta.put("instance_id", "me")
        session.meta.put("movements", {"past": 1})
        ground, first = session.plan.add_floor("Ground", 0), session.plan.add_floor("First", 1)
        ends = (PassageEnd(ground.id, 1.0, 2.0), PassageEnd(first.id, 3.0, 4.0))
        session.passages.put(Passage("p", PassageKind.STAIRS, ends))


def filled_tables(store: Store) -> set[str]:
    with store.read() as session:
        return {
            table.name
            for table in metadata.sorted_tables
            if session.connection.execute(select(table).limit(1)).first() is not None
        }


@pytest.mark.parametrize("keep_plan", [False, True])
def test_nothing_stays_but_settings_digests_and_the_plan_if_wanted(
    url: str, *, keep_plan: bool
) -> None:
    store = Store.open(url)
    fill(store)
    store.close()
    erase(url, kept_keys={"instance_id"}, keep_plan=keep_plan)
    store = Store.open(url)
    plan = {"floors", "passages"} if keep_plan else set()
    assert filled_tables(store) == {"meta", "gone"} | plan
    with store.read() as session:
        assert (session.meta.get("instance_id"), session.meta.get("movements")) == ("me", None)
        assert session.tracklets.is_gone("frigate:a")
    again = give_identity(store, add_sighting(store, "b"))
    with store.read() as session:
        assert session.identities.resolve(again).number == 1
    store.close()


def test_not_a_byte_is_left_on_disk(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/reid.db"
    store = Store.open(url)
    fill(store)
    assert any(NAME.encode() in path.read_bytes() for path in tmp_path.glob("reid.db*"))
    store.close()
    erase(url, kept_keys=(), keep_plan=False)
    for path in tmp_path.glob("*"):
        assert NAME.encode() not in path.read_bytes(), path.name
        assert b"frigate:a" not in path.read_bytes(), path.name
