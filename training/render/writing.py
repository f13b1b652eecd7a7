"""Writes a set of rendered people in shards; what is there already is not rendered again."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from synthetic.body import BodyModel
from training.data.shards import PEOPLE_PER_SHARD, SetFacts, shard_path, write_facts
from training.render.backdrops import render_backdrops
from training.render.layers import LayerRenderer
from training.render.people import HEIGHT_PX, WIDTH_PX, render_person


def render_set(folder: Path, facts: SetFacts) -> None:
    """Renders every missing shard of the set, then its backdrops.

    Each person follows from the set's seed and the person's number alone, so that a set can be
    rendered in several goes, or by several processes that start at different shards.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_facts(folder, facts)
    backdrops = folder / "backdrops.npy"
    if not backdrops.exists():
        _save(backdrops, render_backdrops(facts.seed, facts.backdrops))
    model = BodyModel()
    with LayerRenderer(WIDTH_PX, HEIGHT_PX) as renderer:
        for shard in range(facts.shards):
            path = shard_path(folder, shard)
            if path.exists():
                continue
            first = shard * PEOPLE_PER_SHARD
            numbers = range(first, min(first + PEOPLE_PER_SHARD, facts.people))
            people = [
                render_person(model, renderer, facts.seed, number, facts.views)
                for number in numbers
            ]
            _save(path, np.stack(people))
            print(f"{path.name}: {numbers.stop} of {facts.people} people", flush=True)


def _save(path: Path, array: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> None:
    """Whole or not at all."""
    partial = path.with_suffix(".part")
    with partial.open("wb") as file:
        np.save(file, array)
    partial.replace(path)
