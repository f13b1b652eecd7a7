"""An embedding network on any runtime: tensors in, checked unit vectors out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Image, Vector, Vectors
from reid_service.embed.catalog import ModelEntry
from reid_service.embed.embedder import Calibration
from reid_service.embed.preprocess import Tensor, to_tensor
from reid_service.errors import ModelError


class Session(Protocol):
    """A network loaded into a runtime."""

    @property
    def runtime(self) -> str:
        """Name and version of the runtime, and how it was set up if that was a choice."""
        ...

    @property
    def batch(self) -> int:
        """How many pictures it takes at once."""
        ...

    def run(self, tensors: Iterable[Tensor]) -> Iterator[NDArray[np.float32]]:
        """The network's first output for each tensor of at most `batch` pictures, in their order.

        A tensor may be taken while the one before is still computed. Raises `ModelError`.
        """
        ...

    def close(self) -> None:
        """Free the network."""
        ...


class NetworkEmbedder:
    """An `Embedder` (see there) that runs the model of `entry` in `session`."""

    def __init__(self, entry: ModelEntry, session: Session) -> None:
        self._entry = entry
        self._session = session

    @property
    def model_id(self) -> str:
        """Name, digest prefix and precision."""
        return self._entry.model_id

    @property
    def dimension(self) -> int:
        """Length D of the vectors."""
        return self._entry.dimension

    @property
    def calibration(self) -> Calibration:
        """Where this model separates people."""
        return self._entry.calibration

    @property
    def centred_calibration(self) -> Calibration:
        """The same for centred vectors; where it was not measured, the higher one that was."""
        return self._entry.centred_calibration or self._entry.calibration

    @property
    def runtime(self) -> str:
        """Which runtime executes it, for people."""
        return self._session.runtime

    def embed(self, images: Sequence[Image]) -> Vectors:
        """Unit vectors, shape (len(images), dimension), in the order of `images`.

        Raises `ModelError` when the network gives anything but finite vectors of length D.
        """
        if not images:
            return np.empty((0, self.dimension), np.float32)
        return np.stack(list(self.stream(images)))

    def stream(self, images: Iterable[Image]) -> Iterator[Vector]:
        """The unit vector (dimension,) of each image, in their order, as soon as it is known.

        Images are taken as many as the runtime takes at once, fewer where there are no more.
        Raises `ModelError` as `embed` does.
        """
        sizes: deque[int] = deque()

        def tensors() -> Iterator[Tensor]:
            left = iter(images)
            while taken := list(islice(left, self._session.batch)):
                sizes.append(len(taken))
                yield to_tensor(taken, self._entry.input)

        for output in self._session.run(tensors()):
            yield from self._unit(output, sizes.popleft())

    def close(self) -> None:
        """Free the runtime."""
        self._session.close()

    def _unit(self, output: NDArray[np.float32], count: int) -> Vectors:
        expected = (count, self.dimension)
        if output.shape != expected:
            raise ModelError(
                f"Model {self._entry.name} gave an output of shape {output.shape}, not "
                f"{expected}: its description (dimension, input) does not fit the file."
            )
        norms = np.linalg.norm(output, axis=1, keepdims=True)
        if not np.isfinite(norms).all() or not norms.all():
            raise ModelError(
                f"Model {self._entry.name} gave vectors that are zero or not finite: the file is "
                "damaged or not meant for this runtime, use another one."
            )
        return np.asarray(output / norms, np.float32)
