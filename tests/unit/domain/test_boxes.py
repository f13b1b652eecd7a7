"""Boxes in pixels and fractions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.boxes import FrameSize, PixelBox

sizes = st.builds(FrameSize, st.integers(1, 4000), st.integers(1, 4000))


@st.composite
def boxes_in_frames(draw: st.DrawFn) -> tuple[PixelBox, FrameSize]:
    size = draw(sizes)
    xs = sorted(draw(st.tuples(st.integers(0, size.width), st.integers(0, size.width))))
    ys = sorted(draw(st.tuples(st.integers(0, size.height), st.integers(0, size.height))))
    return PixelBox(xs[0], ys[0], xs[1], ys[1]), size


@given(boxes_in_frames())
def test_pixels_to_fractions_and_back_is_the_same_box(case: tuple[PixelBox, FrameSize]) -> None:
    box, size = case

    assert box.to_fraction(size).to_pixels(size) == box


@given(boxes_in_frames(), st.floats(0, 1))
def test_padding_never_loses_a_part(case: tuple[PixelBox, FrameSize], fraction: float) -> None:
    box, _ = case
    padded = box.padded(fraction)

    assert padded.x_min <= box.x_min
    assert padded.x_max >= box.x_max
    assert padded.y_min <= box.y_min
    assert padded.y_max >= box.y_max


@given(boxes_in_frames(), st.integers(-5000, 5000), st.integers(-5000, 5000))
def test_a_clipped_box_lies_in_the_frame(
    case: tuple[PixelBox, FrameSize], dx: int, dy: int
) -> None:
    box, size = case
    moved = PixelBox(box.x_min + dx, box.y_min + dy, box.x_max + dx, box.y_max + dy)

    clipped = moved.clipped(size)

    assert 0 <= clipped.x_min <= clipped.x_max <= size.width
    assert 0 <= clipped.y_min <= clipped.y_max <= size.height


def test_overlap_is_the_share_of_the_first_box() -> None:
    small = PixelBox(0, 0, 10, 10)
    large = PixelBox(0, 0, 20, 20)

    assert small.overlap(large) == 1.0
    assert large.overlap(small) == 0.25
    assert small.overlap(PixelBox(30, 30, 40, 40)) == 0.0


def test_a_box_scales_with_its_frame() -> None:
    box = PixelBox(160, 90, 320, 180).scaled(FrameSize(640, 360), FrameSize(1280, 720))

    assert box == PixelBox(320, 180, 640, 360)
