from __future__ import annotations

import logging
import sys
from pathlib import Path

import numpy as np
import pytest

from reid_service.domain.crop import Vector
from reid_service.embed import choose
from reid_service.embed.catalog import CATALOG, DEFAULT, named
from reid_service.embed.choose import open_embedder
from reid_service.embed.files import SHIPPED
from reid_service.embed.network import NetworkEmbedder
from reid_service.embed.openvino import is_installed
from reid_service.embed.trials import Trials
from reid_service.errors import ModelError
from tests.unit.embed import tiny_model
from tests.unit.embed.test_network import ENTRY, FakeSession


@pytest.fixture(autouse=True)
def no_time_to_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choose, "_BUDGET_S", 0.01)


def test_the_descriptor_needs_no_file(tmp_path: Path) -> None:
    embedder = open_embedder("descriptor", folder=tmp_path / "missing")
    assert embedder.embed(tiny_model.pictures(2)).shape == (2, embedder.dimension)
    embedder.close()


def test_a_file_is_opened_whatever_the_name(tmp_path: Path) -> None:
    embedder = open_embedder("descriptor", file=tiny_model.write(tmp_path), folder=tmp_path)
    assert embedder.model_id.startswith("tiny-")
    assert embedder.embed(tiny_model.pictures(2)).shape == (2, 3)
    embedder.close()


def test_what_was_measured_is_logged_in_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    embedder = open_embedder("", file=tiny_model.write(tmp_path), folder=tmp_path)
    [line] = [each.getMessage() for each in caplog.records]
    assert f"model {embedder.model_id}: using {embedder.runtime}" in line
    assert line.count("ms a crop") == (3 if is_installed() else 2)


@pytest.mark.parametrize("runtime", ["onnxruntime", "openvino"])
def test_a_demanded_runtime_is_used(tmp_path: Path, runtime: choose.RuntimeChoice) -> None:
    if runtime == "openvino" and not is_installed():
        pytest.skip("needs the optional extra frigate-reid[openvino]")
    path = tiny_model.write(tmp_path)
    embedder = open_embedder("", file=path, folder=tmp_path, runtime=runtime)
    assert embedder.runtime.startswith(runtime)


def test_the_model_id_does_not_depend_on_the_runtime(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tiny_model.write(tmp_path)
    chosen = open_embedder("", file=path, folder=tmp_path)
    monkeypatch.setitem(sys.modules, "openvino", None)
    without = open_embedder("", file=path, folder=tmp_path)
    assert without.runtime.startswith("onnxruntime")
    assert without.model_id == chosen.model_id


def test_the_shipped_model_needs_no_folder_and_is_small(tmp_path: Path) -> None:
    entry = named(DEFAULT)
    assert entry is not None
    assert entry.shipped
    assert (SHIPPED / entry.file).stat().st_size < 2_000_000
    assert (SHIPPED / entry.file).with_suffix(".md").is_file(), "its card"
    embedder = open_embedder(DEFAULT, folder=tmp_path / "missing")
    images = np.random.default_rng(4).integers(0, 256, (3, 120, 50, 3)).astype(np.uint8)
    vectors = embedder.embed(list(images))
    assert vectors.shape == (3, 256)
    assert np.allclose(vectors[1], embedder.embed([images[1]])[0], atol=1e-5)
    embedder.close()


def test_an_unknown_name_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="name one of descriptor, frigate-reid-s1, omz-reid-0277"):
        open_embedder("resnet", folder=tmp_path)


def test_a_known_model_without_its_file_says_where_to_put_it(tmp_path: Path) -> None:
    entry = next(each for each in CATALOG if each.url is None and not each.shipped)
    with pytest.raises(ModelError, match=entry.sha256):
        open_embedder(entry.name, folder=tmp_path)


def test_a_file_that_no_runtime_can_load_is_reported(tmp_path: Path) -> None:
    path = tiny_model.write(tmp_path)
    path.write_bytes(b"no network at all")
    with pytest.raises(ModelError, match="cannot be loaded by onnxruntime"):
        open_embedder("", file=path, folder=tmp_path)


def test_a_description_that_does_not_fit_is_reported(tmp_path: Path) -> None:
    path = tiny_model.write(tmp_path, dimension=4)
    with pytest.raises(ModelError, match="does not fit the file"):
        open_embedder("", file=path, folder=tmp_path)


def test_a_way_that_fails_is_passed_over_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    working = FakeSession()

    def failing() -> FakeSession:
        raise ModelError("This runtime knows no such layer.")

    ways = [choose._Way("failing", failing), choose._Way("working", lambda: working)]
    monkeypatch.setattr(choose, "_ways", lambda *_: ways)
    embedder = open_embedder("", file=tiny_model.write(tmp_path), folder=tmp_path)
    assert embedder.runtime == working.runtime
    assert "This runtime knows no such layer." in caplog.text


def opened_with(sessions: list[FakeSession], vectors: list[Vector]) -> list[choose._Opened]:
    return [
        choose._Opened(f"way {number}", NetworkEmbedder(ENTRY, session), vector)
        for number, (session, vector) in enumerate(zip(sessions, vectors, strict=True))
    ]


def test_a_runtime_with_other_vectors_is_left_out(caplog: pytest.LogCaptureFixture) -> None:
    sessions = [FakeSession(), FakeSession(), FakeSession()]
    vector = np.array([1, 0, 0], np.float32)
    turned = np.array([np.cos(0.05), np.sin(0.05), 0], np.float32)
    opened = opened_with(sessions, [vector, turned, vector])
    usable = choose._agreeing(opened)
    assert usable == [opened[0], opened[2]]
    assert [session.closed for session in sessions] == [False, True, False]
    assert "cosine 0.9988" in caplog.text


def test_the_embedders_that_lost_are_closed() -> None:
    sessions = [FakeSession(), FakeSession()]
    vector = np.array([1, 0, 0], np.float32)
    opened = opened_with(sessions, [vector, vector])
    best = choose._fastest(opened, choose._probe(ENTRY), Trials())
    assert [session.closed for session in sessions] == [each is not best for each in opened]


def test_a_network_in_openvinos_format_equals_the_same_in_onnx(shared_data: Path) -> None:
    pytest.importorskip("openvino", reason="needs the optional runtime openvino")
    models = shared_data / "models"
    image = np.random.default_rng(3).integers(0, 256, (200, 90, 3)).astype(np.uint8)
    vectors = []
    for file in ("openvino_ir/reid-0288.fp32.xml", "reid/omz-reid-0288.onnx"):
        embedder = open_embedder("", file=models / file, folder=models)
        vectors.append(embedder.embed([image])[0])
        embedder.close()
    assert float(vectors[0] @ vectors[1]) > 0.9999


def test_openvinos_format_is_not_for_onnxruntime(shared_data: Path) -> None:
    file = shared_data / "models" / "openvino_ir" / "reid-0288.fp32.xml"
    with pytest.raises(ModelError, match="choose the runtime openvino"):
        open_embedder("", file=file, folder=file.parent, runtime="onnxruntime")
