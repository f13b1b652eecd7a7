"""The sightings of the last hours, and which of them people vouched for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.domain.tracklet import PathPoint
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign
from reid_service.identities.editing import hide, rename
from reid_service.identities.merging import plan_merge
from reid_service.storage.recent import RecentSighting, recent_sightings, seen_most
from reid_service.storage.store import Store
from tests.fakes import MODEL
from tests.storing import add_sighting, give_identity


def recent(store: Store, since_s: float = 0.0) -> dict[str, RecentSighting]:
    with store.read() as session:
        found = recent_sightings(session, since_s, MODEL)
    return {each.tracklet_id: each for each in found}


def vouched(store: Store) -> set[str]:
    return {key for key, each in recent(store).items() if each.vouched}


def merge(store: Store, actor: str, primary: str, other: str) -> None:
    with store.write() as session:
        plan = plan_merge(session, Act(actor, 1000.0), [other], primary_id=primary)
        session.ledger.record(plan.decision)


def test_recent_ones_have_an_identity_and_looks_of_the_model(store: Store) -> None:
    whose = give_identity(store, add_sighting(store, "a", start_s=100.0, crops=2, direction=3))
    give_identity(store, add_sighting(store, "old", start_s=10.0))
    give_identity(store, add_sighting(store, "unseen", start_s=100.0, crops=0))
    add_sighting(store, "nobody", start_s=100.0)
    [found] = recent(store, since_s=105.0).values()
    assert (found.tracklet_id, found.identity_id) == ("frigate:a", whose)
    assert (found.instance, found.camera) == ("frigate", "gate")
    assert (found.start_s, found.last_seen_s, found.is_open) == (100.0, 110.0, False)
    assert found.face is None
    assert found.path == ()
    assert found.vector[3] == pytest.approx(1.0, abs=1e-3)
    with store.read() as session:
        assert recent_sightings(session, 0.0, "another") == []


def test_of_a_path_the_ends_are_known(store: Store) -> None:
    points = tuple(PathPoint(0.1 * n, 0.5, 100.0 + n) for n in range(5))
    tracklet = add_sighting(store, "a")
    give_identity(store, tracklet)
    with store.write() as session:
        session.tracklets.upsert(replace(tracklet, path=points), now_s=110.0)
    assert recent(store)["frigate:a"].path == (points[0], points[-1])


def test_what_the_service_decided_is_not_vouched_for(store: Store) -> None:
    first = give_identity(store, add_sighting(store, "a"))
    second = give_identity(store, add_sighting(store, "b", start_s=200.0))
    merge(store, "system", first, second)
    assert set(recent(store)) == {"frigate:a", "frigate:b"}
    assert vouched(store) == set()


def test_whoever_places_a_sighting_vouches_for_it_alone(store: Store) -> None:
    first = give_identity(store, add_sighting(store, "a"))
    second = add_sighting(store, "b", start_s=900.0)
    give_identity(store, second)
    with store.write() as session:
        act = Act("user", 500.0)  # before the frames of the sighting, by the clock
        session.ledger.record(assign(session, act, second.id, first, firm=False))
    assert vouched(store) == {"frigate:a", "frigate:b"}
    give_identity(store, add_sighting(store, "c", start_s=901.0), first)
    assert vouched(store) == {"frigate:a", "frigate:b"}


def test_whoever_names_somebody_vouches_for_what_was_there(store: Store) -> None:
    whose = give_identity(store, add_sighting(store, "a", start_s=100.0))
    with store.write() as session:
        session.ledger.record(rename(session, Act("user", 200.0), whose, "Anna").decision)
    give_identity(store, add_sighting(store, "later", start_s=300.0), whose)
    assert vouched(store) == {"frigate:a"}


def test_hiding_somebody_vouches_for_nothing(store: Store) -> None:
    whose = give_identity(store, add_sighting(store, "a", start_s=100.0))
    with store.write() as session:
        session.ledger.record(hide(session, Act("user", 200.0), whose, hidden=True))
    assert vouched(store) == set()


def test_a_merge_by_the_service_keeps_what_people_vouched_for(store: Store) -> None:
    first = give_identity(store, add_sighting(store, "a", start_s=100.0))
    named = give_identity(store, add_sighting(store, "b", start_s=200.0))
    placed = add_sighting(store, "c", start_s=900.0)
    give_identity(store, placed)
    with store.write() as session:
        act = Act("user", 300.0)
        session.ledger.record(rename(session, act, named, "Anna").decision)
        session.ledger.record(assign(session, Act("user", 300.0), placed.id, named, firm=False))
    give_identity(store, add_sighting(store, "later", start_s=901.0), named)
    merge(store, "system", first, named)
    assert vouched(store) == {"frigate:b", "frigate:c"}


def test_what_the_service_moved_on_afterwards_is_vouched_for_no_longer(store: Store) -> None:
    named = give_identity(store, add_sighting(store, "a", start_s=100.0))
    moved = add_sighting(store, "b", start_s=110.0)
    give_identity(store, moved, named)
    other = give_identity(store, add_sighting(store, "c", start_s=120.0))
    with store.write() as session:
        session.ledger.record(rename(session, Act("user", 300.0), named, "Anna").decision)
    give_identity(store, moved, other)
    assert vouched(store) == {"frigate:a"}


def test_who_was_seen_most_comes_first_but_after_those_with_names(store: Store) -> None:
    often = give_identity(store, add_sighting(store, "a"))
    give_identity(store, add_sighting(store, "b", start_s=200.0), often)
    named = give_identity(store, add_sighting(store, "c", start_s=300.0))
    hidden = give_identity(store, add_sighting(store, "d", start_s=400.0))
    once = give_identity(store, add_sighting(store, "e", start_s=500.0))
    give_identity(store, add_sighting(store, "later", start_s=5000.0))
    with store.write() as session:
        session.ledger.record(rename(session, Act("anna", 600.0), named, "Ann").decision)
        session.ledger.record(hide(session, Act("anna", 600.0), hidden, hidden=True))
    with store.read() as session:
        assert seen_most(session, 0.0, 1000.0, without=[], limit=9) == [named, often, once]
        assert seen_most(session, 0.0, 1000.0, without=[named], limit=1) == [often]
        assert seen_most(session, 450.0, 1000.0, without=[], limit=9) == [once]
