"""Repairs: what the user has to mend, told once and taken back by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir

from .client import ServiceTooOld, VersionMismatch
from .client.models import Health
from .const import DOCS_URL, DOMAIN, MIN_FRIGATE
from .state import SlowFacts

if TYPE_CHECKING:
    from .coordinator import ReidConfigEntry

_SILENT_AFTER_S: Final = 86_400.0
"""A broker from which nothing came for so long carries no Frigate, or a Frigate without people."""

ISSUES: Final = (
    "service_too_old",
    "service_too_new",
    "model_missing",
    "broker_silent",
    "frigate_too_old",
    "no_camera_placed",
)


def report_version(
    hass: HomeAssistant, entry: ReidConfigEntry, error: VersionMismatch | None
) -> None:
    """The two do not speak the same schema; None when they do."""
    old = isinstance(error, ServiceTooOld)
    version = error.service_version if error is not None else ""
    _set(hass, entry, "service_too_old", error is not None and old, version=version)
    _set(hass, entry, "service_too_new", error is not None and not old, version=version)


def report_health(hass: HomeAssistant, entry: ReidConfigEntry, health: Health) -> None:
    """Parts of the service that need somebody."""
    _set(hass, entry, "model_missing", health.model_id is None and health.status != "starting")
    silent = [
        each.instance
        for each in health.brokers
        if each.up and (each.last_message_age_s or 0.0) > _SILENT_AFTER_S
    ]
    _set(hass, entry, "broker_silent", bool(silent), instances=", ".join(silent))
    old = [
        f"{each.instance} ({each.version})"
        for each in health.frigates
        if each.version and _is_too_old(each.version)
    ]
    _set(hass, entry, "frigate_too_old", bool(old), instances=", ".join(old))


def report_plan(hass: HomeAssistant, entry: ReidConfigEntry, slow: SlowFacts) -> None:
    """Routes cannot be drawn while no camera is on the plan."""
    missing = bool(slow.plan_cameras) and slow.plan_placed == 0
    _set(hass, entry, "no_camera_placed", missing)


def clear_issues(hass: HomeAssistant, entry: ReidConfigEntry) -> None:
    """Take everything back: the entry goes."""
    for key in ISSUES:
        ir.async_delete_issue(hass, DOMAIN, _id(entry, key))


def _id(entry: ReidConfigEntry, key: str) -> str:
    return f"{key}_{entry.entry_id}"


def _is_too_old(version: str) -> bool:
    numbers = re.match(r"(\d+)\.(\d+)", version)
    return numbers is not None and (int(numbers[1]), int(numbers[2])) < MIN_FRIGATE


def _set(
    hass: HomeAssistant, entry: ReidConfigEntry, key: str, present: bool, **placeholders: str
) -> None:
    if not present:
        ir.async_delete_issue(hass, DOMAIN, _id(entry, key))
        return
    ir.async_create_issue(
        hass,
        DOMAIN,
        _id(entry, key),
        is_fixable=False,
        learn_more_url=f"{DOCS_URL}#troubleshooting",
        severity=ir.IssueSeverity.ERROR if key.startswith("service_") else ir.IssueSeverity.WARNING,
        translation_key=key,
        translation_placeholders={"name": entry.title, **placeholders},
    )
