"""A button that has the service look at the last day again."""

from __future__ import annotations

from typing import Final

from homeassistant.components.button import ButtonEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .coordinator import ReidConfigEntry, ReidCoordinator
from .entity import HubEntity
from .failures import for_people

# One order at a time.
PARALLEL_UPDATES = 1

_DAY_S: Final = 86_400


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the button."""
    async_add_entities([Rescan(entry.runtime_data)])


class Rescan(HubEntity, ButtonEntity):
    """Look at Frigate's events of the last day again."""

    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, coordinator: ReidCoordinator) -> None:
        super().__init__(coordinator, "rescan")

    def _facts(self) -> None:
        """Only being there or not."""

    async def async_press(self) -> None:
        """Begin; the service does it in the background."""
        now_s = dt_util.utcnow().timestamp()
        with for_people(self.coordinator.client.url):
            await self.coordinator.client.rescan(
                {"from_s": now_s - _DAY_S, "to_s": now_s, "dry_run": False}
            )
