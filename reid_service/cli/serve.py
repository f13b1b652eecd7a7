"""`frigate-reid serve`: run on the user's own site."""

from __future__ import annotations

import argparse
import logging
import signal

from reid_service.app.running import Running
from reid_service.app.site import make_data_dir
from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.cli.signals import handling
from reid_service.logs import set_up_logging

_LOG = logging.getLogger(__name__)


def add_commands(commands: Commands) -> None:
    """Add `serve`."""
    parser = commands.add_parser("serve", help="run the service until it is stopped")
    add_settings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run until SIGTERM or SIGINT; both stop cleanly."""
    settings = settings_of(options)
    make_data_dir(settings)
    take_back = set_up_logging(settings.log, settings.data_dir)
    running = Running(settings)
    try:
        with handling(lambda *_: running.stop(), signal.SIGTERM, signal.SIGINT):
            running.run()
    except Exception:
        # It is told on the console as well; who looks later finds it in the log.
        _LOG.critical("the service cannot go on", exc_info=True)
        raise
    finally:
        take_back()
    return 0
