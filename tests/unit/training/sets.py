"""A rendered set small enough for tests: noise in the shape of people."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data.shards import PEOPLE_PER_SHARD, RenderedSet, SetFacts, shard_path, write_facts

VIEWS = 4


def tiny_set(folder: Path, people: int) -> RenderedSet:
    """People who differ by the colours of their two halves."""
    folder.mkdir(parents=True, exist_ok=True)
    write_facts(folder, SetFacts(people=people, views=VIEWS, backdrops=3, seed=1))
    rng = np.random.default_rng(1)
    np.save(folder / "backdrops.npy", rng.integers(0, 256, (3, 96, 96, 3)).astype(np.uint8))
    for shard in range(-(-people // PEOPLE_PER_SHARD)):
        first = shard * PEOPLE_PER_SHARD
        numbers = range(first, min(first + PEOPLE_PER_SHARD, people))
        np.save(shard_path(folder, shard), np.stack([_person(number) for number in numbers]))
    return RenderedSet(folder)


def _person(number: int) -> NDArray[np.uint8]:
    rng = np.random.default_rng(number)
    layers = np.zeros((VIEWS, 144, 80, 7), np.uint8)
    for rows, group in ((slice(20, 70), 3), (slice(70, 130), 4)):
        layers[:, rows, 25:55, :3] = rng.integers(0, 256, 3)
        layers[:, rows, 25:55, group] = 255
    noise = rng.integers(0, 20, layers[..., :3].shape).astype(np.uint8)
    layers[..., :3] = np.where(layers[..., :3] > 0, layers[..., :3] // 2 + noise, 0)
    return layers
