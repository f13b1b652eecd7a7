"""What the API needs to show films and frames; the composition root brings it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from reid_service.domain.tracklet import Tracklet


class Film(Protocol):
    """A film under way from Frigate; read once, closed in any case."""

    @property
    def status(self) -> int:
        """200, or 206 for a part."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Length and range, as far as Frigate says them."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """The body, bit by bit. Raises `FrigateError`."""
        ...

    def close(self) -> None:
        """Hang up; harmless when called twice."""
        ...


class Media(Protocol):
    """Films and frames of Frigate's recordings.

    All raise `NotFound` for what Frigate has no longer or never had, and `FrigateError`.
    """

    def clip(self, tracklet: Tracklet, *, padding_s: float, byte_range: str | None) -> Film:
        """The film of a sighting, `padding_s` longer at both ends."""
        ...

    def sighting_frame(self, tracklet: Tracklet, *, with_box: bool) -> bytes:
        """JPEG of the whole frame that shows the sighting best, its box drawn in if wanted."""
        ...

    def camera_frame(self, instance: str | None, camera: str, time_s: float) -> bytes:
        """JPEG of what a camera recorded at a time. `instance` None takes the one that knows it.

        Raises `InvalidRequest` when several Frigates know a camera of this name.
        """
        ...
