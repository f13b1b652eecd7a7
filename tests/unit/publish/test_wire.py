"""What goes over the broker is what the documentation shows."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import msgspec
import pytest

from reid_service.domain.events import DomainEvent, SightingEvent
from reid_service.publish.wire import (
    SCHEMA_VERSION,
    ConfigMessage,
    EventMessage,
    Message,
    SightingMessage,
    encode,
    event_message,
)
from tests.unit.publish import examples

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "mqtt.md"
MESSAGES = (examples.CONFIG, *(event_message(event) for event in examples.EVENTS))


def documented_example(topic: str) -> str:
    """The JSON block of the section on `topic`."""
    text = DOCUMENT.read_text("utf-8")
    section = text.split(f"\n## `frigate_reid/main/{topic}`\n")[1].split("\n## ")[0]
    (block,) = re.findall(r"```json\n(.*?)\n```", section, re.DOTALL)
    return str(block)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.topic)
def test_the_documentation_shows_the_message_as_it_is(message: Message) -> None:
    assert documented_example(message.topic) == msgspec.json.format(
        encode(message), indent=2
    ).decode("utf-8")


def test_every_kind_of_message_has_an_example() -> None:
    assert {type(message) for message in MESSAGES} == set(Message.__subclasses__())


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.topic)
def test_a_message_reads_back_as_itself(message: Message) -> None:
    assert msgspec.json.decode(encode(message), type=type(message)) == message


@pytest.mark.parametrize("event", examples.EVENTS, ids=lambda event: type(event).__name__)
def test_every_field_of_an_event_is_told(event: DomainEvent) -> None:
    message: EventMessage = event_message(event)
    renamed = {"instance": "frigate_instance"} if isinstance(event, SightingEvent) else {}
    for field in fields(event):
        told = getattr(message, renamed.get(field.name, field.name))
        assert told == getattr(event, field.name)


def test_every_message_carries_the_schema_version() -> None:
    assert {message.schema_version for message in MESSAGES} == {SCHEMA_VERSION}


def test_somebody_new_has_no_similarity() -> None:
    message = msgspec.structs.replace(event_message(examples.SIGHTING), similarity=None)
    assert isinstance(message, SightingMessage)
    assert msgspec.json.decode(encode(message))["similarity"] is None


def test_the_discovery_message_has_no_place_for_a_secret() -> None:
    assert set(ConfigMessage.__struct_fields__) == {
        "schema_version",
        "service",
        "version",
        "instance",
        "instance_id",
        "api_url",
        "capabilities",
    }
