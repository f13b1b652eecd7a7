"""People as device trackers, for Home Assistant's own persons; off until somebody wants them."""

from __future__ import annotations

from typing import Any

from homeassistant.components.device_tracker import SourceType, TrackerEntity
from homeassistant.components.zone import ENTITY_ID_HOME
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import ReidConfigEntry, ReidCoordinator
from .devices import add_people
from .entity import PersonEntity

# The coordinator pushes; entities never call the service.
PARALLEL_UPDATES = 0


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add a tracker for each person."""
    add_people(entry, async_add_entities, lambda found, key: [Presence(found, key)])


class Presence(PersonEntity, TrackerEntity):
    """At home while on site. Whom no camera sees is away, also when they sleep in their bed."""

    _attr_entity_registry_enabled_default = False
    # Cameras are not among the sources; of those there are, a fixed receiver is the closest.
    _attr_source_type = SourceType.ROUTER

    def __init__(self, coordinator: ReidCoordinator, identity_id: str) -> None:
        super().__init__(coordinator, identity_id, "presence")
        self._take(None)

    def _take(self, facts: Any) -> None:
        here = self.person is not None and self.person.on_site
        self._attr_in_zones = [ENTITY_ID_HOME] if here else []
