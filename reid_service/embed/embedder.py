"""What every embedding model looks like to the rest of the service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reid_service.domain.crop import Image, Vector, Vectors


@dataclass(frozen=True, slots=True)
class Calibration:
    """Cosine similarities of a model that separate people; they belong to the model.

    At or above `same` two tracklets are one person, below `new` they are two; between lies
    doubt. Both in [-1, 1], `new` <= `same`.
    """

    same: float
    new: float


class Embedder(Protocol):
    """Turns crops into embeddings of one model."""

    @property
    def model_id(self) -> str:
        """Name, digest prefix and precision: vectors of different ids never meet."""
        ...

    @property
    def dimension(self) -> int:
        """Length D of the vectors."""
        ...

    @property
    def calibration(self) -> Calibration:
        """Where this model separates people."""
        ...

    @property
    def centred_calibration(self) -> Calibration:
        """The same for vectors less their camera's mean, unit again.

        Vectors of one camera share background and light. Without that share people are told
        apart much better, at much lower similarities.
        """
        ...

    @property
    def runtime(self) -> str:
        """Which runtime executes it, for people ("onnxruntime 1.31", "openvino 2026.4")."""
        ...

    def embed(self, images: Sequence[Image]) -> Vectors:
        """Unit vectors, shape (len(images), dimension), in the order of `images`.

        Images are BGR, 8 bit, of any size of at least 1 x 1; an empty sequence gives (0, D).
        """
        ...

    def stream(self, images: Iterable[Image]) -> Iterator[Vector]:
        """The unit vector (dimension,) of each image, in their order, as soon as it is known.

        Further images may be taken while one is computed.
        """
        ...

    def close(self) -> None:
        """Free the runtime; the embedder is not used afterwards."""
        ...
