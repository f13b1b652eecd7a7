"""The card's commands."""

from __future__ import annotations

from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import (
    ClientSessionGenerator,
    WebSocketGenerator,
)

from custom_components.frigate_reid import websocket_api

from .answers import JPEG, failure
from .conftest import ENTRY_ID, StateOf
from .service import FakeService, until

pytestmark = pytest.mark.usefixtures("loaded")


async def _ask(hass_ws_client: WebSocketGenerator, **message: Any) -> dict[str, Any]:
    socket = await hass_ws_client()
    await socket.send_json_auto_id(message)
    answer: dict[str, Any] = await socket.receive_json()
    return answer


async def test_people_are_listed_with_their_entities(
    hass_ws_client: WebSocketGenerator, hass_client_no_auth: ClientSessionGenerator
) -> None:
    answer = await _ask(hass_ws_client, type="frigate_reid/people/list")
    assert answer["result"]["config_entry_id"] == ENTRY_ID
    [anna] = answer["result"]["people"]
    assert anna["name"] == "Anna"
    assert anna["entities"]["seen_by"] == "sensor.anna_seen_by"
    assert anna["entities"]["latest_sighting"] == "image.anna_latest_sighting"
    client = await hass_client_no_auth()
    assert await (await client.get(anna["picture"])).read() == JPEG


async def test_the_plan_comes_with_pictures(
    service: FakeService, hass_ws_client: WebSocketGenerator
) -> None:
    floor = {"id": "ground", "name": "Ground", "level": 0, "has_picture": True}
    service.plan = {
        "floors": [floor, {**floor, "id": "attic", "has_picture": False}],
        "placements": [],
        "cameras": [{"name": "gate", "placement": None}],
        "edges": [],
    }
    answer = await _ask(hass_ws_client, type="frigate_reid/plan/get")
    assert answer["result"]["plan"] == service.plan
    assert list(answer["result"]["pictures"]) == ["ground"]
    assert "authSig" in answer["result"]["pictures"]["ground"]


async def test_a_service_without_plans_has_none(
    service: FakeService, hass_ws_client: WebSocketGenerator
) -> None:
    service.lacks = {"/api/plan"}
    answer = await _ask(hass_ws_client, type="frigate_reid/plan/get")
    assert answer["result"] == {"plan": None, "pictures": {}}


async def test_a_route_may_have_a_trail(
    service: FakeService, hass_ws_client: WebSocketGenerator
) -> None:
    answer = await _ask(hass_ws_client, type="frigate_reid/route/get", person="Anna", trail=True)
    route = answer["result"]
    assert [each["camera"] for each in route["legs"]] == ["gate"]
    assert "authSig" in route["legs"][0]["clip"]
    assert route["trail"] == []
    service.lacks = {"/api/plan"}
    answer = await _ask(hass_ws_client, type="frigate_reid/route/get", person="Anna", trail=True)
    assert answer["result"]["trail"] == []


async def test_nobody_has_no_route(hass_ws_client: WebSocketGenerator) -> None:
    answer = await _ask(hass_ws_client, type="frigate_reid/route/get", person="Nobody")
    assert not answer["success"]
    assert answer["error"]["translation_key"] == "unknown_person"


async def test_who_is_on_site_is_followed(
    service: FakeService, hass_ws_client: WebSocketGenerator
) -> None:
    socket = await hass_ws_client()
    await socket.send_json_auto_id({"type": "frigate_reid/live/subscribe"})
    assert (await socket.receive_json())["success"]
    assert (await socket.receive_json())["event"]["people"] == []
    await service.see("anna", "gate")
    event = (await socket.receive_json())["event"]
    assert [(each["name"], each["camera"]) for each in event["people"]] == [("Anna", "gate")]
    await service.see("stranger", "garden")
    event = (await socket.receive_json())["event"]
    assert [each["name"] for each in event["unknown"]] == ["Person 3"]
    await service.stop()
    assert (await socket.receive_json())["event"]["connected"] is False


async def test_a_route_is_followed(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    hass_ws_client: WebSocketGenerator,
    state_of: StateOf,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(websocket_api, "_REREAD_S", 0.01)
    socket = await hass_ws_client()
    await socket.send_json_auto_id({"type": "frigate_reid/route/subscribe", "person": "Anna"})
    assert (await socket.receive_json())["success"]
    assert len((await socket.receive_json())["event"]["legs"]) == 1
    await service.see("anna", "garden")
    assert len((await socket.receive_json())["event"]["legs"]) == 2
    service.failures["/api/identities/anna/route"] = failure(500, "internal")
    await service.see("anna", "terrace", start_s=service.now_s + 1)
    await until(lambda: state_of("sensor.anna_seen_by") == "terrace")
    del service.failures["/api/identities/anna/route"]
    await service.see("anna", "gate", start_s=service.now_s + 2)
    assert len((await socket.receive_json())["event"]["legs"]) == 4
    await service.see("anna", "drive", start_s=service.now_s + 3)
    await until(lambda: state_of("sensor.anna_seen_by") == "drive")
    await socket.close()
    await hass.async_block_till_done()


@pytest.mark.parametrize(
    "message",
    [
        {"type": "frigate_reid/people/list"},
        {"type": "frigate_reid/plan/get"},
        {"type": "frigate_reid/live/subscribe"},
        {"type": "frigate_reid/route/get", "person": "Anna"},
        {"type": "frigate_reid/route/subscribe", "person": "Anna"},
    ],
)
async def test_a_user_who_may_not_see_the_site_is_refused(
    hass_ws_client: WebSocketGenerator, hass_admin_user: MockUser, message: dict[str, Any]
) -> None:
    hass_admin_user.groups = []
    hass_admin_user.mock_policy({})
    answer = await _ask(hass_ws_client, **message)
    assert answer["error"]["code"] == "unauthorized"


async def test_users_who_may_read_are_served(
    hass_ws_client: WebSocketGenerator, hass: HomeAssistant, hass_read_only_access_token: str
) -> None:
    socket = await hass_ws_client(hass, hass_read_only_access_token)
    await socket.send_json_auto_id({"type": "frigate_reid/people/list"})
    assert (await socket.receive_json())["success"]
