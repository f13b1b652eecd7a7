"""What a teacher says of every rendered picture, kept beside the set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from training.data.shards import PEOPLE_PER_SHARD, RenderedSet, shard_path

Embed = Callable[[list[NDArray[np.uint8]]], NDArray[np.float32]]
"""Pictures, blue first, to vectors (N, D) of length 1."""

_MARGIN = 0.04
_SIZE = (128, 256)
_BRIGHTNESS = 1.4


def teach(rendered: RenderedSet, embed: Embed, folder: Path, seed: int) -> None:
    """Writes the teacher's vectors of each shard that is there and not yet taught."""
    folder.mkdir(parents=True, exist_ok=True)
    for shard in range(rendered.shards):
        path = shard_path(folder, shard)
        if path.exists():
            continue
        partial = path.with_suffix(".part")
        first = shard * PEOPLE_PER_SHARD
        vectors: list[NDArray[np.float16]] = []
        for person in range(first, min(first + PEOPLE_PER_SHARD, rendered.people)):
            rng = np.random.default_rng((seed, person))
            pictures = [
                plain_picture(rendered.layers(person, view), rendered.backdrops, rng)
                for view in range(rendered.facts.views)
            ]
            vectors.append(embed(pictures).astype(np.float16))
        with partial.open("wb") as file:
            np.save(file, np.stack(vectors))
        partial.replace(path)


def read_teaching(folder: Path, people: int) -> NDArray[np.float16]:
    """Vectors (people, views, D); ValueError when the teacher has not seen so many."""
    shards = -(-people // PEOPLE_PER_SHARD)
    paths = [shard_path(folder, shard) for shard in range(shards)]
    if not all(path.exists() for path in paths):
        msg = f"{folder} lacks shards: run `python -m training teach` to the end first."
        raise ValueError(msg)
    vectors: NDArray[np.float16] = np.concatenate([np.load(path) for path in paths])[:people]
    return vectors


def plain_picture(
    layers: NDArray[np.uint8], backdrops: NDArray[np.uint8], rng: np.random.Generator
) -> NDArray[np.uint8]:
    """The person before some place as a good camera would show it, blue first."""
    cover = np.minimum(layers[..., 3:].astype(np.float32).sum(-1) / 255, 1)
    rows, columns = np.flatnonzero(cover.max(1) > 0.3), np.flatnonzero(cover.max(0) > 0.3)
    tall, wide = rows[-1] - rows[0] + 1, columns[-1] - columns[0] + 1
    wide = max(wide, int(0.36 * tall))
    middle = (columns[0] + columns[-1]) / 2
    top, bottom = rows[0] - _MARGIN * tall, rows[-1] + 1 + _MARGIN * tall
    left, right = middle - wide * (0.5 + _MARGIN), middle + wide * (0.5 + _MARGIN)
    source = np.array([[left, top], [right, top], [left, bottom]], np.float32)
    target = np.array([[0, 0], [_SIZE[0], 0], [0, _SIZE[1]]], np.float32)
    matrix = cv2.getAffineTransform(source, target)
    premultiplied = np.dstack([layers[..., :3].astype(np.float32) * _BRIGHTNESS, cover])
    placed = cv2.warpAffine(premultiplied, matrix, _SIZE, flags=cv2.INTER_LINEAR)
    scene = backdrops[int(rng.integers(len(backdrops)))]
    part = int(rng.uniform(0.3, 0.9) * len(scene))
    y, x = (int(rng.integers(0, len(scene) - size + 1)) for size in (part, part // 2))
    behind = cv2.resize(np.ascontiguousarray(scene[y : y + part, x : x + part // 2]), _SIZE)
    behind = behind.astype(np.float32)
    share = rng.uniform(0.15, 1.0)
    behind = behind * share + behind.mean(-1, keepdims=True) * (1 - share)
    picture = placed[..., :3] + (1 - placed[..., 3:]) * behind
    level = rng.uniform(85, 130) / max(float(picture.mean()), 10.0)
    picture = np.clip(picture * level**0.75, 0, 255).astype(np.uint8)
    return np.ascontiguousarray(picture[:, :, ::-1])
