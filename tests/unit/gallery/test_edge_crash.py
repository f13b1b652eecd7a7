"""The index process is killed at random instants, for real."""

from __future__ import annotations

import os
import random
import signal
import threading
from pathlib import Path

from reid_service.gallery.edge import EdgeGallery
from reid_service.gallery.store import Point
from tests.unit.gallery.points import CROPS, MODEL, crops

DIMENSION = 512
KILLS = 10


class Writer:
    """Writes at random, and remembers what was acknowledged."""

    def __init__(self, gallery: EdgeGallery, seed: int) -> None:
        self.gallery = gallery
        self.acknowledged: dict[str, Point] = {}
        self._random = random.Random(seed)
        self._step = 0

    def step(self) -> None:
        """One write, flush, optimisation, or clearing."""
        self._step += 1
        choice = self._random.random()
        if choice < 0.6:
            numbers = self._random.sample(range(20_000), 400)
            batch = crops(numbers, DIMENSION, seed=self._step)
            self.gallery.upsert(batch)
            self.acknowledged.update({point.id: point for point in batch})
        elif choice < 0.8:
            ids = self._random.sample(sorted(self.acknowledged), len(self.acknowledged) // 20)
            self.gallery.delete(ids)
            for id_ in ids:
                del self.acknowledged[id_]
        elif choice < 0.9:
            self.gallery.flush()
        elif choice < 0.98:
            self.gallery.optimize()
        else:
            self.gallery.clear()
            self.acknowledged.clear()

    def check(self, gallery: EdgeGallery) -> None:
        """Every acknowledged point is there as written, and no other."""
        assert dict(gallery.scroll()) == {
            id_: point.payload for id_, point in self.acknowledged.items()
        }
        points = list(self.acknowledged.values())
        for point in self._random.sample(points, min(20, len(points))):
            (hit,) = gallery.search(point.vector, CROPS, 1)
            assert hit.id == point.id
            assert hit.similarity > 0.9999


def kill(gallery: EdgeGallery, killed: threading.Event) -> None:
    pid = gallery.process_id
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    killed.set()


def test_ten_kills_lose_no_acknowledged_write_and_bring_no_deleted_one_back(
    tmp_path: Path,
) -> None:
    gallery = EdgeGallery(tmp_path, MODEL, DIMENSION)
    writer = Writer(gallery, seed=7)
    instants = random.Random(11)
    for _ in range(KILLS):
        killed = threading.Event()
        timer = threading.Timer(instants.uniform(0.05, 0.6), kill, (gallery, killed))
        timer.start()
        while not killed.is_set():
            writer.step()
        timer.join()
        writer.check(gallery)
    gallery.close()
    reopened = EdgeGallery(tmp_path, MODEL, DIMENSION)
    writer.check(reopened)
    reopened.close()
