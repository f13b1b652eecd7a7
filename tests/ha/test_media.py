"""Pictures and clips through Home Assistant, and the media browser."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from homeassistant.auth.const import GROUP_ID_READ_ONLY
from homeassistant.components.media_player import BrowseError
from homeassistant.components.media_source import (
    Unresolvable,
    async_browse_media,
    async_resolve_media,
)
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.frigate_reid.views import media_path, signed

from .answers import CLIP, JPEG, failure
from .conftest import ENTRY_ID
from .service import FakeService

ROOT = "media-source://frigate_reid"
CLIP_PATH = media_path(ENTRY_ID, "clip", "frigate:1-anna")

pytestmark = pytest.mark.usefixtures("loaded")


async def test_a_crop_is_passed_on(hass_client: ClientSessionGenerator) -> None:
    client = await hass_client()
    answer = await client.get(media_path(ENTRY_ID, "crop", "any"))
    assert answer.status == HTTPStatus.OK
    assert answer.content_type == "image/jpeg"
    assert "private" in answer.headers["Cache-Control"]
    assert await answer.read() == JPEG


async def test_a_part_of_a_clip_is_passed_on(hass_client: ClientSessionGenerator) -> None:
    client = await hass_client()
    answer = await client.get(CLIP_PATH, headers={"Range": "bytes=100-199"})
    assert answer.status == HTTPStatus.PARTIAL_CONTENT
    assert answer.headers["Content-Range"] == f"bytes 100-199/{len(CLIP)}"
    assert await answer.read() == CLIP[100:200]
    whole = await client.get(CLIP_PATH)
    assert await whole.read() == CLIP


async def test_a_signed_path_needs_no_login(
    hass: HomeAssistant, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    assert (await client.get(CLIP_PATH)).status == HTTPStatus.UNAUTHORIZED
    assert (await client.get(signed(hass, CLIP_PATH))).status == HTTPStatus.OK


async def test_a_user_who_may_not_see_the_site_gets_nothing(
    hass: HomeAssistant, hass_client: ClientSessionGenerator, hass_admin_user: MockUser
) -> None:
    hass_admin_user.groups = []
    hass_admin_user.mock_policy({"entities": {"entity_ids": {"light.other": True}}})
    client = await hass_client()
    assert (await client.get(CLIP_PATH)).status == HTTPStatus.FORBIDDEN
    sensor = "sensor.frigate_re_id_people_on_site"
    hass_admin_user.mock_policy({"entities": {"entity_ids": {sensor: {"read": True}}}})
    assert (await client.get(CLIP_PATH)).status == HTTPStatus.OK
    assert GROUP_ID_READ_ONLY  # such users see everything: the policy above is narrower


@pytest.mark.parametrize(
    ("status", "given"),
    [(404, 404), (422, 422), (416, 416), (500, 502), (503, 502), (401, 502)],
)
async def test_what_the_service_refuses_is_passed_on(
    service: FakeService, hass_client: ClientSessionGenerator, status: int, given: int
) -> None:
    service.failures["/api/crops/any.jpg"] = failure(status, "any", "For a reason.")
    client = await hass_client()
    assert (await client.get(media_path(ENTRY_ID, "crop", "any"))).status == given


@pytest.mark.parametrize("path", ["none/crop/any.jpg", f"{ENTRY_ID}/secret/any"])
async def test_what_does_not_exist_is_not_found(
    hass_client: ClientSessionGenerator, path: str
) -> None:
    client = await hass_client()
    assert (await client.get(f"/api/frigate_reid/{path}")).status == HTTPStatus.NOT_FOUND


async def test_an_entry_that_is_not_loaded_has_no_media(
    hass: HomeAssistant, loaded: MockConfigEntry, hass_client: ClientSessionGenerator
) -> None:
    await hass.config_entries.async_unload(loaded.entry_id)
    client = await hass_client()
    assert (await client.get(CLIP_PATH)).status == HTTPStatus.SERVICE_UNAVAILABLE


# The media browser


@pytest.fixture
async def _browser(hass: HomeAssistant) -> None:
    assert await async_setup_component(hass, "media_source", {})


@pytest.mark.usefixtures("_browser")
async def test_people_have_days_and_days_have_legs(
    hass: HomeAssistant, service: FakeService
) -> None:
    await hass.config.async_set_time_zone("Europe/Amsterdam")
    people = await async_browse_media(hass, ROOT)
    assert [each.title for each in people.children or []] == ["Anna"]
    anna = (people.children or [])[0]
    assert anna.thumbnail == media_path(ENTRY_ID, "crop", "crop-frigate:1-anna")
    days = await async_browse_media(hass, anna.media_content_id)
    assert [each.title for each in days.children or []] == ["2026-09-11 (1)"]
    legs = await async_browse_media(hass, (days.children or [])[0].media_content_id)
    assert legs.title == "Anna, 2026-09-11"
    [leg] = legs.children or []
    assert leg.title == "08:01:50 gate"
    assert leg.can_play
    played = await async_resolve_media(hass, leg.media_content_id, None)
    assert played.url.startswith(CLIP_PATH)
    assert played.mime_type == "video/mp4"


@pytest.mark.usefixtures("_browser")
async def test_one_service_may_be_named(hass: HomeAssistant) -> None:
    found = await async_browse_media(hass, f"{ROOT}/{ENTRY_ID}")
    assert [each.title for each in found.children or []] == ["Anna"]
    days = await async_browse_media(hass, f"{ROOT}/{ENTRY_ID}/ben")
    assert days.title == "ben"


@pytest.mark.usefixtures("_browser")
async def test_without_a_service_there_is_nothing(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    await hass.config_entries.async_unload(loaded.entry_id)
    assert (await async_browse_media(hass, ROOT)).children == []


@pytest.mark.usefixtures("_browser")
@pytest.mark.parametrize(
    "path", ["none", f"{ENTRY_ID}/anna/yesterday", f"{ENTRY_ID}/anna/2026-09-11/x"]
)
async def test_what_cannot_be_browsed_is_said_so(hass: HomeAssistant, path: str) -> None:
    with pytest.raises(BrowseError):
        await async_browse_media(hass, f"{ROOT}/{path}")


@pytest.mark.usefixtures("_browser")
async def test_a_service_that_fails_is_said_so(hass: HomeAssistant, service: FakeService) -> None:
    service.failures["/api/identities/anna/sightings"] = failure(500, "internal")
    with pytest.raises(BrowseError):
        await async_browse_media(hass, f"{ROOT}/{ENTRY_ID}/anna")


@pytest.mark.usefixtures("_browser")
async def test_only_legs_can_be_played(hass: HomeAssistant) -> None:
    with pytest.raises(Unresolvable):
        await async_resolve_media(hass, f"{ROOT}/{ENTRY_ID}/anna", None)
