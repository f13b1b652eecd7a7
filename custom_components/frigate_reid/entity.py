"""What the entities have in common: they show a part of the state, and write when it changed."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from homeassistant.core import callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .const import SIGNAL_OCCURRENCE
from .coordinator import ReidCoordinator
from .devices import camera_info, hub_info, person_info
from .occurrences import Occurrence
from .state import PersonState


class ReidEntity(CoordinatorEntity[ReidCoordinator]):
    """An entity whose state is a function of the coordinator's."""

    _attr_has_entity_name = True
    _shown: Any = None

    def __init__(self, coordinator: ReidCoordinator, key: str) -> None:
        super().__init__(coordinator)
        self._attr_translation_key = key

    @abstractmethod
    def _facts(self) -> Any:
        """All that the state depends on."""

    @callback
    def _handle_coordinator_update(self) -> None:
        # Most updates are about somebody else.
        facts = (self.available, self._facts() if self.available else None)
        if facts != self._shown:
            self._shown = facts
            self._take(facts[1])
            self.async_write_ha_state()

    def _take(self, facts: Any) -> None:
        """Take over what changed before it is written."""


class HubEntity(ReidEntity):
    """An entity of the service."""

    def __init__(self, coordinator: ReidCoordinator, key: str) -> None:
        super().__init__(coordinator, key)
        self._attr_unique_id = f"{coordinator.data.info.instance_id}_{key}"
        self._attr_device_info = hub_info(coordinator)


class PersonEntity(ReidEntity):
    """An entity of an exposed person."""

    def __init__(self, coordinator: ReidCoordinator, identity_id: str, key: str) -> None:
        super().__init__(coordinator, key)
        self.identity_id = identity_id
        instance_id = coordinator.data.info.instance_id
        self._attr_unique_id = f"{instance_id}_{identity_id}_{key}"
        self._attr_device_info = person_info(coordinator.hass, coordinator, identity_id)

    @property
    def person(self) -> PersonState | None:
        """The person; None once they are no longer exposed."""
        return self.coordinator.data.people.get(self.identity_id)

    @property
    def available(self) -> bool:
        """Whether the service is there and still shows this person."""
        return super().available and self.person is not None

    def _facts(self) -> Any:
        return self.person


class CameraEntity(ReidEntity):
    """An entity of a camera."""

    def __init__(self, coordinator: ReidCoordinator, camera: str, key: str) -> None:
        super().__init__(coordinator, key)
        self.camera = camera
        self._attr_unique_id = f"{coordinator.data.info.instance_id}_camera_{camera}_{key}"
        self._attr_device_info = camera_info(coordinator.hass, coordinator, camera)


class OccurrenceListener:
    """Hears what happens on this site, from its adding to its removal."""

    coordinator: ReidCoordinator

    async def async_added_to_hass(self) -> None:
        """Listen."""
        await super().async_added_to_hass()  # type: ignore[misc]  # a mixin before an entity

        @callback
        def hear(entry_id: str, occurrence: Occurrence) -> None:
            if entry_id == self.coordinator.config_entry.entry_id:
                self.occurred(occurrence)

        self.async_on_remove(  # type: ignore[attr-defined]  # a mixin before an entity
            async_dispatcher_connect(self.coordinator.hass, SIGNAL_OCCURRENCE, hear)
        )

    @abstractmethod
    def occurred(self, occurrence: Occurrence) -> None:
        """Something happened, to anybody; called in the event loop."""
