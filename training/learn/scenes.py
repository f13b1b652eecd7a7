"""Puts layers into places: frames the person, puts something behind and in front."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name that torch's own documentation uses
from numpy.typing import NDArray
from torch import Tensor

from training.learn.camera import CameraStyle

HEIGHT_PX = 128
WIDTH_PX = 64


def composed(
    people: Tensor,
    backdrops: NDArray[np.uint8],
    styles: Sequence[CameraStyle],
    rng: np.random.Generator,
    strength: float = 1.0,
) -> tuple[Tensor, Tensor]:
    """Pictures (N, 3, HEIGHT_PX, WIDTH_PX) and covers (N, 1, ...) of people (N, 4, H, W).

    `strength` 0 frames everybody exactly, with nobody else in the picture.
    """
    n = len(people)
    size = [n, 4, HEIGHT_PX, WIDTH_PX]
    boxes = _boxes(people[:, 3])
    frames = _frames(boxes, people.shape[3] / people.shape[2], rng, strength)
    # People are rendered darker than places; how they stand out differs.
    brightness = torch.from_numpy(1.4 * np.exp(rng.normal(0, 0.22, n))).float().view(-1, 1, 1, 1)
    people = torch.cat([people[:, :3] * brightness, people[:, 3:]], 1)
    placed = _sampled(people, frames, size)
    picture = _behind(backdrops, styles, rng)
    picture = picture.mean(1, keepdim=True).lerp(picture, 0.15 + 0.85 * _noise(rng, n))
    picture = picture * (0.6 + 0.8 * _noise(rng, n))
    others = torch.roll(people, 1, 0)
    beside = frames.roll(1, 0).clone()
    beside[:, 0, 2] += torch.from_numpy(rng.choice([-1.0, 1.0], n) * rng.uniform(0.35, 0.9, n))
    beside[:, 1, 2] += torch.from_numpy(rng.normal(0, 0.15, n))
    second = _sampled(others, beside, size)
    dice = torch.from_numpy(rng.random(n)).view(-1, 1, 1, 1)
    behind = second * (dice < 0.20 * strength)
    picture = behind[:, :3] + (1 - behind[:, 3:]) * picture
    picture = placed[:, :3] + (1 - placed[:, 3:]) * picture
    before = second * (dice > 1 - 0.06 * strength)
    picture = before[:, :3] + (1 - before[:, 3:]) * picture
    cover = placed[:, 3:] * (1 - before[:, 3:])
    picture = picture * _shade(rng, n, strength)
    return _occluded(picture, cover, rng, strength)


def _boxes(cover: Tensor) -> Tensor:
    """Left, top, right, bottom (N, 4) of what is covered, in [-1, 1]."""
    rows, columns = cover.amax(2) > 0.3, cover.amax(1) > 0.3
    out = []
    for line in (columns, rows):
        count = line.shape[1]
        first = line.float().argmax(1)
        last = count - line.flip(1).float().argmax(1)
        out.append((first * 2 / count - 1, last * 2 / count - 1))
    (left, right), (top, bottom) = out
    return torch.stack([left, top, right, bottom], 1).float()


def _frames(boxes: Tensor, aspect: float, rng: np.random.Generator, strength: float) -> Tensor:
    """Matrices (N, 2, 3) for a grid: the box with margins, as detectors cut, often mirrored.

    A few show the upper body alone. `aspect` is the width over the height of the source.
    """
    n = len(boxes)

    def margin(low: float, high: float) -> Tensor:
        return torch.from_numpy(rng.uniform(low, high, n)).float() * strength

    left, top, right, bottom = boxes.unbind(1)
    tall, wide = bottom - top, right - left
    # Boxes of people who stand are hardly ever narrower than a third of their height.
    least = tall / aspect * torch.from_numpy(rng.uniform(0.26, 0.42, n)).float()
    centre = (left + right) / 2
    wide = torch.maximum(wide, least)
    left, right = centre - wide / 2, centre + wide / 2
    left, right = left - margin(-0.06, 0.14) * wide, right + margin(-0.06, 0.14) * wide
    cut = torch.from_numpy(rng.uniform(0.25, 0.55, n) * (rng.random(n) < 0.07)).float() * strength
    top, bottom = top - margin(-0.03, 0.10) * tall, bottom + (margin(-0.05, 0.10) - cut) * tall
    matrices = torch.zeros(n, 2, 3)
    mirrored = torch.from_numpy(np.where(rng.random(n) < 0.5 * strength, -1.0, 1.0)).float()
    matrices[:, 0, 0] = (right - left) / 2 * mirrored
    matrices[:, 0, 1] = margin(-0.06, 0.06) * tall / 2 / aspect
    matrices[:, 0, 2] = (left + right) / 2
    matrices[:, 1, 0] = -margin(-0.06, 0.06) * wide / 2 * aspect
    matrices[:, 1, 1] = (bottom - top) / 2
    matrices[:, 1, 2] = (top + bottom) / 2
    return matrices


def _sampled(pictures: Tensor, matrices: Tensor, size: list[int]) -> Tensor:
    grid = F.affine_grid(matrices, size, align_corners=False)
    return F.grid_sample(pictures, grid, padding_mode="zeros", align_corners=False)


def _behind(
    backdrops: NDArray[np.uint8], styles: Sequence[CameraStyle], rng: np.random.Generator
) -> Tensor:
    """A part of each style's scene (N, 3, HEIGHT_PX, WIDTH_PX)."""
    parts = []
    for style in styles:
        scene = backdrops[style.scene % len(backdrops)]
        tall = int(min(1.0, style.zoom * rng.uniform(0.8, 1.2)) * len(scene))
        top, left = (int(rng.integers(0, len(scene) - size + 1)) for size in (tall, tall // 2))
        window = np.ascontiguousarray(scene[top : top + tall, left : left + tall // 2])
        parts.append(cv2.resize(window, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_LINEAR))
    return torch.from_numpy(np.stack(parts)).permute(0, 3, 1, 2).float() / 255


def _shade(rng: np.random.Generator, n: int, strength: float) -> Tensor:
    """Light that differs across the picture (N, 1, HEIGHT_PX, WIDTH_PX): a soft gradient, and
    in some the hard edge of a shadow."""
    down = torch.linspace(-1, 1, HEIGHT_PX).view(1, 1, -1, 1)
    across = torch.linspace(-1, 1, WIDTH_PX).view(1, 1, 1, -1)
    slope = torch.from_numpy(rng.normal(0, 0.18 * strength, (2, n, 1, 1, 1))).float()
    soft = torch.exp(slope[0] * down + slope[1] * across)
    turn = torch.from_numpy(rng.normal(0, 1, (3, n, 1, 1, 1))).float()
    side = torch.sigmoid((turn[0] * down + turn[1] * across + 0.5 * turn[2]) * 12)
    deep = rng.uniform(0.1, 0.55, n) * (rng.random(n) < 0.25) * strength
    depth = torch.from_numpy(deep).float().view(-1, 1, 1, 1)
    return soft * (1 - depth * side)


def _occluded(
    picture: Tensor, cover: Tensor, rng: np.random.Generator, strength: float
) -> tuple[Tensor, Tensor]:
    """Walls, cars, plants and boxes in front of some."""
    for place in range(len(picture)):
        if rng.random() >= 0.22 * strength:
            continue
        tall = int(rng.uniform(0.08, 0.4) * HEIGHT_PX)
        wide = int(rng.uniform(0.15, 1.0) * WIDTH_PX)
        top = HEIGHT_PX - tall if rng.random() < 0.4 else int(rng.integers(0, HEIGHT_PX - tall))
        left = int(rng.integers(-wide // 2, WIDTH_PX - wide // 2))
        rows, columns = slice(top, top + tall), slice(max(0, left), left + wide)
        area = picture[place, :, rows, columns]
        colour = torch.from_numpy(rng.random((3, 1, 1))).float()
        rough = torch.from_numpy(rng.random((1, *area.shape[1:]))).float()
        picture[place, :, rows, columns] = colour * (0.75 + 0.5 * rough)
        cover[place, :, rows, columns] = 0.0
    return picture, cover


def _noise(rng: np.random.Generator, n: int) -> Tensor:
    return torch.from_numpy(rng.random(n)).float().view(-1, 1, 1, 1)
