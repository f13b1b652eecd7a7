"""Which service and which person an action or a card means."""

from __future__ import annotations

from typing import Final

from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import entity_registry as er

from .client.models import Identity
from .const import DOMAIN
from .coordinator import ReidConfigEntry, ReidCoordinator
from .failures import for_people
from .validation import vol

CONF_ENTRY: Final = "config_entry_id"


def service_of(hass: HomeAssistant, entry_id: str | None) -> ReidCoordinator:
    """The service that is meant: the only one, unless told otherwise.

    Raises `ServiceValidationError`.
    """
    if entry_id is not None:
        entry: ReidConfigEntry | None = hass.config_entries.async_get_entry(entry_id)
        known = entry is not None and entry.domain == DOMAIN
        if not known or entry is None or entry.state is not ConfigEntryState.LOADED:
            raise _invalid("service_not_loaded")
        return entry.runtime_data
    loaded: list[ReidConfigEntry] = hass.config_entries.async_loaded_entries(DOMAIN)
    if not loaded:
        raise _invalid("no_service")
    if len(loaded) > 1:
        raise _invalid("several_services")
    return loaded[0].runtime_data


async def identity_of(hass: HomeAssistant, coordinator: ReidCoordinator, person: str) -> Identity:
    """The person behind an entity, a name, another name of theirs, or an identity id.

    Raises `ServiceValidationError`, or `HomeAssistantError` when the service cannot be asked.
    """
    with for_people(coordinator.client.url):
        identity_id = identity_id_of_entity(hass, coordinator, person)
        if identity_id is not None:
            return await coordinator.client.identity(identity_id)
        wanted = person.casefold()
        named = await coordinator.client.identities("named")
        found = [each for each in named if each.label.casefold() == wanted]
        if len(found) > 1:
            raise _invalid("ambiguous_person", person=person)
        if found:
            return found[0]
        everybody = await coordinator.client.identities("all")
    for each in everybody:
        if person == each.id or wanted == each.label.casefold():
            return each
    found = [each for each in everybody if wanted in map(str.casefold, each.aliases)]
    if not found:
        raise _invalid("unknown_person", person=person)
    if len(found) > 1:
        raise _invalid("ambiguous_person", person=person)
    return found[0]


def identity_id_of_entity(
    hass: HomeAssistant, coordinator: ReidCoordinator, entity_id: str
) -> str | None:
    """The identity that an entity of the integration is about; None for anything else."""
    try:
        entity_id = er.async_validate_entity_id(er.async_get(hass), entity_id)
    except vol.Invalid:
        return None
    entity = er.async_get(hass).async_get(entity_id)
    prefix = f"{coordinator.data.info.instance_id}_"
    if entity is None or entity.platform != DOMAIN or not entity.unique_id.startswith(prefix):
        return None
    rest = entity.unique_id.removeprefix(prefix)
    matches = [each for each in coordinator.data.people if rest.startswith(f"{each}_")]
    return matches[0] if matches else None


def _invalid(key: str, **placeholders: str) -> ServiceValidationError:
    return ServiceValidationError(
        translation_domain=DOMAIN,
        translation_key=key,
        translation_placeholders=placeholders or None,
    )
