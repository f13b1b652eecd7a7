"""A bundle for a report of a fault: figures and switches, no words that somebody chose."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import func, select

from reid_service import __version__
from reid_service.api.ports import Health
from reid_service.settings import Settings
from reid_service.storage.schema import metadata
from reid_service.storage.store import Store

_TELLING: Final = frozenset({"band", "clock", "kind", "level", "runtime", "status", "id", "name"})
"""Keys of texts that are ours: words of a list, names of models."""

_OURS: Final = frozenset({"model", "gallery", "store", "matching", "log", ""})
"""Groups in which those keys are ours; elsewhere a name is the user's."""

SET: Final = "set"


def diagnose(*, settings: Settings, health: Health, store: Store) -> dict[str, Any]:
    """The bundle, of what JSON can hold. Raises `StoreError`."""
    with store.read() as session:
        counts = {
            name: session.connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in sorted(metadata.tables.items())
        }
    return {
        "version": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "health": redacted(asdict(health.report())),
        "settings": redacted(settings.model_dump()),
        "counts": counts,
    }


def redacted(values: Mapping[str, Any], group: str = "") -> dict[str, Any]:
    """The same shape with every text that somebody may have chosen replaced by `set`.

    >>> redacted({"mqtt": {"host": "broker.lan", "port": 1883, "tls": False, "username": None}})
    {'mqtt': {'host': 'set', 'port': 1883, 'tls': False, 'username': None}}
    """
    return {key: _plain(key, value, group) for key, value in values.items()}


def _plain(key: str, value: Any, group: str) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return redacted(value, key)
    if isinstance(value, list | tuple):
        return [_plain(key, each, group) for each in value]
    text = str(value)
    is_ours = key == "version" or (key in _TELLING and group in _OURS)
    is_ours = is_ours and "/" not in text and "\\" not in text
    return text if is_ours or not text else SET
