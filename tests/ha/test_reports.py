"""Diagnostics, repairs and system health."""

from __future__ import annotations

import json
from typing import Any

import pytest
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import MockConfigEntry, get_system_health_info
from pytest_homeassistant_custom_component.components.diagnostics import (
    get_diagnostics_for_config_entry,
)
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from syrupy.assertion import SnapshotAssertion

from custom_components.frigate_reid.const import DOMAIN

from .conftest import set_up, with_snapshots
from .service import INSTANCE_ID, TOKEN, FakeService, until


@with_snapshots
async def test_diagnostics_tell_no_names_and_no_secrets(
    hass: HomeAssistant,
    hass_client: ClientSessionGenerator,
    service: FakeService,
    entry: MockConfigEntry,
    snapshot: SnapshotAssertion,
) -> None:
    service.health["mqtt"][0]["instance"] = "my-broker.lan"
    await set_up(hass, service, entry)
    found: Any = await get_diagnostics_for_config_entry(hass, hass_client, entry)
    text = json.dumps(found)
    for secret in ("Anna", "anna", TOKEN, service.url, INSTANCE_ID, "my-broker"):
        assert secret not in text
    assert found == snapshot


def _issues(hass: HomeAssistant) -> set[str]:
    return {
        each.translation_key or ""
        for each in ir.async_get(hass).issues.values()
        if each.domain == DOMAIN
    }


async def test_a_site_that_is_well_has_no_repairs(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    assert _issues(hass) == set()


@pytest.mark.parametrize(
    ("change", "issue"),
    [
        ({"model": None}, "model_missing"),
        (
            {
                "mqtt": [
                    {
                        "instance": "frigate",
                        "connected": True,
                        "last_message_age_s": 90_000.0,
                        "problem": None,
                    }
                ]
            },
            "broker_silent",
        ),
        (
            {
                "frigate": [
                    {
                        "instance": "frigate",
                        "reachable": True,
                        "version": "0.14.1",
                        "can_write": None,
                        "problem": None,
                    }
                ]
            },
            "frigate_too_old",
        ),
    ],
)
async def test_what_is_wrong_is_a_repair_until_it_is_mended(
    hass: HomeAssistant,
    service: FakeService,
    loaded: MockConfigEntry,
    change: dict[str, Any],
    issue: str,
) -> None:
    await service.push("health", "health", {**service.health, **change})
    await until(lambda: _issues(hass) == {issue})
    await service.push("health", "health", service.health)
    await until(lambda: _issues(hass) == set())


async def test_a_plan_without_cameras_is_a_repair(
    hass: HomeAssistant, service: FakeService, entry: MockConfigEntry
) -> None:
    camera = {"name": "gate", "frigate_instance": "frigate", "placement": None}
    service.plan["cameras"] = [camera]
    await set_up(hass, service, entry)
    assert _issues(hass) == {"no_camera_placed"}
    service.plan["cameras"] = [{**camera, "placement": {"x": 1, "y": 2}}]
    await service.push("plan", "plan_changed", {})
    await until(lambda: _issues(hass) == set())


async def test_system_health_reaches_the_service(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    assert await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done()
    info = await get_system_health_info(hass, DOMAIN)
    assert await info.pop("can_reach_service") == "ok"
    assert info == {
        "service_version": "0.1.0",
        "schema_version": 1,
        "model": "frigate-reid-s1",
        "people": 1,
        "frigate": "0.17.2",
    }
    await hass.config_entries.async_unload(loaded.entry_id)
    assert await get_system_health_info(hass, DOMAIN) == {"can_reach_service": False}
