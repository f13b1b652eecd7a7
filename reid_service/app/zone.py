"""The time zone of this machine by its name: browsers show times as the site has them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DATABASE = "/zoneinfo/"


def local_zone(
    environment: Mapping[str, str], link: Path = Path("/etc/localtime")
) -> ZoneInfo | None:
    """The zone that `TZ` names, else the one that `link` leads to; None if neither has a name."""
    named = environment.get("TZ", "").removeprefix(":")
    _, _, linked = str(link.resolve()).partition(_DATABASE)
    for name in (named, linked):
        try:
            if name:
                return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return None
