from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from reid_service.errors import GalleryError, GalleryUnavailable, ModelMismatch
from reid_service.gallery.edge import EdgeGallery
from tests.unit.gallery.points import CROPS, MODEL, crops

DIMENSION = 8
REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[EdgeGallery]:
    opened = EdgeGallery(tmp_path / "gallery", MODEL, DIMENSION)
    yield opened
    opened.close()


def process_of(gallery: EdgeGallery) -> int:
    pid = gallery.process_id
    assert pid is not None
    return pid


def gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def wait_until(condition: Callable[[], bool]) -> bool:
    deadline_s = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline_s:
        time.sleep(0.01)
    return condition()


def test_a_dead_process_is_started_again_by_the_next_call(gallery: EdgeGallery) -> None:
    gallery.upsert(crops(range(20), DIMENSION))
    first = process_of(gallery)
    os.kill(first, signal.SIGKILL)
    gallery.upsert(crops(range(20, 40), DIMENSION))
    assert gallery.count() == 40
    assert process_of(gallery) != first


def test_a_process_that_never_starts_makes_the_gallery_unavailable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(GalleryUnavailable, match="keeps ending"):
        EdgeGallery(tmp_path, MODEL, DIMENSION)


def test_a_process_that_hangs_makes_the_gallery_unavailable_and_is_replaced(
    tmp_path: Path,
) -> None:
    gallery = EdgeGallery(tmp_path, MODEL, DIMENSION, answer_timeout_s=1.0)
    gallery.upsert(crops(range(5), DIMENSION))
    hanging = process_of(gallery)
    os.kill(hanging, signal.SIGSTOP)
    with pytest.raises(GalleryUnavailable, match="did not answer"):
        gallery.count()
    assert gone(hanging)
    assert gallery.count() == 5
    gallery.close()


def test_an_interrupted_call_does_not_leave_its_answer_to_the_next(tmp_path: Path) -> None:
    # In a process of its own: Python may crash when an interrupt meets the tracer of the tests.
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "from reid_service.gallery.edge import EdgeGallery\n"
        "from tests.unit.gallery.points import MODEL, crops\n"
        f"gallery = EdgeGallery(Path(sys.argv[1]), MODEL, {DIMENSION})\n"
        f"gallery.upsert(crops(range(5), {DIMENSION}))\n"
        "os.kill(gallery.process_id, signal.SIGSTOP)\n"
        "signal.signal(signal.SIGALRM, signal.default_int_handler)\n"
        "signal.setitimer(signal.ITIMER_REAL, 0.2)\n"
        "try:\n"
        "    gallery.flush()\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
        "print(gallery.count())\n"
        "gallery.close()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=REPOSITORY,
        check=True,
    )
    assert ended.stdout.split() == [b"interrupted", b"5"]


def test_signals_for_the_service_do_not_end_the_process(gallery: EdgeGallery) -> None:
    pid = process_of(gallery)
    assert os.getsid(pid) != os.getsid(0)
    for number in (signal.SIGINT, signal.SIGTERM):
        os.kill(pid, number)
        assert gallery.count() == 0
    assert process_of(gallery) == pid


def test_closing_ends_the_process_and_refuses_further_calls(tmp_path: Path) -> None:
    gallery = EdgeGallery(tmp_path, MODEL, DIMENSION)
    pid = process_of(gallery)
    gallery.close()
    gallery.close()
    assert gone(pid)
    assert gallery.process_id is None
    with pytest.raises(GalleryUnavailable, match="closed"):
        gallery.count()


def test_the_process_ends_with_a_killed_service_and_keeps_its_writes(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from reid_service.gallery.edge import EdgeGallery\n"
        "from tests.unit.gallery.points import MODEL, crops\n"
        f"gallery = EdgeGallery(Path(sys.argv[1]), MODEL, {DIMENSION})\n"
        f"gallery.upsert(crops(range(50), {DIMENSION}))\n"
        "print(gallery.process_id, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=REPOSITORY
    ) as service:
        assert service.stdout is not None
        pid = int(service.stdout.readline())
        assert not gone(pid)
        service.kill()
    assert wait_until(lambda: gone(pid))
    gallery = EdgeGallery(tmp_path, MODEL, DIMENSION)
    assert dict(gallery.scroll()) == {p.id: p.payload for p in crops(range(50), DIMENSION)}
    gallery.close()


def test_a_second_service_on_the_folder_is_refused(gallery: EdgeGallery, tmp_path: Path) -> None:
    with pytest.raises(GalleryUnavailable, match="Another Frigate Re-ID service uses"):
        EdgeGallery(tmp_path / "gallery", MODEL, DIMENSION, lock_wait_s=0.1)
    assert gallery.count() == 0


def test_a_service_waits_for_the_one_before_to_close(gallery: EdgeGallery, tmp_path: Path) -> None:
    gallery.upsert(crops(range(5), DIMENSION))
    closing = threading.Timer(0.3, gallery.close)
    closing.start()
    second = EdgeGallery(tmp_path / "gallery", MODEL, DIMENSION, lock_wait_s=30)
    assert second.count() == 5
    second.close()
    closing.join()


@pytest.mark.parametrize(("model", "dimension"), [("model-b", DIMENSION), (MODEL, DIMENSION + 1)])
def test_a_folder_of_another_model_is_refused(tmp_path: Path, model: str, dimension: int) -> None:
    EdgeGallery(tmp_path, MODEL, DIMENSION).close()
    with pytest.raises(ModelMismatch, match="belongs to model model-a with 8 dimensions"):
        EdgeGallery(tmp_path, model, dimension)


@pytest.mark.parametrize("rubbish", ["shard.new", "shard.old", "shard/temp_segments/builder_1"])
def test_what_a_kill_left_behind_is_removed(tmp_path: Path, rubbish: str) -> None:
    EdgeGallery(tmp_path, MODEL, DIMENSION).close()
    (tmp_path / rubbish).mkdir(parents=True)
    (tmp_path / rubbish / "half").write_bytes(b"written")
    gallery = EdgeGallery(tmp_path, MODEL, DIMENSION)
    assert not (tmp_path / rubbish).exists()
    assert gallery.count() == 0
    gallery.close()


@pytest.mark.parametrize("damaged", ["gallery.json", "shard/edge_config.json"])
def test_a_damaged_folder_is_reported_with_a_way_out(tmp_path: Path, damaged: str) -> None:
    EdgeGallery(tmp_path, MODEL, DIMENSION).close()
    (tmp_path / damaged).write_bytes(b"{")
    with pytest.raises(GalleryError, match="delete that folder and rebuild"):
        EdgeGallery(tmp_path, MODEL, DIMENSION)


def test_clear_takes_the_vectors_off_the_disk(gallery: EdgeGallery, tmp_path: Path) -> None:
    gallery.upsert(crops(range(500), DIMENSION))
    gallery.flush()
    before = set((tmp_path / "gallery" / "shard").rglob("*.mmap"))
    gallery.clear()
    assert before.isdisjoint((tmp_path / "gallery" / "shard").rglob("*.mmap"))
    assert sorted(path.name for path in (tmp_path / "gallery").iterdir()) == [
        "gallery.json",
        "lock",
        "shard",
    ]


def test_other_users_cannot_read_the_folder(gallery: EdgeGallery, tmp_path: Path) -> None:
    assert gallery.count() == 0
    assert (tmp_path / "gallery").stat().st_mode & 0o077 == 0


def test_several_threads_may_call_at_once(gallery: EdgeGallery) -> None:
    failures: list[Exception] = []

    def work(worker: int) -> None:
        try:
            for start in range(worker * 1000, worker * 1000 + 100, 5):
                batch = crops(range(start, start + 5), DIMENSION)
                gallery.upsert(batch)
                (hit,) = gallery.search(batch[0].vector, CROPS, 1)
                assert hit.id == batch[0].id
        except Exception as failure:  # noqa: BLE001  handed to the asserting thread
            failures.append(failure)

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert gallery.count() == 400


def test_a_quantised_gallery_finds_what_an_exact_scan_finds(tmp_path: Path) -> None:
    dimension = 256
    gallery = EdgeGallery(tmp_path, MODEL, dimension)
    points = crops(range(9_000), dimension)
    gallery.upsert(points)
    gallery.optimize()
    assert list(tmp_path.rglob("quantized*")), "nothing was quantised: the test proves nothing"
    everything = np.stack([point.vector for point in points])
    for query in crops(range(20), dimension, seed=1):
        similarities = everything @ query.vector
        best = np.argsort(-similarities)[:10]
        hits = gallery.search(query.vector, CROPS, 10)
        assert [hit.id for hit in hits] == [points[i].id for i in best]
        assert [hit.similarity for hit in hits] == pytest.approx(similarities[best], abs=1e-5)
    gallery.close()
