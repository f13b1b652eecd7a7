"""People in Home Assistant follow the service: exposed, renamed, merged, deleted."""

from __future__ import annotations

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry

from .answers import failure
from .conftest import StateOf, Wait, devices, set_up
from .service import INSTANCE_ID, FakeService, until

pytestmark = pytest.mark.usefixtures("loaded")


def _people(hass: HomeAssistant) -> set[str | None]:
    return {each.name for each in devices(hass) if each.model == "Person"}


async def test_a_person_is_followed_from_camera_to_camera(
    service: FakeService, state_of: StateOf
) -> None:
    assert state_of("sensor.anna_seen_by") == "not_seen"
    assert state_of("binary_sensor.anna_on_site") == "off"
    await service.see("anna", "gate")
    await until(lambda: state_of("sensor.anna_seen_by") == "gate")
    assert state_of("binary_sensor.anna_on_site") == "on"
    assert state_of("sensor.frigate_re_id_people_on_site") == "1"
    await service.see("anna", "garden", start_s=service.now_s + 5)
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    await service.see("anna", "gate", phase="firm")
    await service.see("anna", "garden", phase="firm", start_s=service.now_s + 5)
    await until(lambda: state_of("sensor.anna_seen_by") == "not_seen")
    assert state_of("binary_sensor.anna_on_site") == "on"


async def test_whom_nobody_sees_for_a_while_has_left(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    state_of: StateOf,
    wait: Wait,
) -> None:
    await service.see("anna", "gate")
    await service.see("anna", "gate", phase="firm")
    await until(loaded.runtime_data.observer.next_due)
    await wait(301)
    await until(lambda: state_of("binary_sensor.anna_on_site") == "off")
    event = hass.states.get("event.anna_sightings")
    assert event is not None
    assert event.attributes["event_type"] == "left"
    assert event.attributes["camera"] == "gate"


async def test_an_unknown_person_is_counted_and_never_listed(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    await service.see("stranger", "gate")
    await service.see("ben", "gate")
    await until(lambda: state_of("sensor.frigate_re_id_unknown_today") == "1")
    state = hass.states.get("sensor.frigate_re_id_people_on_site")
    assert state is not None
    assert state.state == "0"
    assert state.attributes["people"] == []
    assert state.attributes["unknown"] == 1
    assert state.attributes["others"] == 1
    await service.change("stranger", hidden=True)
    await until(lambda: state_of("sensor.frigate_re_id_unknown_today") == "0")


async def test_whom_the_user_exposes_appears_at_once(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    assert _people(hass) == {"Anna"}
    await service.change("ben", exposed=True)
    await until(lambda: state_of("sensor.ben_seen_by") == "not_seen")
    await hass.async_block_till_done()
    assert _people(hass) == {"Anna", "Ben"}
    assert state_of("image.ben_latest_sighting") not in (None, "unknown")


async def test_somebody_on_site_is_so_when_they_are_exposed(
    service: FakeService, state_of: StateOf
) -> None:
    await service.see("ben", "garden")
    await service.change("ben", exposed=True)
    await until(lambda: state_of("sensor.ben_seen_by") == "garden")


async def test_nobody_without_a_name_appears(hass: HomeAssistant, service: FakeService) -> None:
    await service.change("stranger", exposed=True)
    await service.change("ben", exposed=True)
    await until(lambda: _people(hass) == {"Anna", "Ben"})


async def test_a_new_name_keeps_the_entities(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    await service.change("anna", name="Anne")
    await until(lambda: _people(hass) == {"Anne"})
    state = hass.states.get("sensor.anna_seen_by")
    assert state is not None
    assert state.name == "Anne Seen by"


@pytest.mark.parametrize("way", ["unexpose", "hide", "delete", "merge", "unname"])
async def test_whom_the_user_takes_away_goes_at_once(
    hass: HomeAssistant, service: FakeService, way: str
) -> None:
    if way == "unexpose":
        await service.change("anna", exposed=False)
    elif way == "hide":
        await service.change("anna", hidden=True)
    elif way == "unname":
        await service.change("anna", name=None)
    elif way == "delete":
        await service.forget("anna")
    else:
        await service.merge("anna", "ben")
    await until(lambda: _people(hass) == set())
    await hass.async_block_till_done()
    assert hass.states.get("sensor.anna_seen_by") is None


async def test_whoever_comes_back_has_the_entities_of_before(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    er.async_get(hass).async_update_entity("sensor.anna_seen_by", new_entity_id="sensor.my_anna")
    await service.change("anna", exposed=False)
    await until(lambda: _people(hass) == set())
    await service.change("anna", exposed=True)
    await until(lambda: state_of("sensor.my_anna") == "not_seen")


async def test_a_merge_moves_nothing_of_the_one_who_stays(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    await service.see("stranger", "garden")
    before = {each.unique_id for each in er.async_get(hass).entities.values()}
    await service.merge("stranger", "anna")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    assert before <= {each.unique_id for each in er.async_get(hass).entities.values()}
    assert f"{INSTANCE_ID}_anna_seen_by" in before


async def test_a_sighting_given_to_somebody_else_takes_the_visit_along(
    service: FakeService, state_of: StateOf
) -> None:
    await service.change("ben", exposed=True)
    sighting_id = await service.see("anna", "gate")
    await until(lambda: state_of("binary_sensor.anna_on_site") == "on")
    service.sightings[sighting_id].update(identity_id="ben", identity_label="Ben")
    service.identities["anna"].update(last_camera="terrace")
    await service.changed("reassigned", "ben", "anna", [sighting_id])
    await until(lambda: state_of("sensor.ben_seen_by") == "gate")
    assert state_of("sensor.anna_seen_by") == "not_seen"
    assert state_of("binary_sensor.anna_on_site") == "off"


async def test_a_first_opinion_that_was_wrong_leaves_nothing_behind(
    service: FakeService, state_of: StateOf
) -> None:
    sighting_id = await service.see("anna", "gate")
    await until(lambda: state_of("binary_sensor.anna_on_site") == "on")
    await service.see("ben", "gate", tracklet_id=sighting_id)
    await until(lambda: state_of("binary_sensor.anna_on_site") == "off")


async def test_a_device_of_a_person_cannot_be_removed_by_a_restart(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    before = {each.id for each in devices(hass)}
    assert await hass.config_entries.async_unload(loaded.entry_id)
    await hass.async_block_till_done()
    await set_up(hass, service, loaded)
    assert {each.id for each in devices(hass)} == before


async def test_changes_that_cannot_be_read_are_read_with_the_next_event(
    hass: HomeAssistant, service: FakeService, state_of: StateOf, loaded: MockConfigEntry
) -> None:
    observer = loaded.runtime_data.observer
    service.failures["/api/identities/ben"] = failure(500, "internal")
    asked = len(service.reads)
    await service.change("ben", exposed=True)
    await until(lambda: "/api/identities/ben" in service.reads[asked:])
    await until(lambda: observer.has_questions)
    assert state_of("sensor.ben_seen_by") is None
    service.failures.clear()
    await service.push("health", "health", service.health)
    await until(lambda: state_of("sensor.ben_seen_by") == "not_seen")
