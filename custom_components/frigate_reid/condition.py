"""Conditions about people: is somebody on site, does a camera see them."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from homeassistant.const import CONF_OPTIONS, CONF_TARGET
from homeassistant.core import HomeAssistant
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.condition import Condition, ConditionConfig
from homeassistant.helpers.typing import ConfigType

from .targets import targeted_people
from .trigger import CONF_CAMERAS
from .validation import vol

CONF_BEHAVIOR: Final = "behavior"
_ANY: Final = "any"
_ALL: Final = "all"


def _schema(options: dict[Any, Any]) -> vol.Schema:
    return vol.Schema(
        {
            vol.Optional(CONF_TARGET): cv.TARGET_FIELDS,
            vol.Optional(CONF_OPTIONS, default=dict): options,
        }
    )


class _PersonCondition(Condition):
    """About the people whom the target means; without one about every exposed person."""

    schema: ClassVar[vol.Schema]

    @classmethod
    async def async_validate_config(cls, hass: HomeAssistant, config: ConfigType) -> ConfigType:
        """Check the options."""
        checked: ConfigType = cls.schema(config)
        return checked

    def __init__(self, hass: HomeAssistant, config: ConditionConfig) -> None:
        super().__init__(hass, config)
        self._target = config.target
        self._options: dict[str, Any] = dict(config.options or {})


class IsOnSite(_PersonCondition):
    """One or all of the people are on site."""

    schema = _schema({vol.Optional(CONF_BEHAVIOR, default=_ANY): vol.In([_ANY, _ALL])})

    def _async_check(self, **_: Any) -> bool:
        here = [each.on_site for each in targeted_people(self._hass, self._target)]
        if self._options.get(CONF_BEHAVIOR) == _ALL:
            return bool(here) and all(here)
        return any(here)


class IsSeenByCamera(_PersonCondition):
    """A camera sees one of the people now."""

    schema = _schema({vol.Optional(CONF_CAMERAS, default=list): vol.All(cv.ensure_list, [str])})

    def _async_check(self, **_: Any) -> bool:
        cameras = self._options.get(CONF_CAMERAS)
        seen_by = [each.camera for each in targeted_people(self._hass, self._target)]
        return any(each is not None and (not cameras or each in cameras) for each in seen_by)


CONDITIONS: Final[dict[str, type[Condition]]] = {
    "is_on_site": IsOnSite,
    "is_seen_by_camera": IsSeenByCamera,
}


async def async_get_conditions(hass: HomeAssistant) -> dict[str, type[Condition]]:
    """All conditions."""
    return CONDITIONS
