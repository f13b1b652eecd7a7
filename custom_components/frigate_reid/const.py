"""Names and defaults in pairs."""

from __future__ import annotations

from typing import Final

DOMAIN: Final = "frigate_reid"
MANUFACTURER: Final = "Frigate Re-ID"

# Options. Whom Home Assistant shows is kept by the service, not here.
OPTION_PEOPLE: Final = "people"
OPTION_HOLD: Final = "unknown_hold"
DEFAULT_HOLD_S: Final = 90
"""An unknown person is reported only if nobody recognised them for so long."""
OPTION_AWAY: Final = "away_after"
DEFAULT_AWAY_S: Final = 300
"""Whom no camera saw for so long has left. The service's own default for a re-appearance."""

CAPABILITY_WRITE_BACK: Final = "write_sub_label"

TOPICS: Final = ("identities", "sightings", "health")
NEWER_TOPICS: Final = ("reviews", "plan")
"""Topics that an older service does not know: asked for one by one."""

QUESTIONS_READ: Final = 50
"""So many open questions are read at once: all, on most days."""

MIN_FRIGATE: Final = (0, 15)
NOT_SEEN: Final = "not_seen"

SIGNAL_OCCURRENCE: Final = f"{DOMAIN}_occurrence"
"""Dispatcher signal: config entry id and `Occurrence`."""

DOCS_URL: Final = "https://github.com/frigate-reid/frigate-reid/blob/main/docs/home-assistant.md"
