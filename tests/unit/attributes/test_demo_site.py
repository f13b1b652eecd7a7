"""The clothes of the demo site's people are named about as well as docs/attributes.md says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from reid_service.attributes.cast import Casts
from reid_service.attributes.garments import attributes_of
from reid_service.attributes.pooling import pooled
from reid_service.attributes.values import Attributes
from reid_service.attributes.words import SURE
from reid_service.domain.boxes import PixelBox
from reid_service.domain.crop import Crop
from reid_service.domain.floorplan import CameraKey
from reid_service.ingest.crops import CropRules, CutCrop, cut_crop
from reid_service.ingest.frames import open_frame
from reid_service.recordings.format import Recording

DEMO_SITE: Final = Path(__file__).resolve().parents[3] / "demo" / "site"
RULES: Final = CropRules(padding=0.05, min_height_px=48, min_quality=0.15)
WORN: Final = {
    "person_01": ({"red"}, {"blue"}),
    "person_02": ({"green", "blue", "grey"}, {"black"}),  # petrol
    "person_03": ({"blue"}, {"blue"}),
    "person_04": ({"yellow"}, {"white"}),
    "person_05": ({"green"}, {"beige", "brown"}),
    "person_06": ({"white"}, {"black"}),
    "person_07": ({"purple"}, {"purple"}),
    "person_08": ({"blue"}, {"blue"}),
    "person_09": ({"orange"}, {"black", "grey", "green"}),  # anthracite
    "person_10": ({"blue"}, {"black"}),
}


def crops(recording: Recording) -> Iterator[Crop]:
    """Every picture of the recording in order, cut as the service cuts it."""
    seen: set[tuple[str, float]] = set()
    for message in recording.messages():
        if not message.topic.endswith("/events"):
            continue
        after = json.loads(message.payload)["after"]
        snapshot = after["snapshot"]
        key = (after["id"], snapshot["frame_time"]) if snapshot else None
        file = recording.frame(*key) if key else None
        if key is None or key in seen or file is None:
            continue
        seen.add(key)
        frame = open_frame(file.read_bytes())
        assert frame is not None
        cut = cut_crop(frame, PixelBox(*snapshot["box"]), [], RULES)
        if isinstance(cut, CutCrop):
            camera = CameraKey("frigate", after["camera"])
            yield Crop("c", key[0], camera, key[1], cut.box, cut.quality, cut.image)


@pytest.fixture(scope="module")
def seen() -> dict[str, list[Attributes]]:
    """What each picture says, by the event."""
    casts = Casts()
    found: dict[str, list[Attributes]] = {}
    for crop in crops(Recording.open(DEMO_SITE)):
        found.setdefault(crop.tracklet_id, []).append(attributes_of(crop, casts))
    return found


def judged(seen: dict[str, list[Attributes]]) -> list[tuple[bool, float]]:
    """Of each garment of each sighting, whether its name is right, and the confidence."""
    truth = Recording.open(DEMO_SITE).truth
    return [
        (garment.colour[0].value in right, garment.colour[1])
        for event_id, each in seen.items()
        for garment, right in zip(
            (pooled(each).upper, pooled(each).lower), WORN[truth[event_id].person], strict=True
        )
        if garment is not None
    ]


def test_most_clothes_get_their_name(seen: dict[str, list[Attributes]]) -> None:
    right = [each for each, _ in judged(seen)]
    assert len(right) > 140
    assert sum(right) / len(right) > 0.68


def test_what_is_said_in_words_is_right_more_often(seen: dict[str, list[Attributes]]) -> None:
    sure = [each for each, confidence in judged(seen) if confidence >= SURE]
    assert len(sure) > 70
    assert sum(sure) / len(sure) > 0.8
