from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a thread has no niceness of its own elsewhere"
)

# In a process of its own: niceness cannot be taken back.
PROGRAM = """
import os, sys, threading
from reid_service.pipeline.priority import give_way

os.nice(int(sys.argv[1]))

def work():
    give_way()
    print(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))

thread = threading.Thread(target=work)
thread.start()
thread.join()
print(os.getpriority(os.PRIO_PROCESS, threading.get_native_id()))
"""


@pytest.mark.parametrize("nice", [0, 5, 19])
def test_a_thread_gives_way_alone_however_nice_the_process_is(nice: int) -> None:
    before = os.getpriority(os.PRIO_PROCESS, 0)
    if before:
        pytest.skip("needs a process that is not nice itself")
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(nice)], check=True, capture_output=True, text=True
    )
    assert ran.stdout.split() == ["19", str(nice)]
