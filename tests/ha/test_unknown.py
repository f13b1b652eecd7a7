"""Unknown people are told of once, and only if they stay unknown."""

from __future__ import annotations

from typing import Any

import pytest
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers.event import async_track_state_change_event
from pytest_homeassistant_custom_component.common import MockConfigEntry

from .answers import failure
from .conftest import Wait, set_up
from .service import FakeService, until

ENTITY = "event.frigate_re_id_unknown_person"

Told = list[dict[str, Any]]


@pytest.fixture
def told(hass: HomeAssistant, loaded: MockConfigEntry) -> Told:
    """Attributes of what was told, in order."""
    found: Told = []

    @callback
    def changed(event: Event[EventStateChangedData]) -> None:
        state = event.data["new_state"]
        if state is not None and "event_type" in state.attributes:
            found.append(dict(state.attributes))

    async_track_state_change_event(hass, ENTITY, changed)
    return found


async def _seen(entry: MockConfigEntry, identity_id: str) -> None:
    site = entry.runtime_data.observer.site
    await until(lambda: identity_id in site.tracks and site.tracks[identity_id].on_site)


async def test_a_stranger_is_told_of_after_the_hold(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    await service.see("stranger", "gate")
    await _seen(loaded, "stranger")
    await wait(89)
    assert told == []
    await wait(2)
    await until(lambda: told)
    assert told[0]["event_type"] == "arrived"
    assert told[0]["camera"] == "gate"
    assert told[0]["band"] == "new"
    assert told[0]["picture"].endswith("/crop/crop-frigate%3Astranger-gate-1.jpg")


async def test_a_stranger_is_told_of_once_a_visit(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    await service.see("stranger", "gate")
    await _seen(loaded, "stranger")
    await wait(91)
    await until(lambda: told)
    await service.see("stranger", "garden", start_s=service.now_s + 95)
    await wait(91)
    assert [each["event_type"] for each in told] == ["arrived"]
    await wait(301)
    await until(lambda: len(told) == 2)
    await wait(1000)
    assert [each["event_type"] for each in told] == ["arrived", "stayed"]


async def test_a_stranger_who_was_here_before_is_back(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    await service.see("stranger", "gate")
    await service.reappear("stranger", "gate", 5400)
    await _seen(loaded, "stranger")
    await wait(91)
    await until(lambda: told)
    assert told[0]["event_type"] == "returned"
    assert told[0]["away_seconds"] == 5400


async def test_a_stranger_who_left_in_time_is_told_of_too(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    await service.see("stranger", "gate")
    await service.see("stranger", "gate", phase="firm")
    await _seen(loaded, "stranger")
    await wait(91)
    await until(lambda: told)
    await wait(310)
    await wait(310)
    assert [each["event_type"] for each in told] == ["arrived"]


@pytest.mark.parametrize("way", ["named", "hidden", "merged", "reassigned", "deleted", "silently"])
async def test_somebody_who_turns_out_to_be_known_is_not_told_of(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait, way: str
) -> None:
    sighting_id = await service.see("stranger", "gate")
    await _seen(loaded, "stranger")
    match way:
        case "named":
            await service.change("stranger", name="Cleo")
        case "hidden":
            await service.change("stranger", hidden=True)
        case "merged":
            await service.merge("stranger", "anna")
        case "reassigned":
            await service.see("anna", "gate", tracklet_id=sighting_id)
        case "deleted":
            await service.forget("stranger")
        case "silently":  # no event of it reached us: asked about before it is told
            service.redirects["stranger"] = "anna"
            del service.identities["stranger"]
    await wait(91)
    await wait(91)
    await until(lambda: loaded.runtime_data.observer.next_due() is None or way != "silently")
    assert told == []


async def test_two_strangers_who_are_one_are_told_of_once(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    service.add_identity("other")
    await service.see("stranger", "gate")
    await service.see("other", "garden")
    await _seen(loaded, "other")
    await service.merge("other", "stranger")
    await until(lambda: "other" not in loaded.runtime_data.observer.site.tracks)
    await wait(91)
    await until(lambda: told)
    await wait(91)
    assert [each["identity_id"] for each in told] == ["stranger"]


async def test_a_stranger_who_becomes_another_keeps_waiting(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    service.add_identity("other")
    await service.see("stranger", "gate")
    await _seen(loaded, "stranger")
    await wait(60)
    await service.merge("stranger", "other")
    await _seen(loaded, "other")
    await wait(31)
    await until(lambda: told)
    assert told[0]["identity_id"] == "other"


async def test_the_question_about_a_stranger_comes_along(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    await service.see("stranger", "gate", outcome="ask")
    await _seen(loaded, "stranger")
    service.ask("q1", "anna", "stranger")
    await wait(91)
    await until(lambda: told)
    assert told[0]["band"] == "unsure"
    assert told[0]["review_id"] == "q1"
    assert told[0]["other_name"] == "Anna"
    assert told[0]["probability"] == 0.7941


async def test_a_stranger_is_told_of_when_the_service_cannot_be_asked(
    service: FakeService, loaded: MockConfigEntry, told: Told, wait: Wait
) -> None:
    await service.see("stranger", "gate")
    await _seen(loaded, "stranger")
    service.failures["/api/identities/stranger"] = failure(500, "internal")
    await wait(91)
    await until(lambda: told)


async def test_who_was_here_before_the_start_is_no_news(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    await service.see("stranger", "gate")
    await set_up(hass, service, entry)
    observer = entry.runtime_data.observer
    assert observer.site.tracks["stranger"].on_site
    assert observer.due_episodes(observer.next_due() or 1e12) == []


async def test_time_passes_by_itself(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    hass.config_entries.async_update_entry(entry, options={"unknown_hold": 0})
    await set_up(hass, service, entry)
    await service.see("stranger", "gate")
    await until(lambda: hass.states.get(ENTITY).state != "unknown")


async def test_a_new_question_is_told_once(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    service.ask("q1", "anna", "stranger")
    await service.push("reviews", "reviews", {"open": 1})
    await until(lambda: hass.states.get("event.frigate_re_id_question").state != "unknown")
    state = hass.states.get("event.frigate_re_id_question")
    assert state is not None
    assert state.attributes["review_id"] == "q1"
    assert state.attributes["name"] == "Anna"
    assert state.attributes["other_name"] == "Person 3"
    assert hass.states.get("sensor.frigate_re_id_questions_waiting").state == "1"
    await service.push("reviews", "reviews", {"open": 1})
    await until(lambda: not loaded.runtime_data.observer.has_questions)
    await hass.async_block_till_done(wait_background_tasks=False)
    assert hass.states.get("event.frigate_re_id_question").state == state.state
