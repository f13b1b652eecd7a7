"""Frigate Re-ID in Home Assistant: the same person across cameras."""

from __future__ import annotations

from homeassistant.const import CONF_TOKEN, CONF_URL, Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.typing import ConfigType

from .card import register_card
from .client import ReidClient
from .const import DOMAIN
from .coordinator import ReidConfigEntry, ReidCoordinator
from .devices import follow_devices
from .issues import clear_issues
from .services import register_services
from .views import MediaView
from .websocket_api import register_commands

CONFIG_SCHEMA = cv.config_entry_only_config_schema(DOMAIN)
PLATFORMS = [
    Platform.BINARY_SENSOR,
    Platform.BUTTON,
    Platform.DEVICE_TRACKER,
    Platform.EVENT,
    Platform.IMAGE,
    Platform.SENSOR,
    Platform.SWITCH,
]


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Set up what belongs to no single entry."""
    register_services(hass)
    register_commands(hass)
    hass.http.register_view(MediaView())
    await register_card(hass)
    return True


async def async_setup_entry(hass: HomeAssistant, entry: ReidConfigEntry) -> bool:
    """Connect, listen, forward."""
    client = ReidClient(async_get_clientsession(hass), entry.data[CONF_URL], entry.data[CONF_TOKEN])
    coordinator = ReidCoordinator(hass, entry, client)
    await coordinator.async_config_entry_first_refresh()
    entry.runtime_data = coordinator
    follow_devices(hass, entry)
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    coordinator.async_start()
    return True


async def async_unload_entry(hass: HomeAssistant, entry: ReidConfigEntry) -> bool:
    """Let go of everything."""
    return await hass.config_entries.async_unload_platforms(entry, PLATFORMS)


async def async_remove_entry(hass: HomeAssistant, entry: ReidConfigEntry) -> None:
    """Leave no repair behind."""
    clear_issues(hass, entry)
