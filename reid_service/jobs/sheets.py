"""A route as data, and as a picture: one tile a sighting with its time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Final

import cv2
import msgspec
import numpy as np

from reid_service.domain.crop import Image
from reid_service.jobs.legs import ExportWish, Leg
from reid_service.jobs.masking import fill
from reid_service.jobs.runner import Task
from reid_service.routes.builder import RouteSighting, build_route

_TILE: Final = (180, 320)
_CAPTION: Final = 44
_COLUMNS: Final = 6
_PAPER: Final = 250
_INK: Final = (30, 30, 30)
_FONT: Final = cv2.FONT_HERSHEY_SIMPLEX


def make_json(task: Task, wish: ExportWish, legs: Sequence[Leg]) -> dict[str, Any]:
    """Write the legs and the gaps between them; the result for people."""
    route = build_route(
        "",
        [RouteSighting(each.tracklet, each.stored.firm, None) for each in legs],
        order=[each.tracklet.id for each in legs],
    )
    people = {each.tracklet.id: each for each in legs}
    content = {
        "name": wish.name,
        "legs": [
            {**_leg(wish, people[each.tracklet_id]), "start_s": each.start_s, "end_s": each.end_s}
            for each in route.legs
        ],
        "gaps": [msgspec.to_builtins(each) for each in route.gaps],
    }
    return _written(task, ".json", "application/json", msgspec.json.encode(content), legs)


def make_picture(
    task: Task, wish: ExportWish, legs: Sequence[Leg], pictures: Path, zone: tzinfo | None
) -> dict[str, Any]:
    """Write the best picture of each sighting under its time; the result for people."""
    tiles = []
    for index, leg in enumerate(legs):
        task.report(index / len(legs))
        tiles.append(_tile(leg, pictures, zone, hides=wish.pseudonymise))
    columns = min(_COLUMNS, len(tiles))
    blank = np.full_like(tiles[0], _PAPER)
    tiles += [blank] * (-len(tiles) % columns)
    rows = [np.hstack(tiles[at : at + columns]) for at in range(0, len(tiles), columns)]
    _, encoded = cv2.imencode(".jpg", np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, 88])
    return _written(task, ".jpg", "image/jpeg", np.asarray(encoded).tobytes(), legs)


def _leg(wish: ExportWish, leg: Leg) -> dict[str, Any]:
    tracklet, identity = leg.tracklet, leg.identity
    shown: dict[str, Any] = {
        "sighting_id": tracklet.id,
        "event_id": tracklet.event_id,
        "frigate_instance": tracklet.instance,
        "camera": tracklet.camera,
        "firm": leg.stored.firm,
        "person": None if identity is None else identity.number,
    }
    if not wish.pseudonymise:
        shown["label"] = None if identity is None else identity.label
    return shown


def _tile(leg: Leg, pictures: Path, zone: tzinfo | None, *, hides: bool) -> Image:
    width, height = _TILE
    tile = np.full((height + _CAPTION, width, 3), _PAPER, np.uint8)
    picture = None if hides else _picture(leg, pictures)
    if hides:
        fill(tile, (20, 20, width - 20, height - 10), leg.number)
    elif picture is not None:
        scale = min((width - 8) / picture.shape[1], (height - 8) / picture.shape[0])
        size = max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale))
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        left, top = (width - size[0]) // 2, (height - size[1]) // 2
        tile[top : top + size[1], left : left + size[0]] = small
    began = datetime.fromtimestamp(leg.tracklet.start_s, zone)
    seconds = leg.tracklet.last_seen_s - leg.tracklet.start_s
    for line, text in enumerate((f"{began:%d.%m. %H:%M:%S}  {seconds:.0f} s", _plain(leg))):
        at = (6, height + 16 + 18 * line)
        cv2.putText(tile, text, at, _FONT, 0.42, _INK, 1, cv2.LINE_AA)
    return tile


def _plain(leg: Leg) -> str:
    """The font knows no other letters."""
    return leg.tracklet.camera.encode("ascii", "replace").decode()[:22]


def _picture(leg: Leg, pictures: Path) -> Image | None:
    best = max(
        leg.crops, key=lambda each: (each.file is not None, each.quality.score), default=None
    )
    if best is None or best.file is None:
        return None
    path = (pictures / best.file).resolve()
    if not path.is_relative_to(pictures.resolve()):
        return None
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    return None if image is None else image.astype(np.uint8, copy=False)


def _written(
    task: Task, ending: str, media_type: str, data: bytes, legs: Sequence[Leg]
) -> dict[str, Any]:
    target = task.file.with_suffix(ending)
    target.write_bytes(data)
    return {
        "file": target.name,
        "media_type": media_type,
        "bytes": len(data),
        "legs": len(legs),
        "left_out": [],
    }
