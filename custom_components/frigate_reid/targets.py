"""Which people and sites the target of a trigger or condition means."""

from __future__ import annotations

from homeassistant.components.event import DOMAIN as EVENT_DOMAIN
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.target import TargetSelection, async_extract_referenced_entity_ids
from homeassistant.helpers.typing import ConfigType

from .const import DOMAIN
from .coordinator import ReidConfigEntry
from .event import PERSON_EVENT
from .state import PersonState


@callback
def targeted(hass: HomeAssistant, target: ConfigType | None, entry_id: str, key: str) -> bool:
    """Whether `target` means something of the device whose event entity has `key`.

    `key` is the end of the entity's unique id. Without a target everybody is meant.
    """
    if not target:
        return True
    selected = async_extract_referenced_entity_ids(
        hass, TargetSelection(target), primary_entities_only=False
    )
    chosen = selected.referenced | selected.indirectly_referenced
    registry = er.async_get(hass)
    entry = hass.config_entries.async_get_entry(entry_id)
    if entry is None:
        return False
    meant = registry.async_get_entity_id(EVENT_DOMAIN, DOMAIN, f"{entry.unique_id}_{key}")
    if meant is None:
        return False
    if meant in chosen:
        return True
    # Any other entity of the same device stands for it.
    found = registry.async_get(meant)
    device_id = None if found is None else found.device_id
    others = (registry.async_get(each) for each in chosen)
    return any(each is not None and each.device_id == device_id for each in others)


@callback
def targeted_people(hass: HomeAssistant, target: ConfigType | None) -> list[PersonState]:
    """The exposed people whom `target` means, on all sites."""
    entries: list[ReidConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    return [
        person
        for entry in entries
        for person in entry.runtime_data.data.people.values()
        if targeted(hass, target, entry.entry_id, person_key(person.identity_id))
    ]


def person_key(identity_id: str) -> str:
    """The end of the unique id of a person's event entity."""
    return f"{identity_id}_{PERSON_EVENT.key}"
