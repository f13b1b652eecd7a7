"""The page System information."""

from __future__ import annotations

from typing import Any

from homeassistant.components import system_health
from homeassistant.core import HomeAssistant, callback

from .const import DOMAIN
from .coordinator import ReidConfigEntry


@callback
def async_register(hass: HomeAssistant, register: system_health.SystemHealthRegistration) -> None:
    """Register."""
    register.async_register_info(_info)


async def _info(hass: HomeAssistant) -> dict[str, Any]:
    loaded: list[ReidConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not loaded:
        return {"can_reach_service": False}
    site = loaded[0].runtime_data
    url = f"{site.client.url}/health"
    frigates = [each.version or "?" for each in site.data.health.frigates]
    return {
        "can_reach_service": system_health.async_check_can_reach_url(hass, url),
        "service_version": site.data.info.service_version,
        "schema_version": site.data.info.schema_version,
        "model": site.data.info.model_id,
        "people": len(site.data.people),
        "frigate": ", ".join(frigates),
    }
