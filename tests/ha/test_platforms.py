"""What each platform shows, as snapshots; and what pressing and switching does."""

from __future__ import annotations

from typing import Any

import pytest
from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from syrupy.assertion import SnapshotAssertion

from .answers import JPEG, failure
from .conftest import StateOf, devices, set_up, with_snapshots
from .service import FakeService, until

# Other with every run, or with every release of Home Assistant.
_PASSING = {"access_token", "entity_picture", "attribution", "tracking_type"}


@with_snapshots
@pytest.mark.parametrize(
    "platform",
    [
        Platform.BINARY_SENSOR,
        Platform.BUTTON,
        Platform.DEVICE_TRACKER,
        Platform.EVENT,
        Platform.IMAGE,
        Platform.SENSOR,
        Platform.SWITCH,
    ],
)
async def test_entities(
    hass: HomeAssistant,
    everything: MockConfigEntry,
    platform: Platform,
    snapshot: SnapshotAssertion,
) -> None:
    registry = er.async_get(hass)
    entries = er.async_entries_for_config_entry(registry, everything.entry_id)
    # What nobody sees is turned off again: the garden came after everything was turned on.
    on = [each for each in entries if each.domain == platform and not each.disabled_by]
    mine = sorted(on, key=lambda each: each.entity_id)
    assert mine
    for each in mine:
        assert _shown(hass, each) == snapshot(name=each.entity_id)


def _shown(hass: HomeAssistant, entity: er.RegistryEntry) -> dict[str, Any]:
    state = hass.states.get(entity.entity_id)
    assert state is not None
    attributes = {k: v for k, v in state.attributes.items() if k not in _PASSING}
    moves = entity.domain in ("event", "image") and state.state != "unknown"
    return {
        "state": "<a time>" if moves else state.state,
        "attributes": dict(sorted(attributes.items())),
        "unique_id": entity.unique_id,
        "translation_key": entity.translation_key,
        "category": entity.entity_category,
        "device_class": entity.original_device_class,
        "unit": entity.unit_of_measurement,
    }


@with_snapshots
async def test_devices(
    hass: HomeAssistant, everything: MockConfigEntry, snapshot: SnapshotAssertion
) -> None:
    hub = next(each for each in devices(hass) if each.model == "Service")
    shown = [
        {
            "name": each.name,
            "model": each.model,
            "identifiers": sorted(each.identifiers),
            "entry_type": each.entry_type,
            "behind_the_service": each.via_device_id == hub.id,
        }
        for each in sorted(devices(hass), key=lambda each: each.name or "")
    ]
    assert shown == snapshot


async def test_what_is_noisy_or_rare_is_off_at_first(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    entries = er.async_entries_for_config_entry(er.async_get(hass), loaded.entry_id)
    assert {each.translation_key for each in entries if each.disabled_by} == {
        "embedding_time",
        "last_problem",
        "presence",
        "suitability",
        "usable_crops",
    }


async def test_a_problem_is_told_with_its_sentences(
    hass: HomeAssistant, service: FakeService, everything: MockConfigEntry, state_of: StateOf
) -> None:
    health = {**service.health, "status": "degraded", "model": None}
    health["mqtt"] = [{**health["mqtt"][0], "connected": False, "problem": "No broker."}]
    health["gallery"] = {"kind": "edge", "available": False}
    await service.push("health", "health", health)
    await until(lambda: state_of("binary_sensor.frigate_re_id_problem") == "on")
    state = hass.states.get("binary_sensor.frigate_re_id_problem")
    assert state is not None
    assert state.attributes["problems"] == [
        "No broker.",
        "No model is loaded.",
        "The vector index cannot be reached.",
    ]
    await service.push("health", "health", service.health)
    await until(lambda: state_of("binary_sensor.frigate_re_id_problem") == "off")
    assert state_of("sensor.frigate_re_id_last_problem") == "No broker."


async def test_the_picture_is_that_of_the_latest_sighting(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    state_of: StateOf,
    hass_client: ClientSessionGenerator,
) -> None:
    before = state_of("image.anna_latest_sighting")
    await service.see("anna", "garden")
    await until(lambda: state_of("image.anna_latest_sighting") != before)
    now = state_of("image.anna_latest_sighting")
    await service.see("anna", "garden", phase="updated", start_s=service.now_s)
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    assert state_of("image.anna_latest_sighting") == now
    client = await hass_client()
    answer = await client.get("/api/image_proxy/image.anna_latest_sighting")
    assert await answer.read() == JPEG


async def test_a_picture_that_expired_is_none(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    hass_client: ClientSessionGenerator,
) -> None:
    client = await hass_client()
    service.failures["/api/crops/crop-frigate:1-anna.jpg"] = failure(404, "not_found")
    answer = await client.get("/api/image_proxy/image.anna_latest_sighting")
    assert answer.status == 500


async def test_a_person_without_a_picture_has_none(
    hass: HomeAssistant,
    service: FakeService,
    entry: MockConfigEntry,
    state_of: StateOf,
    hass_client: ClientSessionGenerator,
) -> None:
    service.sightings.clear()
    await set_up(hass, service, entry)
    assert state_of("image.anna_latest_sighting") == "unknown"
    client = await hass_client()
    answer = await client.get("/api/image_proxy/image.anna_latest_sighting")
    assert answer.status == 500


async def test_the_button_orders_a_rescan_of_the_last_day(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    target = {"entity_id": "button.frigate_re_id_rescan_the_last_day"}
    await hass.services.async_call("button", "press", target, blocking=True)
    method, path, order = service.calls[0]
    assert (method, path) == ("POST", "/api/rescans")
    assert order["to_s"] - order["from_s"] == 86_400
    service.lacks = {"/api/rescans"}
    with pytest.raises(HomeAssistantError, match="does not have that"):
        await hass.services.async_call("button", "press", target, blocking=True)


async def test_the_switch_pauses_and_goes_on(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry, state_of: StateOf
) -> None:
    target = {"entity_id": "switch.frigate_re_id_matching"}
    await hass.services.async_call("switch", "turn_off", target, blocking=True)
    assert state_of("switch.frigate_re_id_matching") == "off"
    await hass.services.async_call("switch", "turn_on", target, blocking=True)
    assert state_of("switch.frigate_re_id_matching") == "on"
    assert [each[2] for each in service.calls] == [{"paused": True}, {"paused": False}]
