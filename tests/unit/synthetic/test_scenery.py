"""Backdrops and what a camera makes of light."""

from __future__ import annotations

import numpy as np
import pytest

from synthetic.clothes import rgb
from synthetic.geometry import View
from synthetic.light import Light, unit
from synthetic.scenery import Block, Look, Scene, Surface, backdrop, developed, smooth_noise

VIEW = View(eye=(0.0, 0.0, 2.5), target=(0.0, 8.0, 1.0), field_deg=60, width=96, height=54)
LIGHT = Light(
    direction=(0.0, -0.5, 0.8),
    colour=(0.8, 0.8, 0.8),
    sky=(0.5, 0.5, 0.5),
    ground=(0.3, 0.3, 0.3),
    shadow=0.6,
)


def _scene(*blocks: Block) -> Scene:
    return Scene(
        ground=rgb(120, 120, 120),
        ground_surface=Surface.ROUGH,
        sky=rgb(180, 200, 230),
        blocks=blocks,
    )


def test_a_red_block_is_red_in_the_middle_of_the_picture() -> None:
    block = Block((-1.0, 8.0, 0.0), (1.0, 9.0, 2.0), rgb(200, 20, 20))
    image = backdrop(_scene(block), VIEW, LIGHT)
    assert image.shape == (54, 96, 3)
    blue, green, red = (int(value) for value in image[27, 48])
    assert red > 3 * max(blue, green)


def test_a_block_casts_a_shadow_away_from_the_light() -> None:
    block = Block((-1.0, 5.0, 0.0), (1.0, 5.5, 1.0), rgb(200, 20, 20))
    # The light comes from behind the camera, so that the shadow lies beyond the block.
    high = View((0.0, 0.0, 9.0), (0.0, 6.0, 0.0), 60, 96, 54)
    image = backdrop(_scene(block), high, LIGHT)
    shaded = high.project(np.array([[0.0, 5.9, 0.0]]))[0][0].astype(int)
    lit = high.project(np.array([[2.5, 5.9, 0.0]]))[0][0].astype(int)
    assert image[shaded[1], shaded[0]].mean() < 0.85 * image[lit[1], lit[0]].mean()


def test_the_same_scene_makes_the_same_picture() -> None:
    block = Block((-1.0, 8.0, 0.0), (1.0, 9.0, 2.0), rgb(90, 140, 60), Surface.LEAVES)
    first, second = (backdrop(_scene(block), VIEW, LIGHT) for _ in range(2))
    assert np.array_equal(first, second)


@pytest.mark.parametrize("surface", list(Surface))
def test_every_surface_can_be_drawn(surface: Surface) -> None:
    block = Block((-3.0, 8.0, 0.0), (3.0, 9.0, 3.0), rgb(150, 140, 130), surface)
    image = backdrop(_scene(block), VIEW, LIGHT)
    wall, plain = image[20:30, 40:56], np.array([130, 140, 150])
    assert 0.2 < (wall / plain).mean() < 1.2


def test_noise_tiles_without_a_seam() -> None:
    noise = smooth_noise(np.random.default_rng(1), 128, 128, 4)
    inner = np.abs(np.diff(noise, axis=1)).max()
    assert np.abs(noise[:, 0] - noise[:, -1]).max() <= 1.5 * inner
    assert np.abs(noise[0] - noise[-1]).max() <= 1.5 * inner
    assert noise.min() == 0.0
    assert noise.max() == 1.0


def test_a_warm_camera_makes_grey_reddish() -> None:
    grey = np.full((8, 8, 3), 100, dtype=np.uint8)
    look = Look(gains=(1.2, 1.0, 0.8), noise=0.0)
    blue, green, red = developed(grey, look, np.random.default_rng(1))[4, 4]
    assert (int(blue), int(green), int(red)) == pytest.approx((80, 100, 120), abs=1)


def test_a_unit_vector_has_length_one() -> None:
    assert np.linalg.norm(unit((3.0, -4.0, 12.0))) == pytest.approx(1.0)
