"""Rendering itself, where its libraries and a software driver are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("moderngl", reason="needs the dependency group training")
pytest.importorskip("anny", reason="needs the dependency group training")

from training.data.shards import RenderedSet, SetFacts, shard_path
from training.render.writing import render_set


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("set")
    try:
        render_set(folder, SetFacts(people=2, views=2, backdrops=1, seed=5))
    except Exception as error:
        if "EGL" in str(error) or "context" in str(error):
            pytest.skip(f"needs a software OpenGL driver: {error}")
        raise
    return folder


def test_a_person_stands_in_the_middle_and_every_pixel_belongs_to_something(folder: Path) -> None:
    rendered = RenderedSet(folder)
    for person in range(2):
        for view in range(2):
            layers = rendered.layers(person, view).astype(int)
            cover = layers[..., 3:].sum(2)
            assert cover.max() <= 257
            rows = np.flatnonzero(cover.max(1) > 128)
            assert 110 <= rows[-1] - rows[0] <= 144
            assert layers[..., :3][cover == 0].max() == 0
            assert all(layers[..., group].sum() > 0 for group in (3, 4, 5))


def test_rendering_again_gives_the_same_people(folder: Path, tmp_path: Path) -> None:
    written = shard_path(folder, 0).stat().st_mtime_ns
    render_set(folder, SetFacts(people=2, views=2, backdrops=1, seed=5))
    assert shard_path(folder, 0).stat().st_mtime_ns == written
    again = tmp_path / "again"
    render_set(again, SetFacts(people=1, views=2, backdrops=1, seed=5))
    assert np.array_equal(RenderedSet(again).layers(0, 1), RenderedSet(folder).layers(0, 1))
