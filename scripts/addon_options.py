"""Writes the app's options, their schema and their words from the settings themselves.

    python scripts/addon_options.py            writes config.yaml, translations/en.yaml, and the
                                               tables in DOCS.md of addon/
    python scripts/addon_options.py --check    says whether they are up to date

Which settings the app offers is said here. Types and bounds come from reid_service/settings.py,
explanations from scripts/docs_settings.py. Everything else can be set in a settings.yaml.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from docs_settings import WORDS

from reid_service.embed.catalog import CATALOG, DEFAULT
from reid_service.embed.descriptor import DESCRIPTOR
from reid_service.settings import Settings

ADDON = Path(__file__).resolve().parents[1] / "addon"
CONFIG = ADDON / "config.yaml"
TRANSLATION = ADDON / "translations" / "en.yaml"
DOCS = ADDON / "DOCS.md"
BEGIN = "<!-- options -->"
END = "<!-- /options -->"
MARK = "# From here on written by scripts/addon_options.py.\n"

Schema = Mapping[str, Any]

GROUPS = {
    "frigate": ("Frigate", "Found by itself where it is an app here. A second one needs a name and "
                "a topic_prefix of its own."),
    "mqtt": ("Broker", "Taken from Home Assistant where it has one, such as the Mosquitto app."),
    "model": ("Model", "What turns pictures of people into numbers that can be compared. Choosing "
              "another one than the shipped fetches it from where it is published."),
    "matching": ("Matching", "When sightings are one person."),
    "retention": ("Retention", "Days after which things are deleted for good."),
    "crops": ("Pictures", "Which pictures of people are used and kept."),
    "publish": ("Writing to Frigate", "Off unless you turn it on."),
    "store": ("Database", "A file of the app unless you set another."),
    "gallery": ("Vector index", "Embedded in the app unless you set a server."),
    "log": ("Log", "What the app tells."),
}  # fmt: skip

OFFERED = {
    "frigate.url": "Address",
    "frigate.public_url": "Address for browsers",
    "frigate.username": "User",
    "frigate.password": "Password",
    "frigate.verify_tls": "Check the certificate",
    "frigate.name": "Name",
    "frigate.topic_prefix": "Topic prefix",
    "mqtt.host": "Host",
    "mqtt.port": "Port",
    "mqtt.username": "User",
    "mqtt.password": "Password",
    "mqtt.tls": "Encrypted",
    "mqtt.ca_file": "Certificate authority",
    "mqtt.tls_insecure": "Do not check the name",
    "model.name": "Model",
    "model.file": "File of your own",
    "model.runtime": "Runtime",
    "model.threads": "Threads",
    "matching.band": "How daring",
    "matching.remembered_hours": "Hours remembered",
    "retention.unnamed_days": "Unnamed people",
    "retention.named_days": "Named people",
    "retention.pictures_days": "Pictures",
    "crops.keep_pictures": "Keep pictures",
    "crops.min_height_px": "Least height",
    "publish.write_sub_label": "Sub labels",
    "publish.write_description": "Descriptions",
    "store.url": "PostgreSQL",
    "gallery.url": "Qdrant server",
    "gallery.api_key": "Key of the server",
    "log.level": "Level",
}
"""Path and name of each option, in the order in which they are shown."""

# Where the words for every kind of set-up say less than is so in the app.
IN_THE_APP = {
    "frigate.url": "Address of its HTTP API. Left empty, it is looked for among the apps. Port "
    "5000 needs no login, 8971 does.",
    "mqtt.host": "Name or address of a broker of your own.",
    "mqtt.ca_file": "Certificate authority to trust, such as /ssl/ca.pem.",
    "model.file": "A file of your own, such as /config/my-model.onnx; it goes before the model.",
}

# Where the type alone would offer less than is known.
CHOICES = {"model.name": [DEFAULT, *(each.name for each in CATALOG if each.url), DESCRIPTOR]}


def options() -> dict[str, Any]:
    """Empty groups: every option is left out until somebody sets it."""
    schema = Settings.model_json_schema()
    return {
        group: [] if schema["properties"][group].get("type") == "array" else {} for group in GROUPS
    }


def schema() -> dict[str, Any]:
    """What Supervisor checks options against, every one of them optional."""
    made: dict[str, Any] = {group: {} for group in GROUPS}
    for path, field in _fields():
        group, name = path.split(".")
        made[group][name] = f"{_kind(path, field)}?"
    return {group: [made[group]] if options()[group] == [] else made[group] for group in GROUPS}


def words() -> dict[str, Any]:
    """Names and explanations as Home Assistant shows them."""
    made: dict[str, Any] = {
        group: {"name": name, "description": sentence, "fields": {}}
        for group, (name, sentence) in GROUPS.items()
    }
    for path, _ in _fields():
        group, name = path.split(".")
        text = IN_THE_APP.get(path, WORDS[path])
        made[group]["fields"][name] = {"name": OFFERED[path], "description": _plain(text)}
    return made


def _fields() -> Iterator[tuple[str, Schema]]:
    """Path and JSON schema of each offered setting. Raises `SystemExit` for one that is none."""
    whole = Settings.model_json_schema()
    for path in OFFERED:
        group, name = path.split(".")
        field = whole["properties"].get(group, {})
        reference = field.get("$ref") or field.get("items", {}).get("$ref", "")
        found = whole["$defs"].get(reference.rpartition("/")[2], {}).get("properties", {}).get(name)
        if found is None:
            sys.exit(f"scripts/addon_options.py offers {path}, which is no setting.")
        yield path, found


def _kind(path: str, field: Schema) -> str:
    one = next((each for each in field.get("anyOf", []) if each["type"] != "null"), field)
    choices = CHOICES.get(path) or one.get("enum")
    if choices:
        return f"list({'|'.join(choices)})"
    if one["type"] == "boolean":
        return "bool"
    if one["type"] == "string":
        return _kind_of_text(one)
    if (one.get("minimum"), one.get("maximum")) == (0, 65535):
        return "port"
    least = one.get("minimum", one.get("exclusiveMinimum", ""))
    kind = "int" if one["type"] == "integer" else "float"
    return f"{kind}({_number(least)},{_number(one.get('maximum', ''))})"


def _kind_of_text(field: Schema) -> str:
    if field.get("format") == "password":
        return "password"
    return f"match({field['pattern']})" if "pattern" in field else "str"


def _number(bound: float | str) -> str:
    return bound if isinstance(bound, str) else f"{bound:g}"


def _plain(text: str) -> str:
    """Without the marks of Markdown, which Home Assistant would show."""
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"docs/\1", text).replace("`", "")


def config() -> str:
    """The app's configuration with options and schema at its end."""
    head, mark, _ = CONFIG.read_text("utf-8").partition(MARK)
    if not mark:
        sys.exit(f"{CONFIG.name} needs the line {MARK.strip()}")
    return head + mark + _yaml({"options": options(), "schema": schema()})


def translation() -> str:
    """What Home Assistant shows of the app."""
    network = {
        "8674/tcp": "API for programs outside Home Assistant. It wants the token, and is not "
        "encrypted."
    }
    return (
        "# Written by scripts/addon_options.py.\n"
        + _yaml({"configuration": words(), "network": network})
    )  # fmt: skip


def docs() -> str:
    """The app's page with a table of all options between its two markers."""
    before, begin, rest = DOCS.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{DOCS.name} needs the lines {BEGIN} and {END}.")
    rows = ["| Option | In YAML | What it does |", "|---|---|---|"]
    for group, about in words().items():
        rows += [
            f"| {about['name']}: {each['name']} | `{group}.{name}` | {each['description']} |"
            for name, each in about["fields"].items()
        ]
    table = "\n".join(rows)
    return f"{before}{begin}\n{table}\n{end}{after}"


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)


def main(arguments: list[str]) -> int:
    """Write all files, or with `--check` compare: 1 when one is out of date."""
    fresh = {CONFIG: config(), TRANSLATION: translation(), DOCS: docs()}
    if arguments == ["--check"]:
        old = [path.name for path, text in fresh.items() if path.read_text("utf-8") != text]
        if old:
            print(f"{', '.join(old)} out of date: run python scripts/addon_options.py")
        return 1 if old else 0
    if arguments:
        sys.exit("Usage: python scripts/addon_options.py [--check]")
    for path, text in fresh.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
