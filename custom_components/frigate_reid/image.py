"""The latest picture of each person."""

from __future__ import annotations

import logging
from typing import Any

from homeassistant.components.image import ImageEntity
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .client import ReidError
from .coordinator import ReidConfigEntry, ReidCoordinator
from .devices import add_people
from .entity import PersonEntity

_LOGGER = logging.getLogger(__name__)

# One picture at a time: the service serves other people, too.
PARALLEL_UPDATES = 1


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add a picture for each person."""
    add_people(entry, async_add_entities, lambda found, key: [LatestSighting(found, key)])


class LatestSighting(PersonEntity, ImageEntity):
    """The crop of a person's latest sighting."""

    _attr_content_type = "image/jpeg"

    def __init__(self, coordinator: ReidCoordinator, identity_id: str) -> None:
        PersonEntity.__init__(self, coordinator, identity_id, "latest_sighting")
        ImageEntity.__init__(self, coordinator.hass)
        self._crop_id: str | None = None
        self._take(None)

    def _facts(self) -> str | None:
        return None if self.person is None else self.person.crop_id

    def _take(self, facts: Any) -> None:
        """Another crop is another picture."""
        crop_id = self._facts()
        if crop_id is not None and crop_id != self._crop_id:
            self._crop_id = crop_id
            self._attr_image_last_updated = dt_util.utcnow()

    async def async_image(self) -> bytes | None:
        """The picture; None when it has expired or cannot be had."""
        if self._crop_id is None:
            return None
        try:
            return await self.coordinator.client.crop(self._crop_id)
        except ReidError as error:
            _LOGGER.debug("No picture for %s: %s", self.entity_id, error)
            return None
