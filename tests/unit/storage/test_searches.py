"""Searches in the store, on both engines."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reid_service.domain.crop import Embedding
from reid_service.domain.search import Mark, Marked, Search, SearchState, Seed, SeedKind
from reid_service.domain.tracklet import crop_id
from reid_service.errors import NotFound
from reid_service.storage.deletion import delete_tracklets
from reid_service.storage.retention import RetentionRules, expire
from reid_service.storage.store import Store
from tests.fakes import MODEL
from tests.storing import add_sighting, give_identity

DAY_S = 86_400.0
PHOTO = Search("s", 1.0, 2.0, Seed(SeedKind.PHOTO), 0.0, 9.0)


def put(store: Store, *searches: Search) -> None:
    with store.write() as session:
        for each in searches:
            session.searches.put(each)


def ids(store: Store) -> list[str]:
    with store.read() as session:
        return [each.id for each in session.searches.page(None, limit=50).items]


def test_a_search_comes_back_as_it_was(store: Store) -> None:
    seen = add_sighting(store, "a")
    somebody = give_identity(store, seen)
    crop = crop_id(seen.id, seen.start_s + 1.0)
    searches = [
        PHOTO,
        Search(
            "t",
            3.0,
            4.0,
            Seed(SeedKind.CROP, seen.id, somebody, crop, "gate", 101.0),
            5.0,
            6.0,
            frozenset(["gate", "door"]),
            SearchState.FINISHED,
            7,
            somebody,
        ),
    ]
    put(store, *searches)
    with store.read() as session:
        assert [session.searches.get(each.id) for each in searches] == searches
        with pytest.raises(NotFound, match="no such search"):
            session.searches.get("u")


def test_a_list_goes_from_the_last_change_back(store: Store) -> None:
    put(store, *(replace(PHOTO, id=f"{n}", updated_s=float(n // 2)) for n in range(5)))
    put(store, replace(PHOTO, id="done", updated_s=9.0, state=SearchState.FINISHED))
    with store.read() as session:
        listed = session.searches
        first = listed.page(SearchState.OPEN, limit=3)
        second = listed.page(SearchState.OPEN, limit=3, cursor=first.cursor)
        assert [each.id for each in first.items] == ["4", "3", "2"]
        assert [each.id for each in second.items] == ["1", "0"]
        assert second.cursor is None
        assert [each.id for each in listed.page(SearchState.FINISHED, limit=3).items] == ["done"]


def test_marks_come_back_are_counted_and_dropped(store: Store) -> None:
    put(store, PHOTO)
    marks = [
        Marked(add_sighting(store, "a").id, Mark.TICK, used=Mark.CROSS),
        Marked(add_sighting(store, "b").id, Mark.CROSS, is_new=True),
        Marked(add_sighting(store, "c").id, used=Mark.TICK),
    ]
    with store.write() as session:
        session.searches.put_marks("s", marks)
    with store.read() as session:
        assert session.searches.marks("s") == {each.sighting_id: each for each in marks}
        assert session.searches.counts(["s", "t"]) == {"s": {Mark.TICK: 1, Mark.CROSS: 1}}
    with store.write() as session:
        session.searches.put_marks("s", [replace(marks[0], mark=None)])
        session.searches.drop_marks("s", [marks[1].sighting_id])
    with store.read() as session:
        assert session.searches.counts(["s"]) == {}
        assert session.searches.marks("s").keys() == {"frigate:a", "frigate:c"}


def test_the_vector_of_a_photo_goes_with_its_search(store: Store) -> None:
    put(store, PHOTO)
    vector = np.eye(8, dtype=np.float32)[3]
    with store.write() as session:
        session.searches.put_photo("s", Embedding(MODEL, vector))
        found = session.searches.photo("s")
        assert found is not None
        assert (found.model_id, found.vector.tolist()) == (MODEL, vector.tolist())
        assert session.searches.remove(["s", "t"]) == 1
        assert session.searches.photo("s") is None


def test_what_a_search_says_goes_with_the_sighting(store: Store) -> None:
    seen, other = add_sighting(store, "a"), add_sighting(store, "b")
    crop = crop_id(other.id, other.start_s + 1.0)
    put(
        store,
        PHOTO,
        replace(PHOTO, id="from-a", seed=Seed(SeedKind.SIGHTING, seen.id)),
        replace(PHOTO, id="from-b", seed=Seed(SeedKind.CROP, other.id, crop_id=crop)),
    )
    with store.write() as session:
        session.searches.put_marks("s", [Marked(seen.id, Mark.TICK), Marked(other.id)])
        delete_tracklets(session, [seen.id])
        session.crops.remove([crop])
    assert sorted(ids(store)) == ["from-b", "s"]
    with store.read() as session:
        assert list(session.searches.marks("s")) == [other.id]
        assert session.searches.get("from-b").seed == Seed(SeedKind.CROP, other.id)


def test_searches_that_nobody_changes_expire_as_the_unnamed_do(store: Store) -> None:
    now_s = 100 * DAY_S
    put(
        store,
        replace(PHOTO, id="old", created_s=0.0, updated_s=now_s - 20 * DAY_S),
        replace(PHOTO, id="older", updated_s=now_s - 21 * DAY_S),
        replace(PHOTO, id="new", created_s=0.0, updated_s=now_s - 5 * DAY_S),
    )
    expire(store, RetentionRules(named_days=1.0), now_s)
    assert len(ids(store)) == 3
    expire(store, RetentionRules(unnamed_days=14.0), now_s, batch=1)
    assert ids(store) == ["new"]


def test_whoever_is_in_sight_is_counted_by_camera(store: Store) -> None:
    for name, camera, start_s in (("a", "gate", 100.0), ("b", "gate", 200.0), ("c", "door", 300.0)):
        add_sighting(store, name, camera=camera, start_s=start_s)
    add_sighting(store, "blind", camera="door", start_s=200.0, crops=0)
    with store.read() as session:
        seen_on = session.searches.seen_on
        assert seen_on(0.0, 999.0) == {"gate": 2, "door": 2}
        assert seen_on(300.0, 305.0) == {"door": 1}
        assert seen_on(110.0, 200.0) == {"gate": 1}
        assert seen_on(102.0, 103.0) == {"gate": 1}
        assert seen_on(111.0, 200.0) == {}
        assert seen_on(0.0, 999.0, cameras=frozenset(["door", "attic"])) == {"door": 2}


def test_the_newest_of_somebody_come_first(store: Store) -> None:
    seen = [add_sighting(store, name, start_s=100.0 * at) for at, name in enumerate("abcd")]
    somebody = give_identity(store, seen[0])
    for each in seen[1:3]:
        give_identity(store, each, somebody)
    with store.read() as session:
        newest_of = session.searches.newest_of
        assert newest_of(somebody, limit=2) == ["frigate:c", "frigate:b"]
        assert newest_of(somebody, 0.0, 150.0, limit=9) == ["frigate:b", "frigate:a"]


def test_frames_with_people_are_found_both_ways(store: Store) -> None:
    add_sighting(store, "a", camera="gate", start_s=100.0, crops=2)
    add_sighting(store, "b", camera="door", start_s=100.5)
    with store.read() as session:
        following = session.searches.next_frame_s
        assert following("gate", 0.0, later=True) == 101.0
        assert following("gate", 101.0, later=True) == 102.0
        assert following("gate", 102.0, later=True) is None
        assert following("gate", 102.0, later=False) == 101.0
        assert following("gate", 101.0, later=False) is None
        assert following("gate", 0.0, later=True, instance="other") is None
        assert following("door", 0.0, later=True, instance="frigate") == 101.5
