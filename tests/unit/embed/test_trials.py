"""What is remembered of runtimes that end the process, which here they really do."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reid_service.embed.trials import Trials, open_trials
from tests.unit.embed import tiny_model

WAY = "openvino 1.0 with tiny-1"

# Loads the model; a runtime of the given name ends the process, while it is loaded or while it is
# timed.
START = """
import os, signal, sys
from pathlib import Path
from reid_service.embed import choose
from reid_service.embed.onnx import OnnxSession

model, notes, deadly, at_run = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
real, runs = OnnxSession._run, [0]

def run(session, tensor):
    if deadly in session.runtime:
        runs[0] += 1
        if runs[0] == at_run:
            os.kill(os.getpid(), signal.SIGSEGV)
    return real(session, tensor)

OnnxSession._run = run
choose._BUDGET_S = 0.01
embedder = choose.open_embedder(
    "", file=model, folder=model.parent, runtime="onnxruntime", notes=notes
)
print(embedder.runtime)
"""


def start(tmp_path: Path, deadly: str, *, at_run: int = 1) -> subprocess.CompletedProcess[str]:
    model = tmp_path / "tiny.onnx"
    if not model.exists():
        model = tiny_model.write(tmp_path)
    arguments = [str(model), str(tmp_path / "trials.json"), deadly, str(at_run)]
    return subprocess.run(
        [sys.executable, "-c", START, *arguments], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("at_run", [1, 3])  # the first is the probe, the others are timed
def test_a_runtime_that_ends_the_service_is_left_out_by_the_third_start(
    tmp_path: Path, at_run: int
) -> None:
    deaths = [start(tmp_path, "(all)", at_run=at_run).returncode for _ in range(2)]
    third = start(tmp_path, "(all)", at_run=at_run)

    assert deaths == [-signal.SIGSEGV, -signal.SIGSEGV]
    assert third.returncode == 0, third.stderr
    assert "(extended)" in third.stdout
    assert "is not tried: the last times it ended the service" in third.stderr


def test_where_every_runtime_ends_the_service_they_are_tried_all_the_same(tmp_path: Path) -> None:
    for _ in range(4):
        assert start(tmp_path, "onnxruntime").returncode == -signal.SIGSEGV

    assert start(tmp_path, "none of them").returncode == 0


def test_one_death_alone_may_have_been_a_power_failure(tmp_path: Path) -> None:
    for _ in range(2):
        assert start(tmp_path, "(all)").returncode == -signal.SIGSEGV
        again = start(tmp_path, "none of them")
        assert again.returncode == 0
        assert "is not tried" not in again.stderr


def died_while_trying(file: Path) -> None:
    """What a process leaves that ends within: nothing of what would follow is done."""
    with open_trials(file) as trials, trials.trying(WAY):
        left = file.read_bytes()
    file.write_bytes(left)


def test_deaths_are_counted_for_each_way(tmp_path: Path) -> None:
    file = tmp_path / "trials.json"
    for _ in range(2):
        died_while_trying(file)

    with open_trials(file) as trials:
        assert trials.is_deadly(WAY)
        assert not trials.is_deadly("openvino 1.1 with tiny-1"), "another version"


def test_a_trial_that_goes_on_in_another_process_is_no_death(tmp_path: Path) -> None:
    file = tmp_path / "trials.json"
    with open_trials(file) as trials, trials.trying(WAY):
        for _ in range(3):
            with open_trials(file) as beside, beside.trying("another"):
                assert not beside.is_deadly(WAY)

    with open_trials(file) as trials:
        assert not trials.is_deadly(WAY)
        assert not trials.is_deadly("another")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"deaths": 3}', b"\xff\xfe"])
def test_notes_that_cannot_be_read_are_begun_anew(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "trials.json"
    file.write_bytes(content)

    with open_trials(file) as trials:
        assert not trials.is_deadly(WAY)
        with trials.trying(WAY):
            pass


def test_without_a_place_for_notes_everything_can_be_tried(tmp_path: Path) -> None:
    for path in (None, tmp_path / "missing" / "trials.json"):
        with open_trials(path) as trials, trials.trying(WAY):
            assert not trials.is_deadly(WAY)


def test_a_failure_that_is_raised_is_no_death(tmp_path: Path) -> None:
    file = tmp_path / "trials.json"
    for _ in range(3):
        with (
            pytest.raises(ValueError, match="as runtimes do"),
            open_trials(file) as trials,
            trials.trying(WAY),
        ):
            raise ValueError("as runtimes do")

    with open_trials(file) as trials:
        assert not trials.is_deadly(WAY)


def test_trials_without_a_file_remember_nothing() -> None:
    with Trials().trying(WAY):
        assert not Trials().is_deadly(WAY)
