"""Writes what the documents list of the integration: entities, triggers, actions, blueprints.

    python scripts/docs_home_assistant.py            writes the tables anew
    python scripts/docs_home_assistant.py --check    says whether they are up to date

Home Assistant is not needed: which entities there are is read from the source of the platforms,
everything else from the words and descriptions that the integration ships.
tests/ha/test_docs.py compares all of that with what a running Home Assistant has.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "custom_components/frigate_reid"
DOMAIN = FOLDER.name
BLUEPRINTS = ROOT / "blueprints/automation" / DOMAIN
PAGES = {
    ROOT / "README.md": ("entities", "triggers", "conditions", "actions"),
    ROOT / "docs/automations.md": ("blueprints",),
}
# Descriptions are kept in tuples, and entities derive from bases, of these names.
DEVICES = {"hub": "Service", "person": "Each exposed person", "camera": "Each camera"}


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity that the integration makes, once for each device of its kind."""

    device: str
    platform: str
    key: str
    enabled: bool


def entities() -> list[Entity]:
    """All of them, by device. Raises `SystemExit` where source and words differ."""
    found = [each for path in _platforms() for each in _entities_in(path)]
    words = _words()["entity"]
    order = [(platform, key) for platform, keys in words.items() for key in keys]
    wrong = {(each.platform, each.key) for each in found} ^ set(order)
    if wrong:
        sys.exit(f"The platforms and translations/en.json differ: {sorted(wrong)}")
    devices = list(DEVICES)
    return sorted(
        found, key=lambda each: (devices.index(each.device), order.index((each.platform, each.key)))
    )


def _platforms() -> list[Path]:
    return [FOLDER / f"{platform}.py" for platform in _words()["entity"]]


def _entities_in(path: Path) -> Iterator[Entity]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            device = node.targets[0].id.partition("_")[0].lower()
            if device in DEVICES:
                yield from _described(device, path.stem, node.value)
        elif isinstance(node, ast.ClassDef):
            yield from _class(path.stem, node)


def _described(device: str, platform: str, value: ast.expr) -> Iterator[Entity]:
    """Those of one description, or of a tuple of them."""
    for call in value.elts if isinstance(value, ast.Tuple) else [value]:
        given = {each.arg: each.value for each in getattr(call, "keywords", ())}
        key = given.get("key")
        if isinstance(key, ast.Constant):
            off = _is_off(given, "entity_registry_enabled_default")
            yield Entity(device, platform, key.value, not off)


def _class(platform: str, node: ast.ClassDef) -> Iterator[Entity]:
    """The one that a class makes under a key of its own."""
    bases = [each.id for each in node.bases if isinstance(each, ast.Name)]
    device = next((each for each in DEVICES if f"{each.capitalize()}Entity" in bases), None)
    values = {
        each.targets[0].id: each.value
        for each in node.body
        if isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)
    }
    for call in ast.walk(node):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        last = call.args[-1] if call.func.attr == "__init__" and call.args else None
        if device is not None and isinstance(last, ast.Constant) and isinstance(last.value, str):
            off = _is_off(values, "_attr_entity_registry_enabled_default")
            yield Entity(device, platform, last.value, not off)


def _is_off(values: Mapping[Any, ast.expr], name: str) -> bool:
    value = values.get(name)
    return isinstance(value, ast.Constant) and value.value is False


def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads((FOLDER / "translations/en.json").read_text("utf-8"))
    return words


def _options(kind: str) -> dict[str, list[str]]:
    """Names of the options of each action, trigger or condition, in their order."""
    described = yaml.safe_load((FOLDER / f"{kind}.yaml").read_text("utf-8"))
    return {
        key: [name for name in each.get("fields", {}) if name != "config_entry_id"]
        for key, each in described.items()
        if not key.startswith(".")
    }


def entity_table() -> str:
    """Entities by device, with their states and attributes."""
    rows = ["| Device | Entity | States | Attributes |", "|---|---|---|---|"]
    shown = ""
    for each in entities():
        words = _words()["entity"][each.platform][each.key]
        device = DEVICES[each.device] if each.device != shown else ""
        shown = each.device
        name = f"{each.platform.replace('_', ' ')} *{words['name']}*"
        rows.append(
            f"| {device} | {name}{'' if each.enabled else ' (off)'} | {_codes(_states(words))} "
            f"| {_attributes(each, words)} |"
        )
    return "\n".join(rows)


def _states(words: Mapping[str, Any]) -> list[str]:
    kinds = words.get("state_attributes", {}).get("event_type", {})
    return list(kinds.get("state") or words.get("state", ()))


def _attributes(entity: Entity, words: Mapping[str, Any]) -> str:
    names = [each for each in words.get("state_attributes", {}) if each != "event_type"]
    if entity.platform == "event":
        return "[of events](docs/home-assistant.md#what-events-carry)"
    return _codes(names)


def _codes(names: list[str]) -> str:
    return ", ".join(f"`{each}`" for each in names)


def _table(kind: str, head: str) -> str:
    words, options = _words()[kind], _options(kind)
    if set(words) != set(options):
        sys.exit(f"{kind}.yaml and translations/en.json differ: {set(words) ^ set(options)}")
    rows = [f"| {head} | What it does | Options |", "|---|---|---|"]
    rows += [
        f"| `{DOMAIN}.{key}` | {words[key]['description']} | {_codes(options[key])} |"
        for key in options
    ]
    return "\n".join(rows)


class _Loader(yaml.SafeLoader):
    """Reads `!input NAME` as the name."""


_Loader.add_multi_constructor("!", lambda _loader, _suffix, node: node.value)


def blueprint_table() -> str:
    """What each blueprint does and asks for."""
    rows = ["| Blueprint | What it does | Asks for |", "|---|---|---|"]
    for path in sorted(BLUEPRINTS.glob("*.yaml")):
        # The loader is a SafeLoader.
        about = yaml.load(path.read_text("utf-8"), _Loader)["blueprint"]  # noqa: S506
        asked = ", ".join(each["name"] for each in about["input"].values())
        words = " ".join(about["description"].split())
        rows.append(f"| `{path.name}` | {words} | {asked} |")
    return "\n".join(rows)


def tables() -> dict[str, str]:
    """All tables by the name of their markers."""
    return {
        "blueprints": blueprint_table(),
        "entities": entity_table(),
        "triggers": _table("triggers", "Trigger"),
        "conditions": _table("conditions", "Condition"),
        "actions": _table("services", "Action"),
    }


def with_tables(page: str, names: Iterable[str]) -> str:
    """The page with every table between its two markers replaced."""
    for name in names:
        before, begin, rest = page.partition(f"<!-- {name} -->")
        _, end, after = rest.partition(f"<!-- /{name} -->")
        if not begin or not end:
            sys.exit(f"The lines <!-- {name} --> and <!-- /{name} --> are missing.")
        page = f"{before}{begin}\n{tables()[name]}\n{end}{after}"
    return page


def main(arguments: list[str]) -> int:
    """Write the tables, or with `--check` compare: 1 when they are out of date."""
    if arguments not in ([], ["--check"]):
        sys.exit("Usage: python scripts/docs_home_assistant.py [--check]")
    status = 0
    for path, names in PAGES.items():
        page = path.read_text("utf-8")
        fresh = with_tables(page, names)
        if fresh == page:
            continue
        if arguments:
            print(f"{path.name} is out of date: run python scripts/docs_home_assistant.py")
            status = 1
        else:
            path.write_text(fresh, "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
