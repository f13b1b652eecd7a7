"""A picture that somebody called bad is kept, and speaks for nobody."""

from __future__ import annotations

import numpy as np
import pytest

from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector
from reid_service.errors import Conflict, NotFound
from reid_service.gallery.store import PointKind
from reid_service.identities.act import Act
from reid_service.identities.editing import call_bad
from reid_service.identities.undoing import undo
from reid_service.storage.deletion import delete_tracklets
from reid_service.storage.indexing import Indexer, point_id
from reid_service.storage.projection import replay
from reid_service.storage.recent import recent_sightings
from reid_service.storage.store import Session, Store
from reid_service.storage.templates import template_of
from tests.fakes import MODEL, MemoryGallery, make_crop
from tests.storing import add_sighting, give_identity


@pytest.fixture
def scene(store: Store) -> tuple[str, str]:
    """Somebody with a good picture and another one that shows somebody else; the latter's id."""
    tracklet = add_sighting(store, "a", direction=0)
    wrong = make_crop(tracklet, after_s=5.0, direction=1)
    with store.write() as session:
        session.crops.put(wrong, "a/1.jpg")
    return give_identity(store, tracklet, firm=True), wrong.crop.id


def say(store: Store, crop_id: str, *, bad: bool = True) -> str:
    with store.write() as session:
        decision = call_bad(session, Act("user", 9.0), crop_id, bad=bad)
        session.ledger.record(decision)
        return decision.id


def stands_for(session: Session, identity_id: str) -> Vector:
    template = template_of(session, identity_id, MODEL, centring=Centring())
    assert template is not None
    return template.vector


def test_nothing_is_weighed_by_it_until_that_is_taken_back(
    store: Store, scene: tuple[str, str]
) -> None:
    identity_id, crop_id = scene
    decision_id = say(store, crop_id)
    with store.read() as session:
        np.testing.assert_allclose(stands_for(session, identity_id)[:2], [1, 0], atol=1e-3)
        [recent] = recent_sightings(session, 0.0, MODEL)
        np.testing.assert_allclose(recent.vector[:2], [1, 0], atol=1e-3)
        assert len(session.crops.vectors(["frigate:a"], MODEL)) == 1
        assert [each.bad for each in session.crops.of_tracklet("frigate:a")] == [False, True]
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()
        assert decision_id in [
            e.id for e in session.history.of_identity(identity_id, limit=9).items
        ]
    with store.write() as session:
        session.ledger.record(undo(session, Act("user", 10.0), decision_id))
        assert stands_for(session, identity_id)[1] > 0.5
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()


def test_the_index_forgets_it_and_finds_it_again(store: Store, scene: tuple[str, str]) -> None:
    identity_id, crop_id = scene
    gallery = MemoryGallery()
    indexer = Indexer(store, gallery, MODEL)
    indexer.apply()
    decision_id = say(store, crop_id)
    indexer.apply()
    assert point_id(PointKind.CROP, crop_id) not in gallery.points
    assert point_id(PointKind.TEMPLATE, identity_id) in gallery.points
    assert not indexer.verify()
    indexer.rebuild()
    assert point_id(PointKind.CROP, crop_id) not in gallery.points
    with store.write() as session:
        session.ledger.record(undo(session, Act("user", 10.0), decision_id))
    indexer.apply()
    assert point_id(PointKind.CROP, crop_id) in gallery.points


def test_it_shows_nobody_while_there_is_a_better_one(store: Store, scene: tuple[str, str]) -> None:
    identity_id, _ = scene
    with store.read() as session:
        best = session.crops.best_of_identities([identity_id])[identity_id].id
    say(store, best)
    with store.read() as session:
        found = session.crops.best_of_identities([identity_id])[identity_id]
        assert (found.id != best, found.bad) == (True, False)
        assert session.crops.best_of_tracklets(["frigate:a"])["frigate:a"].id == found.id
    say(store, found.id)
    with store.read() as session:
        assert session.crops.best_of_identities([identity_id])[identity_id].bad
        assert template_of(session, identity_id, MODEL, centring=Centring()) is None


def test_what_changed_meanwhile_or_is_gone_is_told(store: Store, scene: tuple[str, str]) -> None:
    identity_id, crop_id = scene
    with store.read() as session:
        late = call_bad(session, Act("user", 9.0), crop_id, bad=True)
        with pytest.raises(NotFound, match="no such picture"):
            call_bad(session, Act("user", 9.0), "nothing", bad=True)
    decision_id = say(store, crop_id)
    with store.write() as session, pytest.raises(Conflict, match="picture has changed"):
        session.ledger.record(late)
    with store.write() as session:
        delete_tracklets(session, ["frigate:a"])
        assert session.ledger.state().keys() == {
            key for key in session.ledger.state() if key[1] == identity_id
        }
        with pytest.raises(NotFound):
            session.history.get(decision_id)
        with pytest.raises(NotFound, match="picture that this is about"):
            session.ledger.record(late)
