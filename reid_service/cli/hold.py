"""`frigate-reid hold`: the data folder may be copied while the service runs."""

from __future__ import annotations

import argparse
import signal
import threading
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from reid_service.app.site import store_url
from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.cli.signals import handling
from reid_service.storage.still import held_still

READY: Final = "The data folder may be copied now."

_LONGEST_S: Final = 3600.0


def add_commands(commands: Commands) -> None:
    """Add `hold`."""
    parser = commands.add_parser(
        "hold", help="let the data folder be copied beside a running service, until it is ended"
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=_LONGEST_S,
        help="end by itself after this time, an hour unless given: the database grows meanwhile",
    )
    add_settings_options(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    """Say when it is safe to copy, and hold until SIGTERM, SIGINT or the end of the time."""
    kind, _, path = store_url(settings_of(options)).partition(":///")
    ended = threading.Event()
    with handling(lambda *_: ended.set(), signal.SIGTERM, signal.SIGINT), ExitStack() as held:
        # Another database is not in the folder; one that is not there yet cannot be torn.
        if kind == "sqlite" and Path(path).is_file():
            held.enter_context(held_still(Path(path)))
        print(READY, flush=True)
        ended.wait(options.seconds)
    return 0
