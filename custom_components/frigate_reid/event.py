"""What happens, as event entities: of each person, and of the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from homeassistant.components.event import EventEntity, EventEntityDescription
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .attributes import occurrence_attributes
from .coordinator import ReidConfigEntry, ReidCoordinator
from .devices import add_people
from .entity import HubEntity, OccurrenceListener, PersonEntity
from .occurrences import Kind, Occurrence

# The coordinator pushes; entities never call the service.
PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class ReidEventDescription(EventEntityDescription):
    """Which occurrences an entity tells, and under which names."""

    kinds: Mapping[Kind, str]


PERSON_EVENT = ReidEventDescription(
    key="sighting",
    kinds={
        Kind.ARRIVED: "arrived",
        Kind.MOVED: "moved",
        Kind.LEFT: "left",
        Kind.REAPPEARED: "reappeared",
    },
)
HUB_EVENTS = (
    ReidEventDescription(
        key="unknown_person",
        kinds={
            Kind.UNKNOWN_ARRIVED: "arrived",
            Kind.UNKNOWN_STAYED: "stayed",
            Kind.UNKNOWN_RETURNED: "returned",
        },
    ),
    ReidEventDescription(key="handoff", kinds={Kind.HANDOFF: "handoff"}),
    ReidEventDescription(key="question", kinds={Kind.QUESTION: "asked"}),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the event entities."""
    async_add_entities(SiteEvents(entry.runtime_data, each) for each in HUB_EVENTS)
    add_people(entry, async_add_entities, lambda found, key: [PersonEvents(found, key)])


class _Events(OccurrenceListener, EventEntity):
    entity_description: ReidEventDescription

    def _describe(self, description: ReidEventDescription) -> None:
        self.entity_description = description
        self._attr_event_types = list(description.kinds.values())

    def _tell(self, occurrence: Occurrence) -> None:
        event_type = self.entity_description.kinds.get(occurrence.kind)
        if event_type is not None:
            entry_id = self.coordinator.config_entry.entry_id
            self._trigger_event(event_type, occurrence_attributes(entry_id, occurrence))
            self.async_write_ha_state()


class SiteEvents(_Events, HubEntity):
    """What happens on the site."""

    def __init__(self, coordinator: ReidCoordinator, description: ReidEventDescription) -> None:
        super().__init__(coordinator, description.key)
        self._describe(description)

    def _facts(self) -> None:
        """Only being there or not: events write themselves."""

    @callback
    def occurred(self, occurrence: Occurrence) -> None:
        """Tell it, whoever it is about."""
        self._tell(occurrence)


class PersonEvents(_Events, PersonEntity):
    """What one person does."""

    def __init__(self, coordinator: ReidCoordinator, identity_id: str) -> None:
        super().__init__(coordinator, identity_id, PERSON_EVENT.key)
        self._describe(PERSON_EVENT)

    def _facts(self) -> None:
        """Only being there or not: events write themselves."""

    @callback
    def occurred(self, occurrence: Occurrence) -> None:
        """Tell it if it is about this person."""
        if occurrence.identity_id == self.identity_id:
            self._tell(occurrence)
