"""The index process's side of the socket, here in a thread."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from reid_service.gallery.edge_process import serve
from reid_service.gallery.edge_wire import (
    Answer,
    Clear,
    Count,
    Delete,
    Done,
    Failure,
    Flush,
    Found,
    Open,
    Optimize,
    Page,
    Request,
    Scroll,
    Search,
    Total,
    Upsert,
    Where,
    WirePoint,
    receive_frame,
    send_frame,
)
from reid_service.gallery.points import packed
from tests.unit.gallery.points import MODEL, crops, point_id

DIMENSION = 8
POINTS = crops(range(6), DIMENSION)
WIRE_POINTS = [WirePoint(p.id, p.vector.tobytes(), packed(p.payload)) for p in POINTS]
ANY_CROP = Where("crop", None, None, [], None, None)


class Connection:
    """Our end of a socket that `serve` answers."""

    def __init__(self) -> None:
        self.ours, theirs = socket.socketpair()
        self._theirs = theirs
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        self._decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)

    def _serve(self) -> None:
        with self._theirs:
            serve(self._theirs)

    def ask(self, request: Request) -> Answer:
        send_frame(self.ours, msgspec.msgpack.encode(request))
        answer = receive_frame(self.ours)
        assert answer is not None
        return self._decoder.decode(answer)

    def close(self) -> None:
        self.ours.close()
        self._thread.join(30)
        assert not self._thread.is_alive()


@pytest.fixture
def connection() -> Iterator[Connection]:
    made = Connection()
    yield made
    made.close()


def open_request(folder: Path, *, model: str = MODEL) -> Open:
    return Open(str(folder), model, DIMENSION, 0.0)


def test_the_life_of_an_index(connection: Connection, tmp_path: Path) -> None:
    assert connection.ask(open_request(tmp_path / "new")) == Done()
    assert connection.ask(Upsert(WIRE_POINTS)) == Done()
    found = connection.ask(Search(WIRE_POINTS[2].vector, ANY_CROP, 3))
    assert isinstance(found, Found)
    assert len(found.hits) == 3
    id_, cosine, fields = found.hits[0]
    assert (id_, fields) == (point_id(2), WIRE_POINTS[2].fields)
    assert cosine == pytest.approx(1.0)
    page = connection.ask(Scroll(None, 4))
    assert page == Page([(p.id, p.fields) for p in WIRE_POINTS[:4]], point_id(4))
    assert connection.ask(Delete([point_id(1)])) == Done()
    assert connection.ask(Count()) == Total(5)
    assert connection.ask(Flush()) == Done()
    assert connection.ask(Optimize()) == Done()
    assert connection.ask(Clear()) == Done()
    assert connection.ask(Count()) == Total(0)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where("crop", ["camera-1"], None, [], None, None), {1, 5}),
        (Where("crop", None, ["identity-0", "identity-3"], [], None, None), {0, 3}),
        (Where("crop", None, None, ["identity-0"], None, 1_790_000_090.0), {1, 2}),
        (Where("crop", None, None, [], 1_790_000_120.0, None), {4, 5}),
    ],
)
def test_filters_reach_the_engine(
    connection: Connection, tmp_path: Path, where: Where, expected: set[int]
) -> None:
    connection.ask(open_request(tmp_path))
    connection.ask(Upsert(WIRE_POINTS))
    found = connection.ask(Search(WIRE_POINTS[0].vector, where, 10))
    assert isinstance(found, Found)
    assert {id_ for id_, _, _ in found.hits} == {point_id(number) for number in expected}


def test_the_end_of_the_service_closes_the_folder_for_the_next(tmp_path: Path) -> None:
    first = Connection()
    first.ask(open_request(tmp_path))
    first.ask(Upsert(WIRE_POINTS))
    second = Connection()
    assert isinstance(second.ask(open_request(tmp_path)), Failure)
    first.close()
    assert second.ask(open_request(tmp_path)) == Done()
    assert second.ask(Count()) == Total(6)
    second.close()


def test_a_service_that_dies_within_a_message_closes_the_folder_too(tmp_path: Path) -> None:
    first = Connection()
    first.ask(open_request(tmp_path))
    first.ours.sendall(b"\x00\x00\x10\x00half a message")
    first.close()
    second = Connection()
    assert second.ask(open_request(tmp_path)) == Done()
    second.close()


def test_a_refused_folder_is_free_for_its_owner(connection: Connection, tmp_path: Path) -> None:
    owner = Connection()
    owner.ask(open_request(tmp_path))
    owner.close()
    refused = connection.ask(open_request(tmp_path, model="model-b"))
    assert isinstance(refused, Failure)
    assert refused.code == "model_mismatch"
    assert connection.ask(open_request(tmp_path)) == Done()


def test_failures_are_answers_and_the_process_lives_on(
    connection: Connection, tmp_path: Path
) -> None:
    connection.ask(open_request(tmp_path))
    no_uuid = connection.ask(Upsert([WirePoint("camera-1", *_rest(WIRE_POINTS[0]))]))
    short = connection.ask(Search(WIRE_POINTS[0].vector[:8], ANY_CROP, 3))
    assert isinstance(no_uuid, Failure)
    assert no_uuid.code == "gallery"
    assert isinstance(short, Failure)
    assert short.code == "gallery_unavailable"
    assert connection.ask(Count()) == Total(0)


def _rest(point: WirePoint) -> tuple[bytes, dict[str, str | float]]:
    return point.vector, point.fields
