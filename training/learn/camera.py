"""What cameras make of a picture: framing, cast, exposure, softness, noise, compression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name that torch's own documentation uses
from numpy.typing import NDArray
from torch import Tensor


@dataclass(frozen=True, slots=True)
class CameraStyle:
    """One camera of a batch: everybody whom it sees is changed alike."""

    scene: int
    zoom: float
    gains: tuple[float, float, float]
    gamma: float
    saturation: float
    level: float
    contrast: float
    noise: float
    height_px: float
    blur_px: float
    sharpening: float
    quality: int
    grey: bool


def random_style(rng: np.random.Generator, scenes: int) -> CameraStyle:
    """Any camera, from a good one to a bad one."""
    gains = np.exp(rng.normal(0, rng.choice([0.05, 0.12, 0.22]), 3))
    return CameraStyle(
        scene=int(rng.integers(scenes)),
        zoom=float(rng.uniform(0.25, 0.9)),
        gains=(float(gains[0]), float(gains[1]), float(gains[2])),
        gamma=float(np.exp(rng.normal(0, 0.25))),
        saturation=float(rng.uniform(0.45, 1.35)),
        level=float(rng.uniform(0.22, 0.58)),
        contrast=float(rng.uniform(0.7, 1.35)),
        noise=float(0.05 * rng.random() ** 2),
        height_px=float(rng.uniform(40, 128)) if rng.random() < 0.6 else 128.0,
        blur_px=float(rng.uniform(0.3, 1.3)) if rng.random() < 0.3 else 0.0,
        sharpening=float(rng.uniform(0.2, 1.2)) if rng.random() < 0.3 else 0.0,
        quality=int(rng.integers(25, 96)),
        grey=bool(rng.random() < 0.03),
    )


def developed(pictures: Tensor, styles: Sequence[CameraStyle], noise: torch.Generator) -> Tensor:
    """Pictures (N, 3, H, W) in about [0, 1] as their cameras deliver them, in [0, 1]."""
    x = pictures
    mean = x.mean((1, 2, 3), keepdim=True).clamp(min=0.02)
    level = _column([s.level for s in styles])
    # Exposure follows the scene, but not all the way, as in a camera.
    x = x * (level / mean) ** 0.75
    x = x * torch.tensor([s.gains for s in styles])[:, :, None, None]
    x = x.clamp(1e-4, 1.6) ** _column([s.gamma for s in styles])
    x = x.clamp(max=1.0)
    grey = x.mean(1, keepdim=True)
    saturation = _column([0.0 if s.grey else s.saturation for s in styles])
    x = grey + (x - grey) * saturation
    mean = x.mean((1, 2, 3), keepdim=True)
    x = mean + (x - mean) * _column([s.contrast for s in styles])
    x = _softened(x, styles)
    x = x + torch.randn(x.shape, generator=noise) * _column([s.noise for s in styles])
    return x.clamp(0.0, 1.0)


def compressed(pictures: NDArray[np.uint8], styles: Sequence[CameraStyle]) -> NDArray[np.uint8]:
    """Pictures (N, H, W, 3) after JPEG or, for odd qualities, WEBP."""
    out = np.empty_like(pictures)
    for place, (picture, style) in enumerate(zip(pictures, styles, strict=True)):
        if style.quality > 85:
            out[place] = picture
        elif style.quality % 4 == 1:
            out[place] = _kept(picture, ".webp", cv2.IMWRITE_WEBP_QUALITY, style.quality)
        else:
            out[place] = _kept(picture, ".jpg", cv2.IMWRITE_JPEG_QUALITY, style.quality)
    return out


def _kept(
    picture: NDArray[np.uint8], ending: str, parameter: int, quality: int
) -> NDArray[np.uint8]:
    """What a format keeps of a picture."""
    data = cv2.imencode(ending, picture, [parameter, quality])[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)


def _softened(x: Tensor, styles: Sequence[CameraStyle]) -> Tensor:
    """Fewer pixels, blur and the halo of sharpening, each where the style asks for it."""
    height, width = x.shape[2:]
    out = x.clone()
    for place, style in enumerate(styles):
        one = out[place : place + 1]
        if style.height_px < height:
            small = (int(style.height_px), max(8, int(style.height_px * width / height)))
            one = F.interpolate(one, small, mode="area")
            one = F.interpolate(one, (height, width), mode="bilinear", align_corners=False)
        if style.blur_px > 0:
            one = _blurred(one, style.blur_px)
        if style.sharpening > 0:
            one = one + style.sharpening * (one - _blurred(one, 1.0))
        out[place : place + 1] = one
    return out


def _blurred(x: Tensor, sigma: float) -> Tensor:
    reach = max(1, round(2 * sigma))
    line = torch.exp(-0.5 * (torch.arange(-reach, reach + 1) / sigma) ** 2)
    line = line / line.sum()
    kernel = line.view(1, 1, -1, 1).repeat(3, 1, 1, 1)
    x = F.conv2d(F.pad(x, (0, 0, reach, reach), mode="replicate"), kernel, groups=3)
    return F.conv2d(
        F.pad(x, (reach, reach, 0, 0), mode="replicate"), kernel.transpose(2, 3), groups=3
    )


def _column(values: Sequence[float]) -> Tensor:
    return torch.tensor(values, dtype=torch.float32).view(-1, 1, 1, 1)
