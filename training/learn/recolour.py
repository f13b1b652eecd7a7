"""New people from rendered ones: the same cut in other colours."""

from __future__ import annotations

from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

GROUPS: Final = 4
"""Top, bottom, skin and hair, things: as in the layers."""


def recolouring(seed: int, person: int, variant: int) -> NDArray[np.float32]:
    """Matrices (GROUPS, 3, 3) on red, green, blue; variant 0 changes nothing."""
    matrices = np.tile(np.eye(3, dtype=np.float32), (GROUPS, 1, 1))
    if variant == 0:
        return matrices
    rng = np.random.default_rng((seed, person, variant))
    for group in (0, 1, 3):
        matrices[group] = _any_colour(rng)
    matrices[2] *= np.float32(np.exp(rng.normal(0, 0.15)))
    return matrices


def _any_colour(rng: np.random.Generator) -> NDArray[np.float32]:
    """Hue turned about grey, then gains: grey cloth gets a colour by the gains alone."""
    angle = rng.uniform(0, 2 * np.pi)
    cos, sin = np.cos(angle), np.sin(angle)
    third, root = 1 / 3, np.sqrt(1 / 3)
    turned = (
        cos * np.eye(3)
        + (1 - cos) * third * np.ones((3, 3))
        + sin * root * np.array([[0, -1, 1], [1, 0, -1], [-1, 1, 0]])
    )
    grey = np.full((3, 3), third)
    saturation = rng.uniform(0.3, 1.3)
    mixed = saturation * turned + (1 - saturation) * grey
    gains = np.exp(rng.normal(0, 0.35)) * np.exp(rng.normal(0, 0.35, 3))
    return np.asarray(np.clip(gains, 0.2, 2.5)[:, None] * mixed, np.float32)


def recoloured(layers: Tensor, matrices: Tensor) -> Tensor:
    """Layers (N, 7, H, W) in [0, 1] with matrices (N, GROUPS, 3, 3) put on their colours.

    Returns colour and cover (N, 4, H, W), colour multiplied by cover.
    """
    colour, shares = layers[:, :3], layers[:, 3:]
    cover = shares.sum(1, keepdim=True).clamp(max=1.0)
    weights = shares / shares.sum(1, keepdim=True).clamp(min=1e-4)
    n, _, height, width = colour.shape
    flat = colour.reshape(n, 3, height * width)
    mixed = torch.zeros_like(flat)
    for group in range(GROUPS):
        changed = torch.bmm(matrices[:, group], flat)
        mixed += changed * weights[:, group].reshape(n, 1, height * width)
    return torch.cat([mixed.clamp(0.0, 1.0).reshape(colour.shape), cover], 1)
