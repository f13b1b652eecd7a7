"""Triggers and conditions in automations."""

from __future__ import annotations

from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_capture_events,
)

from .conftest import StateOf, Wait, devices
from .service import FakeService, until

pytestmark = pytest.mark.usefixtures("loaded")


async def _automate(
    hass: HomeAssistant, trigger: dict[str, Any], *conditions: dict[str, Any]
) -> list[Any]:
    """Events that an automation fires."""
    fired = async_capture_events(hass, "fired")
    data = {
        "name": "{{ trigger.name }}",
        "camera": "{{ trigger.camera }}",
        "description": "{{ trigger.description }}",
    }
    automation = {
        "triggers": [trigger],
        "conditions": list(conditions),
        "actions": [{"event": "fired", "event_data": data}],
    }
    assert await async_setup_component(hass, "automation", {"automation": automation})
    await hass.async_block_till_done()
    assert hass.states.get("automation.automation_0").state == "on"
    return fired


def _unknown(hass: HomeAssistant) -> int:
    """How many unknown people are on site."""
    state = hass.states.get("sensor.frigate_re_id_people_on_site")
    return 0 if state is None else int(state.attributes["unknown"])


async def _expose_ben(service: FakeService, state_of: StateOf) -> None:
    await service.change("ben", exposed=True)
    await until(lambda: state_of("sensor.ben_seen_by") is not None)


async def test_a_person_who_is_back_triggers_after_so_many_minutes(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    await _expose_ben(service, state_of)
    fired = await _automate(
        hass,
        {
            "trigger": "frigate_reid.person_reappeared",
            "target": {"entity_id": "event.anna_sightings"},
            "options": {"minutes": 60},
        },
    )
    await service.reappear("anna", "gate", 3599, number=1)
    await service.reappear("ben", "gate", 7200)
    await service.reappear("anna", "garden", 3600, number=2)
    await service.reappear("anna", "garden", 3600, number=2)  # told twice after a reconnect
    await until(lambda: fired)
    await hass.async_block_till_done(wait_background_tasks=False)
    assert [each.data["camera"] for each in fired] == ["garden"]
    assert fired[0].data["description"] == "Anna is back"


@pytest.mark.parametrize("target", ["device", "sensor", "nobody", "other"])
async def test_a_target_may_be_a_device_or_any_of_its_entities_or_everybody(
    hass: HomeAssistant, service: FakeService, state_of: StateOf, target: str
) -> None:
    anna = next(each for each in devices(hass) if each.name == "Anna")
    chosen: dict[str, Any] = {
        "device": {"target": {"device_id": anna.id}},
        "sensor": {"target": {"entity_id": "sensor.anna_last_seen"}},
        "nobody": {},
        "other": {"target": {"entity_id": "sensor.frigate_re_id_people_on_site"}},
    }[target]
    fired = await _automate(hass, {"trigger": "frigate_reid.person_arrived", **chosen})
    await service.see("stranger", "gate")
    await service.see("anna", "gate")
    await until(lambda: state_of("sensor.anna_seen_by") == "gate")
    await hass.async_block_till_done(wait_background_tasks=False)
    assert [each.data["name"] for each in fired] == ([] if target == "other" else ["Anna"])


async def test_only_exposed_people_trigger(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    fired = await _automate(hass, {"trigger": "frigate_reid.person_arrived"})
    await service.see("ben", "gate")
    await service.see("anna", "gate")
    await until(lambda: fired)
    assert [each.data["name"] for each in fired] == ["Anna"]


async def test_a_walk_to_a_camera_triggers(hass: HomeAssistant, service: FakeService) -> None:
    fired = await _automate(
        hass, {"trigger": "frigate_reid.person_moved", "options": {"cameras": ["garden"]}}
    )
    await service.hand_off("anna", "gate", "driveway")
    await service.hand_off("ben", "gate", "garden")
    await service.hand_off("anna", "driveway", "garden")
    await until(lambda: fired)
    assert [each.data["camera"] for each in fired] == ["garden"]
    handoff = hass.states.get("event.frigate_re_id_handoff")
    assert handoff is not None
    assert handoff.attributes["gap_seconds"] == 6.2


async def test_leaving_triggers_with_the_last_camera(
    hass: HomeAssistant, service: FakeService, state_of: StateOf, wait: Wait
) -> None:
    fired = await _automate(
        hass, {"trigger": "frigate_reid.person_left", "options": {"cameras": "gate"}}
    )
    await service.see("anna", "gate", phase="firm")
    await until(lambda: state_of("binary_sensor.anna_on_site") == "on")
    await wait(301)
    await until(lambda: fired)
    assert fired[0].data["description"] == "Anna left"


async def test_a_stranger_triggers_after_the_hold(
    hass: HomeAssistant, service: FakeService, wait: Wait
) -> None:
    fired = await _automate(
        hass,
        {
            "trigger": "frigate_reid.unknown_person_seen",
            "target": {"entity_id": "event.frigate_re_id_unknown_person"},
        },
    )
    await service.see("stranger", "gate")
    await until(lambda: _unknown(hass))
    await wait(91)
    await until(lambda: fired)
    assert fired[0].data["name"] == "Person 3"


async def test_a_stranger_who_is_back_triggers_apart(
    hass: HomeAssistant, service: FakeService, wait: Wait
) -> None:
    fired = await _automate(hass, {"trigger": "frigate_reid.unknown_person_returned"})
    await service.see("stranger", "gate")
    await service.reappear("stranger", "gate", 5400)
    await until(lambda: _unknown(hass))
    await wait(91)
    await until(lambda: fired)


async def test_who_is_waited_for_triggers_exposed_or_not(
    hass: HomeAssistant, service: FakeService
) -> None:
    fired = await _automate(
        hass,
        {
            "trigger": "frigate_reid.watched_person_reappeared",
            "options": {"cameras": ["gate", "yard"]},
        },
    )
    await service.reappear("anna", "gate", 5400)
    await service.reappear("stranger", "gate", 5400, number=1, watched=False)
    await service.reappear("stranger", "driveway", 5400, number=2, watched=True)
    await service.reappear("stranger", "gate", 5400, number=3, watched=True)
    await service.reappear("anna", "yard", 5400, watched=True)
    await until(lambda: len(fired) == 2)
    assert [each.data["name"] for each in fired] == ["Person 3", "Anna"]
    assert fired[0].data["description"] == "Person 3 is back"


async def test_triggers_outlive_a_reload(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    fired = await _automate(hass, {"trigger": "frigate_reid.person_arrived"})
    assert await hass.config_entries.async_reload(loaded.entry_id)
    await until(lambda: "plan" in loaded.runtime_data.topics)
    await service.see("anna", "gate")
    await until(lambda: fired)


async def test_a_trigger_does_not_outlive_its_automation(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    fired = await _automate(hass, {"trigger": "frigate_reid.person_arrived"})
    await hass.services.async_call(
        "automation", "turn_off", {"entity_id": "automation.automation_0"}, blocking=True
    )
    await service.see("anna", "gate")
    await until(lambda: state_of("sensor.anna_seen_by") == "gate")
    assert fired == []


@pytest.mark.parametrize(
    ("condition", "passes"),
    [
        ({"condition": "frigate_reid.is_on_site"}, True),
        ({"condition": "frigate_reid.is_on_site", "options": {"behavior": "all"}}, False),
        (
            {
                "condition": "frigate_reid.is_on_site",
                "target": {"entity_id": "sensor.ben_seen_by"},
            },
            False,
        ),
        (
            {
                "condition": "frigate_reid.is_on_site",
                "target": {"entity_id": "event.anna_sightings"},
                "options": {"behavior": "all"},
            },
            True,
        ),
        ({"condition": "frigate_reid.is_seen_by_camera"}, True),
        (
            {"condition": "frigate_reid.is_seen_by_camera", "options": {"cameras": ["gate"]}},
            True,
        ),
        (
            {"condition": "frigate_reid.is_seen_by_camera", "options": {"cameras": ["garden"]}},
            False,
        ),
    ],
)
async def test_conditions_know_the_moment_of_the_trigger(
    hass: HomeAssistant,
    service: FakeService,
    state_of: StateOf,
    condition: dict[str, Any],
    passes: bool,
) -> None:
    await _expose_ben(service, state_of)
    fired = await _automate(hass, {"trigger": "frigate_reid.person_arrived"}, condition)
    await service.see("anna", "gate")
    await until(lambda: state_of("sensor.anna_seen_by") == "gate")
    await hass.async_block_till_done(wait_background_tasks=False)
    assert bool(fired) is passes
