"""What the integration ships beside code: words, icons, descriptions, blueprints."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from homeassistant.components.blueprint.models import Blueprint
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util.yaml import load_yaml
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.frigate_reid import condition, trigger
from custom_components.frigate_reid.binary_sensor import OnSite
from custom_components.frigate_reid.event import HUB_EVENTS, PERSON_EVENT
from custom_components.frigate_reid.issues import ISSUES
from custom_components.frigate_reid.sensor import CAMERA_SENSORS, HUB_SENSORS, PERSON_SENSORS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "custom_components/frigate_reid"
BLUEPRINTS = sorted((ROOT / "blueprints/automation/frigate_reid").glob("*.yaml"))
WORDS = json.loads((FOLDER / "translations/en.json").read_text())
ICONS = json.loads((FOLDER / "icons.json").read_text())


def _described(name: str) -> dict[str, Any]:
    found = yaml.safe_load((FOLDER / name).read_text())
    return {key: value for key, value in found.items() if not key.startswith(".")}


@pytest.mark.parametrize("kind", ["services", "triggers", "conditions"])
def test_everything_described_has_words_and_an_icon(kind: str) -> None:
    described = _described(f"{kind}.yaml")
    assert set(described) == set(WORDS[kind]) == set(ICONS[kind])
    for key, each in described.items():
        assert set(each.get("fields", {})) == set(WORDS[kind][key]["fields"]), key


def test_everything_registered_is_described(hass: HomeAssistant, loaded: MockConfigEntry) -> None:
    assert set(hass.services.async_services()["frigate_reid"]) == set(WORDS["services"])
    assert set(trigger.TRIGGERS) == set(WORDS["triggers"])
    assert set(condition.CONDITIONS) == set(WORDS["conditions"])


def test_every_entity_has_words_and_an_icon() -> None:
    sensors = {each.key for each in (*HUB_SENSORS, *PERSON_SENSORS, *CAMERA_SENSORS)}
    events = {each.key for each in (*HUB_EVENTS, PERSON_EVENT)}
    assert sensors == set(WORDS["entity"]["sensor"]) == set(ICONS["entity"]["sensor"])
    assert events == set(WORDS["entity"]["event"]) == set(ICONS["entity"]["event"])
    assert set(WORDS["entity"]) == set(ICONS["entity"])
    assert OnSite.__doc__


def test_every_event_type_has_words() -> None:
    for each in (*HUB_EVENTS, PERSON_EVENT):
        words = WORDS["entity"]["event"][each.key]["state_attributes"]["event_type"]["state"]
        assert set(words) == set(each.kinds.values())


def test_every_repair_has_words() -> None:
    assert set(ISSUES) == set(WORDS["issues"])


def test_every_selector_that_is_named_has_words() -> None:
    text = "".join((FOLDER / name).read_text() for name in ("services.yaml", "conditions.yaml"))
    named = {line.split(":")[1].strip() for line in text.splitlines() if "translation_key" in line}
    assert named == set(WORDS["selector"])


def test_every_rule_of_the_quality_scale_is_answered() -> None:
    rules = yaml.safe_load((FOLDER / "quality_scale.yaml").read_text())["rules"]
    assert len(rules) == 54
    for rule, answer in rules.items():
        if answer == "done":
            continue
        assert answer["status"] in ("done", "todo", "exempt"), rule
        assert answer["comment"], rule


@pytest.mark.parametrize("file", BLUEPRINTS, ids=lambda file: file.stem)
async def test_a_blueprint_makes_an_automation(
    hass: HomeAssistant, loaded: MockConfigEntry, file: Path, tmp_path: Path
) -> None:
    hass.config.config_dir = str(tmp_path)
    shutil.copytree(file.parent, tmp_path / "blueprints/automation/frigate_reid")
    blueprint = Blueprint(load_yaml(str(file)), expected_domain="automation", schema=dict)
    action: list[dict[str, Any]] = [{"event": "done"}]
    answers: dict[str, Any] = {
        "notify_device": "none",
        "question": "event.frigate_re_id_question",
        "arrived": action,
        "unseen": action,
        "back": action,
        "exits": ["gate"],
        "people": {"entity_id": "event.anna_sightings"},
    }
    given = {key: answers[key] for key in blueprint.inputs if key in answers}
    use = {"path": f"frigate_reid/{file.name}", "input": given}
    config = {"automation": {"alias": "Test", "use_blueprint": use}}
    assert await async_setup_component(hass, "automation", config)
    await hass.async_block_till_done()
    state = hass.states.get("automation.test")
    assert state is not None
    # Without a phone in the registry an action for it cannot be checked to the end.
    assert state.state == ("unavailable" if "notify_device" in given else "on")
