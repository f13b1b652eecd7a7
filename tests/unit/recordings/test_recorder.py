"""Recording a site; the site is a replayed recording."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from reid_service.errors import FrigateNotFound, RecordingError
from reid_service.recordings import pictures
from reid_service.recordings.format import Message, Recording, RecordingWriter
from reid_service.recordings.player import Player
from reid_service.recordings.recorder import Recorder, start_recording
from reid_service.recordings.replayed_frigate import Picture, Refusal, ReplayedFrigate
from tests.unit.recordings.tiny import (
    BOX,
    START_S,
    WALKER,
    event,
    noise,
    tiny_config,
    tiny_frames,
    tiny_messages,
    tracked,
    wait_until,
    walk,
)


def _fetch_from(
    ask: Callable[[str], Picture | Refusal], extension: str = "webp"
) -> Callable[[str], bytes]:
    def fetch(event_id: str) -> bytes:
        picture = ask(event_id)
        if isinstance(picture, Refusal):
            raise FrigateNotFound(str(picture.content))
        if extension == "webp":
            return picture.data
        return pictures.transcoded(picture.data, extension)

    return fetch


def _play(recording: Recording, frigate: ReplayedFrigate, recorder: Recorder) -> None:
    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        recorder.on_message(topic, payload.encode(), qos, retain)

    Player(recording, publish, frigate, speed=0, settled=recorder.settled, window=1).run()
    recorder.close()


def _recorder(folder: Path, fetch: Callable[[str], bytes], now_s: Callable[[], float]) -> Recorder:
    writer = RecordingWriter(
        folder, frigate_version="0.17.2", topic_prefix="frigate", config=tiny_config()
    )
    return Recorder(writer, fetch, topic_prefix="frigate", now_s=now_s)


def test_recording_a_replay_gives_the_same_recording(
    recording: Recording, frigate: ReplayedFrigate, tmp_path: Path
) -> None:
    fetch = _fetch_from(frigate.any_picture)
    recorder = _recorder(tmp_path / "again", fetch, lambda: frigate.now_s)
    _play(recording, frigate, recorder)
    again = Recording.open(tmp_path / "again")
    assert list(again.messages()) == tiny_messages()
    assert {path.name for path in (again.folder / "frames").iterdir()} == {
        path.name for path in (recording.folder / "frames").iterdir()
    }
    for (event_id, frame_time_s), webp in tiny_frames().items():
        path = again.frame(event_id, frame_time_s)
        assert path is not None
        assert path.read_bytes() == webp
    assert recorder.counts.messages == len(tiny_messages())
    assert (recorder.counts.pictures, recorder.counts.pictures_missed) == (5, 0)


def test_pictures_of_older_versions_become_webp(
    recording: Recording, frigate: ReplayedFrigate, tmp_path: Path
) -> None:
    fetch = _fetch_from(frigate.any_picture, "png")
    _play(recording, frigate, _recorder(tmp_path / "again", fetch, lambda: frigate.now_s))
    path = Recording.open(tmp_path / "again").frame(WALKER, START_S + 3.9)
    assert path is not None
    assert pictures.is_webp(path.read_bytes())


def test_a_picture_without_a_row_is_asked_for_again(
    frigate: ReplayedFrigate, tmp_path: Path
) -> None:
    still = tracked(WALKER, "gate", START_S + 2, START_S + 1.9)
    new = event("new", START_S + 2, still, has_snapshot=False, has_clip=False)
    moved = event("update", START_S + 3, still)
    recorder = _recorder(
        tmp_path / "again", _fetch_from(frigate.clean_picture), lambda: frigate.now_s
    )
    for count, message in enumerate((new, moved), start=1):
        frigate.apply(message)
        recorder.on_message(message.topic, message.payload.encode(), 0, False)
        wait_until(lambda count=count: recorder.settled() == count)  # type: ignore[misc]
        assert (recorder.counts.pictures, recorder.counts.pictures_missed) == (
            count - 1,
            2 - count,
        )
    recorder.close()
    assert Recording.open(tmp_path / "again").frame(WALKER, START_S + 1.9) is not None


def test_a_picture_that_was_replaced_meanwhile_is_not_stored_under_a_wrong_time(
    tmp_path: Path,
) -> None:
    go, asked = threading.Event(), threading.Event()

    def slow_fetch(_: str) -> bytes:
        asked.set()
        go.wait(30)
        return noise(7)

    recorder = _recorder(tmp_path / "again", slow_fetch, lambda: START_S)
    first, second = list(walk(WALKER, "gate", START_S + 2, 3))[:2]
    recorder.on_message(first.topic, first.payload.encode(), 0, False)
    assert asked.wait(30)
    recorder.on_message(second.topic, second.payload.encode(), 0, False)
    go.set()
    recorder.close()
    again = Recording.open(tmp_path / "again")
    assert again.frame(WALKER, START_S + 1.9) is None
    assert again.frame(WALKER, START_S + 2.9) is not None
    assert (recorder.counts.pictures, recorder.counts.pictures_missed) == (1, 1)


def test_a_site_too_fast_for_its_pictures_loses_no_message(tmp_path: Path) -> None:
    go = threading.Event()

    def stuck_fetch(_: str) -> bytes:
        go.wait(30)
        raise FrigateNotFound("gone")

    writer = RecordingWriter(
        tmp_path / "again", frigate_version="0.17.2", topic_prefix="frigate", config=tiny_config()
    )
    recorder = Recorder(writer, stuck_fetch, topic_prefix="frigate", pending=1)
    messages = list(walk(WALKER, "gate", START_S, 9))
    for message in messages:
        recorder.on_message(message.topic, message.payload.encode(), 0, False)
    go.set()
    recorder.close()
    assert len(list(Recording.open(tmp_path / "again").messages())) == len(messages)
    assert recorder.settled() == len(messages)
    assert recorder.counts.pictures == 0


def test_only_persons_are_pictured_and_only_known_topics_recorded(tmp_path: Path) -> None:
    recorder = _recorder(tmp_path / "again", lambda _: noise(1), lambda: START_S)
    car = event("new", START_S, tracked(WALKER, "gate", START_S, START_S) | {"label": "car"})
    recorder.on_message(car.topic, car.payload.encode(), 0, False)
    recorder.on_message("frigate/gate/motion", b"ON", 0, False)
    recorder.on_message("frigate/stats", b"\xff\xfe", 0, False)
    recorder.on_message("frigate/available", b"online", 0, False)
    recorder.close()
    written = list(Recording.open(tmp_path / "again").messages())
    assert [message.topic for message in written] == ["frigate/events", "frigate/available"]
    # Frigate retains it; a subscriber that was there when it came is not told so.
    assert written[1].retain
    assert recorder.counts.pictures == 0


EPOCH = 1_600_000_000
PRIVATE = ("gate", "door", "porch", "Ada", "ABC 123", WALKER.partition(".")[0], "smith", "x-key")


def _private_messages() -> list[Message]:
    shown = tracked(WALKER, "gate", START_S + 9, START_S + 3.9) | {
        "sub_label": ["Ada", 0.9],
        "recognized_license_plate": ["ABC 123", 0.8],
        "entered_zones": ["porch"],
        "x-key": ["Ada", 0.7],
    }
    lpr = {"type": "lpr", "id": WALKER, "name": "Ada", "plate": "ABC 123", "camera": "gate"}
    text = {"type": "description", "id": WALKER, "description": "Ada at the gate"}
    stats = {"cameras": {"gate": {"camera_fps": 5}}, "cpu_usages": {"1": {"cmdline": "rtsp gate"}}}
    extra: list[tuple[str, object]] = [
        ("events", {"type": "update", "before": shown, "after": shown}),
        ("tracked_object_update", lpr),
        ("tracked_object_update", text),
        ("stats", stats),
        ("stats", "no stats"),
        ("events", {"type": "new", "after": {"id": "Ada at the gate", "camera": "gate"}}),
    ]
    return [
        Message(START_S + 9, f"frigate/{kind}", 0, False, json.dumps(payload))
        for kind, payload in extra
    ]


def _redacted(recording: Recording, frigate: ReplayedFrigate, folder: Path) -> Recording:
    config = tiny_config()
    config["mqtt"]["topic_prefix"] = "smith"
    recorder = start_recording(
        folder,
        config=config,
        fetch=_fetch_from(frigate.any_picture),
        redact=True,
        epoch_s=EPOCH,
    )
    recorder._now_s = lambda: frigate.now_s

    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        topic = topic.replace("frigate", "smith", 1)
        recorder.on_message(topic, payload.encode(), qos, retain)

    Player(recording, publish, frigate, speed=0, settled=recorder.settled, window=1).run()
    for message in _private_messages():
        publish(message.topic, message.payload, 0, False)
    recorder.close()
    return Recording.open(folder)


def test_nothing_private_is_left_in_a_redacted_recording(
    recording: Recording, frigate: ReplayedFrigate, tmp_path: Path
) -> None:
    redacted = _redacted(recording, frigate, tmp_path / "redacted")
    messages = list(redacted.messages())
    text = redacted.config_json.decode() + (redacted.folder / "recording.json").read_text()
    text += "".join(message.topic + message.payload for message in messages)
    text += "".join(str(path.relative_to(tmp_path)) for path in redacted.folder.rglob("*"))
    assert [word for word in PRIVATE if re.search(rf"\b{word}\b", text)] == []
    # The two malformed ones are left out, everything else is there.
    assert len(messages) == len(tiny_messages()) + len(_private_messages()) - 2
    assert [message.t - EPOCH for message in messages[: len(tiny_messages())]] == [
        message.t - START_S for message in tiny_messages()
    ]
    assert redacted.header.start == EPOCH


def test_a_redacted_recording_replays_with_neutral_names(
    recording: Recording, frigate: ReplayedFrigate, tmp_path: Path
) -> None:
    redacted = _redacted(recording, frigate, tmp_path / "redacted")
    replayed = ReplayedFrigate(redacted)
    for message in redacted.messages():
        replayed.apply(message)
    walker = WALKER.replace("1789110001", str(EPOCH + 1))
    row = replayed.row(walker)
    assert row is not None
    assert (row["camera"], row["sub_label"], row["zones"]) == ("camera_1", "name_1", ["zone_1"])
    assert list(redacted.config.cameras) == ["camera_1", "camera_2"]
    assert list(redacted.config.cameras["camera_2"].zones) == ["zone_1"]
    picture = replayed.clean_picture(walker)
    assert isinstance(picture, Picture)
    image = pictures.decode(picture.data).astype(int)
    assert np.abs(image[:, BOX[2] + 16 :] - 128).max() <= 3
    assert image[BOX[1] : BOX[3], BOX[0] : BOX[2]].std() > 30


def test_without_redaction_a_site_keeps_its_names(
    recording: Recording, frigate: ReplayedFrigate, tmp_path: Path
) -> None:
    recorder = start_recording(
        tmp_path / "plain", config=tiny_config(), fetch=_fetch_from(frigate.any_picture)
    )
    assert recorder.topics[0] == "frigate/events"
    _play(recording, frigate, recorder)
    plain = Recording.open(tmp_path / "plain")
    assert [message.payload for message in plain.messages()] == [
        message.payload for message in tiny_messages()
    ]


def test_a_start_that_cannot_be_an_epoch_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="ten digits"):
        start_recording(
            tmp_path / "plain",
            config=tiny_config(),
            fetch=lambda _: b"",
            redact=True,
            epoch_s=0,
        )
