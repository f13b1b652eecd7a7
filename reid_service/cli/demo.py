"""`frigate-reid demo`: a whole site on this machine, played from the recording that ships."""

from __future__ import annotations

import argparse
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from reid_service.app.stage import Stage
from reid_service.app.token import api_token
from reid_service.cli.options import Commands, model_setting
from reid_service.cli.signals import handling
from reid_service.cli.table import who_walked_where
from reid_service.embed.catalog import DEFAULT
from reid_service.errors import RecordingError
from reid_service.recordings.format import Recording
from reid_service.recordings.player import Progress

_RECORDING: Final = Path(__file__).parents[2] / "demo" / "site"
_DATA: Final = Path(__file__).parents[2] / "data" / "demo"


def add_commands(commands: Commands) -> None:
    """Add `demo`."""
    parser = commands.add_parser("demo", help="play the demo recording and show who walked where")
    parser.add_argument("--once", action="store_true", help="end after the table")
    parser.add_argument("--recording", type=Path, default=_RECORDING, help="another recording")
    parser.add_argument("--data-dir", type=Path, default=_DATA)
    parser.add_argument("--model", default=DEFAULT, metavar="NAME|FILE")
    parser.add_argument(
        "--speed", type=float, default=0.0, help="times real time; 0 is as fast as possible"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play, print, and stay until Ctrl-C."""
    if not options.recording.is_dir():
        msg = f"There is no recording in {options.recording}; name one with --recording."
        raise RecordingError(msg)
    recording = Recording.open(options.recording)
    _say(f"Starting a site with {len(recording.config.cameras)} cameras")
    with (
        handling(signal.default_int_handler, signal.SIGTERM),
        Stage(
            recording, options.data_dir, settings={"model": model_setting(options.model)}
        ) as stage,
    ):
        stage.start_service()
        started = time.monotonic()
        report = stage.play(speed=options.speed, on_progress=_Bar())
        _say(f"\nPlayed {report.events} messages in {time.monotonic() - started:.1f} s\n")
        print(who_walked_where(stage.client, recording))
        token = api_token(options.data_dir, None)
        print(f"\nThe API: {stage.url}/api (described in {stage.url}/api/openapi.json)")
        print(f"  curl -H 'Authorization: Bearer {token}' {stage.url}/api/identities")
        print(f"The web app: {stage.url}/ (its token: {token})")
        sys.stdout.flush()
        if not options.once:
            _say("\nCtrl-C ends.")
            with suppress(KeyboardInterrupt):
                signal.pause()
    return 0


class _Bar:
    """Progress on one line of the terminal, or every tenth on lines of their own."""

    def __init__(self) -> None:
        self._tenths = -1

    def __call__(self, progress: Progress) -> None:
        tenths = 10 * progress.done // progress.total
        if sys.stderr.isatty():
            _say(f"\r{progress.done:6d} of {progress.total} messages", end="")
        elif tenths > self._tenths:
            self._tenths = tenths
            _say(f"{progress.done:6d} of {progress.total} messages")


def _say(text: str, end: str = "\n") -> None:
    print(text, end=end, file=sys.stderr, flush=True)
