from __future__ import annotations

from collections.abc import Callable

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry

from .service import FakeService, until

StateOf = Callable[[str], str | None]


@pytest.mark.usefixtures("loaded")
async def test_a_person_is_followed(service: FakeService, state_of: StateOf) -> None:
    assert state_of("sensor.anna_seen_by") == "not_seen"
    await service.see("anna", "garden")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    assert state_of("binary_sensor.anna_on_site") == "on"
    assert state_of("sensor.frigate_re_id_people_on_site") == "1"


async def test_trigger(hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry) -> None:
    fired = []
    hass.bus.async_listen("it_fired", lambda event: fired.append(event.data))
    assert await async_setup_component(
        hass,
        "automation",
        {
            "automation": {
                "triggers": [
                    {
                        "trigger": "frigate_reid.person_reappeared",
                        "target": {"entity_id": "event.anna_sightings"},
                        "options": {"minutes": 60},
                    }
                ],
                "actions": [
                    {"event": "it_fired", "event_data": {"away": "{{ trigger.away_seconds }}"}}
                ],
            }
        },
    )
    await service.reappear("anna", "garden", 600, number=1)
    await service.reappear("anna", "garden", 6000, number=2)
    await service.reappear("ben", "garden", 6000)
    await until(lambda: fired)
    await hass.async_block_till_done()
    assert fired == [{"away": 6000.0}]
