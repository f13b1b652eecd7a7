"""Points for tests of the back ends."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

import numpy as np

from reid_service.gallery.store import Payload, Point, PointKind, SearchFilter

MODEL = "model-a"
CROPS = SearchFilter(PointKind.CROP)


def point_id(number: int) -> str:
    return str(uuid.UUID(int=number))


def crops(numbers: Sequence[int], dimension: int, *, seed: int = 0) -> list[Point]:
    """Random crops, half a minute apart; `seed` varies the vectors of equal numbers."""
    random = np.random.default_rng([seed, *numbers])
    vectors = random.normal(size=(len(numbers), dimension)).astype(np.float32)
    return [
        Point(
            point_id(number),
            vector / np.linalg.norm(vector),
            Payload(
                PointKind.CROP,
                MODEL,
                1_790_000_000.0 + 30.0 * number,
                f"identity-{number % 50}",
                f"camera-{number % 4}",
                f"frigate:{seed}-{number}",
            ),
        )
        for number, vector in zip(numbers, vectors, strict=True)
    ]
