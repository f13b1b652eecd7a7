"""Writes the tables of docs/settings.md from the settings themselves.

    python scripts/docs_settings.py            writes the page anew
    python scripts/docs_settings.py --check    says whether it is up to date

Names, defaults and allowed values come from reid_service/settings.py; what a setting is good for
is said here. A setting without words, or words without a setting, is an error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reid_service.settings import Settings

PAGE = Path(__file__).resolve().parents[1] / "docs" / "settings.md"
BEGIN = "<!-- settings -->"
END = "<!-- /settings -->"

Schema = Mapping[str, Any]

WORDS = {
    "data_dir": "Folder for database, index, pictures, logs and the API's token.",
    "clock": "`traffic` lives in the time of a replayed recording. Leave it at `system`.",
    "mqtt.host": "Name or address of the broker. Empty: nothing is heard of Frigate.",
    "mqtt.port": "Its port; with TLS usually 8883.",
    "mqtt.username": "User at the broker, if it wants one.",
    "mqtt.password": "Their password.",
    "mqtt.tls": "Encrypt the connection.",
    "mqtt.ca_file": "Certificate authority to trust instead of the system's.",
    "mqtt.cert_file": "Our own certificate, where the broker asks for one.",
    "mqtt.key_file": "The key of that certificate.",
    "mqtt.tls_insecure": "Do not compare the broker's name with its certificate.",
    "frigate.name": "Short name of this Frigate; part of every sighting's id. Do not change it.",
    "frigate.url": "Address of its HTTP API. Port 5000 needs no login, 8971 does.",
    "frigate.public_url": "Address at which browsers find it, such as `https://frigate.lan:8971`: "
    "sightings then link to Frigate's own page of them.",
    "frigate.topic_prefix": "The same as `mqtt.topic_prefix` in Frigate.",
    "frigate.username": "User for port 8971.",
    "frigate.password": "Their password.",
    "frigate.verify_tls": "Check Frigate's certificate.",
    "frigate.ca_file": "Certificate authority to trust instead of the system's.",
    "frigate.connect_timeout_s": "Patience with a connection.",
    "frigate.read_timeout_s": "Patience with an answer.",
    "frigate.requests_per_second": "Upper bound of what Frigate is asked.",
    "frigate.recording_frames": "Half a minute after the end also cut the person from the "
    "recording: more pixels, for one call of ffmpeg in Frigate each time.",
    "crops.padding": "How much is added around a person, as a share of the box.",
    "crops.min_height_px": "People lower than this in the picture are not used.",
    "crops.min_quality": "Pictures below this quality are not used.",
    "crops.per_tracklet": "Good and different pictures kept of one tracked object.",
    "crops.keep_pictures": "Keep the crops as JPEG. Off: only vectors are kept.",
    "model.name": "A name of [models.md](models.md), or `descriptor`.",
    "model.file": "Path of a model file; it goes before the name.",
    "model.runtime": "`auto` times all and takes the fastest.",
    "model.threads": "Threads of the runtime. One is best beside a busy Frigate.",
    "model.max_batch": "Crops handed on together while many wait for the model.",
    "matching.band": "How daring links are made: one wrong link in 100, 33 or 12 is borne.",
    "matching.remembered_hours": "Hours back to which looks are compared: the clothes of a day.",
    "matching.revised_s": "What happened within this time is looked at again when more is known.",
    "matching.walks": "Walking times of your plan, a head start: they are learned anyway.",
    "matching.reappearance_after_s": "Away for as long as this is a re-appearance, else a handoff.",
    "matching.lost_after_s": "A tracked object without a word for so long is given up.",
    "store.url": "PostgreSQL, as `postgresql://user:password@host/database`. Unset: SQLite.",
    "gallery.url": "Address of a Qdrant server. Unset: the embedded index.",
    "gallery.api_key": "Key of that server.",
    "api.host": "Address to listen on. `0.0.0.0` opens it to the network.",
    "api.port": "Port to listen on.",
    "api.public_url": "Address that others are told over MQTT, where it differs.",
    "api.token": "The token that clients must send. Unset: `api-token` in the data folder.",
    "api.ingress_port": "Port for Home Assistant's ingress, which needs no token. 0: none.",
    "api.ingress_address": "The only address that may use that port.",
    "publish.prefix": "First part of our own MQTT topics.",
    "publish.instance": "Second part; another one for each service on one broker.",
    "publish.write_sub_label": "Write names into Frigate's sub labels.",
    "publish.write_description": "Write names into one line of Frigate's descriptions.",
    "retention.unnamed_days": "Sightings of unnamed people.",
    "retention.named_days": "Sightings of named people.",
    "retention.pictures_days": "Pictures of crops.",
    "retention.exports_days": "Exports and other jobs that are over.",
    "retention.every_s": "How often old things are deleted.",
    "pipeline.queue_size": "Messages that may wait.",
    "pipeline.fetch_threads": "Pictures fetched from Frigate at once.",
    "pipeline.order_wait_s": "How long decisions wait for one slow picture.",
    "pipeline.flush_every_s": "How often the index is made safe against power loss.",
    "log.level": "Least level that is logged.",
    "log.to_file": "Log to `logs/` in the data folder, too.",
    "log.file_size_mb": "Size at which a log file is put aside.",
    "log.files": "Log files kept.",
}


def tables() -> str:
    """All settings as Markdown, a table a group. Raises `SystemExit` when words do not fit."""
    schema = Settings.model_json_schema()
    groups = list(_groups(schema))
    paths = {path for _, _, fields in groups for path in fields}
    wrong = sorted(paths ^ WORDS.keys())
    if wrong:
        sys.exit(f"scripts/docs_settings.py and reid_service/settings.py differ: {wrong}")
    return "\n\n".join(_table(*each) for each in groups)


def _groups(schema: Schema) -> Iterator[tuple[str, str, dict[str, Schema]]]:
    """Title, a sentence, and the fields by their paths, of each group."""
    plain: dict[str, Schema] = {}
    nested = []
    for name, field in schema["properties"].items():
        reference = field.get("$ref") or field.get("items", {}).get("$ref")
        if reference is None:
            plain[name] = field
            continue
        group = schema["$defs"][reference.rpartition("/")[2]]
        fields = {f"{name}.{key}": value for key, value in group["properties"].items()}
        nested.append((f"`{name}`", group["description"], fields))
    yield "Top level", "", plain
    yield from nested


def _table(title: str, sentence: str, fields: Mapping[str, Schema]) -> str:
    head = [f"### {title}", ""]
    if sentence:
        head += [" ".join(sentence.split()), ""]
    head += ["| Setting | Default | Values | What it does |", "|---|---|---|---|"]
    rows = [
        f"| `{path}` | {_default(field)} | {_values(field)} | {WORDS[path]} |"
        for path, field in fields.items()
    ]
    return "\n".join(head + rows)


def _default(field: Schema) -> str:
    value = field.get("default")
    if value is None:
        return "unset"
    if value == "":
        return "empty"
    return f"`{str(value).lower() if isinstance(value, bool) else value}`"


def _values(field: Schema) -> str:
    one = next((each for each in field.get("anyOf", []) if each["type"] != "null"), field)
    if "enum" in one:
        return ", ".join(f"`{each}`" for each in one["enum"])
    if one["type"] == "string":
        kinds = {"path": "path", "password": "secret"}
        kind = kinds.get(one.get("format", ""), "text")
        return f"{kind} `{one['pattern']}`" if "pattern" in one else kind
    if one["type"] == "boolean":
        return "`true`, `false`"
    if one["type"] == "array":
        return "list of `a`, `b`, `seconds`"
    kind = "whole number" if one["type"] == "integer" else "number"
    return f"{kind}{_range(one)}"


def _range(field: Schema) -> str:
    if "exclusiveMinimum" in field:
        return f" above {field['exclusiveMinimum']:g}"
    if "minimum" in field and "maximum" in field:
        return f" from {field['minimum']:g} to {field['maximum']:g}"
    return f" from {field['minimum']:g}" if "minimum" in field else ""


def with_tables(page: str) -> str:
    """The page with the tables between its two markers replaced."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"{PAGE.name} needs the lines {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{tables()}\n\n{END}{after}"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare: 1 when it is out of date."""
    page = PAGE.read_text("utf-8")
    fresh = with_tables(page)
    if arguments == ["--check"]:
        if fresh == page:
            return 0
        print("docs/settings.md is out of date: run python scripts/docs_settings.py")
        return 1
    if arguments:
        sys.exit("Usage: python scripts/docs_settings.py [--check]")
    PAGE.write_text(fresh, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
