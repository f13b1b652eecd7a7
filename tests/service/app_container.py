"""As much of the app's container as its scripts see: s6's and bashio's commands, and folders.

The scripts and the service are the real ones. `bashio` answers from files, as Supervisor would;
`with-contenv` gives the variables that the Dockerfile sets.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.brokers import free_port
from tests.project.tree import ROOT
from tests.service.installed import clean_environment

ROOTFS = ROOT / "addon" / "rootfs"
RUN = "etc/s6-overlay/s6-rc.d/frigate-reid/run"
FINISH = "etc/s6-overlay/s6-rc.d/frigate-reid/finish"
DISCOVERY = "etc/s6-overlay/scripts/frigate-reid-discovery"
BEFORE_BACKUP = "usr/bin/frigate-reid-backup-pre"
AFTER_BACKUP = "usr/bin/frigate-reid-backup-post"

WITHIN_S = 90.0

_BASHIO = r"""#!/usr/bin/env bash
set -o errexit -o errtrace -o nounset -o pipefail
bashio::log.info() { echo "info: $*" >&2; }
bashio::log.warning() { echo "warning: $*" >&2; }
bashio::log.error() { echo "error: $*" >&2; }
bashio::services.available() { [ -f "$STUBS/service-$1.json" ]; }
bashio::services() { cat "$STUBS/service-$1.json"; }
bashio::var.json() {
  python3 - "$@" <<'PYTHON'
import json, sys
given = sys.argv[1:]
pairs = zip(given[::2], given[1::2])
print(json.dumps({k: json.loads(v[1:]) if v.startswith("^") else v for k, v in pairs}))
PYTHON
}
bashio::discovery() {
  [ ! -e "$STUBS/no-discovery" ] || return 1
  echo "$2" >"$STUBS/discovery-$1.json"
}
BASH_ARGV0=$1
shift
source "$0" "$@"
"""

# The options file and the places to look for Frigate are fixed in the service: a container has
# them to itself, a test does not.
_SERVICE = """#!{python}
import functools, pathlib, sys
from reid_service.cli import main, options, prepare
options.load_settings = functools.partial(
    options.load_settings, options_file=pathlib.Path({options!r}))
prepare.USUAL = ({frigate!r},)
sys.exit(main())
"""


def dockerfile_variables(file: Path) -> dict[str, str]:
    """What the last stage of a Dockerfile sets with ENV, our own settings only."""
    text = file.read_text("utf-8")
    return dict(re.findall(r"\b(FRIGATE_REID_[A-Z_]+)=(\S+)", text[text.rindex("\nFROM ") :]))


@dataclass
class AppContainer:
    """A container of the app; `frigate` is where it looks for Frigate."""

    folder: Path
    installed: Path
    frigate: str
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        self.data = self.folder / "data"
        self.state = self.folder / "run"
        self.stubs = self.folder / "stubs"
        self.results = self.folder / "results"
        for each in (self.data, self.stubs, self.results):
            each.mkdir()
        (self.results / "exitcode").write_text("0\n")
        self.options({})
        service = _SERVICE.format(
            python=self.installed / "python",
            options=str(self.data / "options.json"),
            frigate=self.frigate,
        )
        self._command("frigate-reid", service)
        self._command("bashio", _BASHIO)
        for name in ("s6-svc", "halt"):
            self._command(name, f'#!/bin/sh\necho "$0 $*" >>{self.stubs}/calls\n')

    def _command(self, name: str, text: str) -> None:
        path = self.stubs / name
        path.write_text(text)
        path.chmod(0o755)

    def options(self, options: Mapping[str, Any]) -> None:
        """What the user set."""
        (self.data / "options.json").write_text(json.dumps(options))

    def offer_broker(self, **broker: Any) -> None:
        """What Supervisor knows of a broker."""
        (self.stubs / "service-mqtt.json").write_text(json.dumps(broker))

    @property
    def calls(self) -> list[str]:
        """Calls of s6's own commands so far, without their folder."""
        path = self.stubs / "calls"
        lines = path.read_text().splitlines() if path.exists() else []
        return [line.rpartition("/stubs/")[2] for line in lines]

    def environment(self) -> dict[str, str]:
        """What `with-contenv` gives to a script."""
        variables = dockerfile_variables(ROOT / "addon" / "Dockerfile")
        variables |= {
            "FRIGATE_REID_DATA_DIR": str(self.data),
            "FRIGATE_REID_API__HOST": "127.0.0.1",
            "FRIGATE_REID_API__PORT": str(self.port),
            "FRIGATE_REID_API__INGRESS_PORT": str(free_port()),
            "STUBS": str(self.stubs),
            "REID_STATE_DIR": str(self.state),
            "REID_CONFIG_DIR": str(self.folder / "config"),
            "REID_RESULTS_DIR": str(self.results),
            "REID_HALT": str(self.stubs / "halt"),
            "REID_LOOK_EVERY_S": "0.2",
            "REID_WAIT_S": "0.2",
        }
        variables["PATH"] = f"{self.stubs}:{clean_environment()['PATH']}"
        return clean_environment(**variables)

    def command(self, script: str, *arguments: str) -> list[str]:
        """How the kernel would run a script: by what its first line names."""
        file = ROOTFS / script
        line = file.read_text().partition("\n")[0]
        with_contenv, interpreter = line.removeprefix("#!").split()
        assert with_contenv == "/command/with-contenv"
        found = shutil.which(interpreter, path=self.environment()["PATH"])
        assert found is not None, f"{script} wants {interpreter}"
        return [found, str(file), *arguments]

    def call(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a script to its end."""
        return subprocess.run(
            self.command(script, *arguments),
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=WITHIN_S,
        )

    def start(self, script: str) -> RunningScript:
        """Run a script that becomes the service."""
        return RunningScript(self.command(script), self.environment(), self.folder / "log")


class RunningScript:
    """A script in a process group of its own; use it in a `with` block."""

    def __init__(self, command: list[str], environment: dict[str, str], log: Path) -> None:
        self._log = log
        with log.open("wb") as file:
            self._process = subprocess.Popen(
                command,
                env=environment,
                cwd=log.parent,
                stdout=file,
                stderr=file,
                start_new_session=True,
            )

    def __enter__(self) -> RunningScript:
        return self

    def __exit__(self, *_: object) -> None:
        # What looks for Frigate outlives the service, as it should: here it must not.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def log(self) -> str:
        return self._log.read_text()

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Wait until it is so; fail with the log when the script ends or time is up."""
        deadline_s = time.monotonic() + WITHIN_S
        while not what():
            assert self._process.poll() is None, self.log
            assert time.monotonic() < deadline_s, self.log
            time.sleep(0.1)

    def stop(self) -> int:
        """End it as s6 does; its exit code."""
        self._process.terminate()
        return self._process.wait(WITHIN_S)

    def end(self) -> int:
        """Wait until it ends by itself; its exit code."""
        return self._process.wait(WITHIN_S)
