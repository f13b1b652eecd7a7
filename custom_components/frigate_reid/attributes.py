"""An occurrence as attributes of an event, and as variables of a trigger."""

from __future__ import annotations

from typing import Any

from .occurrences import Occurrence
from .views import media_path


def occurrence_attributes(entry_id: str, occurrence: Occurrence) -> dict[str, Any]:
    """All that is known of an occurrence; what is not is left out."""
    crops = {"picture": occurrence.crop_id, "other_picture": occurrence.other_crop_id}
    found: dict[str, Any] = {
        "identity_id": occurrence.identity_id,
        "name": occurrence.label,
        "camera": occurrence.camera,
        "previous_camera": occurrence.previous_camera,
        "gap_seconds": _rounded(occurrence.gap_s),
        "away_seconds": _rounded(occurrence.away_s),
        "band": occurrence.band,
        "similarity": occurrence.similarity,
        "probability": occurrence.probability,
        "sighting_id": occurrence.sighting_id,
        "event_id": occurrence.event_id,
        "frigate_instance": occurrence.frigate_instance,
        "review_id": occurrence.review_id,
        "other_identity_id": occurrence.other_identity_id,
        "other_name": occurrence.other_label,
        "at": occurrence.at_s,
        "watched": occurrence.watched or None,
    }
    for key, crop_id in crops.items():
        found[key] = None if crop_id is None else media_path(entry_id, "crop", crop_id)
    return {key: value for key, value in found.items() if value is not None}


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)
