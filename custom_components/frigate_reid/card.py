"""Serves the Lovelace card and has every page load it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from homeassistant.components.frontend import DOMAIN as FRONTEND
from homeassistant.components.frontend import add_extra_js_url
from homeassistant.components.http import StaticPathConfig
from homeassistant.core import HomeAssistant

from .const import DOMAIN

_FILE: Final = Path(__file__).parent / "frontend" / "frigate-reid-route-card.js"
CARD_URL: Final = f"/{DOMAIN}/{_FILE.name}"


async def register_card(hass: HomeAssistant) -> None:
    """Let pages load the card; nothing happens in a Home Assistant that serves no pages."""
    if FRONTEND not in hass.config.components:
        return
    digest = await hass.async_add_executor_job(_digest)
    await hass.http.async_register_static_paths([StaticPathConfig(CARD_URL, str(_FILE), True)])
    # Browsers keep the file for weeks: another file has another address.
    add_extra_js_url(hass, f"{CARD_URL}?{digest}")


def _digest() -> str:
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()[:12]
