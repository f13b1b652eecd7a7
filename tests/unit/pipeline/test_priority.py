from __future__ import annotations

import os
import sys
import threading

import pytest

from reid_service.pipeline.priority import give_way


@pytest.mark.skipif(sys.platform != "linux", reason="threads have no niceness of their own")
def test_a_thread_gives_way_alone_and_may_do_so_again() -> None:
    found: list[int] = []

    def work() -> None:
        for _ in range(2):
            give_way()
            found.append(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

    before = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [10, 10]
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == before
