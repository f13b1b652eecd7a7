"""What the service tells of its own parts."""

from __future__ import annotations

import pytest

from reid_service.app.health import ms_per_crop
from reid_service.embed.batcher import BatcherStats


def test_the_time_per_crop_is_the_mean_of_all_so_far() -> None:
    assert ms_per_crop(BatcherStats(crops=8, embedding_s=0.05)) == pytest.approx(6.25)


def test_before_the_first_crop_the_time_is_not_known() -> None:
    assert ms_per_crop(BatcherStats()) is None
