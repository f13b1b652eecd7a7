from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from reid_service.pipeline.crop_files import CropFiles
from tests.fakes import make_crop, make_tracklet


@pytest.mark.parametrize(("size", "written"), [((100, 40), (100, 40)), ((640, 200), (320, 100))])
def test_a_crop_is_written_no_larger_than_needed(
    tmp_path: Path, size: tuple[int, int], written: tuple[int, int]
) -> None:
    crop = replace(make_crop(make_tracklet()).crop, image=np.full((*size, 3), 90, np.uint8))
    name = CropFiles(tmp_path / "pictures").write(crop)
    assert name == f"{crop.id[:2]}/{crop.id}.jpg"
    image = cv2.imread(str(tmp_path / "pictures" / name))
    assert image is not None
    assert image.shape[:2] == written
    assert abs(int(image.mean()) - 90) <= 2
    assert [each.name for each in (tmp_path / "pictures").rglob("*.part")] == []


def test_a_crop_that_is_fetched_again_replaces_its_picture(tmp_path: Path) -> None:
    crop = make_crop(make_tracklet()).crop
    files = CropFiles(tmp_path)
    before = (tmp_path / files.write(crop)).read_bytes()
    after = (tmp_path / files.write(replace(crop, image=crop.image + 200))).read_bytes()
    assert before != after
