"""Exit codes, and sentences instead of traces."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reid_service import __version__
from reid_service.cli import main
from tests.unit.recordings.tiny import write_tiny


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["backup", "FOLDER/b.zip", "--set", "colour=red"], "colour"),
        (["doctor", "--config", "FOLDER/none.yaml"], "cannot be read"),
        (["serve", "--data-dir", "FOLDER", "--model", "no-such-model"], "no-such-model"),
        (["restore", "FOLDER/none.zip", "--data-dir", "FOLDER"], "backup cannot be read"),
        (["record", "FOLDER/r"], "give --mqtt HOST"),
        (["replay", "FOLDER/none"], "no finished recording"),
        (["demo", "--recording", "FOLDER/none"], "There is no recording"),
        (["evaluate", "FOLDER/none"], "no finished recording"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_with_exit_code_2(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([each.replace("FOLDER", str(tmp_path)) for each in arguments]) == 2
    said = capsys.readouterr().err
    [sentence] = [each for each in said.splitlines() if each.startswith("frigate-reid: ")]
    assert words in sentence
    assert "Traceback" not in sentence


def test_a_recording_without_known_people_cannot_be_scored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recording = write_tiny(tmp_path / "tiny")
    truth = recording.folder / "truth.json"
    truth.write_text(json.dumps({}))
    assert main(["evaluate", str(recording.folder)]) == 2
    assert "nobody knows who its people are" in capsys.readouterr().err


def test_an_interruption_has_its_own_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("reid_service.cli.maintain._backup", interrupted)
    assert main(["backup", "file.zip"]) == 130


def test_without_a_command_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_the_module_is_a_program() -> None:
    command = [sys.executable, "-m", "reid_service", "--version"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == __version__
