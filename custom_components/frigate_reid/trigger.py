"""Triggers that say what they are about: a person arrived, an unknown person was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, Final

from homeassistant.const import CONF_OPTIONS, CONF_TARGET
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.helpers.trigger import Trigger, TriggerConfig
from homeassistant.helpers.typing import ConfigType

from .attributes import occurrence_attributes
from .const import SIGNAL_OCCURRENCE
from .event import HUB_EVENTS
from .occurrences import Kind, Occurrence
from .targets import person_key, targeted
from .validation import vol

CONF_CAMERAS: Final = "cameras"
CONF_MINUTES: Final = "minutes"

_CAMERAS: Final = {vol.Optional(CONF_CAMERAS, default=list): vol.All(cv.ensure_list, [cv.string])}
_MINUTES: Final = {vol.Optional(CONF_MINUTES, default=0): vol.All(vol.Coerce(float), vol.Range(0))}


def _schema(options: dict[Any, Any]) -> vol.Schema:
    return vol.Schema(
        {
            vol.Optional(CONF_TARGET): cv.TARGET_FIELDS,
            vol.Optional(CONF_OPTIONS, default=dict): options,
        }
    )


class _OccurrenceTrigger(Trigger):
    """Fires when something of one kind happens to those whom the target means."""

    kind: ClassVar[Kind]
    schema: ClassVar[vol.Schema] = _schema(_CAMERAS)
    words: ClassVar[str]

    @classmethod
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check the options."""
        checked: ConfigType = cls.schema(config)
        return checked

    def __init__(self, hass: HomeAssistant, config: TriggerConfig) -> None:
        super().__init__(hass, config)
        self._target = config.target
        self._options: dict[str, Any] = dict(config.options or {})

    async def async_attach_runner(self, run_action: Callable[..., Any], *_: Any) -> CALLBACK_TYPE:
        """Listen. Later releases hand over more: it is not needed here."""

        @callback
        def occurred(entry_id: str, occurrence: Occurrence) -> None:
            if self._matches(entry_id, occurrence):
                run_action(
                    occurrence_attributes(entry_id, occurrence),
                    f"{occurrence.label} {self.words}",
                )

        return async_dispatcher_connect(self._hass, SIGNAL_OCCURRENCE, occurred)

    def _matches(self, entry_id: str, occurrence: Occurrence) -> bool:
        cameras = self._options.get(CONF_CAMERAS)
        return (
            occurrence.kind is self.kind
            and (not cameras or occurrence.camera in cameras)
            and targeted(self._hass, self._target, entry_id, self._key(occurrence))
        )

    def _key(self, occurrence: Occurrence) -> str:
        return person_key(occurrence.identity_id)


class _PersonTrigger(_OccurrenceTrigger):
    """About people whom the user exposed."""

    def _matches(self, entry_id: str, occurrence: Occurrence) -> bool:
        return super()._matches(entry_id, occurrence) and self._is_exposed(entry_id, occurrence)

    def _is_exposed(self, entry_id: str, occurrence: Occurrence) -> bool:
        entry = self._hass.config_entries.async_get_entry(entry_id)
        if entry is None:
            return False
        track = entry.runtime_data.observer.site.tracks.get(occurrence.identity_id)
        return track is not None and track.is_person


class PersonArrived(_PersonTrigger):
    """A person came who was not on site."""

    kind = Kind.ARRIVED
    words = "arrived"


class PersonMoved(_PersonTrigger):
    """A person walked to another camera."""

    kind = Kind.MOVED
    words = "moved"


class PersonLeft(_PersonTrigger):
    """Nobody has seen a person for a while; `cameras` are where they were seen last."""

    kind = Kind.LEFT
    words = "left"


class PersonReappeared(_PersonTrigger):
    """A person is back after at least `minutes` out of every camera's sight."""

    kind = Kind.REAPPEARED
    schema = _schema({**_CAMERAS, **_MINUTES})
    words = "is back"

    def _matches(self, entry_id: str, occurrence: Occurrence) -> bool:
        least_s = 60.0 * self._options.get(CONF_MINUTES, 0)
        return (occurrence.away_s or 0.0) >= least_s and super()._matches(entry_id, occurrence)


class UnknownPersonSeen(_OccurrenceTrigger):
    """Somebody unknown is on site, and nobody recognised them in time."""

    kind = Kind.UNKNOWN_ARRIVED
    words = "was seen"

    def _key(self, occurrence: Occurrence) -> str:
        return HUB_EVENTS[0].key


class UnknownPersonReturned(UnknownPersonSeen):
    """Somebody unknown is back who was on site before."""

    kind = Kind.UNKNOWN_RETURNED
    words = "is back"


class WatchedPersonReappeared(_OccurrenceTrigger):
    """Somebody is back of whom people wanted to be told, exposed or not."""

    kind = Kind.REAPPEARED
    words = "is back"

    def _matches(self, entry_id: str, occurrence: Occurrence) -> bool:
        return occurrence.watched and super()._matches(entry_id, occurrence)


TRIGGERS: Final[dict[str, type[Trigger]]] = {
    "person_arrived": PersonArrived,
    "person_left": PersonLeft,
    "person_moved": PersonMoved,
    "person_reappeared": PersonReappeared,
    "unknown_person_returned": UnknownPersonReturned,
    "unknown_person_seen": UnknownPersonSeen,
    "watched_person_reappeared": WatchedPersonReappeared,
}


async def async_get_triggers(hass: HomeAssistant) -> dict[str, type[Trigger]]:
    """All triggers."""
    return TRIGGERS
