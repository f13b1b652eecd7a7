"""What write-back asks of the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.app.labels import StoredLabels, StoredSightings
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.publish.labels import Slot
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path}/reid.db")
    yield opened
    opened.close()


def test_what_was_written_is_remembered_for_each_slot(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    labels = StoredLabels(store)
    assert labels.written(tracklet.id, Slot.SUB_LABEL) is None
    labels.remember(tracklet.id, Slot.SUB_LABEL, "Anna")
    assert labels.written(tracklet.id, Slot.SUB_LABEL) == "Anna"
    assert labels.written(tracklet.id, Slot.DESCRIPTION) is None


def test_a_sighting_has_the_name_of_its_person(store: Store) -> None:
    named, unnamed, nobody = (add_sighting(store, each) for each in "abc")
    identity_id = give_identity(store, named)
    give_identity(store, unnamed)
    with store.write() as session:
        session.ledger.record(rename(session, Act("user", 1.0), identity_id, "Anna").decision)
    sightings = StoredSightings(store)
    assert sightings.name_of(named.id) == "Anna"
    assert [sightings.name_of(each) for each in (unnamed.id, nobody.id, "gone")] == [None] * 3
    assert list(sightings.of_identity(identity_id)) == [named.id]
