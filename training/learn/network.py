"""The network: a small residual one with stripes, a mask of the person, and soft colour counts."""

from __future__ import annotations

from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812 - the name that torch's own documentation uses
from torch import Tensor, nn

DIMENSION: Final = 256
STRIPES: Final = 4
COLOUR_STRIPES: Final = 8
COLOURS: Final = 24
COLOUR_STEP: Final = 4
MASK_STEP: Final = 8
"""Pixels of the input, a side, for one of the mask; `COLOUR_STEP` for one of the colours."""

_MEAN: Final = (123.7, 116.3, 103.5)
_SPREAD: Final = (58.4, 57.1, 57.4)


class HalfInstanceNorm(nn.Module):
    """Half the channels normalised by picture, half by batch, so that casts lose their weight.

    Pan, Luo, Shi, Tang: "Two at Once: Enhancing Learning and Generalization Capacities via
    IBN-Net", ECCV 2018.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.half = channels // 2
        self.by_picture = nn.InstanceNorm2d(self.half, affine=True)
        self.by_batch = nn.BatchNorm2d(channels - self.half)

    def forward(self, x: Tensor) -> Tensor:
        """Same shape."""
        first, second = x[:, : self.half], x[:, self.half :]
        return torch.cat([self.by_picture(first), self.by_batch(second)], 1)


def _layer(
    inward: int, outward: int, *, stride: int = 1, kernel: int = 3, by_picture: bool = False
) -> nn.Sequential:
    norm = HalfInstanceNorm(outward) if by_picture else nn.BatchNorm2d(outward)
    convolution = nn.Conv2d(inward, outward, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(convolution, norm, nn.ReLU(inplace=True))


class Residual(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, channels: int, inner: int, *, by_picture: bool = False) -> None:
        super().__init__()
        self.first = _layer(channels, inner, by_picture=by_picture)
        self.second = nn.Sequential(
            nn.Conv2d(inner, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Same shape."""
        return F.relu(x + self.second(self.first(x)))


class ReidNetwork(nn.Module):
    """Red, green, blue in 0..255 (N, 3, 128, 64) to vectors (N, DIMENSION), not yet of length 1.

    `with_mask` also gives the mask's logits (N, 1, 16, 8).
    """

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(_MEAN).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("spread", torch.tensor(_SPREAD).view(1, 3, 1, 1), persistent=False)
        self.by_picture = nn.InstanceNorm2d(3, affine=True)
        self.body = nn.Sequential(
            _layer(6, 24, stride=2, by_picture=True),
            _layer(24, 48, stride=2, by_picture=True),
            Residual(48, 32, by_picture=True),
            _layer(48, 96, stride=2, by_picture=True),
            Residual(96, 48, by_picture=True),
            Residual(96, 48),
        )
        self.mask = nn.Conv2d(96, 1, 1)
        self.top = nn.Sequential(_layer(96, 144), Residual(144, 64), _layer(144, 192, kernel=1))
        self.colour = nn.Sequential(nn.Conv2d(6, 16, 1), nn.ReLU(), nn.Conv2d(16, COLOURS, 1))
        self.project = nn.Linear(192 * (2 + STRIPES) + COLOURS * COLOUR_STRIPES, DIMENSION)
        self.neck = nn.BatchNorm1d(DIMENSION)

    def forward(self, x: Tensor) -> Tensor:
        """Vectors (N, DIMENSION)."""
        return self.with_mask(x)[0]

    def with_mask(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors and the mask's logits."""
        x = (x - self.mean) / self.spread
        x = torch.cat([x, self.by_picture(x)], 1)
        middle = self.body(x)
        deep = self.top(middle).float()
        # What is summed up is reckoned in single precision, also where the rest is not.
        with torch.autocast("cpu", enabled=False):
            logits = self.mask(middle.float())
            weight = torch.sigmoid(logits)
            # The colours as they are: nothing before this branch learns from it.
            colours = self._colours(F.avg_pool2d(x.detach().float(), COLOUR_STEP), weight)
            vectors = self.project(torch.cat([self._pooled(deep, weight), colours], 1))
            return self.neck(vectors), logits

    def _pooled(self, deep: Tensor, weight: Tensor) -> Tensor:
        """Mean over the mask, largest, and the means of stripes over the mask."""
        weighted = deep * weight
        mean = weighted.mean((2, 3)) / (weight.mean((2, 3)) + 0.05)
        largest = weighted.amax((2, 3))
        n, channels, height, width = deep.shape
        shape = (STRIPES, height // STRIPES, width)
        sums = weighted.reshape(n, channels, *shape).mean((3, 4))
        areas = weight.reshape(n, 1, *shape).mean((3, 4))
        return torch.cat([mean, largest, (sums / (areas + 0.05)).reshape(n, -1)], 1)

    def _colours(self, x: Tensor, weight: Tensor) -> Tensor:
        """Roots of the shares of learned colours in stripes of the person."""
        shares = torch.softmax(self.colour(x), 1)
        shares = F.avg_pool2d(shares, MASK_STEP // COLOUR_STEP) * weight
        n, _, height, width = shares.shape
        shape = (COLOUR_STRIPES, height // COLOUR_STRIPES, width)
        counts = shares.reshape(n, COLOURS, *shape).mean((3, 4))
        areas = weight.reshape(n, 1, *shape).mean((3, 4))
        return torch.sqrt(counts / (areas + 0.05) + 1e-4).reshape(n, -1)
