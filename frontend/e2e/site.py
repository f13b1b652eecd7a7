"""A whole site for the journeys: broker, replayed Frigate, service; gone when stdin ends.

    python frontend/e2e/site.py '{"model": {"name": "descriptor"}}' 300

Prints one line of JSON with address, token and the port for ingress, once the demo recording
was played, here its first 300 seconds. Each number that it then reads lets it play on until that
second as fast as it can, and say so with a line.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from reid_service.app.stage import Stage, free_port
from reid_service.app.token import api_token
from reid_service.recordings.format import Recording

ROOT = Path(__file__).resolve().parents[2]
PLAYED_S = 1200.0
"""Long enough for everybody to come twice."""


def main() -> int:
    """Serve until stdin ends."""
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    played_s = float(sys.argv[2]) if len(sys.argv) > 2 else PLAYED_S
    ingress_port = free_port()
    # This machine stands in for Home Assistant.
    os.environ["FRIGATE_REID_API__INGRESS_PORT"] = str(ingress_port)
    os.environ["FRIGATE_REID_API__INGRESS_ADDRESS"] = "127.0.0.1"
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder) / "data"
        with Stage(Recording.open(ROOT / "demo" / "site"), data_dir, settings=settings) as stage:
            stage.start_service()
            stage.play(end_s=played_s, window=256)
            site = {
                "url": stage.url,
                "token": api_token(data_dir, None),
                "ingress_port": ingress_port,
                "data_dir": str(data_dir),
            }
            print(json.dumps(site), flush=True)  # noqa: T201 - the journeys read it
            for line in sys.stdin:
                until_s = float(line)
                stage.play(start_s=played_s, end_s=until_s, window=256)
                played_s = until_s
                print(json.dumps({"played_s": played_s}), flush=True)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
