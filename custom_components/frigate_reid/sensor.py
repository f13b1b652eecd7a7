"""Sensors of the service, of people, and of cameras."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import EntityCategory, UnitOfTime
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType
from homeassistant.util import dt as dt_util

from .client.work import Suitability
from .const import NOT_SEEN
from .coordinator import ReidConfigEntry, ReidCoordinator
from .devices import add_cameras, add_people
from .entity import CameraEntity, HubEntity, PersonEntity
from .state import PersonState, SiteState

# The coordinator pushes; entities never call the service.
PARALLEL_UPDATES = 0

# Home Assistant keeps no longer state.
_LONGEST_STATE = 255


@dataclass(frozen=True, kw_only=True)
class HubSensorDescription(SensorEntityDescription):
    """A figure of the site."""

    value: Callable[[SiteState], StateType]
    attributes: Callable[[SiteState], Mapping[str, Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class PersonSensorDescription(SensorEntityDescription):
    """A fact about a person."""

    value: Callable[[PersonState], StateType | datetime]
    attributes: Callable[[PersonState], Mapping[str, Any]] | None = None


@dataclass(frozen=True, kw_only=True)
class CameraSensorDescription(SensorEntityDescription):
    """A figure of a camera."""

    value: Callable[[Suitability], StateType]
    attributes: Callable[[Suitability], Mapping[str, Any]] | None = None


def _here(state: SiteState) -> list[str]:
    return sorted(each.name for each in state.people.values() if each.on_site)


def _last_problem(state: SiteState) -> str | None:
    return None if state.last_problem is None else state.last_problem[:_LONGEST_STATE]


HUB_SENSORS = (
    HubSensorDescription(
        key="people_on_site",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda state: len(_here(state)),
        attributes=lambda state: {
            "people": _here(state),
            "unknown": state.unknown_on_site,
            "others": state.others_on_site,
        },
    ),
    HubSensorDescription(
        key="unknown_today",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda state: state.unknown_today,
    ),
    HubSensorDescription(
        key="reviews_waiting",
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda state: state.slow.questions_open,
    ),
    HubSensorDescription(
        key="queue",
        entity_category=EntityCategory.DIAGNOSTIC,
        state_class=SensorStateClass.MEASUREMENT,
        value=lambda state: state.health.queue + state.health.backlog,
    ),
    HubSensorDescription(
        key="embedding_time",
        entity_category=EntityCategory.DIAGNOSTIC,
        device_class=SensorDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.MILLISECONDS,
        state_class=SensorStateClass.MEASUREMENT,
        suggested_display_precision=1,
        entity_registry_enabled_default=False,
        value=lambda state: state.slow.embed_ms,
    ),
    HubSensorDescription(
        key="last_problem",
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value=_last_problem,
    ),
)

PERSON_SENSORS = (
    PersonSensorDescription(
        key="seen_by",
        value=lambda person: person.camera or NOT_SEEN,
        attributes=lambda person: {
            "identity_id": person.identity_id,
            "last_camera": person.last_camera,
        },
    ),
    PersonSensorDescription(
        key="last_seen",
        device_class=SensorDeviceClass.TIMESTAMP,
        value=lambda person: (
            None
            if person.last_seen_s is None
            else dt_util.utc_from_timestamp(int(person.last_seen_s))
        ),
    ),
)

CAMERA_SENSORS = (
    CameraSensorDescription(
        key="usable_crops",
        entity_category=EntityCategory.DIAGNOSTIC,
        state_class=SensorStateClass.MEASUREMENT,
        entity_registry_enabled_default=False,
        value=lambda found: found.usable_crops,
    ),
    CameraSensorDescription(
        key="suitability",
        entity_category=EntityCategory.DIAGNOSTIC,
        device_class=SensorDeviceClass.ENUM,
        options=["good", "limited", "poor"],
        entity_registry_enabled_default=False,
        value=lambda found: found.rating if found.rating in ("good", "limited", "poor") else None,
        attributes=lambda found: {"reason": found.reason, "advice": found.advice},
    ),
)


async def async_setup_entry(
    hass: HomeAssistant, entry: ReidConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the sensors."""
    coordinator = entry.runtime_data
    async_add_entities(HubSensor(coordinator, each) for each in HUB_SENSORS)
    add_people(
        entry,
        async_add_entities,
        lambda found, key: [PersonSensor(found, key, each) for each in PERSON_SENSORS],
    )
    add_cameras(
        entry,
        async_add_entities,
        lambda found, key: [CameraSensor(found, key, each) for each in CAMERA_SENSORS],
    )


class HubSensor(HubEntity, SensorEntity):
    """A figure of the site."""

    entity_description: HubSensorDescription

    def __init__(self, coordinator: ReidCoordinator, description: HubSensorDescription) -> None:
        super().__init__(coordinator, description.key)
        self.entity_description = description

    def _facts(self) -> tuple[StateType, Mapping[str, Any] | None]:
        return self.native_value, self.extra_state_attributes

    @property
    def native_value(self) -> StateType:
        """The figure."""
        return self.entity_description.value(self.coordinator.data)

    @property
    def extra_state_attributes(self) -> Mapping[str, Any] | None:
        """What belongs to it."""
        attributes = self.entity_description.attributes
        return None if attributes is None else attributes(self.coordinator.data)


class PersonSensor(PersonEntity, SensorEntity):
    """A fact about a person."""

    entity_description: PersonSensorDescription

    def __init__(
        self, coordinator: ReidCoordinator, identity_id: str, description: PersonSensorDescription
    ) -> None:
        super().__init__(coordinator, identity_id, description.key)
        self.entity_description = description

    @property
    def native_value(self) -> StateType | datetime:
        """The fact."""
        return None if self.person is None else self.entity_description.value(self.person)

    @property
    def extra_state_attributes(self) -> Mapping[str, Any] | None:
        """What belongs to it."""
        attributes = self.entity_description.attributes
        if attributes is None or self.person is None:
            return None
        return attributes(self.person)


class CameraSensor(CameraEntity, SensorEntity):
    """A figure of a camera."""

    entity_description: CameraSensorDescription

    def __init__(
        self, coordinator: ReidCoordinator, camera: str, description: CameraSensorDescription
    ) -> None:
        super().__init__(coordinator, camera, description.key)
        self.entity_description = description

    @property
    def available(self) -> bool:
        """Whether the service says anything about this camera."""
        return super().available and self._facts() is not None

    def _facts(self) -> Suitability | None:
        return self.coordinator.data.slow.suitability.get(self.camera)

    @property
    def native_value(self) -> StateType:
        """The figure."""
        found = self._facts()
        return None if found is None else self.entity_description.value(found)

    @property
    def extra_state_attributes(self) -> Mapping[str, Any] | None:
        """What belongs to it."""
        found, attributes = self._facts(), self.entity_description.attributes
        return None if found is None or attributes is None else attributes(found)
