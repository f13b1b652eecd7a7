"""Whatever exists is documented, and whatever is documented exists; without a Home Assistant.

tests/ha/test_docs.py does the same for what only a running Home Assistant knows.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import yaml

from reid_service.api.frames import Topic
from reid_service.domain.events import DomainEvent
from reid_service.publish.mqtt_out import HOME_ASSISTANT_STATUS
from reid_service.publish.wire import STATUS, EventMessage, Message, event_message
from reid_service.settings import PublishSettings, Settings
from tests.project.tree import ROOT, files_ending, text_of
from tests.unit.publish import examples

INTEGRATION = ROOT / "custom_components/frigate_reid"
MQTT = Path("docs/mqtt.md")
API = Path("docs/api.md")


def _text(path: Path) -> str:
    return text_of(path) or ""


def _rows(text: str, head: str) -> dict[str, list[str]]:
    """Cells after the first, by the first without its marks, of the table with that head."""
    assert f"\n{head}\n" in text, head
    lines = text.split(f"\n{head}\n")[1].splitlines()[1:]
    rows = {}
    for line in lines:
        if not line.startswith("|"):
            break
        first, *others = (cell.strip() for cell in line.strip("|").split("|"))
        rows[first.strip("`")] = others
    return rows


def _codes(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def test_the_tables_of_the_integration_are_up_to_date() -> None:
    command = [sys.executable, str(ROOT / "scripts/docs_home_assistant.py"), "--check"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


# MQTT


def _root() -> str:
    settings = PublishSettings()
    return f"{settings.prefix}/{settings.instance}"


def _published() -> set[str]:
    return {f"{_root()}/{each.topic}" for each in Message.__subclasses__()} | {
        f"{_root()}/{STATUS}"
    }


def test_every_mqtt_topic_has_a_row_and_a_section_and_no_other_does() -> None:
    text = _text(MQTT)
    assert set(_rows(text, "| Topic | Retained | QoS | Tells |")) == _published()
    assert set(re.findall(r"^## `([^`]+)`$", text, re.MULTILINE)) == _published()


def test_no_document_names_an_mqtt_topic_that_is_not_published() -> None:
    named = {
        (str(path), topic)
        for path in files_ending(".md")
        for topic in re.findall(rf"\b{_root()}/[\w/]+", _text(path))
    }
    assert named
    assert [each for each in sorted(named) if each[1] not in _published()] == []
    assert HOME_ASSISTANT_STATUS in _codes(_text(MQTT))


def test_every_choice_in_a_message_is_documented() -> None:
    """Phases, outcomes and changes are words of ours: each is told with what it means."""
    text = _text(MQTT)
    choices = {
        (type(message).__name__, str(choice))
        for message in _messages()
        for choice in _choices(message)
    }
    assert len(choices) > 8
    assert [each for each in sorted(choices) if f"`{each[1]}`" not in text] == []


def _choices(message: EventMessage) -> Iterator[StrEnum]:
    for name in message.__struct_fields__:
        value = getattr(message, name)
        if isinstance(value, StrEnum):
            yield from type(value)


def _messages() -> list[EventMessage]:
    """One of each kind."""
    events: list[DomainEvent] = [*examples.EVENTS]
    return [event_message(each) for each in events]


# The WebSocket of the service


def _announced() -> set[tuple[str, str]]:
    """Topic and event of every announcement in the source."""
    found = {("health", "health")}  # by announce_health
    for path in files_ending(".py"):
        if not path.is_relative_to("reid_service"):
            continue
        for node in ast.walk(ast.parse(_text(path))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            if node.func.attr == "announce" and len(node.args) == 3:
                topic, event, _ = node.args
                if isinstance(topic, ast.Attribute) and isinstance(event, ast.Constant):
                    found.add((Topic[topic.attr].value, str(event.value)))
    for message in _messages():
        topic_name = Topic.IDENTITIES if message.topic == "identity_changed" else Topic.SIGHTINGS
        found.add((topic_name.value, message.topic))
    return found


def test_every_topic_and_event_of_the_websocket_is_documented_and_no_other() -> None:
    rows = _rows(_text(API), "| Topic | Events |")
    assert set(rows) == {each.value for each in Topic}
    for topic, (events,) in rows.items():
        own = {event for of_topic, event in _announced() if of_topic == topic}
        # What the event carries is told after its name.
        fields = {"data", "search_id", "open"}
        assert own <= _codes(events) <= own | fields, topic


# Settings and options


def _paths() -> set[str]:
    schema = Settings.model_json_schema()
    found = set()
    for name, field in schema["properties"].items():
        reference = field.get("$ref") or field.get("items", {}).get("$ref")
        group = schema["$defs"][reference.rpartition("/")[2]] if reference else {}
        found |= {f"{name}.{key}" for key in group.get("properties", {})} or {name}
    return found


def _first_cells(path: Path, pattern: str) -> set[str]:
    return set(re.findall(pattern, _text(path), re.MULTILINE))


def test_every_setting_has_a_row_and_no_other_does() -> None:
    rows = _first_cells(
        Path("docs/settings.md"), r"^\| `([a-z_.]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$"
    )
    assert rows == _paths()


def test_every_option_of_the_app_has_a_row_and_no_other_does() -> None:
    schema = yaml.safe_load((ROOT / "addon/config.yaml").read_text("utf-8"))["schema"]
    offered = {
        f"{group}.{name}"
        for group, fields in schema.items()
        for name in (fields[0] if isinstance(fields, list) else fields)
    }
    assert _first_cells(Path("addon/DOCS.md"), r"^\| [^|]+ \| `([a-z_.]+)` \|") == offered


# Home Assistant


def _keys(name: str) -> set[str]:
    described = yaml.safe_load((INTEGRATION / name).read_text("utf-8"))
    return {key for key in described if not key.startswith(".")}


def test_no_document_names_a_trigger_condition_or_action_that_does_not_exist() -> None:
    kinds = [_keys(f"{kind}.yaml") for kind in ("services", "triggers", "conditions")]
    known = set[str]().union(*kinds)
    named = {
        (str(path), name)
        for path in files_ending(".md", ".yaml")
        if not path.is_relative_to("tests")
        for name in re.findall(r"(?<![\w./])frigate_reid\.([a-z_]+)\b", _text(path))
    }
    assert len(named) > len(known)
    assert [each for each in sorted(named) if each[1] not in known | {"zip"}] == []


def test_no_document_names_an_entity_that_does_not_exist() -> None:
    """Entity ids in examples: those of Anna, Ben, and the service."""
    words = json.loads((INTEGRATION / "translations/en.json").read_text("utf-8"))["entity"]
    made = {
        f"{platform}.{owner}_{re.sub(r'[^a-z0-9]+', '_', each['name'].lower())}"
        for platform, keys in words.items()
        for each in keys.values()
        for owner in ("anna", "ben", "frigate_re_id")
    }
    named = {
        (str(path), entity)
        for path in files_ending(".md")
        for entity in re.findall(r"\b[a-z_]+\.(?:anna|ben|frigate_re_id)_[a-z_]+", _text(path))
    }
    assert named
    assert [each for each in sorted(named) if each[1] not in made] == []


_ENDS = ("error", "abort")
# What Home Assistant's own helpers of a flow end it with.
_OF_FLOWS = {
    "already_configured",
    "already_in_progress",
    "reauth_successful",
    "reconfigure_successful",
    "unique_id_mismatch",
}


def _constants() -> set[str]:
    """Every word in quotes in the code of the integration, which is for a newer Python."""
    return {
        word
        for path in files_ending(".py")
        if path.is_relative_to("custom_components")
        for word in re.findall(r'"([a-z_]+)"', _text(path))
    }


def test_there_are_no_words_for_what_is_never_said() -> None:
    """Home Assistant's tests fail where words are missing; this finds those that are left over."""
    words = json.loads((INTEGRATION / "translations/en.json").read_text("utf-8"))
    flows = [words[flow].get(kind, {}) for flow in ("config", "options") for kind in _ENDS]
    kept = {key for each in (words["exceptions"], words["issues"], *flows) for key in each}
    assert len(kept) > 20
    assert kept - _constants() <= _OF_FLOWS
