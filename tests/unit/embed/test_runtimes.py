"""Both runtimes, on a tiny network always and on real ones where they are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from reid_service.domain.crop import Image
from reid_service.embed.files import entry_of_file
from reid_service.embed.network import NetworkEmbedder, Session
from reid_service.embed.onnx import GRAPH_LEVELS, OnnxSession
from reid_service.embed.openvino import OpenVinoSession, is_installed
from reid_service.errors import ModelError
from tests.unit.embed import tiny_model

needs_openvino = pytest.mark.skipif(
    not is_installed(), reason="needs the optional extra frigate-reid[openvino]"
)

Loader = Callable[[Path], Session]


def on_onnxruntime(path: Path, graph_level: str = "all") -> Session:
    return OnnxSession(entry_of_file(path), path, threads=1, graph_level=graph_level)


def on_openvino(path: Path) -> Session:
    return OpenVinoSession(entry_of_file(path), path, threads=1)


loaders = pytest.mark.parametrize(
    "load",
    [
        pytest.param(on_onnxruntime, id="onnxruntime"),
        pytest.param(on_openvino, id="openvino", marks=needs_openvino),
    ],
)


@loaders
@pytest.mark.parametrize("batch", ["batch", 1])
def test_a_network_answers_for_each_picture(tmp_path: Path, load: Loader, batch: int | str) -> None:
    path = tiny_model.write(tmp_path, batch=batch)
    pictures = tiny_model.pictures(5)
    embedder = NetworkEmbedder(entry_of_file(path), load(path))
    together = embedder.embed(pictures)
    apart = np.concatenate([embedder.embed([each]) for each in pictures])
    means = np.array([each[:, :, ::-1].mean(axis=(0, 1)) for each in pictures])
    assert together.shape == (5, 3)
    np.testing.assert_allclose(together, apart, atol=1e-6)
    np.testing.assert_allclose(
        together, means / np.linalg.norm(means, axis=1, keepdims=True), atol=0.05
    )
    embedder.close()


@loaders
def test_a_fixed_batch_of_one_is_obeyed(tmp_path: Path, load: Loader) -> None:
    assert load(tiny_model.write(tmp_path, batch=1)).batch == 1


@pytest.mark.parametrize("graph_level", GRAPH_LEVELS)
def test_every_graph_level_gives_the_same_vectors(tmp_path: Path, graph_level: str) -> None:
    path = tiny_model.write(tmp_path)
    entry = entry_of_file(path)
    pictures = tiny_model.pictures(3)
    levelled = NetworkEmbedder(entry, on_onnxruntime(path, graph_level))
    plain = NetworkEmbedder(entry, on_onnxruntime(path))
    np.testing.assert_allclose(levelled.embed(pictures), plain.embed(pictures), atol=1e-6)
    assert graph_level in levelled.runtime


@loaders
def test_a_damaged_file_is_reported(tmp_path: Path, load: Loader) -> None:
    path = tiny_model.write(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(path)


@loaders
def test_a_network_of_another_size_is_refused(tmp_path: Path, load: Loader) -> None:
    path = tiny_model.write(tmp_path, input={"height": 32, "width": 8, "channels": "rgb"})
    with pytest.raises(ModelError, match="mend its description"):
        load(path)


@loaders
def test_a_batch_that_the_network_cannot_take_is_reported(tmp_path: Path, load: Loader) -> None:
    session = load(tiny_model.write(tmp_path))
    with pytest.raises(ModelError, match="failed on a"):
        list(session.run([np.zeros((1, 3, 5, 5), np.float32)]))


@loaders
def test_after_a_picture_that_is_none_the_others_are_right(tmp_path: Path, load: Loader) -> None:
    path = tiny_model.write(tmp_path)
    embedder = NetworkEmbedder(entry_of_file(path), load(path))
    pictures = tiny_model.pictures(3)
    expected = embedder.embed(pictures)
    with pytest.raises(ModelError, match="is no picture"):
        embedder.embed([*pictures, np.zeros((5, 5), np.uint8)])
    np.testing.assert_array_equal(embedder.embed(pictures), expected)
    embedder.close()


@loaders
def test_no_more_pictures_are_taken_than_are_worked_on(tmp_path: Path, load: Loader) -> None:
    path = tiny_model.write(tmp_path)
    embedder = NetworkEmbedder(entry_of_file(path), load(path))
    pictures = tiny_model.pictures(9)
    taken: list[int] = []

    def taking() -> Iterator[Image]:
        for number, picture in enumerate(pictures, start=1):
            taken.append(number)
            yield picture

    known = []
    for number, vector in enumerate(embedder.stream(taking())):
        assert taken[-1] <= number + 4, "the others may still be given up"
        known.append(vector)
    np.testing.assert_array_equal(known, embedder.embed(pictures))


def test_a_missing_openvino_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)  # as Python marks what cannot be imported
    path = tiny_model.write(tmp_path)
    assert not is_installed()
    with pytest.raises(ModelError, match=r"install frigate-reid\[openvino\]"):
        on_openvino(path)


@needs_openvino
@pytest.mark.parametrize("file", ["omz-reid-0288.f16w.onnx", "osnet_x0_25_msmt17_akshay.onnx"])
def test_the_runtimes_agree_on_real_networks(shared_data: Path, file: str) -> None:
    path = shared_data / "models" / "reid" / file
    if not path.is_file():
        pytest.skip(f"needs {file} among the development models")
    entry = entry_of_file(path)
    pictures = tiny_model.pictures(4)
    vectors = [
        NetworkEmbedder(entry, load(path)).embed(pictures) for load in (on_onnxruntime, on_openvino)
    ]
    assert vectors[0].shape == (4, entry.dimension)
    assert (vectors[0] * vectors[1]).sum(axis=1).min() > 0.99995
