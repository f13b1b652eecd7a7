"""Cameras and boxes as plain mathematics: no renderer needed.

Scene coordinates of one camera, in metres: x to the right, y away from the camera, z up; the
ground is z = 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]

NEAR_M: Final = 0.1
FAR_M: Final = 120.0


@dataclass(frozen=True, slots=True)
class Box:
    """A box in pixels, not yet rounded and perhaps partly outside the frame."""

    x_min: float
    y_min: float
    x_max: float
    y_max: float

    @property
    def width(self) -> float:
        """Pixels."""
        return self.x_max - self.x_min

    @property
    def height(self) -> float:
        """Pixels."""
        return self.y_max - self.y_min

    @property
    def area(self) -> float:
        """Square pixels; 0 for an empty box."""
        return max(0.0, self.width) * max(0.0, self.height)

    def intersection(self, other: Box) -> Box:
        """The common part; empty (area 0) when there is none."""
        return Box(
            max(self.x_min, other.x_min),
            max(self.y_min, other.y_min),
            min(self.x_max, other.x_max),
            min(self.y_max, other.y_max),
        )

    def covered_by(self, other: Box) -> float:
        """Share of this box that `other` covers, in [0, 1].

        >>> Box(0, 0, 10, 10).covered_by(Box(5, 0, 20, 10))
        0.5
        """
        return self.intersection(other).area / self.area if self.area > 0 else 0.0

    def iou(self, other: Box) -> float:
        """Intersection over union, in [0, 1].

        >>> Box(0, 0, 10, 10).iou(Box(0, 0, 10, 5))
        0.5
        """
        common = self.intersection(other).area
        union = self.area + other.area - common
        return common / union if union > 0 else 0.0

    def rounded(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The box on the pixel grid of a frame as Frigate clips it: 0 .. size - 1."""
        return (
            min(max(round(self.x_min), 0), width - 1),
            min(max(round(self.y_min), 0), height - 1),
            min(max(round(self.x_max), 0), width - 1),
            min(max(round(self.y_max), 0), height - 1),
        )


@dataclass(frozen=True)
class View:
    """A pinhole camera that looks from `eye` at `target`, its horizon level.

    `field_deg` is the horizontal field of view. A modest field and a camera far back keep people
    upright at the edges of the frame, as the lens correction of a real camera does.
    """

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    field_deg: float
    width: int
    height: int

    @property
    def focal_px(self) -> float:
        """Focal length in pixels."""
        return float(self.width / 2 / np.tan(np.radians(self.field_deg / 2)))

    @cached_property
    def world_to_camera(self) -> Floats:
        """Matrix (4, 4): scene to camera axes (x right, y up, z towards the viewer)."""
        back = np.subtract(self.eye, self.target).astype(np.float64)
        back /= np.linalg.norm(back)
        right = np.cross((0.0, 0.0, 1.0), back)
        right /= np.linalg.norm(right)
        rotation = np.stack([right, np.cross(back, right), back])
        matrix = np.eye(4)
        matrix[:3, :3] = rotation
        matrix[:3, 3] = -rotation @ np.asarray(self.eye)
        return matrix

    @cached_property
    def projection(self) -> Floats:
        """OpenGL's perspective matrix (4, 4)."""
        depth = FAR_M - NEAR_M
        return np.array(
            [
                [2 * self.focal_px / self.width, 0, 0, 0],
                [0, 2 * self.focal_px / self.height, 0, 0],
                [0, 0, -(FAR_M + NEAR_M) / depth, -2 * FAR_M * NEAR_M / depth],
                [0, 0, -1, 0],
            ]
        )

    def project(self, points: Floats) -> tuple[Floats, Floats]:
        """Pixels (N, 2) and depths in metres (N,) of scene points (N, 3).

        Points behind the camera have a depth <= 0 and meaningless pixels.
        """
        camera = points @ self.world_to_camera[:3, :3].T + self.world_to_camera[:3, 3]
        depth = -camera[:, 2]
        scale = self.focal_px / np.where(np.abs(depth) < 1e-6, 1e-6, depth)
        pixels = np.stack(
            [self.width / 2 + camera[:, 0] * scale, self.height / 2 - camera[:, 1] * scale], axis=1
        )
        return pixels, depth

    def rays(self, oversampling: int = 1) -> Floats:
        """Directions in the scene, shape (height * k, width * k, 3), of every sub-pixel."""
        across = (np.arange(self.width * oversampling) + 0.5) / oversampling
        down = (np.arange(self.height * oversampling) + 0.5) / oversampling
        x, y = np.meshgrid(across, down)
        camera = np.stack(
            [
                (x - self.width / 2) / self.focal_px,
                -(y - self.height / 2) / self.focal_px,
                -np.ones_like(x),
            ],
            axis=-1,
        )
        directions: Floats = camera @ self.world_to_camera[:3, :3]
        return directions

    def box_of(self, points: Floats) -> Box | None:
        """The box around scene points (N, 3), or None when any is behind the camera."""
        pixels, depth = self.project(points)
        if depth.min() < NEAR_M:
            return None
        low, high = pixels.min(axis=0), pixels.max(axis=0)
        return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))

    def frame(self) -> Box:
        """The whole frame as a box."""
        return Box(0.0, 0.0, float(self.width), float(self.height))
