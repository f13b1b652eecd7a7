"""Recordings on disk."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reid_service.errors import RecordingError
from reid_service.recordings.format import (
    Recording,
    RecordingWriter,
    TruePerson,
    frigate_config_parts,
)
from tests.unit.recordings.tiny import (
    START_S,
    WALKER,
    tiny_config,
    tiny_frames,
    tiny_messages,
    write_tiny,
)


def test_what_was_written_is_read_back(recording: Recording) -> None:
    assert list(recording.messages()) == tiny_messages()
    for (event_id, frame_time_s), webp in tiny_frames().items():
        path = recording.frame(event_id, frame_time_s)
        assert path is not None
        assert path.read_bytes() == webp
    assert json.loads(recording.config_json) == tiny_config()
    assert recording.truth == {WALKER: TruePerson("a", "gate")}
    assert recording.header.name == "tiny"
    assert recording.header.start == START_S
    assert recording.header.seconds == tiny_messages()[-1].t - START_S
    assert recording.header.plan is not None
    assert recording.header.plan.edges[0].walk_s == 7


def test_a_recording_without_truth_opens(recording: Recording) -> None:
    (recording.folder / "truth.json").unlink()
    assert Recording.open(recording.folder).truth == {}


@pytest.mark.parametrize("name", ["recording.json", "frigate_config.json", "mqtt.jsonl.gz"])
def test_a_missing_file_is_named(recording: Recording, name: str) -> None:
    (recording.folder / name).unlink()
    with pytest.raises(RecordingError, match=rf"tiny/{name} is missing"):
        Recording.open(recording.folder)


def test_a_missing_folder_of_frames_is_named(recording: Recording) -> None:
    (recording.folder / "frames").rename(recording.folder / "elsewhere")
    with pytest.raises(RecordingError, match="tiny/frames is missing"):
        Recording.open(recording.folder)


def test_a_recording_that_was_not_finished_does_not_open(tmp_path: Path) -> None:
    writer = RecordingWriter(
        tmp_path / "cut", frigate_version="0.17.2", topic_prefix="frigate", config=tiny_config()
    )
    writer.write(tiny_messages()[0])
    with pytest.raises(RecordingError, match="no finished recording"):
        Recording.open(tmp_path / "cut")
    writer.close()
    assert list(Recording.open(tmp_path / "cut").messages()) == tiny_messages()[:1]


def test_a_malformed_header_says_where(recording: Recording) -> None:
    (recording.folder / "recording.json").write_text('{"format": "one"}')
    with pytest.raises(RecordingError, match=r"recording\.json cannot be read.*format"):
        Recording.open(recording.folder)


def test_another_format_is_refused(recording: Recording) -> None:
    path = recording.folder / "recording.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": 2}))
    with pytest.raises(RecordingError, match="format 2"):
        Recording.open(recording.folder)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _no_message(data: bytes) -> bytes:
    return gzip.compress(gzip.decompress(data).replace(b'"qos":0', b'"qos":7', 1))


def _no_gzip(data: bytes) -> bytes:
    return b"plain"


@pytest.mark.parametrize("damage", [_cut, _no_message, _no_gzip])
def test_damaged_messages_are_reported(
    recording: Recording, damage: Callable[[bytes], bytes]
) -> None:
    path = recording.folder / "mqtt.jsonl.gz"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(RecordingError, match="is damaged at line 1"):
        list(recording.messages())


@pytest.mark.parametrize("event_id", ["../../secret", "..", "", "a/b", "a\\b"])
def test_no_event_id_leads_out_of_the_folder(
    recording: Recording, tmp_path: Path, event_id: str
) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "1.000000.webp").write_bytes(b"x")
    assert recording.frame(event_id, 1.0) is None
    writer = RecordingWriter(
        tmp_path / "new", frigate_version="0.17.2", topic_prefix="frigate", config={}
    )
    with pytest.raises(RecordingError, match="no event id"):
        writer.write_frame(event_id, 1.0, b"x")
    writer.close()


def test_an_existing_recording_is_not_overwritten(recording: Recording) -> None:
    with pytest.raises(RecordingError, match="not empty"):
        write_tiny(recording.folder)


def test_a_shifted_recording_has_other_ids_and_the_same_pictures(recording: Recording) -> None:
    later = recording.shifted(1000).shifted(86_000)
    moved = WALKER.replace("1789110001", "1789197001")
    assert list(later.truth) == [moved]
    assert later.header.start == START_S + 87_000
    messages = list(later.messages())
    assert [message.t - 87_000 for message in messages] == [m.t for m in tiny_messages()]
    assert any(moved in message.payload for message in messages)
    assert not any(WALKER in message.payload for message in messages)
    for (event_id, frame_time_s), webp in tiny_frames().items():
        if event_id == WALKER:
            path = later.frame(moved, frame_time_s + 87_000)
            assert path is not None
            assert path.read_bytes() == webp


def test_secrets_of_the_configuration_are_left_out() -> None:
    config = tiny_config() | {"database": {"path": "x"}}
    config["mqtt"] |= {"password": "secret"}
    config["cameras"]["gate"] |= {"ffmpeg": {"inputs": ["rtsp://u:secret@c"]}}
    config["cameras"]["gate"]["onvif"] = {"host": "c", "password": "secret"}
    parts = frigate_config_parts(config)
    assert "secret" not in json.dumps(parts)
    assert parts == tiny_config()
