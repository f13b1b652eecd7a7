"""The command line: one small module for each group of commands."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from reid_service import __version__
from reid_service.cli import (
    demo,
    doctor,
    evaluate,
    hold,
    maintain,
    models,
    prepare,
    recording,
    serve,
)
from reid_service.errors import ReidError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code, 2 with a plain sentence when it cannot be done."""
    parser = argparse.ArgumentParser(
        prog="frigate-reid", description="Recognises the same person across Frigate's cameras."
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in (serve, demo, recording, evaluate, doctor, models, maintain, prepare, hold):
        module.add_commands(commands)
    chosen = parser.parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
    except ReidError as error:
        print(f"frigate-reid: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return code
