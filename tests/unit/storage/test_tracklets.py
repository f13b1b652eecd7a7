from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.domain.tracklet import PathPoint, SubLabel, Tracklet, TrackletState
from reid_service.errors import InvalidRequest, NotFound, StoreError
from reid_service.storage.deletion import delete_tracklets
from reid_service.storage.records import Glimpse, IdentitySummary, SightingFilter, StoredTracklet
from reid_service.storage.schema import notes
from reid_service.storage.store import Session, Store
from tests.fakes import MODEL, make_crop, make_tracklet
from tests.storing import add_sighting, give_identity


def test_a_tracklet_comes_back_as_it_was_written(store: Store) -> None:
    tracklet = replace(
        make_tracklet(),
        sub_label=SubLabel("Zoë", 0.1 + 0.2),
        face=SubLabel("Zoë", 0.95),
        zones=("door", "path"),
        path=(PathPoint(0.1, 0.9, 100.123456789), PathPoint(0.2, 0.8, 101.0)),
    )
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=5.0)
    with store.read() as session:
        assert session.tracklets.get(tracklet.id) == StoredTracklet(tracklet, None, False)


def test_an_update_leaves_the_identity_alone(store: Store) -> None:
    tracklet = add_sighting(store, "1-a")
    identity_id = give_identity(store, tracklet, firm=True)
    longer = replace(tracklet, last_seen_s=500.0)
    with store.write() as session:
        session.tracklets.upsert(longer, now_s=6.0)
    with store.read() as session:
        assert session.tracklets.get(tracklet.id) == StoredTracklet(longer, identity_id, True)


def test_an_unknown_tracklet_is_not_found(store: Store) -> None:
    with store.read() as session:
        assert session.tracklets.find("nobody") is None
        with pytest.raises(NotFound, match="no such sighting"):
            session.tracklets.get("nobody")


def test_open_ones_and_those_of_ids_come_oldest_first(store: Store) -> None:
    late = make_tracklet("2-b", start_s=20.0, state=TrackletState.OPEN)
    early = make_tracklet("1-a", start_s=10.0, state=TrackletState.OPEN)
    closed = make_tracklet("0-c", start_s=5.0)
    with store.write() as session:
        for each in (late, early, closed):
            session.tracklets.upsert(each, now_s=0.0)
    with store.read() as session:
        assert [each.tracklet for each in session.tracklets.open()] == [early, late]
        found = session.tracklets.get_all([late.id, "nobody", closed.id, late.id])
        assert [each.tracklet for each in found] == [closed, late]


@pytest.mark.parametrize(
    ("from_s", "until_s", "camera", "expected"),
    [
        (0.0, 9.9, None, []),
        (0.0, 10.0, None, ["a"]),  # the bounds are inclusive
        (20.0, 21.0, None, ["a", "b"]),
        (20.1, 21.0, None, ["b"]),
        (0.0, 99.0, "door", ["b"]),
    ],
)
def test_overlapping_are_those_in_sight_within_a_span(
    store: Store, from_s: float, until_s: float, camera: str | None, expected: list[str]
) -> None:
    with store.write() as session:
        session.tracklets.upsert(make_tracklet("a", start_s=10.0), now_s=0.0)
        session.tracklets.upsert(make_tracklet("b", camera="door", start_s=15.0), now_s=0.0)
    with store.read() as session:
        found = session.tracklets.overlapping(from_s, until_s, camera=camera)
    assert [each.tracklet.event_id for each in found] == expected


def test_tracklets_of_an_identity_within_a_span(store: Store) -> None:
    first = add_sighting(store, "a", start_s=10.0)
    second = add_sighting(store, "b", start_s=30.0)
    add_sighting(store, "c", start_s=30.0)
    identity_id = give_identity(store, first)
    give_identity(store, second, identity_id)
    with store.read() as session:
        of_identity = session.tracklets.of_identity
        assert [each.tracklet for each in of_identity(identity_id)] == [first, second]
        assert [e.tracklet for e in of_identity(identity_id, until_s=30.0)] == [first]
        assert [e.tracklet for e in of_identity(identity_id, from_s=20.1)] == [second]


def test_undecided_are_the_ended_ones_with_looks_of_the_model_that_are_not_firm(
    store: Store,
) -> None:
    give_identity(store, add_sighting(store, "decided"), firm=True)
    provisional = add_sighting(store, "provisional", start_s=110.0)
    give_identity(store, provisional)
    undecided = add_sighting(store, "undecided")
    still_open = make_tracklet("open", state=TrackletState.OPEN)
    with store.write() as session:
        session.tracklets.upsert(make_tracklet("without a crop"), now_s=0.0)
        session.tracklets.upsert(still_open, now_s=0.0)
        session.crops.put(make_crop(still_open), None)
        found = [each.tracklet for each in session.tracklets.undecided(MODEL)]
        assert found == [undecided, provisional]
        assert session.tracklets.undecided("another") == []


def test_the_newest_start_is_known_for_each_frigate(store: Store) -> None:
    add_sighting(store, "a", start_s=10.0)
    add_sighting(store, "b", start_s=30.0)
    with store.read() as session:
        assert session.tracklets.newest_start_s("frigate") == 30.0
        assert session.tracklets.newest_start_s("another") is None


def test_the_last_frame_of_anybody_is_known(store: Store) -> None:
    with store.read() as session:
        assert session.tracklets.newest_seen_s() is None
    add_sighting(store, "a", start_s=900.0)
    add_sighting(store, "b", start_s=100.0)
    with store.read() as session:
        assert session.tracklets.newest_seen_s() == 910.0


def test_the_sighting_before_is_the_one_of_the_same_person_that_lasted_longest(
    store: Store,
) -> None:
    ends = {"early": (0.0, 5.0), "long": (1.0, 90.0), "here": (50.0, 60.0), "later": (55.0, 99.0)}
    mine = {name: make_tracklet(name, start_s=a, end_s=b) for name, (a, b) in ends.items()}
    identity_id = give_identity(store, add_sighting(store, "other", start_s=500.0))
    with store.write() as session:
        for tracklet in mine.values():
            session.tracklets.upsert(tracklet, now_s=0.0)
    for tracklet in mine.values():
        give_identity(store, tracklet, identity_id)
    with store.read() as session:
        before = session.tracklets.last_before(mine["here"], identity_id)
        assert before == Glimpse(mine["long"].instance, mine["long"].camera, 90.0)
        assert session.tracklets.last_before(mine["early"], identity_id) is None
        assert session.tracklets.last_before(mine["here"], "nobody") is None


def test_notes_of_a_tracklet_go_with_it(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    with store.write() as session:
        assert session.tracklets.note(tracklet.id, "label") is None
        session.tracklets.put_note(tracklet.id, "label", "Anna")
        session.tracklets.put_note(tracklet.id, "label", {"text": "Ben"})
        session.tracklets.put_note(tracklet.id, "other", 1)
        assert session.tracklets.note(tracklet.id, "label") == {"text": "Ben"}
        session.tracklets.put_note(tracklet.id, "other", None)
        assert session.tracklets.note(tracklet.id, "other") is None
        delete_tracklets(session, [tracklet.id])
        assert session.connection.execute(notes.select()).all() == []


def test_pages_of_sightings_show_each_one_once_newest_first(store: Store) -> None:
    # Three start at one instant: the id decides.
    starts = {"a": 10.0, "b": 20.0, "c": 20.0, "d": 20.0, "e": 30.0}
    for event_id, start_s in starts.items():
        add_sighting(store, event_id, start_s=start_s)
    with store.write() as session:  # without a crop it is no sighting
        session.tracklets.upsert(make_tracklet("f", start_s=40.0), now_s=0.0)
    seen: list[str] = []
    cursor = None
    pages = 0
    while pages == 0 or cursor is not None:
        with store.read() as session:
            page = session.tracklets.sightings(SightingFilter(), limit=2, cursor=cursor)
        seen += [each.tracklet.event_id for each in page.items]
        cursor = page.cursor
        pages += 1
    assert seen == ["e", "d", "c", "b", "a"]
    assert pages == 3


def test_a_page_stays_in_place_when_newer_sightings_arrive(store: Store) -> None:
    for event_id, start_s in {"a": 10.0, "b": 20.0, "c": 30.0}.items():
        add_sighting(store, event_id, start_s=start_s)
    with store.read() as session:
        cursor = session.tracklets.sightings(SightingFilter(), limit=1).cursor
    add_sighting(store, "z", start_s=99.0)
    with store.read() as session:
        page = session.tracklets.sightings(SightingFilter(), limit=1, cursor=cursor)
    assert [each.tracklet.event_id for each in page.items] == ["b"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (SightingFilter(cameras=frozenset({"door"})), ["b"]),
        (SightingFilter(cameras=frozenset()), []),
        (SightingFilter(unassigned=True), ["c", "b"]),
        (SightingFilter(from_s=20.0), ["c", "b"]),
        (SightingFilter(until_s=20.0), ["a"]),
        (SightingFilter(identity_id="nobody"), []),
    ],
)
def test_sightings_are_filtered(store: Store, where: SightingFilter, expected: list[str]) -> None:
    first = add_sighting(store, "a", start_s=10.0)
    add_sighting(store, "b", start_s=20.0, camera="door")
    add_sighting(store, "c", start_s=30.0)
    identity_id = give_identity(store, first)
    with store.read() as session:
        page = session.tracklets.sightings(where, limit=9)
        mine = session.tracklets.sightings(SightingFilter(identity_id=identity_id), limit=9)
    assert [each.tracklet.event_id for each in page.items] == expected
    assert [each.tracklet.event_id for each in mine.items] == ["a"]


@pytest.mark.parametrize("cursor", ["", "???", "bnVsbA", "WyJhIiwgMV0", "WzEuMF0", "ä"])
def test_a_made_up_cursor_is_refused(store: Store, cursor: str) -> None:
    with store.read() as session, pytest.raises(InvalidRequest, match="cursor"):
        session.tracklets.sightings(SightingFilter(), limit=1, cursor=cursor)


def test_summaries_tell_how_often_and_where_last(store: Store) -> None:
    first = add_sighting(store, "a", start_s=10.0)
    second = add_sighting(store, "b", start_s=30.0, camera="door")
    identity_id = give_identity(store, first)
    give_identity(store, second, identity_id)
    with store.read() as session:
        found = session.tracklets.summaries([identity_id, "nobody"])
    assert found == {identity_id: IdentitySummary(2, 10.0, 40.0, "door")}


def test_nothing_is_seen_before_the_commit_and_nothing_after_a_failure(store: Store) -> None:
    tracklet = make_tracklet()
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
        session.crops.put(make_crop(tracklet), None)
        with store.read() as other:
            assert other.tracklets.find(tracklet.id) is None
    broken = make_tracklet("2-b")
    with pytest.raises(NotFound), store.write() as session:
        _write_and_fail(session, broken)
    with store.read() as session:
        assert session.tracklets.find(tracklet.id) is not None
        assert session.tracklets.find(broken.id) is None


def test_a_reading_transaction_sees_one_moment_and_cannot_write(store: Store) -> None:
    with store.read() as session:
        assert session.tracklets.open() == []
        with store.write() as writing:
            tracklet = make_tracklet(state=TrackletState.OPEN)
            writing.tracklets.upsert(tracklet, now_s=0.0)
        assert session.tracklets.open() == []
    with pytest.raises(StoreError), store.read() as session:
        session.tracklets.upsert(make_tracklet("2-b"), now_s=0.0)


def _write_and_fail(session: Session, tracklet: Tracklet) -> None:
    session.tracklets.upsert(tracklet, now_s=0.0)
    session.tracklets.get("nobody")
