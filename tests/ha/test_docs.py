"""What docs/home-assistant.md and the README tell of the integration is what there is."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import Any

import pytest
import yaml
from homeassistant.components.websocket_api import DOMAIN as WEBSOCKET
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.frigate_reid import views
from custom_components.frigate_reid.attributes import occurrence_attributes
from custom_components.frigate_reid.condition import CONDITIONS
from custom_components.frigate_reid.const import DOMAIN
from custom_components.frigate_reid.issues import ISSUES
from custom_components.frigate_reid.occurrences import Kind, Occurrence
from custom_components.frigate_reid.trigger import TRIGGERS

from .conftest import ENTRY_ID
from .documented import ROOT, codes, script, table, text_of
from .service import INSTANCE_ID

PAGE = text_of("docs/home-assistant.md")
FOLDER = ROOT / "custom_components/frigate_reid"
WORDS = json.loads((FOLDER / "translations/en.json").read_text())
LISTED = script("docs_home_assistant")
NAME = re.compile(r"(?<!\\)\*([^*\\]+)\*(\\\*)?")
EVENT_STATES = "event_type"


def _fields(kind: str) -> dict[str, dict[str, Any]]:
    described = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text())
    return {
        key: value.get("fields") or {}
        for key, value in described.items()
        if not key.startswith(".")
    }


def _choices(options: dict[str, Any]) -> set[str]:
    """What may be chosen in the options."""
    selects = [each["selector"].get("select") for each in options.values()]
    return {choice for each in selects if each for choice in each["options"]}


def _device(unique_id: str) -> str:
    rest = unique_id.removeprefix(f"{INSTANCE_ID}_")
    if rest.startswith("camera_"):
        return "camera"
    return "person" if rest.startswith("anna_") else "hub"


def test_the_lists_are_those_of_a_running_home_assistant(
    hass: HomeAssistant, fresh: list[er.RegistryEntry]
) -> None:
    made = {
        (_device(each.unique_id), each.domain, each.translation_key, each.disabled_by is None)
        for each in fresh
    }
    listed = {(each.device, each.platform, each.key, each.enabled) for each in LISTED.entities()}
    assert listed == made


@pytest.fixture
def fresh(hass: HomeAssistant, loaded: MockConfigEntry) -> list[er.RegistryEntry]:
    """The entities of an entry that nobody changed."""
    return er.async_entries_for_config_entry(er.async_get(hass), loaded.entry_id)


def test_every_attribute_is_listed(hass: HomeAssistant, everything: MockConfigEntry) -> None:
    own = {"attribution", "device_class", "entity_picture", "friendly_name", "icon", "options"}
    own |= {"state_class", "unit_of_measurement", "access_token", EVENT_STATES, "event_types"}
    seen = 0
    for each in er.async_entries_for_config_entry(er.async_get(hass), everything.entry_id):
        state = hass.states.get(each.entity_id)
        if each.domain not in ("sensor", "binary_sensor") or state is None:
            continue
        if state.state == "unavailable":  # it has none then
            continue
        words = WORDS["entity"][each.domain][each.translation_key].get("state_attributes", {})
        assert set(state.attributes) - own == set(words), each.entity_id
        seen += bool(words)
    assert seen == 4, "people on site, problem, seen by, suitability"


def test_every_entity_is_documented_with_its_states_and_attributes() -> None:
    shown = {}
    for device, entity, shows in table(PAGE, "| Device | Entity | Shows |"):
        kind = entity.partition("*")[0].strip().removesuffix("s").replace(" ", "_")
        names = NAME.findall(entity)
        for name, off in names:
            shown[device, kind, name, not off] = (codes(shows), len(names) > 1)
    made = {}
    for each in LISTED.entities():
        words = WORDS["entity"][each.platform][each.key]
        attributes = words.get("state_attributes", {})
        told = set(attributes.get(EVENT_STATES, words).get("state", ())) - {"on", "off"}
        told |= set() if each.platform == "event" else set(attributes)
        made[LISTED.DEVICES[each.device], each.platform, words["name"], each.enabled] = told
    assert set(shown) == set(made)
    for key, told in made.items():
        found, shared = shown[key]
        assert told <= found, key
        assert shared or found - told == set(), key


def test_every_attribute_of_an_event_is_documented() -> None:
    values = {each.name: "text" for each in fields(Occurrence)}
    values |= {"kind": Kind.QUESTION, "gap_s": 1.0, "away_s": 1.0, "outcome": "accept"}
    carried = occurrence_attributes(ENTRY_ID, Occurrence(**values))
    rows = table(PAGE, "| Attribute | Means |")
    assert set().union(*(codes(row[0]) for row in rows)) == set(carried)
    for words in WORDS["entity"]["event"].values():
        assert set(words["state_attributes"]) - {EVENT_STATES} == set(carried)


@pytest.mark.parametrize(
    ("kind", "head", "registered"),
    [
        ("triggers", "| Trigger | Options | Fires |", set(TRIGGERS)),
        ("conditions", "| Condition | Options | Passes |", set(CONDITIONS)),
        ("services", "| Action | Takes | Returns |", set(WORDS["services"])),
    ],
)
def test_all_of_a_kind_are_documented_with_their_options(
    kind: str, head: str, registered: set[str]
) -> None:
    rows = {next(iter(codes(row[0]))).removeprefix(f"{DOMAIN}."): row for row in table(PAGE, head)}
    assert set(rows) == registered
    for key, options in _fields(kind).items():
        own = set(options) - {"config_entry_id"}
        told = codes(rows[key][1])
        assert own <= told <= own | _choices(options), key


async def test_actions_are_documented_with_what_they_answer(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    rows = {row[0].strip("`"): row[2] for row in table(PAGE, "| Action | Takes | Returns |")}
    asked: dict[str, dict[str, Any]] = {
        "get_route": {"person": "sensor.anna_seen_by"},
        "get_expected": {"person": "sensor.anna_seen_by"},
        "whereabouts": {},
        "search": {"person": "sensor.anna_seen_by"},
        "get_candidates": {},
    }
    for name, data in asked.items():
        answer = await hass.services.async_call(
            DOMAIN, name, data, blocking=True, return_response=True
        )
        assert answer is not None
        if name == "search":
            asked["get_candidates"]["search_id"] = answer["search_id"]
        assert codes(rows[f"{DOMAIN}.{name}"]) <= set(answer) | {
            key for legs in [answer.get("legs", [])] for leg in legs for key in leg
        }


def test_every_command_of_the_websocket_is_documented(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    registered = {
        name: schema
        for name, (_, schema) in hass.data[WEBSOCKET].items()
        if name.startswith(f"{DOMAIN}/")
    }
    rows = {row[0].strip("`"): row for row in table(PAGE, "| Command | Takes | Answers |")}
    assert set(rows) == set(registered)
    for name, schema in registered.items():
        taken = {str(key) for key in schema.schema} if schema else set()
        told = codes(rows[name][1])
        if rows[name][1] == "the same":
            told = codes(rows[name.replace("subscribe", "get")][1])
        assert told == taken - {"id", "type", "config_entry_id"}, name


def test_every_kind_of_medium_is_documented() -> None:
    sentence = PAGE.split("where the kind is one of")[1].partition(".")[0]
    assert codes(sentence) == set(views._PATHS)


def test_every_repair_is_documented() -> None:
    titles = {WORDS["issues"][key]["title"].format(name="Frigate Re-ID") for key in ISSUES}
    assert {row[0].strip("*") for row in table(PAGE, "| Repair | Comes when |")} == titles


def test_every_parameter_and_option_is_documented() -> None:
    asked = {
        name for step in WORDS["config"]["step"].values() for name in step.get("data", {}).values()
    }
    assert {row[0] for row in table(PAGE, "| Parameter | Means |")} == asked
    options = set(WORDS["options"]["step"]["init"]["data"].values())
    assert {row[0] for row in table(PAGE, "| Option | Default | Means |")} == options
