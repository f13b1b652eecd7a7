"""A picture of the entry for bug reports: no names, no token, no addresses, no pictures."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from homeassistant.components.diagnostics import async_redact_data
from homeassistant.const import CONF_TOKEN, CONF_URL
from homeassistant.core import HomeAssistant

from .client.stream import SCHEMA_VERSION
from .coordinator import ReidConfigEntry

_SECRET: Final = {CONF_TOKEN, CONF_URL, "instance_id", "problem", "brokers", "frigates"}


async def async_get_config_entry_diagnostics(
    hass: HomeAssistant, entry: ReidConfigEntry
) -> dict[str, Any]:
    """What helps to find a fault."""
    site = entry.runtime_data
    state = site.data
    info = asdict(state.info)
    health = asdict(state.health)
    links = [
        {"up": each.up, "version": each.version, "age_s": each.last_message_age_s}
        for each in (*state.health.brokers, *state.health.frigates)
    ]
    return {
        "entry": {
            "source": entry.source,
            "data": async_redact_data(dict(entry.data), _SECRET),
            "options": dict(entry.options),
        },
        "schema_version": SCHEMA_VERSION,
        "connected": site.last_update_success,
        "topics": sorted(site.topics),
        "info": async_redact_data({**info, "capabilities": sorted(info["capabilities"])}, _SECRET),
        "health": async_redact_data(health, _SECRET),
        "links": links,
        "people": [
            {"on_site": each.on_site, "in_sight": each.camera is not None}
            for each in state.people.values()
        ],
        "unknown_on_site": state.unknown_on_site,
        "unknown_today": state.unknown_today,
        "others_on_site": state.others_on_site,
        "questions_open": state.slow.questions_open,
        "matching": None if state.slow.matching is None else asdict(state.slow.matching),
        "embed_ms": state.slow.embed_ms,
        "cameras": len(state.slow.cameras),
        "suitability": sorted(each.rating for each in state.slow.suitability.values()),
        "plan": {"cameras": state.slow.plan_cameras, "placed": state.slow.plan_placed},
    }
