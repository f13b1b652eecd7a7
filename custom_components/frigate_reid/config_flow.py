"""Setting up: by hand, found on the broker or by the Supervisor, and mending later."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any, Final

from homeassistant.config_entries import (
    SOURCE_USER,
    ConfigEntry,
    ConfigEntryState,
    ConfigFlow,
    ConfigFlowResult,
)
from homeassistant.const import CONF_TOKEN, CONF_URL
from homeassistant.core import callback
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.selector import TextSelector, TextSelectorConfig, TextSelectorType
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.mqtt import MqttServiceInfo

from .client import InvalidToken, ReidClient, ReidError, VersionMismatch
from .client.models import Info
from .client.rest import service_url
from .const import DOMAIN
from .options_flow import ReidOptionsFlow
from .validation import vol

_LOGGER = logging.getLogger(__name__)

_URL: Final = TextSelector(TextSelectorConfig(type=TextSelectorType.URL))
_TOKEN: Final = TextSelector(
    TextSelectorConfig(type=TextSelectorType.PASSWORD, autocomplete="current-password")
)
_SERVICE: Final = vol.Schema({vol.Required(CONF_URL): _URL, vol.Required(CONF_TOKEN): _TOKEN})
_TOKEN_ONLY: Final = vol.Schema({vol.Required(CONF_TOKEN): _TOKEN})


class ReidConfigFlow(ConfigFlow, domain=DOMAIN):
    """Every way ends in a connection that was tried."""

    VERSION = 1
    MINOR_VERSION = 1

    _found_url = ""
    _found_token: str | None = None

    @staticmethod
    @callback
    def async_get_options_flow(config_entry: ConfigEntry) -> ReidOptionsFlow:
        """The options."""
        return ReidOptionsFlow()

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask for address and token."""
        errors: dict[str, str] = {}
        if user_input is not None:
            info, errors = await self._try(user_input[CONF_URL], user_input[CONF_TOKEN])
            if info is not None:
                await self.async_set_unique_id(info.instance_id)
                self._abort_if_unique_id_configured(updates=_data(user_input))
                return self._entry(info, user_input)
        return self.async_show_form(
            step_id="user",
            data_schema=self.add_suggested_values_to_schema(_SERVICE, user_input),
            errors=errors,
        )

    async def async_step_mqtt(self, discovery_info: MqttServiceInfo) -> ConfigFlowResult:
        """The service's retained message on the broker."""
        try:
            message = json.loads(discovery_info.payload)
            url = str(service_url(message["api_url"]))
            instance, instance_id = str(message["instance"]), str(message["instance_id"])
        except (ValueError, TypeError, KeyError):
            return self.async_abort(reason="invalid_discovery_info")
        return await self._found(instance, instance_id, url)

    async def async_step_hassio(self, discovery_info: HassioServiceInfo) -> ConfigFlowResult:
        """The app tells the Supervisor where it is, and may hand over its token."""
        config = discovery_info.config
        try:
            url = str(service_url(f"http://{config['host']}:{int(config['port'])}"))
        except (ValueError, TypeError, KeyError):
            return self.async_abort(reason="invalid_discovery_info")
        token = config.get("token")
        self._found_token = None if token is None else str(token)
        if self._found_token is None:
            return await self._found(discovery_info.name, discovery_info.uuid, url)
        info, errors = await self._try(url, self._found_token)
        if info is None:
            return self.async_abort(reason=errors["base"])
        return await self._found(info.instance, info.instance_id, url)

    async def _found(self, instance: str, instance_id: str, url: str) -> ConfigFlowResult:
        entry = await self.async_set_unique_id(instance_id)
        if entry is not None and _may_follow(entry):
            self._abort_if_unique_id_configured(updates={CONF_URL: url})
        self._abort_if_unique_id_configured()
        self._found_url = url
        self.context["title_placeholders"] = {"name": _title(instance)}
        return await self.async_step_confirm()

    async def async_step_confirm(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for what discovery does not tell; never set up without asking."""
        errors: dict[str, str] = {}
        if user_input is not None:
            given = {
                CONF_URL: user_input.get(CONF_URL, self._found_url),
                CONF_TOKEN: user_input.get(CONF_TOKEN, self._found_token),
            }
            info, errors = await self._try(given[CONF_URL], given[CONF_TOKEN])
            if info is not None:
                await self.async_set_unique_id(info.instance_id, raise_on_progress=False)
                self._abort_if_unique_id_configured(updates=_data(given))
                return self._entry(info, given)
        suggested = {CONF_URL: self._found_url, **(user_input or {})}
        schema = vol.Schema({}) if self._found_token is not None else _SERVICE
        return self.async_show_form(
            step_id="confirm",
            data_schema=self.add_suggested_values_to_schema(schema, suggested),
            description_placeholders={
                "name": self.context.get("title_placeholders", {}).get("name", ""),
                "url": self._found_url,
            },
            errors=errors,
        )

    async def async_step_reauth(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """The token is no longer taken."""
        return await self.async_step_reauth_confirm()

    async def async_step_reauth_confirm(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Ask for the new token."""
        entry = self._get_reauth_entry()
        errors: dict[str, str] = {}
        if user_input is not None:
            info, errors = await self._try(entry.data[CONF_URL], user_input[CONF_TOKEN])
            if info is not None:
                await self.async_set_unique_id(info.instance_id)
                self._abort_if_unique_id_mismatch()
                return self.async_update_reload_and_abort(
                    entry, data_updates={CONF_TOKEN: user_input[CONF_TOKEN]}
                )
        return self.async_show_form(
            step_id="reauth_confirm",
            data_schema=_TOKEN_ONLY,
            description_placeholders={"name": entry.title, "url": entry.data[CONF_URL]},
            errors=errors,
        )

    async def async_step_reconfigure(
        self, user_input: dict[str, Any] | None = None
    ) -> ConfigFlowResult:
        """Change address or token of the same service."""
        entry = self._get_reconfigure_entry()
        errors: dict[str, str] = {}
        if user_input is not None:
            info, errors = await self._try(user_input[CONF_URL], user_input[CONF_TOKEN])
            if info is not None:
                await self.async_set_unique_id(info.instance_id)
                self._abort_if_unique_id_mismatch()
                return self.async_update_reload_and_abort(entry, data_updates=_data(user_input))
        suggested = user_input or {CONF_URL: entry.data[CONF_URL]}
        return self.async_show_form(
            step_id="reconfigure",
            data_schema=self.add_suggested_values_to_schema(_SERVICE, suggested),
            errors=errors,
        )

    async def _try(self, url: str, token: str) -> tuple[Info | None, dict[str, str]]:
        """What the service says of itself, or why it does not."""
        try:
            client = ReidClient(async_get_clientsession(self.hass), url, token.strip())
        except ValueError:
            return None, {CONF_URL: "invalid_url"}
        try:
            return await client.info(), {}
        except InvalidToken:
            return None, {"base": "invalid_auth"}
        except VersionMismatch:
            return None, {"base": "version_mismatch"}
        except ReidError:
            return None, {"base": "cannot_connect"}
        except Exception:
            _LOGGER.exception("Unexpected error while connecting")
            return None, {"base": "unknown"}

    def _entry(self, info: Info, given: Mapping[str, Any]) -> ConfigFlowResult:
        return self.async_create_entry(title=_title(info.instance), data=_data(given))


def _data(given: Mapping[str, Any]) -> dict[str, Any]:
    return {CONF_URL: str(service_url(given[CONF_URL])), CONF_TOKEN: given[CONF_TOKEN].strip()}


def _title(instance: str) -> str:
    return "Frigate Re-ID" if instance == "main" else f"Frigate Re-ID {instance}"


def _may_follow(entry: ConfigEntry) -> bool:
    """Whether a discovered address may replace the entry's own.

    Not when a person typed it, and not while it works: whoever may write to the broker could
    otherwise lead the token elsewhere.
    """
    return entry.source != SOURCE_USER and not _is_connected(entry)


def _is_connected(entry: ConfigEntry) -> bool:
    return entry.state is ConfigEntryState.LOADED and entry.runtime_data.last_update_success
