"""Frigate's state, message by message."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import msgspec
import pytest

from reid_service.errors import RecordingError
from reid_service.recordings.event_rows import EventQuery
from reid_service.recordings.format import Message, Recording
from reid_service.recordings.replayed_frigate import Picture, Refusal, ReplayedFrigate
from reid_service.recordings.traffic import decode_event
from tests.unit.recordings.tiny import (
    START_S,
    STILL,
    VISITOR,
    WALKER,
    event,
    tiny_frames,
    tiny_messages,
    tracked,
    walk,
    write_tiny,
)

FRAMES = tiny_frames()


def _frigate(tmp_path: Path, version: str) -> ReplayedFrigate:
    return ReplayedFrigate(write_tiny(tmp_path / version, version))


def _walker() -> list[Message]:
    return list(walk(WALKER, "gate", START_S + 2, 3))


def _picture(frigate: ReplayedFrigate, event_id: str = WALKER) -> bytes:
    picture = frigate.clean_picture(event_id)
    assert isinstance(picture, Picture), picture
    return picture.data


def _play(frigate: ReplayedFrigate) -> None:
    for message in tiny_messages():
        frigate.apply(message)


def test_the_clean_picture_is_that_of_the_current_snapshot(frigate: ReplayedFrigate) -> None:
    new, second, third, end = _walker()
    frigate.apply(new)
    assert isinstance(frigate.clean_picture(WALKER), Refusal)
    for message, frame_time_s in ((second, 2.9), (third, 3.9), (end, 3.9)):
        frigate.apply(message)
        assert _picture(frigate) == FRAMES[WALKER, START_S + frame_time_s]


def test_a_live_object_has_a_picture_before_it_has_a_row(frigate: ReplayedFrigate) -> None:
    frigate.apply(_walker()[0])
    assert frigate.row(WALKER) is None
    picture = frigate.any_picture(WALKER)
    assert isinstance(picture, Picture)
    assert picture.data == FRAMES[WALKER, START_S + 1.9]


def test_a_picture_that_was_not_recorded_is_missing_while_the_object_lives(
    frigate: ReplayedFrigate, recording: Recording
) -> None:
    _, second, third, end = _walker()
    unrecorded = recording.frame(WALKER, START_S + 3.9)
    assert unrecorded is not None
    unrecorded.unlink()
    frigate.apply(second)
    frigate.apply(third)
    assert isinstance(frigate.clean_picture(WALKER), Refusal)
    frigate.apply(end)
    # An ended object keeps the last picture there is, with the box in that one.
    picture = frigate.clean_picture(WALKER)
    assert isinstance(picture, Picture)
    assert picture.data == FRAMES[WALKER, START_S + 2.9]
    assert picture.frame_time_s == START_S + 2.9


def test_a_row_has_the_relative_box_of_its_picture(frigate: ReplayedFrigate) -> None:
    _play(frigate)
    row = frigate.row(VISITOR)
    assert row is not None
    assert row["data"]["box"] == pytest.approx([0.25, 20 / 120, 0.25, 80 / 120])
    assert row["zones"] == ["porch"]
    assert row["end_time"] == START_S + 8.5


def test_an_object_that_would_not_be_kept_has_no_row(frigate: ReplayedFrigate) -> None:
    _play(frigate)
    assert frigate.row(STILL) is None
    assert frigate.set_sub_label(STILL, "Ada", None) is None
    assert frigate.row(STILL) is None


def test_an_object_gone_silent_has_ended_unheard(frigate: ReplayedFrigate) -> None:
    for message in _walker()[:2]:
        frigate.apply(message)
    frigate.apply(Message(START_S + 100, "frigate/stats", 0, False, "{}"))
    row = frigate.row(WALKER)
    assert row is not None
    assert row["end_time"] is None
    frigate.apply(Message(START_S + 200, "frigate/stats", 0, False, "{}"))
    row = frigate.row(WALKER)
    assert row is not None
    assert row["end_time"] == START_S + 8


def test_the_first_message_stores_a_moving_object_since_0_16(tmp_path: Path) -> None:
    new = event("new", START_S + 2, tracked(WALKER, "gate", START_S + 2, START_S + 1.9))
    for version, stored in (("0.15.2", False), ("0.16.4", True)):
        frigate = _frigate(tmp_path, version)
        frigate.apply(new)
        assert (frigate.row(WALKER) is not None) is stored
        assert (frigate.set_sub_label(WALKER, "Ada", None) is None) is stored


def test_a_sub_label_stays_until_frigate_says_another(frigate: ReplayedFrigate) -> None:
    _, second, third, _ = _walker()
    frigate.apply(second)
    assert frigate.set_sub_label(WALKER, "Ada", 0.9) is None
    frigate.apply(third)
    row = frigate.row(WALKER)
    assert row is not None
    assert (row["sub_label"], row["data"]["sub_label_score"]) == ("Ada", 0.9)
    frigate.set_sub_label(WALKER, "Bea", None)
    row = frigate.row(WALKER)
    assert row is not None
    assert (row["sub_label"], row["data"]["sub_label_score"]) == ("Bea", 0.9)
    shown = tracked(WALKER, "gate", START_S + 5, START_S + 3.9)
    frigate.apply(event("update", START_S + 5, shown, sub_label=["Cleo", 0.7]))
    row = frigate.row(WALKER)
    assert row is not None
    assert row["sub_label"] == "Cleo"


@pytest.mark.parametrize("sub_label", [["Ada", 0.9], ["Ada", None], "Ada"])
def test_every_form_of_a_recorded_sub_label_is_understood(
    frigate: ReplayedFrigate, sub_label: object
) -> None:
    shown = tracked(WALKER, "gate", START_S + 5, START_S + 3.9)
    frigate.apply(event("new", START_S + 5, shown, sub_label=sub_label))
    row = frigate.row(WALKER)
    assert row is not None
    assert row["sub_label"] == "Ada"
    frigate.apply(event("update", START_S + 6, shown, sub_label=[None, None]))
    row = frigate.row(WALKER)
    assert row is not None
    assert row["sub_label"] is None


@pytest.mark.parametrize(("version", "cleared"), [("0.15.2", ""), ("0.17.2", None)])
def test_clearing_a_sub_label_leaves_what_the_version_leaves(
    tmp_path: Path, version: str, cleared: str | None
) -> None:
    frigate = _frigate(tmp_path, version)
    _play(frigate)
    frigate.set_sub_label(WALKER, "", None)
    row = frigate.row(WALKER)
    assert row is not None
    assert row["sub_label"] == cleared


def test_a_description_of_a_live_object_is_lost(frigate: ReplayedFrigate) -> None:
    _, second, third, end = _walker()
    frigate.apply(second)
    assert frigate.set_description(WALKER, "early") is None
    frigate.apply(third)
    row = frigate.row(WALKER)
    assert row is not None
    assert "description" not in row["data"]
    frigate.apply(end)
    frigate.set_description(WALKER, "late")
    row = frigate.row(WALKER)
    assert row is not None
    assert row["data"]["description"] == "late"


def test_accepted_writes_are_appended_and_refused_ones_are_not(
    recording: Recording, tmp_path: Path
) -> None:
    path = tmp_path / "writes.jsonl"
    frigate = ReplayedFrigate(recording, writes_path=path)
    _play(frigate)
    frigate.set_retained(WALKER, retained=True)
    frigate.set_description("1789110000.000000-nobody", "x")
    frigate.export("gate", START_S + 1, START_S + 3, {"name": "walk"})
    lines = [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]
    assert lines == frigate.writes
    assert [(line["action"], line["target"]) for line in lines] == [
        ("retain", WALKER),
        ("export", "gate"),
    ]


def test_writes_that_cannot_be_noted_are_an_error(recording: Recording, tmp_path: Path) -> None:
    frigate = ReplayedFrigate(recording, writes_path=tmp_path)
    _play(frigate)
    with pytest.raises(RecordingError, match="cannot be written"):
        frigate.set_retained(WALKER, retained=True)


def test_exports_need_a_camera_and_recorded_time(frigate: ReplayedFrigate) -> None:
    _play(frigate)
    assert isinstance(frigate.export("gate", START_S, START_S + 2, {}), str)
    for camera, start_s, end_s in (
        ("roof", START_S, START_S + 2),
        ("gate", START_S + 3, START_S + 2),
        ("gate", START_S + 999, START_S + 1000),
    ):
        assert isinstance(frigate.export(camera, start_s, end_s, {}), Refusal)
    assert [export["camera"] for export in frigate.exports] == ["gate"]


def test_events_are_filtered_and_sorted(frigate: ReplayedFrigate) -> None:
    _play(frigate)

    def ids(**parameters: str) -> list[str]:
        return [row["id"] for row in frigate.rows(EventQuery.parse(parameters))]

    frigate.set_sub_label(VISITOR, "Ada", None)
    frigate.set_retained(VISITOR, retained=True)
    assert ids() == [VISITOR, WALKER]
    assert ids(sort="date_asc") == [WALKER, VISITOR]
    assert ids(limit="1") == [VISITOR]
    assert ids(cameras="gate,roof") == [WALKER]
    assert ids(labels="car") == []
    assert ids(sub_labels="Ada") == [VISITOR]
    assert ids(sub_labels="None") == [WALKER]
    assert ids(zones="porch") == [VISITOR]
    assert ids(after=str(START_S + 1.5)) == [VISITOR]
    assert ids(before=str(START_S + 2.0)) == [WALKER]
    assert ids(has_snapshot="0") == ids(has_clip="0") == ids(in_progress="1") == []
    assert ids(favorites="1") == [VISITOR]
    assert ids(event_id=WALKER, in_progress="0") == [WALKER]


def test_a_recorded_frame_is_the_nearest_picture_within_a_second(
    frigate: ReplayedFrigate,
) -> None:
    for message in _walker()[:2]:
        frigate.apply(message)
    assert frigate.recorded_frame("gate", START_S + 2.3) == FRAMES[WALKER, START_S + 1.9]
    assert frigate.recorded_frame("gate", START_S + 2.5) == FRAMES[WALKER, START_S + 2.9]
    assert frigate.recorded_frame("gate", START_S + 4.0) is None
    assert frigate.recorded_frame("door", START_S + 2.5) is None


def test_stats_are_the_recorded_ones_or_made_up(frigate: ReplayedFrigate) -> None:
    made_up = json.loads(frigate.stats())
    assert made_up["cameras"]["gate"]["camera_fps"] == 5
    assert made_up["service"]["version"] == "0.17.2"
    _play(frigate)
    assert json.loads(frigate.stats())["cameras"] == {"gate": {"camera_fps": 5.0}}


def test_a_picture_waits_to_be_fetched_once(frigate: ReplayedFrigate) -> None:
    _, second, third, end = _walker()
    frigate.apply(second)
    better, ending = decode_event(third.payload), decode_event(end.payload)
    assert better is not None
    assert ending is not None
    assert frigate.replaces_picture(better)
    fetcher = threading.Thread(target=_picture, args=(frigate,))
    fetcher.start()
    assert frigate.wait_for_fetch(WALKER, 10.0)
    fetcher.join()
    assert not frigate.replaces_picture(better)
    frigate.apply(third)
    assert frigate.replaces_picture(ending)
    assert not frigate.wait_for_fetch(WALKER, 0.001)
    frigate.apply(end)
    assert frigate.wait_for_fetch(WALKER, 0.001)


def test_an_update_with_the_same_picture_waits_for_nothing(frigate: ReplayedFrigate) -> None:
    message = _walker()[1]
    frigate.apply(message)
    again = decode_event(message.payload)
    assert again is not None
    assert not frigate.replaces_picture(again)


def test_nobody_is_waited_for_before_frigate_has_a_picture(frigate: ReplayedFrigate) -> None:
    shown = tracked(WALKER, "gate", START_S + 2, START_S + 1.9)
    frigate.apply(event("new", START_S + 2, shown, has_snapshot=False, has_clip=False))
    better = tracked(WALKER, "gate", START_S + 3, START_S + 2.9)
    kept = decode_event(event("update", START_S + 3, better).payload)
    assert kept is not None
    assert not frigate.replaces_picture(kept)


def test_a_kept_picture_is_given_to_whoever_says_which(frigate: ReplayedFrigate) -> None:
    frigate.keep_pictures()
    for message in _walker():
        frigate.apply(message)
    first, last = START_S + 2.9, START_S + 3.9
    for named_s, given_s in ((first, first), (last, last), (None, last), (START_S, last)):
        clean = frigate.clean_picture(WALKER, named_s)
        live = frigate.any_picture(WALKER, named_s)
        assert isinstance(clean, Picture)
        assert isinstance(live, Picture)
        assert clean.data == live.data == FRAMES[WALKER, given_s]
        assert clean.frame_time_s == live.frame_time_s == given_s
        assert clean.ended == live.ended == (named_s not in (first, last))


def test_only_the_present_picture_is_there_unless_they_are_kept(frigate: ReplayedFrigate) -> None:
    for message in _walker():
        frigate.apply(message)
    picture = frigate.clean_picture(WALKER, START_S + 2.9)
    assert isinstance(picture, Picture)
    assert picture.frame_time_s == START_S + 3.9


def test_a_kept_picture_without_a_row_in_its_time_is_no_clean_one(tmp_path: Path) -> None:
    frigate = _frigate(tmp_path, "0.15.2")
    frigate.keep_pictures()
    new, *others = _walker()
    for message in (new, *others):
        frigate.apply(message)
    shown = decode_event(new.payload)
    assert shown is not None
    assert shown.after.snapshot is not None
    named_s = shown.after.snapshot.frame_time
    assert isinstance(frigate.clean_picture(WALKER, named_s), Refusal)
    live = frigate.any_picture(WALKER, named_s)
    assert isinstance(live, Picture)
    assert live.frame_time_s == named_s


def test_payloads_that_are_no_events_change_nothing(frigate: ReplayedFrigate) -> None:
    frigate.apply(Message(START_S + 1, "frigate/events", 0, False, '{"type": "new"}'))
    assert frigate.rows(EventQuery()) == []
    assert frigate.now_s == START_S + 1


def test_an_unknown_version_is_refused(recording: Recording) -> None:
    header = msgspec.structs.replace(recording.header, frigate_version="newest")
    with pytest.raises(RecordingError, match="no version of Frigate"):
        ReplayedFrigate(Recording(recording.folder, header, recording.config, b"{}", {}))
