"""A Home Assistant with a service beside it.

custom_components is imported first on purpose: the test package brings a folder of that name, and
the loader scans whichever was imported first.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from homeassistant.config_entries import ConfigEntryState
from homeassistant.const import CONF_TOKEN, CONF_URL, MAJOR_VERSION, MINOR_VERSION
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util
from pytest_homeassistant_custom_component.common import MockConfigEntry

import custom_components
from custom_components.frigate_reid import coordinator
from custom_components.frigate_reid.const import DOMAIN

from .service import INSTANCE_ID, NOW_S, TOKEN, FakeService, until

assert Path(__file__).parents[2] / "custom_components" in map(Path, custom_components.__path__), (
    custom_components.__path__
)


ENTRY_ID = "0123456789abcdef0123456789abcdef"

# Snapshots are named otherwise by the snapshot library of older releases.
with_snapshots = pytest.mark.skipif(
    (MAJOR_VERSION, MINOR_VERSION) < (2026, 10),
    reason="the snapshots are those of newer releases",
)

# The last call of those that read everything.
LAST_READ = "/api/cameras"

type StateOf = Callable[[str], str | None]
type Wait = Callable[[float], Awaitable[None]]


@pytest.fixture(autouse=True)
def _custom(request: pytest.FixtureRequest) -> None:
    """Custom integrations may be loaded; a recorder must exist before Home Assistant does."""
    if "recorder_mock" in request.fixturenames:
        request.getfixturevalue("recorder_mock")
    request.getfixturevalue("enable_custom_integrations")


@pytest.fixture
async def service(hass: HomeAssistant, socket_enabled: None) -> AsyncIterator[FakeService]:
    """A service with Anna, who is exposed, Ben, who is not, and a stranger."""
    fake = FakeService(now_s=NOW_S)
    fake.add_identity("anna", name="Anna", exposed=True)
    fake.add_identity("ben", name="Ben")
    fake.add_identity("stranger")
    fake.add_sighting("frigate:1-anna", "anna", camera="gate")
    fake.add_sighting("frigate:2-ben", "ben", camera="driveway")
    await fake.start()
    yield fake
    for each in hass.config_entries.async_loaded_entries(DOMAIN):
        await hass.config_entries.async_unload(each.entry_id)
    await fake.stop()


@pytest.fixture
def entry(hass: HomeAssistant, service: FakeService) -> MockConfigEntry:
    """An entry that is not set up yet."""
    made = MockConfigEntry(
        domain=DOMAIN,
        title="Frigate Re-ID",
        data={CONF_URL: service.url, CONF_TOKEN: TOKEN},
        unique_id=INSTANCE_ID,
        entry_id=ENTRY_ID,
    )
    made.add_to_hass(hass)
    return made


@pytest.fixture
async def loaded(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> MockConfigEntry:
    """An entry that listens to the service."""
    await set_up(hass, service, entry)
    return entry


async def set_up(hass: HomeAssistant, service: FakeService, entry: MockConfigEntry) -> None:
    """Set an entry up, and wait until it listens."""
    read = service.reads.count(LAST_READ)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done()
    assert entry.state is ConfigEntryState.LOADED
    # Once for the start, and once more after subscribing.
    await until(lambda: service.reads.count(LAST_READ) == read + 2)
    await settle(hass, entry)


async def settle(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    """Wait until what came in is shown."""
    await hass.async_block_till_done()
    entry.runtime_data._flush_now()
    await hass.async_block_till_done()


@pytest.fixture
async def everything(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> MockConfigEntry:
    """An entry with every entity turned on."""
    service.suitability = [
        {
            "camera": "gate",
            "tracklets": 12,
            "usable_crops": 31,
            "median_height_px": 140,
            "rating": "limited",
            "reason": "People are small.",
            "advice": "Move the camera closer.",
        }
    ]
    await set_up(hass, service, entry)
    registry = er.async_get(hass)
    for each in er.async_entries_for_config_entry(registry, entry.entry_id):
        registry.async_update_entity(each.entity_id, disabled_by=None)
    assert await hass.config_entries.async_reload(entry.entry_id)
    await until(lambda: "plan" in entry.runtime_data.topics)
    await service.see("anna", "garden")
    await until(lambda: hass.states.get("sensor.anna_seen_by").state == "garden")
    return entry


@pytest.fixture
def wait(hass: HomeAssistant, monkeypatch: pytest.MonkeyPatch) -> Wait:
    """Let time pass for the integration.

    Home Assistant's own timers are left alone: sockets have timers, too.
    """
    passed = timedelta()

    def now() -> float:
        return (dt_util.utcnow() + passed).timestamp()

    monkeypatch.setattr(coordinator, "_now", now)

    async def wait(seconds: float) -> None:
        nonlocal passed
        await hass.async_block_till_done(wait_background_tasks=False)
        passed += timedelta(seconds=seconds)
        for each in hass.config_entries.async_loaded_entries(DOMAIN):
            if each.runtime_data._wake is not None:
                each.runtime_data._wake()
            await each.runtime_data._alarm(dt_util.utcnow())
        await hass.async_block_till_done(wait_background_tasks=False)

    return wait


def devices(hass: HomeAssistant) -> list[dr.DeviceEntry]:
    """The devices of the entry."""
    return dr.async_entries_for_config_entry(dr.async_get(hass), ENTRY_ID)


@pytest.fixture
def state_of(hass: HomeAssistant) -> StateOf:
    """The state of an entity, None without one."""

    def read(entity_id: str) -> str | None:
        state = hass.states.get(entity_id)
        return None if state is None else state.state

    return read
