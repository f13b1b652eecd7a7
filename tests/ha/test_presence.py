"""Who is where, step by step: without a Home Assistant and without a clock."""

from __future__ import annotations

from dataclasses import replace

from custom_components.frigate_reid.client.events import ReappearanceEvent, SightingEvent
from custom_components.frigate_reid.client.models import Identity, Sighting
from custom_components.frigate_reid.occurrences import Kind, Occurrence
from custom_components.frigate_reid.presence import Site

AWAY_S = 300.0

ANNA = Identity(
    id="anna",
    label="Anna",
    name="Anna",
    hidden=False,
    exposed=True,
    sightings=1,
    last_seen_s=1000.0,
    last_camera="gate",
    on_site=False,
    crop_id=None,
)


def _event(at_s: float, camera: str = "garden", phase: str = "updated") -> SightingEvent:
    return SightingEvent(
        phase=phase,
        sighting_id=f"{camera}-{at_s}",
        frigate_instance="frigate",
        event_id=f"{camera}-{at_s}",
        camera=camera,
        identity_id="anna",
        label="Anna",
        named=True,
        start_s=at_s,
        last_seen_s=at_s,
        outcome="accept",
        similarity=0.8,
        crop_id=None,
    )


def _site() -> Site:
    """A site whose time is the observer's, with Anna away since 1000."""
    site = Site(away_after_s=AWAY_S)
    site.describe(ANNA)
    return site


def _kinds(happened: list[Occurrence]) -> list[Kind]:
    return [each.kind for each in happened]


def test_an_arrival_says_how_long_and_from_where() -> None:
    [arrived] = _site().sighting(_event(4600), now=4600)
    assert arrived.kind is Kind.ARRIVED
    assert arrived.away_s == 3600
    assert arrived.previous_camera == "gate"


def test_a_visit_lasts_over_short_gaps() -> None:
    site = _site()
    site.sighting(_event(2000), now=2000)
    site.sighting(replace(_event(2000), phase="firm"), now=2010)
    assert site.next_due() == 2310
    assert site.due(2309) == []
    assert site.sighting(_event(2200, "gate"), now=2200) == []
    assert site.next_due() is None
    assert site.due(9999) == []


def test_a_visit_ends_after_silence() -> None:
    site = _site()
    site.sighting(_event(2000, phase="firm"), now=2000)
    assert _kinds(site.due(2300)) == [Kind.LEFT]
    assert site.due(2400) == []
    assert site.next_due() is None


def test_a_gap_of_the_sites_clock_parts_two_visits() -> None:
    """As in a replay, or when messages come late: no silence was observed."""
    site = _site()
    site.sighting(_event(2000, phase="firm"), now=2000)
    assert _kinds(site.sighting(_event(2400), now=2001)) == [Kind.LEFT, Kind.ARRIVED]


def test_what_is_only_learned_now_and_long_over_is_no_arrival() -> None:
    site = _site()
    site.set_clock(9000, now=9000)
    assert site.sighting(_event(2000, phase="firm"), now=9000) == []
    assert not site.tracks["anna"].on_site
    assert site.tracks["anna"].last_seen_s == 2000


def test_an_older_sighting_does_not_turn_back_what_was_seen_last() -> None:
    site = _site()
    site.sighting(_event(2100, "gate"), now=2100)
    site.sighting(_event(2050, "garden"), now=2101)
    assert site.tracks["anna"].last_camera == "gate"
    assert site.tracks["anna"].camera == "gate"


def test_sightings_that_ended_unheard_are_closed() -> None:
    site = _site()
    site.sighting(_event(2000), now=2000)
    assert site.reconcile([], {}, now=2100) == []
    assert site.next_due() == 2400


def test_sightings_that_began_unheard_are_arrivals() -> None:
    site = _site()
    unheard = Sighting(
        id="gate-2000",
        frigate_instance="frigate",
        event_id="gate-2000",
        camera="gate",
        state="open",
        start_s=2000,
        last_seen_s=2005,
        identity_id="anna",
        identity_label="Anna",
        zones=(),
        crop_id=None,
    )
    [arrived] = site.reconcile([unheard], {"anna": ANNA}, now=2006)
    assert (arrived.kind, arrived.camera) == (Kind.ARRIVED, "gate")
    assert site.reconcile([unheard], {"anna": ANNA}, now=2007) == []


def test_whoever_is_back_has_a_picture() -> None:
    site = _site()
    site.sighting(replace(_event(2000), crop_id="crop"), now=2000)
    [back] = site.reappearance(
        ReappearanceEvent("anna", "Anna", "s", "e", "garden", "gate", 1000.0, 2000.0)
    )
    assert (back.crop_id, back.named) == ("crop", True)


def test_each_reappearance_is_told_once_and_only_the_last_are_remembered() -> None:
    site = _site()
    back = ReappearanceEvent("anna", "Anna", "s", "e", "gate", "garden", 600.0, 2000.0)
    told = [site.reappearance(replace(back, sighting_id=f"s{number}")) for number in range(300)]
    assert all(told)
    assert site.reappearance(replace(back, sighting_id="s299")) == []
    assert site.reappearance(replace(back, sighting_id="s0")) != []


def test_strangers_of_another_day_are_forgotten() -> None:
    site = _site()
    stranger = replace(_event(2000), identity_id="x", label="Person 2", named=False)
    site.sighting(stranger, now=2000)
    site.forget_strangers(1999)
    assert site.unknown_seen == {"x": 2000}
    site.forget_strangers(2001)
    assert site.unknown_seen == {}


def test_who_is_no_longer_exposed_is_kept_until_they_leave() -> None:
    site = _site()
    site.sighting(_event(2000), now=2000)
    site.keep_only(set())
    assert not site.tracks["anna"].is_person
    site.sighting(replace(_event(2000), phase="firm"), now=2000)
    site.due(2300)
    assert site.tracks == {}
