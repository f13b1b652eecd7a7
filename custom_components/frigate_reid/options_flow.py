"""Options: who appears in Home Assistant, and how long to wait."""

from __future__ import annotations

from typing import Any, Final

from homeassistant.config_entries import (
    ConfigEntryState,
    ConfigFlowResult,
    OptionsFlowWithReload,
)
from homeassistant.const import UnitOfTime
from homeassistant.helpers.selector import (
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
)

from .client import ReidClient, ReidError
from .client.models import Identity
from .const import (
    CAPABILITY_WRITE_BACK,
    DEFAULT_AWAY_S,
    DEFAULT_HOLD_S,
    OPTION_AWAY,
    OPTION_HOLD,
    OPTION_PEOPLE,
)
from .validation import vol

_WRITE_BACK: Final = {
    True: "on: names are written to Frigate as sub labels",
    False: "off: nothing is written to Frigate",
}


def _seconds(least: int, most: int) -> NumberSelector:
    return NumberSelector(
        NumberSelectorConfig(
            min=least,
            max=most,
            step=1,
            mode=NumberSelectorMode.BOX,
            unit_of_measurement=UnitOfTime.SECONDS,
        )
    )


class ReidOptionsFlow(OptionsFlowWithReload):
    """Whom the user chooses here is exposed in the service, which keeps it."""

    async def async_step_init(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """The one page."""
        if self.config_entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        coordinator = self.config_entry.runtime_data
        client: ReidClient = coordinator.client
        errors: dict[str, str] = {}
        try:
            named = await client.identities("named")
            if user_input is not None:
                await _expose(client, named, set(user_input[OPTION_PEOPLE]))
                return self.async_create_entry(data=_kept(user_input))
        except ReidError:
            if user_input is None:
                return self.async_abort(reason="cannot_connect")
            errors["base"] = "cannot_connect"
            named = []
        writes = CAPABILITY_WRITE_BACK in coordinator.data.info.capabilities
        return self.async_show_form(
            step_id="init",
            data_schema=self._schema(named),
            description_placeholders={"write_back": _WRITE_BACK[writes]},
            errors=errors,
        )

    def _schema(self, named: list[Identity]) -> vol.Schema:
        options = self.config_entry.options
        people = SelectSelector(
            SelectSelectorConfig(
                options=[
                    SelectOptionDict(value=each.id, label=each.label)
                    for each in sorted(named, key=lambda each: each.label.casefold())
                ],
                multiple=True,
                mode=SelectSelectorMode.LIST,
            )
        )
        exposed = [each.id for each in named if each.exposed]
        hold_s = options.get(OPTION_HOLD, DEFAULT_HOLD_S)
        away_s = options.get(OPTION_AWAY, DEFAULT_AWAY_S)
        return vol.Schema(
            {
                vol.Optional(OPTION_PEOPLE, default=exposed): people,
                vol.Required(OPTION_HOLD, default=hold_s): _seconds(0, 3600),
                vol.Required(OPTION_AWAY, default=away_s): _seconds(30, 86_400),
            }
        )


async def _expose(client: ReidClient, named: list[Identity], wanted: set[str]) -> None:
    for each in named:
        if each.exposed != (each.id in wanted):
            await client.change_identity(each.id, exposed=each.id in wanted)


def _kept(given: dict[str, Any]) -> dict[str, Any]:
    return {key: int(given[key]) for key in (OPTION_HOLD, OPTION_AWAY)}
