from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from reid_service.embed.catalog import ModelEntry
from reid_service.embed.embedder import Calibration
from reid_service.embed.network import NetworkEmbedder
from reid_service.embed.preprocess import Tensor
from reid_service.errors import ModelError
from tests.unit.embed import tiny_model
from tests.unit.embed.test_files import entry as tiny_entry

ENTRY: ModelEntry = tiny_entry(None)


class FakeSession:
    """Answers with the channels' means, or with what it is told to."""

    runtime = "fake 1"

    def __init__(self, batch: int = 1, answer: NDArray[np.float32] | None = None) -> None:
        self.batch = batch
        self.answer = answer
        self.sizes: list[int] = []
        self.closed = False

    def run(self, tensors: Iterable[Tensor]) -> Iterator[NDArray[np.float32]]:
        return map(self._run, tensors)

    def _run(self, tensor: Tensor) -> NDArray[np.float32]:
        self.sizes.append(len(tensor))
        return tensor.mean(axis=(2, 3)) if self.answer is None else self.answer

    def close(self) -> None:
        self.closed = True


def test_vectors_are_unit_vectors_in_order() -> None:
    blue = np.zeros((20, 10, 3), np.uint8)
    blue[:, :, 0] = 200
    red = np.ascontiguousarray(blue[:, :, ::-1])
    vectors = NetworkEmbedder(ENTRY, FakeSession()).embed([blue, red])
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, [[0, 0, 1], [1, 0, 0]], atol=1e-6)


def test_no_pictures_give_no_vectors() -> None:
    session = FakeSession()
    assert NetworkEmbedder(ENTRY, session).embed([]).shape == (0, 3)
    assert session.sizes == []


@pytest.mark.parametrize(("batch", "sizes"), [(8, [5]), (1, [1] * 5), (2, [2, 2, 1])])
def test_pictures_go_in_as_the_runtime_takes_them(batch: int, sizes: list[int]) -> None:
    pictures = tiny_model.pictures(5)
    session = FakeSession(batch)
    vectors = NetworkEmbedder(ENTRY, session).embed(pictures)
    assert session.sizes == sizes
    np.testing.assert_allclose(vectors, NetworkEmbedder(ENTRY, FakeSession()).embed(pictures))


@pytest.mark.parametrize(
    "answer",
    [[[np.nan, 0, 1]], [[np.inf, 0, 1]], [[0, 0, 0]]],
    ids=["not a number", "infinite", "zero"],
)
def test_useless_vectors_are_refused(answer: list[list[float]]) -> None:
    embedder = NetworkEmbedder(ENTRY, FakeSession(answer=np.array(answer, np.float32)))
    with pytest.raises(ModelError, match="zero or not finite"):
        embedder.embed(tiny_model.pictures(1))


@pytest.mark.parametrize("shape", [(1, 4), (2, 3), (1, 3, 1), (3,)])
def test_an_output_of_another_shape_is_refused(shape: tuple[int, ...]) -> None:
    embedder = NetworkEmbedder(ENTRY, FakeSession(answer=np.ones(shape, np.float32)))
    with pytest.raises(ModelError, match="does not fit the file"):
        embedder.embed(tiny_model.pictures(1))


def test_the_embedder_speaks_for_its_entry_and_its_runtime() -> None:
    session = FakeSession()
    embedder = NetworkEmbedder(ENTRY, session)
    assert embedder.model_id == ENTRY.model_id
    assert embedder.dimension == 3
    assert embedder.runtime == "fake 1"
    assert embedder.calibration == Calibration(same=0.9, new=0.8)
    embedder.close()
    assert session.closed


def test_unmeasured_thresholds_for_centred_vectors_are_the_careful_ones() -> None:
    embedder = NetworkEmbedder(ENTRY, FakeSession())
    assert embedder.centred_calibration == embedder.calibration
