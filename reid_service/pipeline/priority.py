"""Which threads go first where all want a processor."""

from __future__ import annotations

import os
import sys
import threading
from typing import Final

_STEP: Final = 10
_NICEST: Final = 19


def give_way() -> None:
    """Put the calling thread behind the embedder's where both want a processor.

    The network computes for milliseconds at a stretch; the others have thousands of short turns a
    second. Where there are few processors, each turn interrupts the network, which everybody waits
    for. Within a container or a service of systemd it changes nothing against other programs.
    Elsewhere than on Linux it does nothing: a thread has no niceness of its own there.
    """
    if sys.platform == "linux":
        # From that of the process, which may be nice already: back takes a privilege.
        niceness = os.getpriority(os.PRIO_PROCESS, os.getpid())
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), min(_NICEST, niceness + _STEP))
