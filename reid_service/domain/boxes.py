"""Boxes of persons in frames, in pixels or as fractions of the frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FrameSize:
    """Width and height of a frame in pixels, both at least 1."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FractionBox:
    """A box as fractions of the frame, each in [0, 1]; x to the right, y down."""

    x_min: float
    y_min: float
    x_max: float
    y_max: float

    def to_pixels(self, size: FrameSize) -> PixelBox:
        """The nearest box on the pixel grid of a frame of `size`.

        >>> FractionBox(0.25, 0.5, 0.5, 1.0).to_pixels(FrameSize(640, 360))
        PixelBox(x_min=160, y_min=180, x_max=320, y_max=360)
        """
        return PixelBox(
            round(self.x_min * size.width),
            round(self.y_min * size.height),
            round(self.x_max * size.width),
            round(self.y_max * size.height),
        )


@dataclass(frozen=True, slots=True)
class PixelBox:
    """A box in pixels of one frame; the maximum edges are exclusive.

    A box may lie partly outside its frame: Frigate's regions do.
    """

    x_min: int
    y_min: int
    x_max: int
    y_max: int

    @property
    def width(self) -> int:
        """Pixels; negative when the box is malformed."""
        return self.x_max - self.x_min

    @property
    def height(self) -> int:
        """Pixels; negative when the box is malformed."""
        return self.y_max - self.y_min

    @property
    def area(self) -> int:
        """Square pixels, at least 0."""
        return max(0, self.width) * max(0, self.height)

    def clipped(self, size: FrameSize) -> PixelBox:
        """The part of the box inside a frame of `size` (may be empty)."""
        return PixelBox(
            min(max(self.x_min, 0), size.width),
            min(max(self.y_min, 0), size.height),
            min(max(self.x_max, 0), size.width),
            min(max(self.y_max, 0), size.height),
        )

    def padded(self, fraction: float) -> PixelBox:
        """The box grown on each side by `fraction` of its own width and height."""
        dx = round(self.width * fraction)
        dy = round(self.height * fraction)
        return PixelBox(self.x_min - dx, self.y_min - dy, self.x_max + dx, self.y_max + dy)

    def scaled(self, source: FrameSize, target: FrameSize) -> PixelBox:
        """The same place in a frame of another size."""
        return self.to_fraction(source).to_pixels(target)

    def to_fraction(self, size: FrameSize) -> FractionBox:
        """The box as fractions of a frame of `size`, clipped to it."""
        box = self.clipped(size)
        return FractionBox(
            box.x_min / size.width,
            box.y_min / size.height,
            box.x_max / size.width,
            box.y_max / size.height,
        )

    def overlap(self, other: PixelBox) -> float:
        """Share of this box that `other` covers, in [0, 1].

        >>> PixelBox(0, 0, 10, 10).overlap(PixelBox(5, 0, 20, 10))
        0.5
        """
        width = min(self.x_max, other.x_max) - max(self.x_min, other.x_min)
        height = min(self.y_max, other.y_max) - max(self.y_min, other.y_min)
        if self.area == 0 or width <= 0 or height <= 0:
            return 0.0
        return width * height / self.area
