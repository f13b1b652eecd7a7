"""The life of an entry: connect, lose, come back, go."""

from __future__ import annotations

import pytest
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import STATE_UNAVAILABLE
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import issue_registry as ir
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.frigate_reid.client.backoff import Backoff
from custom_components.frigate_reid.const import DOMAIN

from .answers import failure
from .conftest import StateOf, Wait, set_up, settle
from .service import OLD_TOPICS, FakeService, until


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Come back at once: how long to wait is tested by itself."""
    monkeypatch.setattr(Backoff, "next_s", lambda _: 0.01)


async def test_an_entry_comes_and_goes(hass: HomeAssistant, loaded: MockConfigEntry) -> None:
    assert await hass.config_entries.async_unload(loaded.entry_id)
    assert loaded.state is ConfigEntryState.NOT_LOADED
    assert await hass.config_entries.async_remove(loaded.entry_id)
    assert dr.async_entries_for_config_entry(dr.async_get(hass), loaded.entry_id) == []


async def test_a_service_that_is_away_is_tried_again(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    await service.stop()
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_RETRY


async def test_a_wrong_token_asks_for_another(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    service.token = "new"
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_ERROR
    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [each["step_id"] for each in flows] == ["reauth_confirm"]


@pytest.mark.parametrize(
    ("least", "speaks", "issue"), [(2, 2, "service_too_new"), (0, 0, "service_too_old")]
)
async def test_a_service_that_does_not_fit_is_a_repair(
    hass: HomeAssistant,
    service: FakeService,
    entry: MockConfigEntry,
    least: int,
    speaks: int,
    issue: str,
) -> None:
    service.min_schema_version, service.schema_version = least, speaks
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_ERROR
    registry = ir.async_get(hass)
    assert registry.async_get_issue(DOMAIN, f"{issue}_{entry.entry_id}") is not None
    assert len(registry.issues) == 1
    service.min_schema_version = service.schema_version = 1
    assert await hass.config_entries.async_reload(entry.entry_id)
    assert registry.async_get_issue(DOMAIN, f"{issue}_{entry.entry_id}") is None


async def test_a_lost_connection_is_said_once_and_mended(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    state_of: StateOf,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await service.stop()
    await until(lambda: state_of("sensor.anna_seen_by") == STATE_UNAVAILABLE)
    assert state_of("event.anna_sightings") == STATE_UNAVAILABLE
    await service.start()
    await until(lambda: state_of("sensor.anna_seen_by") == "not_seen")
    assert caplog.text.count("Lost the connection") == 1
    assert caplog.text.count("Connected to") == 1
    await service.see("anna", "garden")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")


async def test_nobody_leaves_while_the_service_is_not_heard(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    state_of: StateOf,
    wait: Wait,
) -> None:
    await service.see("anna", "gate", phase="firm")
    await until(lambda: state_of("binary_sensor.anna_on_site") == "on")
    await service.stop()
    await until(lambda: state_of("binary_sensor.anna_on_site") == STATE_UNAVAILABLE)
    loaded.runtime_data._changed()
    assert loaded.runtime_data._wake is None
    await until(lambda: loaded.runtime_data._flush is None)
    assert state_of("binary_sensor.anna_on_site") == STATE_UNAVAILABLE


async def test_what_happened_meanwhile_is_made_up_for(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry, state_of: StateOf
) -> None:
    await service.see("anna", "gate")
    await until(lambda: state_of("sensor.anna_seen_by") == "gate")
    listeners = list(service.sockets)
    service.sockets.clear()  # she walks on while nobody listens
    await service.see("anna", "gate", phase="firm")
    await service.see("anna", "garden", start_s=service.now_s + 20, last_seen_s=service.now_s + 25)
    service.sockets.extend(listeners)
    await service.hang_up()
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")


async def test_a_token_that_is_taken_back_asks_for_another(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    service.token = "new"
    await service.hang_up()
    await until(lambda: hass.config_entries.flow.async_progress_by_handler(DOMAIN))


async def test_an_update_that_does_not_fit_is_a_repair(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    service.min_schema_version = service.schema_version = 2
    service.version = "9.0.0"
    await service.hang_up()
    registry = ir.async_get(hass)
    key = f"service_too_new_{loaded.entry_id}"
    await until(lambda: registry.async_get_issue(DOMAIN, key))
    assert await hass.config_entries.async_remove(loaded.entry_id)
    assert registry.async_get_issue(DOMAIN, key) is None


async def test_an_update_shows_in_the_device(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    service.version = "0.2.0"
    await service.hang_up()
    registry = dr.async_get(hass)

    def versions() -> set[str | None]:
        devices = dr.async_entries_for_config_entry(registry, loaded.entry_id)
        return {each.sw_version for each in devices} - {None}

    await until(lambda: versions() == {"0.2.0"})


async def test_an_older_service_without_the_newer_calls_is_enough(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry, state_of: StateOf
) -> None:
    service.topics = set(OLD_TOPICS)
    service.lacks = {"/api/plan", "/api/suitability", "/api/settings", "/api/reviews"}
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(lambda: service.listeners == 1)
    await settle(hass, entry)
    assert state_of("switch.frigate_re_id_matching") == STATE_UNAVAILABLE
    assert state_of("sensor.frigate_re_id_questions_waiting") == "unknown"
    await service.see("anna", "garden")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")


async def test_a_service_without_our_events_is_not_followed(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry, state_of: StateOf
) -> None:
    service.topics = set()
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(lambda: state_of("sensor.anna_seen_by") == STATE_UNAVAILABLE)


async def test_figures_are_read_again_and_again(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry, state_of: StateOf
) -> None:
    assert state_of("switch.frigate_re_id_matching") == "on"
    service.matching["paused"] = True
    await loaded.runtime_data._read_slow()
    await until(lambda: state_of("switch.frigate_re_id_matching") == "off")
    service.failures["/api/metrics"] = failure(500, "internal")
    service.matching["paused"] = False
    await loaded.runtime_data._read_slow()
    await hass.async_block_till_done(wait_background_tasks=False)
    assert state_of("switch.frigate_re_id_matching") == "off"
    await service.stop()
    await until(lambda: not loaded.runtime_data.last_update_success)
    asked = len(service.reads)
    await loaded.runtime_data._read_slow()
    assert len(service.reads) == asked


async def test_an_event_that_is_not_understood_does_no_harm(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    state_of: StateOf,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await service.push("sightings", "sighting", {"phase": "provisional"})
    await service.push("sightings", "weather", {})
    await service.see("anna", "garden")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    assert "was not understood" in caplog.text


async def test_a_fault_in_one_event_does_not_stop_the_others(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    state_of: StateOf,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    site = loaded.runtime_data.observer.site
    monkeypatch.setattr(site, "handoff", lambda _: 1 / 0)
    await service.hand_off("anna", "gate", "garden")
    await service.see("anna", "garden")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    assert "An event could not be taken over: HandoffEvent" in caplog.text


async def test_two_services_stand_side_by_side(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    other = FakeService(now_s=service.now_s, instance="barn", instance_id="barn-id")
    other.add_identity("anna", name="Anna", exposed=True)
    await other.start()
    try:
        second = MockConfigEntry(
            domain=DOMAIN,
            title="Barn",
            unique_id="barn-id",
            data={**entry.data, "url": other.url},
        )
        await set_up(hass, service, entry)
        second.add_to_hass(hass)
        await set_up(hass, other, second)
        names = {each.name for each in hass.states.async_all("sensor")}
        assert "Anna Seen by" in names
        assert len(hass.states.async_entity_ids("event")) == 8
        assert await hass.config_entries.async_unload(second.entry_id)
    finally:
        await other.stop()
