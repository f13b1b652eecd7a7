"""What sightings and people wear, in the store."""

from __future__ import annotations

import pytest

from reid_service.attributes.colours import Colour
from reid_service.attributes.pooling import pooled
from reid_service.attributes.values import UNKNOWN, AttributeFilter, Attributes, Garment
from reid_service.storage.records import SightingFilter
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity

DAY_S = 86400.0


def garment(*, dark: float = 0.0, light: float = 0.0, **shares: float) -> Garment:
    return Garment({Colour(name): share for name, share in shares.items()}, dark, light, 1.0)


RED = garment(red=0.7, brown=0.3)
NAVY = garment(dark=0.9, black=0.5, blue=0.4, grey=0.1)
PALE = garment(light=0.8, white=0.6)


def wear(store: Store, event_id: str, *worn: Attributes) -> None:
    with store.write() as session:
        session.tracklets.wear(f"frigate:{event_id}", pooled(worn))


def test_what_pictures_say_is_pooled_and_survives_updates(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    wear(store, "a", Attributes(RED), UNKNOWN, Attributes(garment(black=1.0), NAVY))
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=9.0)
    with store.read() as session:
        worn = session.tracklets.get(tracklet.id).attributes
    assert worn.upper == Garment({Colour.BLACK: 0.5, Colour.RED: 0.35, Colour.BROWN: 0.15}, 0, 0, 2)
    assert worn.lower == NAVY


def test_a_sighting_that_nobody_looked_at_wears_nothing_known(store: Store) -> None:
    tracklet = add_sighting(store, "a")
    wear(store, "a", UNKNOWN)
    wear(store, "nobody", Attributes(RED))
    with store.read() as session:
        assert session.tracklets.get(tracklet.id).attributes == UNKNOWN


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("red", None),
        ("black", None),
        ("blue", None),
        ("grey", None),
        ("dark", None),
        ("light", None),
        ("red", "blue"),
        ("red", "light"),
        (None, "dark"),
        (None, "green"),
    ],
)
def test_a_search_finds_what_the_filter_matches(
    store: Store, upper: str | None, lower: str | None
) -> None:
    wearing = {
        "a": Attributes(RED, NAVY),
        "b": Attributes(NAVY, PALE),
        "c": Attributes(PALE),
        "d": Attributes(None, RED),
        "e": UNKNOWN,
    }
    for event_id, worn in wearing.items():
        add_sighting(store, event_id)
        wear(store, event_id, worn)
    wanted = AttributeFilter.parsed(upper, lower)
    with store.read() as session:
        page = session.tracklets.sightings(SightingFilter(worn=wanted), limit=10)
    expected = {event_id for event_id, worn in wearing.items() if wanted.matches(worn)}
    assert {each.tracklet.event_id for each in page.items} == expected


def test_people_wear_what_they_wore_in_their_last_day(store: Store) -> None:
    last = add_sighting(store, "c", start_s=3 * DAY_S)
    anna = give_identity(store, last)
    for event_id, start_s in (("b", 2.5 * DAY_S), ("a", 1.0 * DAY_S)):
        give_identity(store, add_sighting(store, event_id, start_s=start_s), anna)
    bert = give_identity(store, add_sighting(store, "z"))
    wear(store, "c", Attributes(RED))
    wear(store, "b", Attributes(None, NAVY))
    wear(store, "a", Attributes(PALE, PALE))
    with store.read() as session:
        assert session.tracklets.worn_last([anna, bert]) == {anna: Attributes(RED, NAVY)}
        assert session.tracklets.worn_last([]) == {}
