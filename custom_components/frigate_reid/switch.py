"""A switch that pauses recognition."""

from __future__ import annotations

from typing import Any

from homeassistant.components.switch import SwitchEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .client.work import Matching
from .coordinator import ReidConfigEntry, ReidCoordinator
from .entity import HubEntity
from .failures import for_people

# One change at a time.
PARALLEL_UPDATES = 1


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the switch."""
    async_add_entities([MatchingSwitch(entry.runtime_data)])


class MatchingSwitch(HubEntity, SwitchEntity):
    """On while the service recognises people."""

    _attr_entity_category = EntityCategory.CONFIG

    def __init__(self, coordinator: ReidCoordinator) -> None:
        super().__init__(coordinator, "matching")

    def _facts(self) -> Matching | None:
        return self.coordinator.data.slow.matching

    @property
    def available(self) -> bool:
        """Whether the service can pause at all."""
        return super().available and self._facts() is not None

    @property
    def is_on(self) -> bool | None:
        """Whether people are recognised."""
        matching = self._facts()
        return None if matching is None else not matching.paused

    async def async_turn_on(self, **kwargs: Any) -> None:
        """Go on."""
        await self._set(paused=False)

    async def async_turn_off(self, **kwargs: Any) -> None:
        """Pause."""
        await self._set(paused=True)

    async def _set(self, *, paused: bool) -> None:
        with for_people(self.coordinator.client.url):
            self.coordinator.set_matching(await self.coordinator.client.set_matching(paused=paused))
