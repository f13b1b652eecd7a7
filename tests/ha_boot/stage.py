"""The service with a replayed Frigate, for a test in another Python; run by the service's own.

    python -m tests.ha_boot.stage DATA_DIR BROKER_PORT

Says where it is in one line of JSON. Then each line of its input is the span to play, as
{"start_s": 0, "end_s": 600, "speed": 0}; the answer is a line once everything is settled.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from reid_service.app.stage import Stage
from reid_service.app.token import api_token
from reid_service.recordings.format import Recording

DEMO = Path(__file__).resolve().parents[2] / "demo" / "site"


def _say(message: dict[str, Any]) -> None:
    print(json.dumps(message), flush=True)


def main() -> None:
    """Stay until the input ends."""
    data_dir, broker_port = Path(sys.argv[1]), int(sys.argv[2])
    with Stage(Recording.open(DEMO), data_dir, broker_port=broker_port) as stage:
        stage.start_service()
        _say({"url": stage.url, "token": api_token(data_dir, None)})
        for line in sys.stdin:
            report = stage.play(**json.loads(line))
            _say({"published": report.published})


if __name__ == "__main__":
    main()
