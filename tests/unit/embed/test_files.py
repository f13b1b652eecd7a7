from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from reid_service.embed.catalog import CATALOG, Channels, ModelEntry, ModelInput
from reid_service.embed.embedder import Calibration
from reid_service.embed.files import digest_of, entry_of_file, fetch, found
from reid_service.errors import ModelError
from tests.unit.embed import tiny_model

CONTENT = b"the weights of a network" * 1000


class _Server(ThreadingHTTPServer):
    """Serves one body under every path and counts how often it was asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.body = CONTENT
        self.status = 200
        self.promised_bytes = len(CONTENT)
        self.requests = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/model.onnx?token=secret"


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.server.requests += 1
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(self.server.promised_bytes))
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        pass


@pytest.fixture
def server() -> Iterator[_Server]:
    with _Server() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def entry(url: str | None) -> ModelEntry:
    return ModelEntry(
        name="tiny",
        licence="Apache-2.0",
        input=ModelInput(height=16, width=8, channels=Channels.RGB),
        dimension=3,
        calibration=Calibration(same=0.9, new=0.8),
        file="tiny.onnx",
        sha256=hashlib.sha256(CONTENT).hexdigest(),
        url=url,
    )


def test_a_missing_file_is_fetched_into_a_new_folder(server: _Server, tmp_path: Path) -> None:
    path = fetch(entry(server.url), tmp_path / "models")
    assert path == tmp_path / "models" / "tiny.onnx"
    assert path.read_bytes() == CONTENT
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_is_there_is_not_fetched_again(server: _Server, tmp_path: Path) -> None:
    fetch(entry(server.url), tmp_path)
    fetch(entry(server.url), tmp_path)
    assert server.requests == 1


def test_a_damaged_file_is_fetched_once_again(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "tiny.onnx").write_bytes(CONTENT[:100])
    assert fetch(entry(server.url), tmp_path).read_bytes() == CONTENT
    assert server.requests == 1


def test_a_file_that_stays_wrong_is_reported_and_not_kept(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "tiny.onnx").write_bytes(b"damaged")
    server.body = b"x" * len(CONTENT)
    with pytest.raises(ModelError, match="is not its file"):
        fetch(entry(server.url), tmp_path)
    assert server.requests == 1
    assert (tmp_path / "tiny.onnx").read_bytes() == b"damaged"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_transfer_that_breaks_off_leaves_nothing(server: _Server, tmp_path: Path) -> None:
    server.promised_bytes = 2 * len(CONTENT)
    with pytest.raises(ModelError, match="try again later"):
        fetch(entry(server.url), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_refusing_server_is_reported_without_the_address(server: _Server, tmp_path: Path) -> None:
    server.status = 404
    with pytest.raises(ModelError, match="could not be fetched") as caught:
        fetch(entry(server.url), tmp_path)
    assert "secret" not in str(caught.value)


def test_a_folder_that_cannot_be_made_is_reported(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file")
    with pytest.raises(ModelError, match="could not be saved"):
        fetch(entry(server.url), tmp_path / "models")


def test_without_an_address_people_are_told_to_bring_the_file(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"put the right tiny\.onnx"):
        fetch(entry(None), tmp_path)


def test_without_an_address_a_brought_file_is_used(tmp_path: Path) -> None:
    (tmp_path / "tiny.onnx").write_bytes(CONTENT)
    assert fetch(entry(None), tmp_path) == tmp_path / "tiny.onnx"


def test_a_side_file_describes_an_unknown_file(tmp_path: Path) -> None:
    path = tiny_model.write(tmp_path)
    described = entry_of_file(path)
    assert described.name == "tiny"
    assert described.sha256 == digest_of(path)
    assert described.model_id == f"tiny-{digest_of(path)[:8]}-fp32"
    assert described.input == ModelInput(height=16, width=8, channels=Channels.RGB)
    assert described.calibration == Calibration(same=0.9, new=0.8)
    assert described.centred_calibration is None


def test_without_a_side_file_the_error_shows_how_to_write_one(tmp_path: Path) -> None:
    path = tmp_path / "mine.onnx"
    path.write_bytes(tiny_model.network())
    with pytest.raises(ModelError, match=r"mine\.json") as caught:
        entry_of_file(path)
    example = str(caught.value).partition(", like ")[2].removesuffix(".")
    path.with_suffix(".json").write_text(example, "utf-8")
    assert entry_of_file(path).name == json.loads(example)["name"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "truncated"),
        ('{"name": "tiny"}', "licence"),
        (msgspec.json.encode(tiny_model.facts(dimensions=3)).decode(), "dimensions"),
    ],
)
def test_a_wrong_side_file_is_reported(tmp_path: Path, text: str, complaint: str) -> None:
    path = tiny_model.write(tmp_path)
    path.with_suffix(".json").write_text(text, "utf-8")
    with pytest.raises(ModelError, match=complaint):
        entry_of_file(path)


def test_a_side_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "mine.onnx"
    path.write_bytes(tiny_model.network())
    path.with_suffix(".json").mkdir()
    with pytest.raises(ModelError, match="cannot be read"):
        entry_of_file(path)


def test_a_missing_model_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        entry_of_file(tmp_path / "nothing.onnx")


def test_known_files_are_recognised_whatever_their_name(shared_data: Path, tmp_path: Path) -> None:
    models = sorted((shared_data / "models").glob("*/*.onnx"))
    known = {each.sha256: each for each in CATALOG}
    there = {known[digest].name for path in models if (digest := digest_of(path)) in known}
    brought = {each.name for each in CATALOG if each.url is None and not each.shipped}
    assert there == brought
    renamed = tmp_path / "renamed.bin"
    source = next(path for path in models if digest_of(path) in known)
    renamed.write_bytes(source.read_bytes())
    assert entry_of_file(renamed) is known[digest_of(source)]


def test_published_networks_are_recognised_with_their_weights(
    shared_data: Path, tmp_path: Path
) -> None:
    published = {each.sha256: each for each in CATALOG if each.weights is not None}
    networks = sorted((shared_data / "models" / "openvino_ir").glob("reid-*.xml"))
    assert {entry_of_file(path) for path in networks} == set(published.values())
    copy = tmp_path / "copy.xml"
    copy.write_bytes(networks[0].read_bytes())
    copy.with_suffix(".bin").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="does not hold the weights"):
        entry_of_file(copy)


def test_the_service_fetches_nothing_by_itself(server: _Server, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="frigate-reid models pull tiny"):
        found(entry(server.url), tmp_path)
    assert server.requests == 0


def test_a_damaged_file_is_not_found(server: _Server, tmp_path: Path) -> None:
    path = fetch(entry(server.url), tmp_path)
    assert found(entry(server.url), tmp_path) == path
    path.write_bytes(b"damaged")
    with pytest.raises(ModelError, match="or damaged"):
        found(entry(server.url), tmp_path)
