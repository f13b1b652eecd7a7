"""The documents' examples for Home Assistant: checked by it, and done."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
import yaml
from homeassistant.core import HomeAssistant, State
from homeassistant.helpers.template import Template
from homeassistant.setup import async_setup_component
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_mock_service,
)

from custom_components.frigate_reid.attributes import occurrence_attributes
from custom_components.frigate_reid.occurrences import Kind, Occurrence
from tests.project.doc_blocks import HOME_ASSISTANT, Block, run_by

from .conftest import ENTRY_ID, StateOf
from .service import FakeService, until

BLOCKS = run_by(HOME_ASSISTANT)
AUTOMATIONS = [each for each in BLOCKS if each.text.startswith(("triggers:", "actions:"))]
TEMPLATES = [each for each in BLOCKS if each.language == "jinja"]
OTHERS = [each for each in BLOCKS if each not in AUTOMATIONS and each not in TEMPLATES]
# Actions of others that the examples call.
FOREIGN = (
    "notify.mobile_app_phone",
    "light.turn_on",
    "alarm_control_panel.alarm_arm_away",
    "mqtt.publish",
)


def _trigger() -> dict[str, Any]:
    """The variables of a trigger, all that there may be."""
    values: dict[str, Any] = {each.name: "text" for each in fields(Occurrence)}
    values |= {"kind": Kind.QUESTION, "gap_s": 1.0, "away_s": 5400.0, "outcome": "accept"}
    values |= {"label": "Anna", "camera": "garden", "sighting_id": "frigate:1-anna"}
    carried = occurrence_attributes(ENTRY_ID, Occurrence(**values))
    return {**carried, "to_state": State("event.any", "on", carried)}


@pytest.fixture
async def calls(
    hass: HomeAssistant, service: FakeService, loaded: MockConfigEntry, state_of: StateOf
) -> dict[str, list[Any]]:
    """What actions of others were called with; Ben is exposed, too."""
    await service.change("ben", exposed=True)
    await until(lambda: state_of("sensor.ben_seen_by") is not None)
    return {name: async_mock_service(hass, *name.split(".")) for name in FOREIGN}


def test_there_are_examples() -> None:
    assert len(AUTOMATIONS) > 6
    assert len(TEMPLATES) == 1
    assert len(OTHERS) == 1
    print(f"{len(BLOCKS)} examples for Home Assistant are run")


@pytest.mark.parametrize("block", AUTOMATIONS, ids=str)
async def test_an_automation_is_one_and_does_what_it_says(
    hass: HomeAssistant,
    calls: dict[str, list[Any]],
    block: Block,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await _check(hass, block.text, caplog)
    told = [str(each.data["message"]).strip() for each in calls["notify.mobile_app_phone"]]
    assert all(told)
    assert told or calls["light.turn_on"] or calls[FOREIGN[2]] or "frigate_reid." in block.text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("minutes: 60", "minuten: 60"),
        ("frigate_reid.person_reappeared", "frigate_reid.person_came_back"),
    ],
)
async def test_an_automation_that_is_wrong_is_found(
    hass: HomeAssistant,
    calls: dict[str, list[Any]],
    right: str,
    wrong: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = next(each.text for each in AUTOMATIONS if right in each.text)
    with pytest.raises(AssertionError):
        await _check(hass, text.replace(right, wrong), caplog)


async def _check(hass: HomeAssistant, text: str, caplog: pytest.LogCaptureFixture) -> None:
    """Let Home Assistant take an automation, and do its actions."""
    config = yaml.safe_load(text)
    if "triggers" in config:
        assert await async_setup_component(hass, "automation", {"automation": [config]})
        await hass.async_block_till_done()
        assert hass.states.get("automation.automation_0").state == "on", caplog.text
    conditions = config.get("conditions", [])
    sequence = [{"if": conditions, "then": []}] if conditions else []
    # Delays were checked with the automation: nobody waits for them here.
    sequence += [each for each in config["actions"] if "delay" not in each]
    sequence += [{"event": "done"}]
    done = []
    hass.bus.async_listen("done", done.append)
    caplog.clear()
    assert await async_setup_component(hass, "script", {"script": {"it": {"sequence": sequence}}})
    await hass.services.async_call(
        "script", "turn_on", {"entity_id": "script.it", "variables": {"trigger": _trigger()}}
    )
    await hass.async_block_till_done(wait_background_tasks=False)
    assert done, caplog.text
    wrong = [
        each.getMessage()
        for each in caplog.records
        if each.levelname in ("WARNING", "ERROR") and each.name.startswith("homeassistant.")
    ]
    assert wrong == []


@pytest.mark.parametrize("block", TEMPLATES, ids=str)
async def test_a_template_can_be_rendered(
    hass: HomeAssistant, calls: dict[str, list[Any]], block: Block
) -> None:
    shown = Template(block.text, hass).async_render(strict=True)
    assert "Anna" in shown or "Nobody" in shown


@pytest.mark.parametrize("block", OTHERS, ids=str)
async def test_other_configuration_is_taken(hass: HomeAssistant, block: Block) -> None:
    for domain, config in yaml.safe_load(block.text).items():
        assert await async_setup_component(hass, domain, {domain: config})
