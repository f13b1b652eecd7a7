"""Life cycle of tracklets, message by message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.domain.boxes import FractionBox, PixelBox
from reid_service.domain.tracklet import PathPoint, SubLabel, Tracklet, TrackletState
from reid_service.ingest.payloads import (
    EventRow,
    MessageKind,
    ObjectUpdate,
    Snapshot,
    TrackedObjectMessage,
    UpdateKind,
)
from reid_service.ingest.tracklets import FACE_SCORE, Step, TrackletBook, TrackletUpdate

BOX = PixelBox(100, 50, 140, 150)
LIVE = TrackedObjectMessage(
    kind=MessageKind.NEW,
    event_id="1000.0-abc123",
    camera="gate",
    label="person",
    frame_time_s=1000.5,
    start_time_s=1000.0,
    end_time_s=None,
    false_positive=False,
    box=BOX,
    snapshot=Snapshot(1000.5, BOX, 0.8, 4000),
    sub_label=None,
    current_zones=(),
    entered_zones=(),
    path=(),
    stationary=False,
    active=True,
    has_snapshot=True,
    has_clip=True,
    top_score=0.8,
    position_changes=1,
    max_severity=None,
)
ROW = EventRow(
    event_id="1000.0-abc123",
    camera="gate",
    label="person",
    tracked=True,
    start_time_s=1000.0,
    end_time_s=1030.0,
    has_snapshot=True,
    has_clip=True,
    retained=False,
    zones=("drive",),
    box=FractionBox(0.1, 0.1, 0.2, 0.6),
    score=0.8,
    top_score=0.9,
    snapshot_frame_time_s=None,
    sub_label=None,
    description=None,
    path=(PathPoint(0.1, 0.5, 1001.0), PathPoint(0.4, 0.5, 1025.0)),
    max_severity=None,
)


def update(
    frame_s: float, snapshot_s: float | None = None, **fields: object
) -> TrackedObjectMessage:
    message = replace(LIVE, kind=MessageKind.UPDATE, frame_time_s=frame_s)
    if snapshot_s is not None:
        message = replace(message, snapshot=Snapshot(snapshot_s, BOX, 0.9, 4000))
    return replace(message, **fields)  # type: ignore[arg-type]  # fields are LIVE's own


def end(frame_s: float, **fields: object) -> TrackedObjectMessage:
    return update(frame_s, None, kind=MessageKind.END, end_time_s=frame_s + 5, **fields)


class Stored(dict[str, Tracklet]):
    """What the store would recall."""


@pytest.fixture
def stored() -> Stored:
    return Stored()


@pytest.fixture
def book(stored: Stored) -> TrackletBook:
    return TrackletBook(lost_after_s=180, recall=stored.get, is_gone=lambda _: False)


def heard(book: TrackletBook, message: TrackedObjectMessage) -> TrackletUpdate:
    result = book.apply("home", message, message.frame_time_s)
    assert result is not None
    return result


def test_new_opens_a_tracklet_and_asks_for_its_snapshot(book: TrackletBook) -> None:
    opened = heard(book, LIVE)

    assert opened.step is Step.OPENED
    assert opened.tracklet.id == "home:1000.0-abc123"
    assert opened.picture is not None
    assert opened.picture.frame_time_s == 1000.5


def test_the_picture_is_cut_with_the_snapshots_box_not_with_todays(book: TrackletBook) -> None:
    then = PixelBox(10, 10, 50, 120)

    moved = heard(book, replace(LIVE, snapshot=Snapshot(1000.2, then, 0.8, 4400)))

    assert moved.picture is not None
    assert moved.picture.box == then


def test_only_a_new_snapshot_asks_for_a_picture_again(book: TrackletBook) -> None:
    heard(book, LIVE)

    assert heard(book, update(1002.0, 1000.5)).picture is None
    better = heard(book, update(1003.0, 1002.5)).picture
    assert better is not None
    assert better.frame_time_s == 1002.5


def test_a_still_person_has_no_picture_until_it_moves(book: TrackletBook) -> None:
    assert heard(book, replace(LIVE, has_snapshot=False)).picture is None
    assert heard(book, update(1002.0, 1000.5)).picture is not None


def test_a_picture_that_could_not_be_had_is_asked_for_again(book: TrackletBook) -> None:
    heard(book, LIVE)
    book.picture_failed("home:1000.0-abc123", 1000.5)

    assert heard(book, update(1002.0, 1000.5)).picture is not None


def test_end_closes_at_the_last_frame_with_the_person(book: TrackletBook) -> None:
    heard(book, LIVE)

    closed = heard(book, end(1010.0))

    assert closed.step is Step.CLOSED
    assert closed.tracklet.state is TrackletState.CLOSED
    assert closed.tracklet.last_seen_s == 1010.0
    assert book.open_count == 0


def test_messages_after_the_end_and_second_ends_tell_nothing(book: TrackletBook) -> None:
    heard(book, LIVE)
    heard(book, end(1010.0))

    assert book.apply("home", end(1010.0), 1011.0) is None
    assert book.apply("home", update(1009.0), 1011.0) is None


def test_an_update_without_a_beginning_opens_the_tracklet(book: TrackletBook) -> None:
    opened = heard(book, update(1004.0, 1003.0))

    assert opened.step is Step.OPENED
    assert opened.tracklet.start_s == 1000.0


def test_an_end_without_a_beginning_is_a_whole_tracklet(book: TrackletBook) -> None:
    closed = heard(book, end(1010.0))

    assert closed.step is Step.CLOSED
    assert closed.picture is not None


def test_two_frigates_may_use_one_event_id(book: TrackletBook) -> None:
    heard(book, LIVE)

    other = book.apply("shed", LIVE, 1000.5)

    assert other is not None
    assert other.step is Step.OPENED
    assert book.open_count == 2
    assert book.open_ids("shed") == [("shed:1000.0-abc123", "1000.0-abc123")]


def test_what_the_store_has_closed_stays_closed(book: TrackletBook, stored: Stored) -> None:
    tracklet = heard(book, end(1010.0)).tracklet
    again = TrackletBook(
        lost_after_s=180, recall={tracklet.id: tracklet}.get, is_gone=lambda _: False
    )

    assert again.apply("home", LIVE, 1011.0) is None
    assert again.apply_row("home", ROW, 1011.0) is None


def closed_before(tracklet: Tracklet, *, lacks_crop: bool) -> TrackletBook:
    """A book after a restart: what it asks, the store knows."""
    return TrackletBook(
        lost_after_s=180,
        recall={tracklet.id: tracklet}.get,
        is_gone=lambda _: False,
        lacks_crop=lambda _: lacks_crop,
    )


def test_what_ended_before_its_picture_came_is_shown_by_the_row(book: TrackletBook) -> None:
    tracklet = heard(book, end(1010.0)).tracklet
    again = closed_before(tracklet, lacks_crop=True)

    overdue = again.overdue("home", ROW)

    assert overdue is not None
    assert overdue.tracklet == tracklet
    assert overdue.picture is not None
    assert overdue.picture.box == ROW.box
    assert again.overdue("home", ROW) is None
    assert again.apply_row("home", ROW, 1011.0) is None
    assert again.open_count == 0


@pytest.mark.parametrize(
    ("row", "state", "lacks_crop"),
    [
        (ROW, TrackletState.CLOSED, False),
        (ROW, TrackletState.OPEN, True),
        (ROW, TrackletState.LOST, True),
        (replace(ROW, has_snapshot=False), TrackletState.CLOSED, True),
        (replace(ROW, box=None), TrackletState.CLOSED, True),
        (replace(ROW, event_id="unknown"), TrackletState.CLOSED, True),
    ],
)
def test_nothing_is_overdue_where_there_is_a_crop_or_no_picture(
    book: TrackletBook, row: EventRow, state: TrackletState, lacks_crop: bool
) -> None:
    tracklet = replace(heard(book, end(1010.0)).tracklet, state=state)

    assert closed_before(tracklet, lacks_crop=lacks_crop).overdue("home", row) is None


def test_what_is_tracked_or_ended_just_now_has_its_pictures_asked_for(book: TrackletBook) -> None:
    again = closed_before(heard(book, end(1010.0)).tracklet, lacks_crop=True)
    heard(book, replace(LIVE, event_id="other"))

    assert book.overdue("home", replace(ROW, event_id="other")) is None
    assert book.overdue("home", ROW) is None
    assert again.overdue("home", ROW) is not None


def test_a_last_picture_that_failed_is_overdue_with_the_next_row(
    book: TrackletBook, stored: Stored
) -> None:
    ended = heard(book, end(1010.0))
    key = ended.tracklet.id
    stored[key] = ended.tracklet
    book.picture_failed(key, 1000.5)

    assert book.apply("home", update(1011.0), 1011.0) is None
    book.picture_failed(key, 1000.5)
    again = closed_before(ended.tracklet, lacks_crop=True)
    again.picture_failed(key, 1000.5)
    assert again.overdue("home", ROW) is not None
    assert again.overdue("home", ROW) is None
    again.picture_failed(key, 1000.5)
    assert again.overdue("home", ROW) is not None


def test_silence_loses_a_tracklet_and_a_late_message_finds_it_again(
    book: TrackletBook, stored: Stored
) -> None:
    heard(book, LIVE)
    key = "home:1000.0-abc123"

    assert book.lost(1180.0) == []
    assert book.lost(1181.0) == [key]
    lost = book.lose(key)
    assert lost is not None
    assert lost.tracklet.state is TrackletState.LOST
    stored[key] = lost.tracklet

    found = heard(book, update(1300.0))
    assert found.tracklet.state is TrackletState.OPEN
    assert found.tracklet.start_s == 1000.0


def test_hearing_that_it_still_lives_keeps_a_silent_tracklet(book: TrackletBook) -> None:
    heard(book, LIVE)

    book.hear("home:1000.0-abc123", 1100.0)
    book.hear("home:unknown", 1100.0)

    assert book.lost(1200.0) == []


def test_losing_what_is_not_open_is_nothing(book: TrackletBook) -> None:
    assert book.lose("home:unknown") is None


def test_restored_tracklets_go_on(book: TrackletBook) -> None:
    tracklet = heard(book, LIVE).tracklet
    again = TrackletBook(lost_after_s=180, recall=lambda _: None, is_gone=lambda _: False)
    again.restore([tracklet], 1001.0)

    assert heard(again, update(1004.0)).step is Step.UPDATED


def test_what_was_deleted_is_not_taken_in_again() -> None:
    book = TrackletBook(lost_after_s=180, recall=lambda _: None, is_gone=lambda _: True)

    assert book.apply("home", LIVE, 1000.5) is None
    assert book.apply_row("home", ROW, 1040.0) is None


def test_what_is_deleted_while_it_is_open_is_over(book: TrackletBook) -> None:
    heard(book, LIVE)

    book.drop(["home:1000.0-abc123", "home:1000.2-xyz789"])

    assert book.open_count == 0
    assert book.apply("home", update(1003.0), 1003.0) is None
    assert book.apply("home", replace(LIVE, event_id="1000.2-xyz789"), 1003.0) is None


def test_others_on_the_camera_at_that_moment_are_known(book: TrackletBook) -> None:
    heard(book, LIVE)
    beside = PixelBox(130, 50, 170, 150)
    second = replace(LIVE, event_id="1000.2-xyz789", box=beside, frame_time_s=1000.7)
    elsewhere = replace(second, event_id="1000.3-eeeeee", camera="garden")
    heard(book, elsewhere)

    seen = heard(book, second)

    assert seen.picture is not None
    assert seen.picture.others == (BOX,)


def test_a_picture_that_frigate_had_replaced_before_we_got_it_is_called_stale(
    book: TrackletBook,
) -> None:
    heard(book, LIVE)
    book.picture_fetched("home:1000.0-abc123", 1000.5, at_s=1003.0)

    assert heard(book, update(1006.0, 1002.0)).stale_frame_s == 1000.5


def test_a_picture_taken_after_we_fetched_leaves_the_earlier_one_alone(
    book: TrackletBook,
) -> None:
    heard(book, LIVE)
    book.picture_fetched("home:1000.0-abc123", 1000.5, at_s=1003.0)

    assert heard(book, update(1006.0, 1004.0)).stale_frame_s is None


def test_sub_label_zones_and_path_follow_the_messages(book: TrackletBook) -> None:
    heard(book, LIVE)
    path = (PathPoint(0.1, 0.9, 1000.0), PathPoint(0.2, 0.9, 1002.0))

    named = heard(
        book,
        update(1002.0, sub_label=SubLabel("anna", 0.9), entered_zones=("drive",), path=path),
    )
    cleared = heard(book, update(1003.0, sub_label=None, entered_zones=("drive",), path=path))

    assert named.tracklet.sub_label == SubLabel("anna", 0.9)
    assert named.tracklet.zones == ("drive",)
    assert named.tracklet.path == path
    assert cleared.tracklet.sub_label is None


def test_a_row_of_an_ended_event_is_a_whole_tracklet(book: TrackletBook) -> None:
    closed = book.apply_row("home", ROW, 1040.0)

    assert closed is not None
    assert closed.step is Step.CLOSED
    assert closed.tracklet.last_seen_s == 1025.0
    assert closed.picture is not None
    assert closed.picture.box == ROW.box


def test_a_row_ends_what_was_open(book: TrackletBook) -> None:
    heard(book, LIVE)

    closed = book.apply_row("home", ROW, 1040.0)

    assert closed is not None
    assert closed.tracklet.state is TrackletState.CLOSED
    assert closed.tracklet.start_s == 1000.0


def test_a_row_of_a_live_event_that_we_follow_tells_nothing_new(book: TrackletBook) -> None:
    heard(book, LIVE)

    assert book.apply_row("home", replace(ROW, end_time_s=None), 1002.0) is None


def test_a_row_without_picture_still_ends_the_tracklet(book: TrackletBook) -> None:
    closed = book.apply_row("home", replace(ROW, has_snapshot=False, path=()), 1040.0)

    assert closed is not None
    assert closed.picture is None
    assert closed.tracklet.last_seen_s == 1030.0


def face(name: str | None, score: float | None, event_id: str = LIVE.event_id) -> ObjectUpdate:
    return ObjectUpdate(
        kind=UpdateKind.FACE,
        event_id=event_id,
        camera="gate",
        time_s=1001.0,
        text=name,
        score=score,
        model=None,
    )


def test_a_recognised_face_stays_with_the_tracklet(book: TrackletBook) -> None:
    heard(book, LIVE)
    recognised = book.recognise("home", face("Anna", FACE_SCORE))
    assert recognised is not None
    assert (recognised.step, recognised.picture) == (Step.RECOGNISED, None)
    assert recognised.tracklet.face == SubLabel("Anna", FACE_SCORE)
    assert heard(book, end(1009.0)).tracklet.face == SubLabel("Anna", FACE_SCORE)


def test_only_a_better_face_result_tells_something_new(book: TrackletBook) -> None:
    heard(book, LIVE)
    assert book.recognise("home", face("Anna", 0.95)) is not None
    assert book.recognise("home", face("Ben", 0.95)) is None
    better = book.recognise("home", face("Ben", 0.97))
    assert better is not None
    assert better.tracklet.face == SubLabel("Ben", 0.97)


@pytest.mark.parametrize(
    "result",
    [
        face("Anna", FACE_SCORE - 0.01),
        face("Anna", None),
        face(None, 0.99),
        face("  ", 0.99),
        face("An\x00na", 0.99),
        face("Anna", 0.99, event_id="2000.0-other"),
    ],
)
def test_a_face_in_doubt_without_a_name_or_of_nobody_we_follow_is_ignored(
    book: TrackletBook, result: ObjectUpdate
) -> None:
    heard(book, LIVE)
    assert book.recognise("home", result) is None
    assert heard(book, end(1009.0)).tracklet.face is None


def test_a_face_after_the_end_is_ignored(book: TrackletBook) -> None:
    heard(book, LIVE)
    heard(book, end(1009.0))
    assert book.recognise("home", face("Anna", 0.99)) is None


def test_spaces_around_the_name_of_a_face_are_dropped(book: TrackletBook) -> None:
    heard(book, LIVE)
    recognised = book.recognise("home", face(" Anna  Maria ", 0.95))
    assert recognised is not None
    assert recognised.tracklet.face == SubLabel("Anna Maria", 0.95)
