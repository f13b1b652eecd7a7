"""`frigate-reid serve`: run on the user's own site."""

from __future__ import annotations

import argparse
import gc
import logging
import signal

from reid_service.app.running import Running
from reid_service.app.site import make_data_dir
from reid_service.cli.heap import give_back, keep_few_heaps
from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.cli.signals import handling
from reid_service.logs import set_up_logging

_LOG = logging.getLogger(__name__)

_YOUNG_OBJECTS = 10_000
"""New objects that are there before garbage is looked for; ten times Python's own number."""


def add_commands(commands: Commands) -> None:
    """Add `serve`."""
    parser = commands.add_parser("serve", help="run the service until it is stopped")
    add_settings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run until SIGTERM or SIGINT; both stop cleanly."""
    keep_few_heaps()
    settings = settings_of(options)
    make_data_dir(settings)
    take_back = set_up_logging(settings.log, settings.data_dir)
    running = Running(settings)
    try:
        with handling(lambda *_: running.stop(), signal.SIGTERM, signal.SIGINT):
            running.run(_spare_what_stays)
    except Exception:
        # It is told on the console as well; who looks later finds it in the log.
        _LOG.critical("the service cannot go on", exc_info=True)
        raise
    finally:
        take_back()
    return 0


def _spare_what_stays(_: object) -> None:
    """Look for garbage among what comes and goes, seldom, and not among what was made to stay.

    What the start alone needed goes first. Going through every object of the service again and
    again took 0.4 ms of processor time a crop.
    """
    gc.unfreeze()  # a service that ended before this one did not stay
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS)
    give_back()
