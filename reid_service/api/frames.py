"""Messages of the WebSocket, both ways; `docs/api.md` shows each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Final, TypeAlias

import msgspec

from reid_service.api.schemas import MIN_SCHEMA_VERSION
from reid_service.errors import InvalidRequest
from reid_service.publish.wire import SCHEMA_VERSION

MAX_MESSAGE_BYTES: Final = 16 * 1024
"""Largest message a client may send; the server closes with 1009 above it."""


class Topic(StrEnum):
    """What a client may subscribe to."""

    IDENTITIES = "identities"  # identity_changed
    SIGHTINGS = "sightings"  # sighting, handoff, reappearance
    PLAN = "plan"  # plan_changed
    SEARCHES = "searches"  # search_changed
    HEALTH = "health"  # health, every few seconds
    REVIEWS = "reviews"  # reviews, when another number of questions is open
    JOBS = "jobs"  # job, at every step of one


_Id = Annotated[str, msgspec.Meta(max_length=64)]
CommandId: TypeAlias = int | _Id
"""Chosen by the client; the answer carries it."""


class Subscribe(msgspec.Struct, frozen=True, tag="subscribe", tag_field="type"):
    """Send me these topics, too."""

    id: CommandId
    topics: list[Topic]


class Unsubscribe(msgspec.Struct, frozen=True, tag="unsubscribe", tag_field="type"):
    """Send me these topics no longer."""

    id: CommandId
    topics: list[Topic]


class Ping(msgspec.Struct, frozen=True, tag="ping", tag_field="type"):
    """Are you there?"""

    id: CommandId


Command: TypeAlias = Subscribe | Unsubscribe | Ping


class Hello(msgspec.Struct, frozen=True, kw_only=True, tag="hello", tag_field="type"):
    """The first message of every connection."""

    schema_version: int = SCHEMA_VERSION
    min_schema_version: int = MIN_SCHEMA_VERSION
    service_version: str
    instance: str


class Result(msgspec.Struct, frozen=True, kw_only=True, tag="result", tag_field="type"):
    """Done; `topics` are all that the client subscribes to now."""

    id: CommandId
    topics: list[Topic]


class Pong(msgspec.Struct, frozen=True, kw_only=True, tag="pong", tag_field="type"):
    """I am here."""

    id: CommandId


class Failure(msgspec.Struct, frozen=True, kw_only=True, tag="error", tag_field="type"):
    """Not done; `id` is None when the message had none that could be read."""

    id: CommandId | None
    code: str
    message: str


class Event(msgspec.Struct, frozen=True, kw_only=True, tag="event", tag_field="type"):
    """Something happened; `data` is the same message that MQTT carries, or as docs/api.md shows."""

    topic: Topic
    event: str
    data: Any


class _Named(msgspec.Struct):
    id: CommandId | None = None


_COMMAND: Final[msgspec.json.Decoder[Command]] = msgspec.json.Decoder(Command)
_NAMED: Final = msgspec.json.Decoder(_Named)


def encode(message: msgspec.Struct) -> str:
    """JSON text."""
    return msgspec.json.encode(message).decode()


def decode(text: str | bytes) -> Command | Failure:
    """The command in a client's message, or what to answer to one that is not understood."""
    try:
        return _COMMAND.decode(text)
    except (msgspec.MsgspecError, UnicodeError) as error:
        message = f"The message is not understood: {error}."
        return Failure(id=_id_of(text), code=InvalidRequest.code, message=message)


def _id_of(text: str | bytes) -> CommandId | None:
    try:
        return _NAMED.decode(text).id
    except (msgspec.MsgspecError, UnicodeError):
        return None
