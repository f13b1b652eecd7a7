"""Holding the data folder still, as a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reid_service.cli import main
from reid_service.cli.hold import READY
from reid_service.storage.store import Store


def test_it_says_when_it_holds_and_lets_go_when_it_is_ended(tmp_path: Path) -> None:
    with closing(Store.open(f"sqlite:///{tmp_path / 'frigate-reid.db'}")):
        command = [sys.executable, "-m", "reid_service", "hold", "--data-dir", str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holding:
            assert holding.stdout is not None
            assert holding.stdout.readline() == f"{READY}\n"
            holding.send_signal(signal.SIGTERM)
            assert holding.wait() == 0


def test_it_ends_by_itself_and_needs_no_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hold", "--seconds", "0", "--data-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{READY}\n"
    assert list(tmp_path.iterdir()) == []
