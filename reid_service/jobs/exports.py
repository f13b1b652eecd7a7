"""Exports, by format."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from enum import StrEnum
from pathlib import Path
from typing import Any

from reid_service.ingest.frigate import FrigateClient
from reid_service.jobs.films import make_film
from reid_service.jobs.frigate_case import make_case
from reid_service.jobs.legs import ExportWish, load_legs
from reid_service.jobs.runner import Task
from reid_service.jobs.sheets import make_json, make_picture
from reid_service.storage.store import Store


class ExportFormat(StrEnum):
    """What comes out."""

    MP4 = "mp4"
    FRIGATE_CASE = "frigate_case"
    JSON = "json"
    PICTURE = "picture"


class Exports:
    """Does jobs of the kind export; `zone` is that of the times in pictures, None the machine's."""

    def __init__(
        self,
        *,
        store: Store,
        sources: Mapping[str, FrigateClient],
        pictures: Path,
        zone: tzinfo | None = None,
    ) -> None:
        self._store = store
        self._sources = sources
        self._pictures = pictures
        self._zone = zone

    def __call__(self, task: Task) -> dict[str, Any]:
        """Make the export. Raises `ReidError` and `Stopped`."""
        wish = ExportWish.of(task.job.request)
        with self._store.read() as session:
            legs = load_legs(session, wish.sighting_ids)
        match ExportFormat(wish.format):
            case ExportFormat.MP4:
                return make_film(task, wish, legs, self._sources)
            case ExportFormat.FRIGATE_CASE:
                return make_case(task, wish, legs, self._sources)
            case ExportFormat.JSON:
                return make_json(task, wish, legs)
            case ExportFormat.PICTURE:
                return make_picture(task, wish, legs, self._pictures, self._zone)
