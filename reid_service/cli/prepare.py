"""`frigate-reid prepare`: finds what no setting names, before the service starts in an app."""

from __future__ import annotations

import argparse
import sys
from typing import Annotated, Any, Final

import msgspec

from reid_service.app.finding import USUAL, FoundFrigate, find_frigate, remember, remembered
from reid_service.app.site import make_data_dir
from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.embed.catalog import DEFAULT, named
from reid_service.embed.descriptor import DESCRIPTOR
from reid_service.embed.files import fetch
from reid_service.errors import ModelError, SettingsError
from reid_service.settings import ENV_PREFIX, FrigateSettings, MqttSettings, Settings

ONLY_GUESSED: Final = 3
"""Exit code: no Frigate is set, and none answered yet."""


class _Broker(msgspec.Struct):
    """What Home Assistant's Supervisor says of its broker."""

    host: str
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] = 1883
    username: str | None = None
    password: str | None = None
    ssl: bool = False


def add_commands(commands: Commands) -> None:
    """Add `prepare`."""
    parser = commands.add_parser(
        "prepare", help="find broker and Frigate and fetch the model, where an app starts"
    )
    parser.add_argument(
        "--offered-broker",
        action="store_true",
        help="read from the input, as JSON, which broker to take if none is set",
    )
    parser.add_argument(
        "--try",
        dest="addresses",
        action="append",
        metavar="URL",
        help="look for Frigate here instead of in the usual places; may be repeated",
    )
    add_settings_options(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """Print settings as lines for the environment; what there is to say goes to the console."""
    settings = settings_of(options)
    make_data_dir(settings)
    if options.offered_broker and not settings.mqtt.host:
        _print("MQTT", _broker(sys.stdin.buffer.read(), settings.mqtt))
    chosen = _usable_model(settings)
    if chosen != settings.model.name:
        _print("MODEL", {"name": chosen})
    if not _names_no_frigate(settings):
        return 0
    found = find_frigate(options.addresses or USUAL)
    if found is not None:
        remember(found, settings.data_dir)
    known = found or remembered(settings.data_dir)
    _say(_words(found, known))
    [given] = settings.frigate
    _print("FRIGATE", [_completed(given, known or FoundFrigate(USUAL[0]))])
    return 0 if known else ONLY_GUESSED


def _print(name: str, value: Any) -> None:
    if value:
        print(f"{ENV_PREFIX}{name}={msgspec.json.encode(value).decode()}")


def _say(sentence: str) -> None:
    print(f"frigate-reid: {sentence}", file=sys.stderr)


def _broker(content: bytes, given: MqttSettings) -> dict[str, Any]:
    """The broker that is offered, for the settings; empty if none is."""
    if content.strip() in (b"", b"{}", b"null"):
        _say(
            "No broker is set, and Home Assistant offers none. Install the Mosquitto broker app, "
            "or set mqtt.host."
        )
        return {}
    try:
        offered = msgspec.json.decode(content, type=_Broker)
    except msgspec.DecodeError as error:
        msg = f"the offered broker cannot be read ({error}); set mqtt.host"
        raise SettingsError(msg) from None
    _say(f"The broker is {offered.host}:{offered.port}, as Home Assistant offers it.")
    broker = {"host": offered.host, "port": offered.port, "tls": offered.ssl}
    if not given.username and offered.username:
        broker |= {"username": offered.username, "password": offered.password}
    return broker


def _usable_model(settings: Settings) -> str:
    """The chosen model once its file is there and right, else the one that ships."""
    name = settings.model.name
    if settings.model.file is not None or name in (DESCRIPTOR, DEFAULT):
        return name
    entry = named(name)
    try:
        if entry is None:
            msg = f"There is no model {name}."
            raise ModelError(msg)
        fetch(entry, settings.data_dir / "models")
    except ModelError as error:
        _say(f"{error} Until the next start the shipped model {DEFAULT} is used.")
        return DEFAULT
    _say(f"The model is {name}. Its licence: {entry.licence}.")
    return name


def _names_no_frigate(settings: Settings) -> bool:
    """Whether there is one Frigate whose address nobody has set."""
    return len(settings.frigate) == 1 and "url" not in settings.frigate[0].model_fields_set


def _words(found: FoundFrigate | None, known: FoundFrigate | None) -> str:
    if known is None:
        return (
            "Frigate was not found. Start it, or set frigate.url. The service starts all the same "
            f"and looks at {USUAL[0]}."
        )
    if found is None:
        return f"Frigate does not answer yet. It was at {known.url}."
    if found.needs_login:
        return (
            f"Frigate is at {found.url} and wants a login: set frigate.username and "
            "frigate.password. Its certificate is its own and is not checked."
        )
    return f"Frigate is at {found.url}."


def _completed(given: FrigateSettings, known: FoundFrigate) -> dict[str, Any]:
    """What was set of this Frigate, and what was found."""
    entry: dict[str, Any] = given.model_dump(mode="json", exclude_unset=True)
    if given.password is not None:
        entry["password"] = given.password.get_secret_value()
    return {
        "url": known.url,
        "topic_prefix": known.topic_prefix,
        "verify_tls": known.verify_tls,
        **entry,
    }
