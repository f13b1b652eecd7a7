"""The card is served, and pages load it."""

from __future__ import annotations

from homeassistant.components.frontend import DATA_EXTRA_MODULE_URL
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.frigate_reid.card import CARD_URL, register_card


async def test_pages_load_the_card(
    hass: HomeAssistant, hass_client_no_auth: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "frontend", {})
    assert await async_setup_component(hass, "frigate_reid", {})
    [url] = [each for each in hass.data[DATA_EXTRA_MODULE_URL].urls if CARD_URL in each]

    answer = await (await hass_client_no_auth()).get(url)

    assert answer.status == 200
    assert answer.content_type == "text/javascript"
    assert "frigate-reid-route-card" in await answer.text()


async def test_without_pages_there_is_nothing_to_load(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    await register_card(hass)
    assert DATA_EXTRA_MODULE_URL not in hass.data
