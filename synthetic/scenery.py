"""Backdrops: boxes on a ground under a sky, traced ray by ray with one shadow each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from synthetic.clothes import Colour
from synthetic.geometry import Floats, View
from synthetic.light import Image, Light, unit

OVERSAMPLING: Final = 2
_TEXTURE_SIDE: Final = 512
_NOWHERE: Final = 1e9


class Surface(StrEnum):
    """Textures; each varies one colour."""

    PLAIN = "plain"
    BRICK = "brick"
    PLANKS = "planks"
    SLATS = "slats"
    TILES = "tiles"
    ROUGH = "rough"  # asphalt, plaster
    GRASS = "grass"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class Block:
    """An axis-aligned box in scene metres."""

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    colour: Colour
    surface: Surface = Surface.PLAIN


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle of the ground (x_min, y_min, x_max, y_max) of another kind."""

    area: tuple[float, float, float, float]
    colour: Colour
    surface: Surface


@dataclass(frozen=True, slots=True)
class Scene:
    """What one camera sees when nobody is there."""

    ground: Colour
    ground_surface: Surface
    sky: Colour
    patches: tuple[Patch, ...] = ()
    blocks: tuple[Block, ...] = ()
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What a camera makes of light: gains of red, green, blue, gamma, noise in grey levels."""

    gains: Colour = (1.0, 1.0, 1.0)
    gamma: float = 1.0
    noise: float = 1.0
    blur_px: float = 0.0


def backdrop(scene: Scene, view: View, light: Light) -> Image:
    """The scene in a view, shape (height, width, 3)."""
    directions = view.rays(OVERSAMPLING)
    eye = np.asarray(view.eye, dtype=np.float64)
    texture = smooth_noise(np.random.default_rng(scene.seed), _TEXTURE_SIDE, _TEXTURE_SIDE, 7)
    distance = _ground_distance(eye, directions)
    hit = eye + directions * distance[..., None]
    normal = np.zeros_like(directions)
    normal[..., 2] = 1.0
    albedo = _ground_colours(scene, hit, texture)
    for block in scene.blocks:
        near, face = _block_distance(eye, directions, block)
        closer = near < distance
        distance = np.where(closer, near, distance)
        hit[closer] = (eye + directions * near[..., None])[closer]
        normal[closer] = face[closer]
        albedo[closer] = _block_colours(block, hit[closer], normal[closer], texture)
    lit = albedo * _received(scene, light, hit, normal)
    haze = np.clip((distance - 6) / 90, 0, 0.35)[..., None]
    sky = np.asarray(scene.sky) * (1.0 - 0.12 * np.clip(directions[..., 2:3] * 2, 0, 1))
    colours = np.where((distance < _NOWHERE)[..., None], lit * (1 - haze) + haze * sky, sky)
    small = cv2.resize(
        np.clip(colours * 255, 0, 255).astype(np.float32),
        (view.width, view.height),
        interpolation=cv2.INTER_AREA,
    )
    return np.ascontiguousarray(np.asarray(small)[:, :, ::-1].astype(np.uint8))


def developed(image: Image, look: Look, rng: np.random.Generator) -> Image:
    """The frame as the camera delivers it: colour cast, contrast, softness, noise."""
    gains = np.asarray(look.gains[::-1])
    scaled = np.clip(image.astype(np.float64) / 255 * gains, 0, 1) ** look.gamma
    if look.blur_px > 0:
        scaled = np.asarray(cv2.GaussianBlur(scaled, (0, 0), look.blur_px))
    noisy = scaled * 255 + rng.normal(0.0, look.noise, image.shape)
    return np.asarray(np.clip(noisy, 0, 255), dtype=np.uint8)


def smooth_noise(rng: np.random.Generator, height: int, width: int, octaves: int) -> Floats:
    """Clouds in [0, 1], shape (height, width), that tile without a seam."""
    total = np.zeros((height, width))
    for octave in range(octaves):
        cells = 2 ** (octave + 1)
        # Two more cells all round, taken from the other side, and cut off after growing.
        grid = np.pad(rng.random((cells, cells)), 2, mode="wrap").astype(np.float32)
        tall, wide = round(height * (cells + 4) / cells), round(width * (cells + 4) / cells)
        grown = cv2.resize(grid, (wide, tall), interpolation=cv2.INTER_CUBIC).astype(np.float64)
        top, left = (tall - height) // 2, (wide - width) // 2
        total += grown[top : top + height, left : left + width] / 1.6**octave
    total -= total.min()
    result: Floats = total / total.max()
    return result


def _ground_distance(eye: Floats, directions: Floats) -> Floats:
    down = directions[..., 2]
    return np.where(down < -1e-4, -eye[2] / np.minimum(down, -1e-4), _NOWHERE)


def _block_distance(eye: Floats, directions: Floats, block: Block) -> tuple[Floats, Floats]:
    """Distance along each ray to the box (or far away) and the normal of the face it meets."""
    safe = np.where(np.abs(directions) < 1e-9, 1e-9, directions)
    first = (np.asarray(block.low) - eye) / safe
    second = (np.asarray(block.high) - eye) / safe
    entries = np.minimum(first, second)
    enter, leave = entries.max(axis=-1), np.maximum(first, second).min(axis=-1)
    met = (leave > enter) & (enter > 1e-3)
    axis = entries.argmax(axis=-1)
    normals = -np.sign(safe) * (np.arange(3) == axis[..., None])
    return np.where(met, enter, _NOWHERE), normals


def _received(scene: Scene, light: Light, hit: Floats, normal: Floats) -> Floats:
    """Light (..., 3) that reaches points of a surface."""
    towards_light = unit(light.direction)
    start = hit + normal * 0.01
    sunny = np.ones(hit.shape[:2])
    rays = np.broadcast_to(towards_light, hit.shape)
    for block in scene.blocks:
        sunny[_reaches(start, rays, block)] = 1.0 - light.shadow
    diffuse = np.maximum(normal @ towards_light, 0.0) * sunny
    ambient = _mixed(light.ground, light.sky, 0.5 + 0.5 * normal[..., 2:3])
    # Corners near the ground see less of the sky.
    open_sky = np.where(normal[..., 2] > 0.5, 1.0, 0.7 + 0.3 * np.clip(hit[..., 2] / 0.6, 0.0, 1.0))
    result: Floats = ambient * open_sky[..., None] + np.asarray(light.colour) * diffuse[..., None]
    return result


def _reaches(start: Floats, rays: Floats, block: Block) -> NDArray[np.bool_]:
    first = (np.asarray(block.low) - start) / np.where(np.abs(rays) < 1e-9, 1e-9, rays)
    second = (np.asarray(block.high) - start) / np.where(np.abs(rays) < 1e-9, 1e-9, rays)
    enter = np.minimum(first, second).max(axis=-1)
    leave = np.maximum(first, second).min(axis=-1)
    result: NDArray[np.bool_] = (leave > enter) & (leave > 0) & (enter > -1e-3)
    return result


def _mixed(low: Colour, high: Colour, share: Floats) -> Floats:
    result: Floats = np.asarray(low) * (1 - share) + np.asarray(high) * share
    return result


def _ground_colours(scene: Scene, hit: Floats, texture: Floats) -> Floats:
    x, y = hit[..., 0], hit[..., 1]
    colours = _textured(scene.ground, scene.ground_surface, x, y, texture)
    for patch in scene.patches:
        x_min, y_min, x_max, y_max = patch.area
        inside = (x > x_min) & (x < x_max) & (y > y_min) & (y < y_max)
        colours[inside] = _textured(patch.colour, patch.surface, x[inside], y[inside], texture)
    return colours


def _block_colours(block: Block, hit: Floats, normal: Floats, texture: Floats) -> Floats:
    across = np.where(np.abs(normal[..., 0]) > 0.5, hit[..., 1], hit[..., 0])
    up = np.where(np.abs(normal[..., 2]) > 0.5, hit[..., 1], hit[..., 2])
    return _textured(block.colour, block.surface, across, up, texture)


def _textured(colour: Colour, surface: Surface, u: Floats, v: Floats, texture: Floats) -> Floats:
    """Colours of points at metres (u, v) of a surface."""
    fine = _sample(texture, u * 90, v * 90)
    coarse = _sample(texture, u * 16, v * 16)
    shade = _joints(surface, u, v)
    match surface:
        case Surface.GRASS:
            shade = shade * (0.55 + 0.6 * fine + 0.3 * coarse)
        case Surface.LEAVES:
            shade = shade * (0.25 + 1.1 * _sample(texture, u * 220, v * 220) * (0.5 + fine))
        case Surface.PLAIN:
            shade = shade * (0.95 + 0.1 * coarse)
        case _:
            shade = shade * (0.8 + 0.2 * fine + 0.2 * coarse)
    result: Floats = np.asarray(colour) * shade[..., None]
    return result


def _joints(surface: Surface, u: Floats, v: Floats) -> Floats:
    """Dark lines between bricks, planks, slats and tiles; 1 elsewhere."""
    match surface:
        case Surface.BRICK:
            row = np.floor(v / 0.12)
            joint = (v % 0.12 < 0.015) | ((u + 0.15 * (row % 2)) % 0.3 < 0.015)
        case Surface.PLANKS:
            joint = u % 0.16 < 0.014
        case Surface.SLATS:
            joint = v % 0.35 < 0.03
        case Surface.TILES:
            joint = (u % 0.6 < 0.02) | (v % 0.6 < 0.02)
        case _:
            return np.ones_like(u)
    return np.where(joint, 0.72, 1.0)


def _sample(texture: Floats, u: Floats, v: Floats) -> Floats:
    columns = np.floor(np.clip(np.nan_to_num(u), -1e8, 1e8)).astype(np.int64) % _TEXTURE_SIDE
    rows = np.floor(np.clip(np.nan_to_num(v), -1e8, 1e8)).astype(np.int64) % _TEXTURE_SIDE
    result: Floats = texture[rows, columns]
    return result
