"""Recording a site that is itself a recording, and playing it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from reid_service.cli import main
from reid_service.recordings.broker import DemoBroker
from reid_service.recordings.format import Recording
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from tests.unit.recordings.tiny import wait_until, write_tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Recording:
    return write_tiny(tmp_path / "tiny")


def test_what_is_played_can_be_recorded(
    tiny: Recording, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with DemoBroker() as broker:
        address = f"{broker.host}:{broker.port}"
        replay = ["replay", str(tiny.folder), "--mqtt", address, "--speed", "20"]
        with FrigateServer(ReplayedFrigate(tiny, writes_path=tmp_path / "w.jsonl")) as server:

            def play() -> None:
                wait_until((tmp_path / "copy").is_dir)
                main(replay)

            playing = threading.Thread(target=play)
            playing.start()
            record = ["record", str(tmp_path / "copy"), "--seconds", "4"]
            assert main([*record, "--mqtt", address, "--frigate", server.url]) == 0
            playing.join()
    said = capsys.readouterr().out
    assert "messages played" in said
    copy = Recording.open(tmp_path / "copy")
    recorded = len(list(copy.messages()))
    assert recorded > 0
    assert f"{recorded} messages" in said
    assert set(copy.config.cameras) == set(tiny.config.cameras)


def test_without_a_broker_a_recording_brings_its_own(
    tiny: Recording, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(tiny.folder), "--speed", "1000"]) == 0
    assert "broker: 127.0.0.1:" in capsys.readouterr().out
