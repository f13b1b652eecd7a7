"""Playing a recording."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from reid_service.errors import RecordingError
from reid_service.recordings.event_rows import EventQuery
from reid_service.recordings.format import Message, Recording
from reid_service.recordings.player import Player, Progress
from reid_service.recordings.replayed_frigate import Picture, ReplayedFrigate
from tests.unit.recordings.tiny import (
    START_S,
    VISITOR,
    WALKER,
    tiny_frames,
    tiny_messages,
    wait_until,
)

EVENTS = sum(message.topic == "frigate/events" for message in tiny_messages())


class Wire:
    """Takes what is published and remembers it."""

    def __init__(self) -> None:
        self.published: list[tuple[str, str, int, bool]] = []

    def __call__(self, topic: str, payload: str, qos: int, retain: bool) -> None:
        self.published.append((topic, payload, qos, retain))

    @property
    def events(self) -> list[tuple[str, str]]:
        """Type and id of each published event message."""
        contents = [json.loads(text) for topic, text, *_ in self.published if "events" in topic]
        return [(content["type"], content["after"]["id"]) for content in contents]


class Service:
    """Fetches the picture of every event message, in a thread, a little late."""

    def __init__(self, frigate: ReplayedFrigate, *, delay_s: float = 0.002) -> None:
        self.pictures: list[bytes] = []
        self.most_behind = 0
        self._frigate, self._delay_s = frigate, delay_s
        self._inbox: queue.Queue[str | None] = queue.Queue()
        self._published = self._settled = 0
        self._thread = threading.Thread(target=self._work)

    def __enter__(self) -> Service:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._inbox.put(None)
        self._thread.join()

    def publish(self, topic: str, payload: str, qos: int, retain: bool) -> None:
        if topic == "frigate/events":
            self._published += 1
            self.most_behind = max(self.most_behind, self._published - self._settled)
            self._inbox.put(json.loads(payload)["after"]["id"])

    def settled(self) -> int:
        return self._settled

    def _work(self) -> None:
        while (event_id := self._inbox.get()) is not None:
            time.sleep(self._delay_s)
            picture = self._frigate.any_picture(event_id)
            if isinstance(picture, Picture):
                self.pictures.append(picture.data)
            self._settled += 1


def _sent(messages: Iterator[Message] | list[Message]) -> list[tuple[str, str, int, bool]]:
    return [(m.topic, m.payload, m.qos, m.retain) for m in messages]


@pytest.mark.parametrize("speed", [0.0, 1000.0])
def test_everything_is_published_in_order(
    recording: Recording, frigate: ReplayedFrigate, speed: float
) -> None:
    wire, progress = Wire(), list[Progress]()

    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        wire(topic, payload, qos, retain)
        for event_id in (WALKER, VISITOR):
            frigate.any_picture(event_id)

    player = Player(recording, publish, frigate, speed=speed, on_progress=progress.append)
    report = player.run()
    assert wire.published == _sent(tiny_messages())
    total = len(tiny_messages())
    assert (report.published, report.events) == (total, EVENTS)
    assert progress[-1] == Progress(total, total, tiny_messages()[-1].t)


def test_frigate_is_there_before_a_message_is_heard(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    times: list[float] = []
    Player(recording, lambda *_: times.append(frigate.now_s), frigate, speed=1000).run()
    assert times == [message.t for message in tiny_messages()]


def test_time_is_scaled(recording: Recording, frigate: ReplayedFrigate) -> None:
    started_s = time.monotonic()
    Player(recording, Wire(), frigate, speed=50).run()
    # It may take longer on a busy machine, but not less than the recording's time by speed.
    assert time.monotonic() - started_s >= recording.header.seconds / 50


def test_every_picture_is_fetched_while_it_is_current(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    with Service(frigate) as service:
        player = Player(
            recording, service.publish, frigate, speed=0, settled=service.settled, window=1
        )
        report = player.run()
    assert set(service.pictures) == set(tiny_frames().values())
    assert (report.unfetched_pictures, report.stalled_windows) == (0, 0)


def test_kept_pictures_are_not_waited_for(recording: Recording, frigate: ReplayedFrigate) -> None:
    wire = Wire()
    report = Player(recording, wire, frigate, speed=0, settled=lambda: 0, keeps_pictures=True).run()
    assert (report.unfetched_pictures, report.stalled_windows) == (0, 0)
    assert wire.published == _sent(tiny_messages())
    for (event_id, frame_time_s), data in tiny_frames().items():
        picture = frigate.any_picture(event_id, frame_time_s)
        assert isinstance(picture, Picture)
        assert picture.data == data


@pytest.mark.parametrize("window", [1, 3])
def test_no_more_than_the_window_is_ever_unsettled(
    recording: Recording, frigate: ReplayedFrigate, window: int
) -> None:
    with Service(frigate, delay_s=0.005) as service:
        Player(
            recording, service.publish, frigate, speed=0, settled=service.settled, window=window
        ).run()
    assert service.most_behind <= window


def test_a_service_that_wants_no_picture_lets_go_by_settling(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    wire = Wire()
    player = Player(recording, wire, frigate, speed=0, settled=lambda: len(wire.events))
    assert player.run().unfetched_pictures == 0
    assert wire.published == _sent(tiny_messages())


def test_a_dead_service_is_given_up_and_counted(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    wire = Wire()
    report = Player(
        recording, wire, frigate, speed=0, settled=lambda: 0, window=2, patience_s=0.05
    ).run()
    assert wire.published == _sent(tiny_messages())
    assert report.unfetched_pictures == 3


def test_messages_that_got_lost_are_given_up_and_counted(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    wire = Wire()

    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        wire(topic, payload, qos, retain)
        for event_id in (WALKER, VISITOR):
            frigate.any_picture(event_id)

    report = Player(
        recording, publish, frigate, speed=0, settled=lambda: 0, window=2, patience_s=0.05
    ).run()
    assert wire.published == _sent(tiny_messages())
    # Written off once, the lost ones do not hold up what follows.
    assert 0 < report.stalled_windows < EVENTS - 2
    assert report.unfetched_pictures == 0


def test_a_consumer_without_a_counter_is_waited_for_by_its_fetches(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    report = Player(recording, Wire(), frigate, speed=0, patience_s=0.05).run()
    assert report.unfetched_pictures == 3
    assert report.stalled_windows == 0


def test_a_service_that_counts_anew_after_a_restart_is_understood(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    wire = Wire()

    def settled() -> int:
        # The service crashes after five messages and has forgotten them.
        heard = len(wire.events)
        return heard + 1000 if heard <= 5 else heard - 5

    report = Player(
        recording, wire, frigate, speed=0, settled=settled, window=1, patience_s=30
    ).run()
    assert wire.published == _sent(tiny_messages())
    assert report.stalled_windows == 0


def test_a_stretch_leaves_out_objects_that_began_before(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    wire = Wire()
    Player(recording, wire, frigate, speed=1000, start_s=2.25, end_s=6.0).run()
    assert wire.published[0] == ("frigate/available", "online", 0, True)
    assert {event_id for _, event_id in wire.events} == {VISITOR, "1789110003.000000-still0"}
    assert not any("tracked_object_update" in topic for topic, *_ in wire.published)
    assert ("end", VISITOR) not in wire.events
    assert [row["id"] for row in frigate.rows(EventQuery())] == [VISITOR]


def test_each_loop_is_another_visit(recording: Recording, frigate: ReplayedFrigate) -> None:
    wire, pictures = Wire(), list[bytes]()

    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        wire(topic, payload, qos, retain)
        for _, event_id in wire.events[-1:]:
            picture = frigate.any_picture(event_id)
            if isinstance(picture, Picture):
                pictures.append(picture.data)

    report = Player(recording, publish, frigate, speed=0, loops=2, settled=lambda: 0).run()
    assert report.events == 2 * EVENTS
    assert len({event_id for _, event_id in wire.events}) == 6
    rows = frigate.rows(EventQuery())
    assert len(rows) == 4
    assert rows[0]["start_time"] > rows[1]["start_time"] > recording.header.seconds + START_S
    assert set(pictures) == set(tiny_frames().values())


@pytest.mark.parametrize("speed", [0.0, 0.001, 1000.0])
def test_it_stops_when_told(recording: Recording, frigate: ReplayedFrigate, speed: float) -> None:
    stop = threading.Event()
    wire = Wire()

    def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
        wire(topic, payload, qos, retain)
        stop.set()

    Player(recording, publish, frigate, speed=speed, stop=stop, loops=None).run()
    assert wire.published == _sent(tiny_messages()[:1])


def test_it_stops_while_it_waits(recording: Recording, frigate: ReplayedFrigate) -> None:
    stop = threading.Event()
    wire = Wire()
    player = Player(recording, wire, frigate, speed=0, stop=stop, patience_s=600)
    thread = threading.Thread(target=player.run)
    thread.start()
    wait_until(lambda: len(wire.events) >= 2)
    stop.set()
    thread.join(30)
    assert not thread.is_alive()
    assert len(wire.events) < EVENTS


def test_frigate_is_announced(recording: Recording, frigate: ReplayedFrigate) -> None:
    wire = Wire()
    Player(recording, wire, frigate).announce()
    assert wire.published == [("frigate/available", "online", 0, True)]


@pytest.mark.parametrize(
    "make",
    [
        lambda r, f: Player(r, Wire(), f, speed=-1),
        lambda r, f: Player(r, Wire(), f, window=0),
        lambda r, f: Player(r, Wire(), f, start_s=-1),
        lambda r, f: Player(r, Wire(), f, start_s=2, end_s=1),
    ],
)
def test_impossible_options_are_refused(
    recording: Recording,
    frigate: ReplayedFrigate,
    make: Callable[[Recording, ReplayedFrigate], Player],
) -> None:
    with pytest.raises(RecordingError):
        make(recording, frigate)


def test_what_was_announced_is_not_said_again_before_the_first_event(
    recording: Recording, frigate: ReplayedFrigate
) -> None:
    wire = Wire()
    player = Player(recording, wire, frigate, speed=0)
    player.announce()

    player.run()

    said = [each for each in wire.published if each[:2] == ("frigate/available", "online")]
    assert len(said) == 1
