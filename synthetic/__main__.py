"""`python -m synthetic FOLDER`: makes the recording of the demo site."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from reid_service.errors import RecordingError
from synthetic.demo_site import DemoSite


def main() -> None:
    """Makes the recording beside the old one, then takes its place."""
    parser = argparse.ArgumentParser(prog="python -m synthetic", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the recording goes, e.g. demo/site")
    parser.add_argument("--seed", type=int, default=20, help="the same seed, the same recording")
    arguments = parser.parse_args()
    folder: Path = arguments.folder
    if folder.exists() and any(folder.iterdir()) and not (folder / "recording.json").is_file():
        sys.exit(f"{folder} holds something else than a recording: choose another folder.")
    fresh = folder.with_name(folder.name + ".new")
    begun = time.monotonic()
    try:
        figures = DemoSite(arguments.seed).record(fresh)
    except RecordingError as error:
        sys.exit(str(error))
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{figures}, {size / 1e6:.2f} MB, {time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
