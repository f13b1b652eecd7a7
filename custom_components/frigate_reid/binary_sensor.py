"""Whether a person is on site, and whether the service has a problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from homeassistant.components.binary_sensor import BinarySensorDeviceClass, BinarySensorEntity
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import ReidConfigEntry, ReidCoordinator
from .devices import add_people
from .entity import HubEntity, PersonEntity

# The coordinator pushes; entities never call the service.
PARALLEL_UPDATES = 0


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the binary sensors."""
    async_add_entities([Problem(entry.runtime_data)])
    add_people(entry, async_add_entities, lambda found, key: [OnSite(found, key)])


class Problem(HubEntity, BinarySensorEntity):
    """On while a part of the service is not well."""

    _attr_device_class = BinarySensorDeviceClass.PROBLEM
    _attr_entity_category = EntityCategory.DIAGNOSTIC

    def __init__(self, coordinator: ReidCoordinator) -> None:
        super().__init__(coordinator, "problem")

    def _facts(self) -> tuple[bool, Mapping[str, Any]]:
        return self.is_on, self.extra_state_attributes

    @property
    def is_on(self) -> bool:
        """Whether something is wrong."""
        health = self.coordinator.data.health
        return health.status == "degraded" or bool(health.problems)

    @property
    def extra_state_attributes(self) -> Mapping[str, Any]:
        """A sentence for each problem."""
        return {"problems": list(self.coordinator.data.health.problems)}


class OnSite(PersonEntity, BinarySensorEntity):
    """On from a person's arrival until nobody has seen them for a while."""

    _attr_device_class = BinarySensorDeviceClass.PRESENCE

    def __init__(self, coordinator: ReidCoordinator, identity_id: str) -> None:
        super().__init__(coordinator, identity_id, "on_site")

    @property
    def is_on(self) -> bool | None:
        """Whether they are there."""
        return None if self.person is None else self.person.on_site
