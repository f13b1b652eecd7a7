from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future

import numpy as np
import pytest

from reid_service.domain.crop import Image, Vector, Vectors
from reid_service.embed.batcher import Batcher
from reid_service.embed.embedder import Calibration
from reid_service.errors import ModelError

PATIENCE_S = 20.0


class GatedEmbedder:
    """Answers with each picture's first pixel, once its gate is open; fails on black pictures."""

    model_id = "gated"
    dimension = 3
    runtime = "fake 1"
    calibration = Calibration(same=0.9, new=0.8)
    centred_calibration = calibration

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.begun = threading.Semaphore(0)
        self.streams = 0
        self.on_taken: Callable[[], object] = lambda: None

    def embed(self, images: Sequence[Image]) -> Vectors:
        return np.stack(list(self.stream(images)))

    def stream(self, images: Iterable[Image]) -> Iterator[Vector]:
        self.streams += 1
        for image in images:
            self.on_taken()
            self.begun.release()
            assert self.gate.wait(PATIENCE_S)
            if image.max() == 0:
                msg = "a black picture"
                raise RuntimeError(msg)
            yield image[:1, 0].astype(np.float32)[0]

    def close(self) -> None:
        """Nothing to free."""


Start = Callable[..., Batcher]


@pytest.fixture
def embedder() -> GatedEmbedder:
    return GatedEmbedder()


@pytest.fixture
def start(embedder: GatedEmbedder) -> Iterator[Start]:
    started: list[Batcher] = []

    def starting(max_batch: int = 4, max_waiting: int = 16, **more: object) -> Batcher:
        options = {"max_batch": max_batch, "max_waiting": max_waiting, **more}
        started.append(Batcher(embedder, **options))  # type: ignore[arg-type]  # keywords only
        return started[-1]

    yield starting
    embedder.gate.set()
    for batcher in started:
        batcher.close()


def picture(value: int) -> Image:
    return np.full((4, 2, 3), value, np.uint8)


def values(futures: Sequence[Future[Vector]]) -> list[int]:
    return [int(each.result(PATIENCE_S)[0]) for each in futures]


def test_a_lone_crop_is_embedded_at_once(start: Start, embedder: GatedEmbedder) -> None:
    embedder.gate.set()
    vector = start().submit(picture(7)).result(PATIENCE_S)
    assert vector.tolist() == [7, 7, 7]
    assert vector.base is None, "a view would keep the whole batch in memory"


def test_the_embedder_is_not_left_without_work_while_crops_wait(
    start: Start, embedder: GatedEmbedder
) -> None:
    batcher = start()
    first = batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    others = [batcher.submit(picture(value)) for value in range(2, 9)]
    embedder.gate.set()
    assert values([first, *others]) == list(range(1, 9))
    assert embedder.streams == 1


@pytest.mark.parametrize(("few", "known"), [(0, [0, 0, 3, 3, 3, 6, 6]), (3, [0, 0, 3, 3, 5, 6, 7])])
def test_vectors_are_handed_on_together_while_many_crops_wait(
    start: Start, embedder: GatedEmbedder, few: int, known: list[int]
) -> None:
    batcher = start(max_batch=3, few=few)
    futures = [batcher.submit(picture(1))]
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    found: list[int] = []
    embedder.on_taken = lambda: found.append(sum(each.done() for each in futures))
    futures += [batcher.submit(picture(value)) for value in range(2, 9)]
    embedder.gate.set()
    values(futures)
    assert found == known, "so many were known when the second was taken, the third, and so on"


def test_crops_of_many_threads_get_their_own_vectors(start: Start, embedder: GatedEmbedder) -> None:
    embedder.gate.set()
    batcher = start(max_batch=3, max_waiting=2)
    found: dict[int, list[int]] = {}

    def camera(number: int) -> None:
        wanted = range(number * 20 + 1, number * 20 + 21)
        found[number] = values([batcher.submit(picture(value)) for value in wanted])

    threads = [threading.Thread(target=camera, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_S)
    assert found == {n: list(range(n * 20 + 1, n * 20 + 21)) for n in range(4)}
    assert batcher.stats.crops == 80


def test_submit_blocks_while_too_many_wait(start: Start, embedder: GatedEmbedder) -> None:
    batcher = start(max_waiting=2)
    batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    batcher.submit(picture(2))
    batcher.submit(picture(3))
    submitted = threading.Event()
    result: list[Future[Vector]] = []

    def one_too_many() -> None:
        result.append(batcher.submit(picture(4)))
        submitted.set()

    thread = threading.Thread(target=one_too_many)
    thread.start()
    assert not submitted.wait(0.05)
    assert batcher.stats.waiting == 2
    embedder.gate.set()
    assert submitted.wait(PATIENCE_S)
    thread.join()
    assert values(result) == [4]


def test_a_failure_goes_to_what_was_computed_and_the_others_are_embedded(
    start: Start, embedder: GatedEmbedder, caplog: pytest.LogCaptureFixture
) -> None:
    batcher = start()
    first = batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    good, failing, after = [batcher.submit(picture(value)) for value in (2, 0, 3)]
    embedder.gate.set()
    assert values([first, good, after]) == [1, 2, 3]
    with pytest.raises(RuntimeError, match="a black picture"):
        failing.result(PATIENCE_S)
    assert values([batcher.submit(picture(5))]) == [5]
    assert batcher.stats.crops == 4
    assert "1 crops could not be embedded" in caplog.text


def test_an_embedder_that_loses_a_vector_fails_its_crop(
    start: Start, embedder: GatedEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def losing(images: Iterable[Image]) -> Iterator[Vector]:
        taken = [image[0, 0].astype(np.float32) for image in images]
        yield from taken[1:]

    monkeypatch.setattr(embedder, "stream", losing)
    with pytest.raises(ModelError, match="fewer vectors"):
        start().submit(picture(1)).result(PATIENCE_S)


def test_closing_cancels_what_waits_and_finishes_what_has_begun(
    start: Start, embedder: GatedEmbedder
) -> None:
    batcher = start(max_batch=1)
    begun = batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    waiting = [batcher.submit(picture(value)) for value in (2, 3)]
    closing = threading.Thread(target=batcher.close)
    closing.start()
    for each in waiting:
        with pytest.raises(CancelledError):
            each.result(PATIENCE_S)
    embedder.gate.set()
    closing.join(PATIENCE_S)
    assert values([begun]) == [1]
    assert batcher.stats.crops == 1


def test_closing_can_finish_what_waits(start: Start, embedder: GatedEmbedder) -> None:
    batcher = start(max_batch=2)
    futures = [batcher.submit(picture(value)) for value in range(1, 6)]
    embedder.gate.set()
    batcher.close(finish=True)
    assert all(each.done() for each in futures)
    assert values(futures) == [1, 2, 3, 4, 5]


def test_closing_frees_whoever_blocks_in_submit(start: Start, embedder: GatedEmbedder) -> None:
    batcher = start(max_waiting=1)
    batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    batcher.submit(picture(2))
    result: list[Future[Vector]] = []
    blocked = threading.Thread(target=lambda: result.append(batcher.submit(picture(3))))
    blocked.start()
    closing = threading.Thread(target=batcher.close)
    closing.start()
    blocked.join(PATIENCE_S)
    assert result[0].cancelled()
    embedder.gate.set()
    closing.join(PATIENCE_S)


def test_after_closing_crops_are_refused_by_cancelled_futures(start: Start) -> None:
    batcher = start()
    batcher.close()
    batcher.close()
    assert batcher.submit(picture(1)).cancelled()


def test_a_crop_that_is_cancelled_while_it_waits_is_not_embedded(
    start: Start, embedder: GatedEmbedder
) -> None:
    batcher = start(max_batch=1)
    first = batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    unwanted, wanted = batcher.submit(picture(2)), batcher.submit(picture(3))
    assert unwanted.cancel()
    embedder.gate.set()
    assert values([first, wanted]) == [1, 3]
    assert batcher.stats.crops == 2


def test_totals_count_crops_and_seconds(start: Start, embedder: GatedEmbedder) -> None:
    heard: list[float] = []
    batcher = start(on_embedded=heard.append)
    first = batcher.submit(picture(1))
    assert embedder.begun.acquire(timeout=PATIENCE_S)
    others = [batcher.submit(picture(value)) for value in (2, 3, 4)]
    embedder.gate.set()
    values([first, *others])
    totals = batcher.stats
    assert (totals.crops, totals.waiting) == (4, 0)
    assert len(heard) == 4
    assert totals.embedding_s == pytest.approx(sum(heard))
