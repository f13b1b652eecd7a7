from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from httpx import ConnectError, Headers
from qdrant_client import models
from qdrant_client.http.exceptions import ResponseHandlingException, UnexpectedResponse

from reid_service.errors import GalleryError, GalleryUnavailable, ModelMismatch
from reid_service.gallery.points import home_name
from reid_service.gallery.server import ServerGallery, connect
from tests.congruence.backends import InMemoryClient
from tests.unit.gallery.points import CROPS, MODEL, crops

DIMENSION = 8


class LateClient(InMemoryClient):
    """A server that is not up yet."""

    up = False

    def collection_exists(self, *args: Any, **kwargs: Any) -> bool:
        if not self.up:
            raise ResponseHandlingException(ConnectError("refused"))
        return super().collection_exists(*args, **kwargs)


class RecordingClient(InMemoryClient):
    """Remembers what it was asked to make."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[tuple[tuple[Any, ...], dict[str, Any]]] = []
        self.indexes: list[tuple[Any, ...]] = []

    def create_collection(self, *args: Any, **kwargs: Any) -> bool:
        self.made.append((args, kwargs))
        return super().create_collection(*args, **kwargs)

    def create_payload_index(self, *args: Any, **kwargs: Any) -> models.UpdateResult:
        self.indexes.append(args)
        return super().create_payload_index(*args, **kwargs)


class RacedClient(InMemoryClient):
    """Another service makes the collection at the same moment."""

    def create_collection(self, *args: Any, **kwargs: Any) -> bool:
        super().create_collection(*args, **kwargs)
        raise UnexpectedResponse(409, "Conflict", b"exists already", Headers())


class AnsweringServer(ThreadingHTTPServer):
    """Answers every request with one status."""

    status = 200

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, AnsweringServer)
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def server() -> Iterator[AnsweringServer]:
    with AnsweringServer(("127.0.0.1", 0), _Answer) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def test_a_server_that_comes_up_late_is_used_from_then_on() -> None:
    client = LateClient()
    gallery = ServerGallery(client, MODEL, DIMENSION)
    for _ in range(2):
        with pytest.raises(GalleryUnavailable, match="cannot be reached"):
            gallery.upsert(crops(range(3), DIMENSION))
    client.up = True
    gallery.upsert(crops(range(3), DIMENSION))
    assert gallery.count() == 3
    gallery.close()


def test_a_collection_that_somebody_else_made_meanwhile_is_used() -> None:
    gallery = ServerGallery(RacedClient(), MODEL, DIMENSION)
    gallery.upsert(crops(range(3), DIMENSION))
    assert gallery.count() == 3
    gallery.close()


def test_no_server_makes_the_gallery_unavailable() -> None:
    with socket.socket() as bound:  # a port of ours on which nobody listens
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        gallery = ServerGallery(connect(url, None), MODEL, DIMENSION)
        with pytest.raises(GalleryUnavailable, match="cannot be reached"):
            gallery.search(crops([1], DIMENSION)[0].vector, CROPS, 5)
        gallery.close()


@pytest.mark.parametrize(
    ("status", "expected", "text"),
    [
        (401, GalleryUnavailable, "API key"),
        (403, GalleryUnavailable, "API key"),
        (429, GalleryUnavailable, "status 429"),
        (503, GalleryUnavailable, "status 503"),
        (400, GalleryError, "status 400"),
    ],
)
def test_a_refusal_becomes_our_error(
    server: AnsweringServer, status: int, expected: type[GalleryError], text: str
) -> None:
    server.status = status
    gallery = ServerGallery(connect(server.url, None), MODEL, DIMENSION)
    with pytest.raises(GalleryError, match=text) as raised:
        gallery.count()
    assert type(raised.value) is expected
    gallery.close()


def test_the_collection_is_made_for_int8_with_the_vectors_on_disk() -> None:
    client = RecordingClient()
    gallery = ServerGallery(client, "osnet/x0.25", DIMENSION)
    gallery.count()
    gallery.count()
    name = "frigate-reid-" + home_name("osnet/x0.25")
    (((made_name,), made),) = client.made
    assert made_name == name
    assert made["vectors_config"] == models.VectorParams(
        size=DIMENSION, distance=models.Distance.COSINE, on_disk=True
    )
    assert made["quantization_config"].scalar.type == models.ScalarType.INT8
    assert client.indexes == [
        (name, "kind", "keyword"),
        (name, "camera", "keyword"),
        (name, "identity_id", "keyword"),
        (name, "time_s", "float"),
    ]
    gallery.close()


def test_a_collection_of_other_vectors_is_refused() -> None:
    client = InMemoryClient()
    client.create_collection(
        "frigate-reid-" + home_name(MODEL),
        vectors_config={"face": models.VectorParams(size=8, distance=models.Distance.COSINE)},
    )
    gallery = ServerGallery(client, MODEL, DIMENSION)
    with pytest.raises(ModelMismatch, match="delete it on the server"):
        gallery.count()
    gallery.close()
