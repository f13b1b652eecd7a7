"""The queries behind the lists, on both engines."""

from __future__ import annotations

import pytest

from reid_service.api.listing import PeopleFilter, Sort, State, list_cameras, list_people
from reid_service.errors import InvalidRequest
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity

# Event, camera, start; two of them at one moment.
_SEEN = (("a", "gate", 100.0), ("b", "yard", 200.0), ("c", "gate", 200.0), ("d", "door", 400.0))


@pytest.fixture
def people(either_store: Store) -> dict[str, str]:
    """An identity for each sighting, by event."""
    return {
        event: give_identity(
            either_store, add_sighting(either_store, event, camera=camera, start_s=start_s)
        )
        for event, camera, start_s in _SEEN
    }


def _listed(
    store: Store, where: PeopleFilter, limit: int = 50, sort: Sort = Sort.LAST_SEEN
) -> list[str]:
    """All pages, joined."""
    found: list[str] = []
    cursor: str | None = None
    while True:
        with store.read() as session:
            page = list_people(session, where, limit=limit, cursor=cursor, sort=sort)
        assert len(page.items) <= limit
        found += [each.id for each in page.items]
        cursor = page.cursor
        if cursor is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_pages_of_any_size_add_up(either_store: Store, people: dict[str, str], limit: int) -> None:
    both = sorted((people["b"], people["c"]), reverse=True)
    expected = [people["d"], *both, people["a"]]
    assert _listed(either_store, PeopleFilter(), limit) == expected


@pytest.mark.parametrize("limit", [1, 2, 3, 6])
@pytest.mark.parametrize("sort", Sort)
def test_every_order_pages_through_ties(
    either_store: Store, people: dict[str, str], sort: Sort, limit: int
) -> None:
    with either_store.write() as session:
        for event, name in (("b", "anna"), ("d", "Anna"), ("a", "Zoe")):
            renamed = rename(session, Act("user", 500.0), people[event], name)
            session.ledger.record(renamed.decision)
    # As many sightings as "d", begun at one moment with "d", so that all but the id is alike.
    twin = give_identity(either_store, add_sighting(either_store, "e", start_s=400.0))
    for event in ("f", "g"):
        again = add_sighting(either_store, event, camera="gate", start_s=300.0)
        give_identity(either_store, again, people["c"])
    a, b, c, d = (people[event] for event in "abcd")
    latest, early = sorted((d, twin), reverse=True), sorted((b, c), reverse=True)
    expected = {
        Sort.LAST_SEEN: [*latest, c, b, a],
        Sort.NAME: [b, d, a, c, twin],
        Sort.FIRST_SEEN: [*latest, *early, a],
        Sort.SIGHTINGS: [c, *sorted((a, b, d, twin), reverse=True)],
    }
    assert _listed(either_store, PeopleFilter(), limit, sort) == expected[sort]


@pytest.mark.parametrize("begun", Sort)
@pytest.mark.parametrize("sort", Sort)
def test_a_cursor_goes_on_in_its_own_order_alone(
    either_store: Store, people: dict[str, str], begun: Sort, sort: Sort
) -> None:
    assert people
    with either_store.read() as session:
        cursor = list_people(session, PeopleFilter(), limit=1, cursor=None, sort=begun).cursor
        if sort is begun:
            assert list_people(session, PeopleFilter(), limit=9, cursor=cursor, sort=sort).items
            return
        with pytest.raises(InvalidRequest, match=f"sorted by {sort.value}. Begin again"):
            list_people(session, PeopleFilter(), limit=1, cursor=cursor, sort=sort)


@pytest.mark.parametrize(
    ("where", "events"),
    [
        (PeopleFilter(cameras=frozenset({"gate"})), "ac"),
        (PeopleFilter(cameras=frozenset({"gate", "door"})), "acd"),
        (PeopleFilter(from_s=110.0, until_s=200.0), "a"),
        (PeopleFilter(from_s=110.5), "bcd"),
        (PeopleFilter(cameras=frozenset({"gate"}), from_s=111.0), "c"),
        (PeopleFilter(text="PERSON 3"), "c"),
        (PeopleFilter(text="%"), ""),
        (PeopleFilter(state=State.NAMED), ""),
        (PeopleFilter(state=State.HIDDEN), ""),
        (PeopleFilter(state=State.ALL), "abcd"),
        (PeopleFilter(state=State.UNNAMED), "abcd"),
    ],
)
def test_filters_select_people(
    either_store: Store, people: dict[str, str], where: PeopleFilter, events: str
) -> None:
    assert set(_listed(either_store, where)) == {people[event] for event in events}


def test_undecided_sightings_select_nobody(either_store: Store, people: dict[str, str]) -> None:
    add_sighting(either_store, "e", camera="cellar")
    assert people
    assert _listed(either_store, PeopleFilter(cameras=frozenset({"cellar"}))) == []


def test_a_foreign_cursor_is_refused(either_store: Store) -> None:
    with either_store.read() as session, pytest.raises(InvalidRequest):
        list_people(session, PeopleFilter(), limit=1, cursor="x")


def test_cameras_are_counted(either_store: Store, people: dict[str, str]) -> None:
    with either_store.read() as session:
        cameras = list_cameras(session)
    assert people
    assert [(each.name, each.tracklets, each.last_seen_s, each.on_site) for each in cameras] == [
        ("door", 1, 410.0, 0),
        ("gate", 2, 210.0, 0),
        ("yard", 1, 210.0, 0),
    ]
