"""Options that several commands share, and the settings they lead to."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from reid_service.errors import SettingsError
from reid_service.settings import Settings, load_settings

if TYPE_CHECKING:
    # The class has no public name, and no type parameter at run time.
    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001
else:
    Commands = Any


def add_settings_options(parser: argparse.ArgumentParser) -> None:
    """Where settings come from; environment and options file count as well."""
    parser.add_argument("--config", type=Path, metavar="FILE", help="settings in YAML")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where everything is kept")
    parser.add_argument("--mqtt", metavar="HOST[:PORT]", help="the broker Frigate publishes to")
    parser.add_argument("--frigate", metavar="URL", help="Frigate, as in http://frigate.lan:5000")
    parser.add_argument("--model", metavar="NAME|FILE", help="embedding model, by name or file")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="any other setting by its path, as in matching.band=balanced",
    )


def settings_of(options: argparse.Namespace) -> Settings:
    """The settings of a command. Raises `SettingsError`."""
    return load_settings(arguments=_arguments(options), file=options.config)


def _arguments(options: argparse.Namespace) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if options.data_dir is not None:
        given["data_dir"] = options.data_dir
    if options.mqtt is not None:
        host, port = broker_address(options.mqtt)
        given["mqtt"] = {"host": host} if port is None else {"host": host, "port": port}
    if options.frigate is not None:
        given["frigate"] = [{"url": options.frigate}]
    if options.model is not None:
        given["model"] = model_setting(options.model)
    for each in options.set:
        _put(given, each)
    return given


def model_setting(model: str) -> dict[str, Any]:
    """A model by its catalog name, or by a path when it looks like one."""
    is_file = "/" in model or model.endswith(".onnx")
    return {"name": Path(model).stem, "file": model} if is_file else {"name": model}


def broker_address(text: str) -> tuple[str, int | None]:
    """Host and port, None where none is given. Raises `SettingsError`.

    An IPv6 address stands in brackets when a port follows.

    >>> broker_address("[fe80::1]:1884")
    ('fe80::1', 1884)
    """
    host, colon, port = text.rpartition(":")
    if not colon or "]" in port or (":" in host and not host.startswith("[")):
        return text.strip("[]"), None
    if not port.isdecimal():
        msg = f"the broker's port must be a number, not {port!r}"
        raise SettingsError(msg)
    return host.strip("[]"), int(port)


def _put(given: dict[str, Any], assignment: str) -> None:
    path, equals, value = assignment.partition("=")
    if not equals:
        msg = f"--set wants NAME=VALUE, not {path!r}"
        raise SettingsError(msg)
    *groups, name = path.split(".")
    for group in groups:
        given = given.setdefault(group, {})
        if not isinstance(given, dict):
            msg = f"--set {path}: {group} is given as a whole already; give it in one way only"
            raise SettingsError(msg)
    try:
        given[name] = yaml.safe_load(value)
    except yaml.YAMLError:
        msg = f"--set {path}: the value is no YAML; put it in quotation marks"
        raise SettingsError(msg) from None
