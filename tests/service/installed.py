"""The service as users get it: from its wheel, in an environment that does not know the project."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.project.tree import ROOT

GIVEN = "REID_INSTALLED"
"""Names the `bin` folder of an environment that has the wheel already: see scripts/check-wheel."""


def build_wheel(folder: Path) -> Path:
    """The project's wheel, built as the images build it."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    return wheel


def install(wheel: Path, folder: Path) -> Path:
    """The `bin` folder of a new environment with the wheel.

    The packages that it needs are those of the environment that runs the tests: its folder is
    looked into last, and what makes the project itself visible there is not read.
    """
    venv.create(folder, with_pip=False, symlinks=True)
    [packages] = folder.glob("lib/python*/site-packages")
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n")
    command = [sys.executable, "-m", "pip", "--python", str(folder), "install", "--quiet"]
    subprocess.run(
        [*command, "--disable-pip-version-check", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    return folder / "bin"


def given() -> Path | None:
    """The folder that the environment names."""
    name = os.environ.get(GIVEN)
    return Path(name) if name else None


def clean_environment(**more: str) -> dict[str, str]:
    """Nothing of the one who runs the tests but where programs are."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    # The processor's own ways, where a machine needs them chosen for it.
    kept |= {name: value for name, value in os.environ.items() if name.startswith("OPENBLAS")}
    return kept | more
