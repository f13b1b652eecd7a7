from __future__ import annotations

from reid_service.pipeline.progress import Progress


def test_messages_are_counted_in_and_out() -> None:
    progress = Progress()
    progress.receive()
    progress.receive()
    progress.settle()
    assert (progress.received, progress.settled) == (2, 1)
