"""The service, its people and its cameras as devices."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .const import DOMAIN, MANUFACTURER
from .coordinator import ReidConfigEntry, ReidCoordinator

# Home Assistant before 2026.8 names the device behind another by its identifiers.
_KNOWS_VIA_DEVICE_ID = "via_device_id" in DeviceInfo.__annotations__


def hub_identifier(coordinator: ReidCoordinator) -> tuple[str, str]:
    """Of the service's device."""
    return (DOMAIN, _instance_id(coordinator))


def person_identifier(coordinator: ReidCoordinator, identity_id: str) -> tuple[str, str]:
    """Of the device of a person."""
    return (DOMAIN, f"{_instance_id(coordinator)}_{identity_id}")


def camera_identifier(coordinator: ReidCoordinator, camera: str) -> tuple[str, str]:
    """Of the device of a camera."""
    return (DOMAIN, f"{_instance_id(coordinator)}_camera_{camera}")


def hub_info(coordinator: ReidCoordinator) -> DeviceInfo:
    """The service."""
    return DeviceInfo(
        identifiers={hub_identifier(coordinator)},
        entry_type=DeviceEntryType.SERVICE,
        manufacturer=MANUFACTURER,
        model="Service",
        name=coordinator.config_entry.title,
        sw_version=coordinator.data.info.service_version,
        configuration_url=coordinator.client.url,
    )


def person_info(hass: HomeAssistant, coordinator: ReidCoordinator, identity_id: str) -> DeviceInfo:
    """A person whom the user exposed."""
    return DeviceInfo(
        identifiers={person_identifier(coordinator, identity_id)},
        entry_type=DeviceEntryType.SERVICE,
        manufacturer=MANUFACTURER,
        model="Person",
        name=coordinator.data.people[identity_id].name,
        **_behind_hub(hass, coordinator),
    )


def camera_info(hass: HomeAssistant, coordinator: ReidCoordinator, camera: str) -> DeviceInfo:
    """A camera as the service sees it; not the device that Frigate's integration makes."""
    return DeviceInfo(
        identifiers={camera_identifier(coordinator, camera)},
        manufacturer=MANUFACTURER,
        model="Camera",
        name=f"{camera} (Re-ID)",
        **_behind_hub(hass, coordinator),
    )


def _behind_hub(hass: HomeAssistant, coordinator: ReidCoordinator) -> Mapping[str, Any]:
    if not _KNOWS_VIA_DEVICE_ID:
        return {"via_device": hub_identifier(coordinator)}
    hub = _device(hass, coordinator, hub_identifier(coordinator))
    return {} if hub is None else {"via_device_id": hub.id}


def _instance_id(coordinator: ReidCoordinator) -> str:
    return coordinator.data.info.instance_id


def _device(
    hass: HomeAssistant, coordinator: ReidCoordinator, identifier: tuple[str, str]
) -> dr.DeviceEntry | None:
    entry_id = coordinator.config_entry.entry_id
    for each in dr.async_entries_for_config_entry(dr.async_get(hass), entry_id):
        if identifier in each.identifiers:
            return each
    return None


@callback
def follow_devices(hass: HomeAssistant, entry: ReidConfigEntry) -> None:
    """Make the service's device, and keep all devices as the service has them from now on.

    A person's device goes when the user no longer exposes them, hides, deletes or merges them:
    only ever by an act of the user.
    """
    coordinator = entry.runtime_data
    registry = dr.async_get(hass)
    registry.async_get_or_create(config_entry_id=entry.entry_id, **hub_info(coordinator))
    known: dict[str, str] = {}

    @callback
    def follow() -> None:
        people = {each.identity_id: each.name for each in coordinator.data.people.values()}
        if people == known and _is_current(hass, coordinator):
            return
        known.clear()
        known.update(people)
        _follow(hass, coordinator, known)

    follow()
    entry.async_on_unload(coordinator.async_add_listener(follow))


def _is_current(hass: HomeAssistant, coordinator: ReidCoordinator) -> bool:
    hub = _device(hass, coordinator, hub_identifier(coordinator))
    return hub is not None and hub.sw_version == coordinator.data.info.service_version


def _follow(hass: HomeAssistant, coordinator: ReidCoordinator, people: Mapping[str, str]) -> None:
    registry = dr.async_get(hass)
    names = {person_identifier(coordinator, key): name for key, name in people.items()}
    cameras = camera_identifier(coordinator, "")[1]
    hub = hub_identifier(coordinator)
    entry_id = coordinator.config_entry.entry_id
    for device in dr.async_entries_for_config_entry(registry, entry_id):
        identifier = next(iter(device.identifiers))
        if identifier == hub:
            registry.async_update_device(
                device.id, sw_version=coordinator.data.info.service_version
            )
        elif identifier in names:
            if device.name != names[identifier]:
                registry.async_update_device(device.id, name=names[identifier])
        elif not identifier[1].startswith(cameras):
            registry.async_remove_device(device.id)


@callback
def add_people(
    entry: ReidConfigEntry,
    add_entities: AddConfigEntryEntitiesCallback,
    make: Callable[[ReidCoordinator, str], Iterable[Entity]],
) -> None:
    """Add the entities of all exposed people, and of those who are exposed later."""
    coordinator = entry.runtime_data
    _add(entry, add_entities, lambda: set(coordinator.data.people), make)


@callback
def add_cameras(
    entry: ReidConfigEntry,
    add_entities: AddConfigEntryEntitiesCallback,
    make: Callable[[ReidCoordinator, str], Iterable[Entity]],
) -> None:
    """Add the entities of all cameras, and of those that see somebody later."""
    coordinator = entry.runtime_data
    _add(entry, add_entities, lambda: {each.name for each in coordinator.data.slow.cameras}, make)


def _add(
    entry: ReidConfigEntry,
    add_entities: AddConfigEntryEntitiesCallback,
    wanted: Callable[[], set[str]],
    make: Callable[[ReidCoordinator, str], Iterable[Entity]],
) -> None:
    coordinator = entry.runtime_data
    added: set[str] = set()

    @callback
    def follow() -> None:
        now = wanted()
        added.intersection_update(now)
        new = sorted(now - added)
        added.update(new)
        if new:
            add_entities(entity for key in new for entity in make(coordinator, key))

    follow()
    entry.async_on_unload(coordinator.async_add_listener(follow))
