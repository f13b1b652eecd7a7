"""A camera's sightings go, and with them the strangers of whom nothing is left."""

from __future__ import annotations

from reid_service.domain.floorplan import CameraKey
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.identities.leaving import delete_seen_by
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity

GATE = CameraKey("frigate", "gate")


def test_who_was_seen_elsewhere_or_has_a_name_stays(store: Store) -> None:
    stranger = give_identity(store, add_sighting(store, "a", camera="gate"))
    walker = give_identity(store, add_sighting(store, "b", camera="gate"))
    give_identity(store, add_sighting(store, "c", camera="yard"), walker)
    named = give_identity(store, add_sighting(store, "d", camera="gate"))
    with store.write() as session:
        session.ledger.record(rename(session, Act("user", 1.0), named, "Anna").decision)
    with store.write() as session:
        left = delete_seen_by(session, GATE, limit=10)
    assert (len(left.tracklet_ids), left.gone_ids) == (3, (stranger,))
    with store.read() as session:
        assert [each.tracklet.id for each in session.tracklets.of_identity(walker)] == ["frigate:c"]
        assert session.identities.find(stranger) is None
        assert session.identities.find(named) is not None
        assert delete_seen_by(session, GATE, limit=10).tracklet_ids == ()
