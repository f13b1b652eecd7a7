"""The format of a rendered set: a folder of arrays, read without copying them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

PEOPLE_PER_SHARD: Final = 64
_FACTS: Final = "set.json"


class SetFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a set is made of; people, pictures of each, and pictures to put behind them."""

    people: int
    views: int
    backdrops: int
    seed: int

    @property
    def shards(self) -> int:
        """How many shards hold the people."""
        return -(-self.people // PEOPLE_PER_SHARD)


class RenderedSet:
    """Layers of people by number, and backdrops, all mapped from disk.

    `people` counts those that are there: a set that is still being rendered can be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.facts = read_facts(folder)
        self.backdrops: NDArray[np.uint8] = np.load(folder / "backdrops.npy")
        self._shards: list[NDArray[np.uint8]] = []
        for shard in range(self.facts.shards):
            path = shard_path(folder, shard)
            if not path.exists():
                break
            self._shards.append(np.load(path, mmap_mode="r"))
        self.people = sum(len(shard) for shard in self._shards)

    @property
    def shards(self) -> int:
        """How many shards are there."""
        return len(self._shards)

    def layers(self, person: int, view: int) -> NDArray[np.uint8]:
        """Shape (height, width, 7): see `training.render.layers.Layers`."""
        shard, place = divmod(person, PEOPLE_PER_SHARD)
        layers: NDArray[np.uint8] = self._shards[shard][place, view]
        return layers


def shard_path(folder: Path, shard: int) -> Path:
    """Where the people of a shard are, shape (people, views, height, width, 7)."""
    return folder / f"shard-{shard:05d}.npy"


def write_facts(folder: Path, facts: SetFacts) -> None:
    """Says what the set is; refuses to turn one set into another (ValueError)."""
    path = folder / _FACTS
    if path.exists() and read_facts(folder) != facts:
        msg = f"{folder} holds another set: choose another folder, or the same numbers."
        raise ValueError(msg)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(facts)))


def read_facts(folder: Path) -> SetFacts:
    """What was written; FileNotFoundError when the folder holds no set."""
    return msgspec.json.decode((folder / _FACTS).read_bytes(), type=SetFacts)
