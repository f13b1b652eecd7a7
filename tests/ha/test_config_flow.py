"""Setting up, by every way, and mending later."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import patch

import pytest
from homeassistant.config_entries import (
    SOURCE_HASSIO,
    SOURCE_MQTT,
    SOURCE_USER,
    ConfigEntryState,
    ConfigFlowResult,
)
from homeassistant.const import CONF_TOKEN, CONF_URL
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.helpers.service_info.hassio import HassioServiceInfo
from homeassistant.helpers.service_info.mqtt import MqttServiceInfo
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.frigate_reid.const import DOMAIN

from .conftest import set_up
from .service import INSTANCE_ID, TOKEN, FakeService

# Nobody listens on a port of this number.
NOBODY = "http://127.0.0.1:1"


async def _begin(hass: HomeAssistant, source: str, data: Any = None) -> ConfigFlowResult:
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": source}, data=data)


async def _give(hass: HomeAssistant, flow: ConfigFlowResult, **given: Any) -> ConfigFlowResult:
    return await hass.config_entries.flow.async_configure(flow["flow_id"], given)


def _mqtt(api_url: str, **changes: Any) -> MqttServiceInfo:
    message = {
        "schema_version": 1,
        "service": "frigate_reid",
        "version": "0.1.0",
        "instance": "main",
        "instance_id": INSTANCE_ID,
        "api_url": api_url,
        "capabilities": [],
        **changes,
    }
    return MqttServiceInfo(
        topic="frigate_reid/main/config",
        payload=json.dumps(message),
        qos=1,
        retain=True,
        subscribed_topic="frigate_reid/+/config",
        timestamp=0.0,
    )


def _hassio(port: int, **changes: Any) -> HassioServiceInfo:
    config = {"host": "127.0.0.1", "port": port, **changes}
    return HassioServiceInfo(config=config, name="Frigate Re-ID", slug="frigate_reid", uuid="1234")


async def test_address_and_token_make_an_entry(hass: HomeAssistant, service: FakeService) -> None:
    flow = await _begin(hass, SOURCE_USER)
    assert flow["type"] is FlowResultType.FORM
    assert flow["step_id"] == "user"
    done = await _give(hass, flow, url=f"{service.url}/", token=f" {TOKEN}\n")
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["title"] == "Frigate Re-ID"
    assert done["data"] == {CONF_URL: service.url, CONF_TOKEN: TOKEN}
    assert done["result"].unique_id == INSTANCE_ID
    await hass.async_block_till_done()
    assert done["result"].state is ConfigEntryState.LOADED


async def test_another_instance_is_called_by_its_name(
    hass: HomeAssistant, service: FakeService
) -> None:
    service.instance = "barn"
    flow = await _begin(hass, SOURCE_USER)
    done = await _give(hass, flow, url=service.url, token=TOKEN)
    assert done["title"] == "Frigate Re-ID barn"


@pytest.mark.parametrize(
    ("url", "token", "errors"),
    [
        (None, "wrong", {"base": "invalid_auth"}),
        (NOBODY, TOKEN, {"base": "cannot_connect"}),
        ("reid.lan:8674", TOKEN, {CONF_URL: "invalid_url"}),
        ("ftp://reid.lan", TOKEN, {CONF_URL: "invalid_url"}),
    ],
)
async def test_what_is_wrong_is_said_and_can_be_mended(
    hass: HomeAssistant,
    service: FakeService,
    url: str | None,
    token: str,
    errors: dict[str, str],
) -> None:
    flow = await _begin(hass, SOURCE_USER)
    again = await _give(hass, flow, url=url or service.url, token=token)
    assert again["type"] is FlowResultType.FORM
    assert again["errors"] == errors
    done = await _give(hass, again, url=service.url, token=TOKEN)
    assert done["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.parametrize(("least", "speaks"), [(2, 2), (0, 0)])
async def test_a_service_that_does_not_fit_is_refused(
    hass: HomeAssistant, service: FakeService, least: int, speaks: int
) -> None:
    service.min_schema_version, service.schema_version = least, speaks
    flow = await _begin(hass, SOURCE_USER)
    again = await _give(hass, flow, url=service.url, token=TOKEN)
    assert again["errors"] == {"base": "version_mismatch"}


async def test_a_fault_of_our_own_is_logged_and_said(
    hass: HomeAssistant, service: FakeService, caplog: pytest.LogCaptureFixture
) -> None:
    flow = await _begin(hass, SOURCE_USER)
    with patch(
        "custom_components.frigate_reid.client.client.ReidClient.info", side_effect=RuntimeError
    ):
        again = await _give(hass, flow, url=service.url, token=TOKEN)
    assert again["errors"] == {"base": "unknown"}
    assert "Unexpected error while connecting" in caplog.text


async def test_the_same_service_is_set_up_once(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    flow = await _begin(hass, SOURCE_USER)
    done = await _give(hass, flow, url=service.url, token=TOKEN)
    assert (done["type"], done["reason"]) == (FlowResultType.ABORT, "already_configured")


async def test_the_broker_tells_where_the_service_is(
    hass: HomeAssistant, service: FakeService
) -> None:
    flow = await _begin(hass, SOURCE_MQTT, _mqtt(service.url))
    assert flow["step_id"] == "confirm"
    assert flow["description_placeholders"] == {"name": "Frigate Re-ID", "url": service.url}
    again = await _give(hass, flow, url=service.url, token="wrong")
    assert again["errors"] == {"base": "invalid_auth"}
    done = await _give(hass, again, url=service.url, token=TOKEN)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["result"].unique_id == INSTANCE_ID


async def test_a_service_that_listens_elsewhere_than_it_says_can_be_set_up(
    hass: HomeAssistant, service: FakeService
) -> None:
    flow = await _begin(hass, SOURCE_MQTT, _mqtt("http://127.0.0.1:9"))
    done = await _give(hass, flow, url=service.url, token=TOKEN)
    assert done["data"][CONF_URL] == service.url


@pytest.mark.parametrize("payload", ["", "no json", "[]", "{}", '{"api_url": "reid.lan"}'])
async def test_a_message_that_makes_no_sense_is_dropped(hass: HomeAssistant, payload: str) -> None:
    found = _mqtt("http://reid.lan:8674")
    found.payload = payload
    done = await _begin(hass, SOURCE_MQTT, found)
    assert (done["type"], done["reason"]) == (FlowResultType.ABORT, "invalid_discovery_info")


async def test_discovery_leaves_a_working_entry_alone(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    done = await _begin(hass, SOURCE_MQTT, _mqtt("http://elsewhere.lan:8674"))
    assert done["reason"] == "already_configured"
    assert loaded.data[CONF_URL] == service.url


async def test_discovery_leaves_an_address_alone_that_somebody_typed(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    await _begin(hass, SOURCE_MQTT, _mqtt("http://elsewhere.lan:8674"))
    assert entry.data[CONF_URL] == service.url


async def test_discovery_mends_the_address_of_a_service_that_moved(
    hass: HomeAssistant, service: FakeService
) -> None:
    entry = MockConfigEntry(
        domain=DOMAIN,
        source=SOURCE_MQTT,
        unique_id=INSTANCE_ID,
        data={CONF_URL: NOBODY, CONF_TOKEN: TOKEN},
    )
    entry.add_to_hass(hass)
    await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_RETRY
    done = await _begin(hass, SOURCE_MQTT, _mqtt(service.url))
    assert done["reason"] == "already_configured"
    assert entry.data[CONF_URL] == service.url
    await hass.async_block_till_done()
    assert entry.state is ConfigEntryState.LOADED


async def test_the_app_hands_over_its_token(hass: HomeAssistant, service: FakeService) -> None:
    flow = await _begin(hass, SOURCE_HASSIO, _hassio(service.port, token=TOKEN))
    assert flow["step_id"] == "confirm"
    assert flow["data_schema"] is not None
    assert flow["data_schema"].schema == {}
    done = await _give(hass, flow)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["data"] == {CONF_URL: service.url, CONF_TOKEN: TOKEN}


async def test_an_app_that_keeps_its_token_is_asked_for(
    hass: HomeAssistant, service: FakeService
) -> None:
    flow = await _begin(hass, SOURCE_HASSIO, _hassio(service.port))
    done = await _give(hass, flow, url=service.url, token=TOKEN)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["result"].unique_id == INSTANCE_ID


async def test_an_app_whose_token_is_refused_is_dropped(
    hass: HomeAssistant, service: FakeService
) -> None:
    done = await _begin(hass, SOURCE_HASSIO, _hassio(service.port, token="old"))
    assert (done["type"], done["reason"]) == (FlowResultType.ABORT, "invalid_auth")


async def test_an_app_that_does_not_say_where_it_is_is_dropped(hass: HomeAssistant) -> None:
    info = HassioServiceInfo(config={}, name="Frigate Re-ID", slug="frigate_reid", uuid="1234")
    done = await _begin(hass, SOURCE_HASSIO, info)
    assert done["reason"] == "invalid_discovery_info"


async def test_a_new_token_is_taken(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    service.token = "new"
    flow = await loaded.start_reauth_flow(hass)
    assert flow["step_id"] == "reauth_confirm"
    again = await _give(hass, flow, token="wrong")
    assert again["errors"] == {"base": "invalid_auth"}
    done = await _give(hass, again, token="new")
    assert done["reason"] == "reauth_successful"
    await hass.async_block_till_done()
    assert loaded.data[CONF_TOKEN] == "new"
    assert loaded.state is ConfigEntryState.LOADED


async def test_address_and_token_can_be_changed(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    flow = await loaded.start_reconfigure_flow(hass)
    assert flow["step_id"] == "reconfigure"
    again = await _give(hass, flow, url=NOBODY, token=TOKEN)
    assert again["errors"] == {"base": "cannot_connect"}
    await service.stop()
    before, service.port = service.port, 0
    await service.start()
    assert service.port != before
    done = await _give(hass, again, url=service.url, token=TOKEN)
    assert done["reason"] == "reconfigure_successful"
    assert loaded.data[CONF_URL] == service.url


@pytest.mark.parametrize("way", ["reauth", "reconfigure"])
async def test_another_service_does_not_take_the_place(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry, way: str
) -> None:
    service.instance_id = "another"
    if way == "reauth":
        done = await _give(hass, await loaded.start_reauth_flow(hass), token=TOKEN)
    else:
        flow = await loaded.start_reconfigure_flow(hass)
        done = await _give(hass, flow, url=service.url, token=TOKEN)
    assert done["reason"] == "unique_id_mismatch"


# Options


async def _options(hass: HomeAssistant, entry: MockConfigEntry) -> ConfigFlowResult:
    return await hass.config_entries.options.async_init(entry.entry_id)


async def test_people_are_exposed_in_the_service(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    flow = await _options(hass, loaded)
    assert flow["step_id"] == "init"
    assert "off" in flow["description_placeholders"]["write_back"]
    done = await hass.config_entries.options.async_configure(
        flow["flow_id"], {"people": ["ben"], "unknown_hold": 30, "away_after": 120}
    )
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert loaded.options == {"unknown_hold": 30, "away_after": 120}
    assert sorted(service.calls) == [
        ("PATCH", "/api/identities/anna", {"exposed": False}),
        ("PATCH", "/api/identities/ben", {"exposed": True}),
    ]
    await hass.async_block_till_done()
    assert hass.states.get("sensor.ben_seen_by") is not None
    assert hass.states.get("sensor.anna_seen_by") is None


async def test_options_say_that_names_are_written_to_frigate(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    service.capabilities = ["write_sub_label"]
    await set_up(hass, service, entry)
    flow = await _options(hass, entry)
    assert flow["description_placeholders"]["write_back"].startswith("on")


async def test_options_need_the_service(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry
) -> None:
    flow = await _options(hass, loaded)
    await service.stop()
    given = {"people": [], "unknown_hold": 30, "away_after": 120}
    again = await hass.config_entries.options.async_configure(flow["flow_id"], given)
    assert again["errors"] == {"base": "cannot_connect"}
    assert (await _options(hass, loaded))["reason"] == "cannot_connect"


async def test_options_of_an_entry_that_is_not_loaded_say_so(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    assert (await _options(hass, entry))["reason"] == "not_loaded"
