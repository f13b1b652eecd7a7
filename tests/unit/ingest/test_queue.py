"""The queue loses updates when it must, and never a beginning or an end in silence."""

from __future__ import annotations

import threading
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reid_service.ingest.payloads import (
    Availability,
    MessageKind,
    TrackedObjectMessage,
    parse_event,
)
from reid_service.ingest.queue import HARD_BOUND, Arrival, IngestQueue, QueueCounts
from tests.frigate_messages import START_S, event

_PARSED = parse_event(event())
assert _PARSED is not None
_TEMPLATE: TrackedObjectMessage = _PARSED


def arrival(
    name: int, kind: str = "update", picture: float | None = 1.0, frame: float = 0.0
) -> Arrival:
    snapshot = _TEMPLATE.snapshot
    assert snapshot is not None
    return Arrival(
        "frigate",
        replace(
            _TEMPLATE,
            kind=MessageKind(kind),
            event_id=f"{name}.0-abc",
            frame_time_s=START_S + frame,
            snapshot=None if picture is None else replace(snapshot, frame_time_s=picture),
        ),
        0.0,
    )


def drained(queue: IngestQueue) -> list[Arrival]:
    found = []
    while (each := queue.get(0.0)) is not None:
        found.append(each)
    return found


def test_messages_come_out_as_they_went_in() -> None:
    queue = IngestQueue(10)
    sent = [arrival(1, "new"), arrival(2, "new"), arrival(1), arrival(2), arrival(1, "end")]
    assert all(queue.put(each) for each in sent)
    assert drained(queue) == sent


def test_in_a_full_queue_an_update_with_the_same_picture_takes_the_place_of_the_one_before() -> (
    None
):
    queue = IngestQueue(2)
    newer = arrival(1, frame=2.0)
    for each in (arrival(1, frame=1.0), arrival(2, "new"), newer):
        queue.put(each)
    assert drained(queue) == [newer, arrival(2, "new")]
    assert queue.counts == QueueCounts(dropped=0, merged=1, refused=0)


def test_while_there_is_room_every_message_comes_out_as_it_went_in() -> None:
    queue = IngestQueue(10)
    sent = [arrival(1, frame=1.0), arrival(2, "new"), arrival(1, frame=2.0)]
    for each in sent:
        queue.put(each)
    assert drained(queue) == sent


def test_updates_with_other_pictures_are_kept_apart() -> None:
    queue = IngestQueue(10)
    sent = [arrival(1, picture=1.0), arrival(1, picture=2.0), arrival(1, picture=None)]
    for each in sent:
        queue.put(each)
    assert drained(queue) == sent


def test_only_the_last_update_that_waits_is_replaced() -> None:
    queue = IngestQueue(10)
    sent = [arrival(1, picture=each, frame=frame) for each, frame in ((1, 1), (2, 2), (1, 3))]
    for each in sent:
        queue.put(each)
    assert drained(queue) == sent


def test_an_update_never_takes_the_place_of_a_beginning_or_an_end() -> None:
    queue = IngestQueue(10)
    sent = [arrival(1, "new"), arrival(1), arrival(1, "end"), arrival(1)]
    for each in sent:
        queue.put(each)
    assert drained(queue) == sent


def test_two_frigates_may_use_the_same_id() -> None:
    queue = IngestQueue(10)
    other = replace(arrival(1), instance="second")
    queue.put(arrival(1))
    queue.put(other)
    assert drained(queue) == [arrival(1), other]


def test_a_full_queue_drops_the_oldest_update() -> None:
    queue = IngestQueue(3)
    for each in (arrival(1, "new"), arrival(1), arrival(2), arrival(3)):
        assert queue.put(each)
    assert drained(queue) == [arrival(1, "new"), arrival(2), arrival(3)]
    assert queue.counts.dropped == 1


def test_an_update_is_dropped_when_only_ends_wait() -> None:
    queue = IngestQueue(2)
    ends = [arrival(n, "end") for n in range(3)]
    assert all(queue.put(each) for each in ends)
    assert not queue.put(arrival(9))
    assert drained(queue) == ends
    assert queue.counts.dropped == 1


def test_an_end_beyond_the_hard_bound_is_refused_and_told() -> None:
    queue = IngestQueue(1, put_wait_s=0.01)
    for n in range(HARD_BOUND):
        assert queue.put(arrival(n, "end"))
    assert not queue.take_overflow()
    assert not queue.put(arrival(99, "end"))
    assert queue.counts.refused == 1
    assert queue.take_overflow()
    assert not queue.take_overflow()


def test_an_end_waits_for_room() -> None:
    queue = IngestQueue(1, put_wait_s=30.0)
    for n in range(HARD_BOUND):
        queue.put(arrival(n, "end"))
    put = threading.Thread(target=queue.put, args=(arrival(99, "end"),))
    put.start()
    first = queue.get(1.0)
    put.join(30.0)
    assert [first, *drained(queue)] == [*(arrival(n, "end") for n in range(8)), arrival(99, "end")]


def test_availability_is_never_dropped() -> None:
    queue = IngestQueue(1)
    online = Arrival("frigate", Availability.ONLINE, 0.0)
    for each in (arrival(1), online, arrival(2)):
        queue.put(each)
    assert drained(queue) == [online]


def test_get_waits_for_a_message() -> None:
    queue = IngestQueue(1)
    late = threading.Timer(0.05, queue.put, (arrival(1, "new"),))
    late.start()
    assert queue.get(30.0) == arrival(1, "new")


def test_closing_wakes_who_waits_and_keeps_what_is_there() -> None:
    queue = IngestQueue(2)
    queue.put(arrival(1, "end"))
    queue.close()
    assert not queue.put(arrival(2, "end"))
    assert queue.get(30.0) == arrival(1, "end")
    assert queue.get(30.0) is None


@given(
    capacity=st.integers(1, 6),
    steps=st.lists(
        st.one_of(
            st.none(),  # take one out
            st.tuples(st.integers(0, 2), st.integers(0, 1)),  # next message of an object, picture
        ),
        max_size=60,
    ),
)
def test_every_end_comes_out_once_and_objects_keep_their_order(
    capacity: int, steps: list[tuple[int, int] | None]
) -> None:
    queue = IngestQueue(capacity, put_wait_s=0.0)
    sent: dict[str, int] = {}
    ends: list[str] = []
    out: list[Arrival] = []
    refused = 0
    for number, step in enumerate(steps):
        if step is None:
            out += [each for each in [queue.get(0.0)] if each is not None]
            continue
        place, picture = step
        lives = sent.setdefault(str(place), 0)
        sent[str(place)] += 1
        # Each object lives for six messages, then the next one takes its place.
        kind = ("new", "update", "update", "update", "update", "end")[lives % 6]
        message = arrival(place * 1000 + lives // 6, kind, float(picture), float(number))
        content = message.content
        assert isinstance(content, TrackedObjectMessage)
        accepted = queue.put(message)
        assert len(queue) <= capacity * HARD_BOUND
        refused += kind != "update" and not accepted
        if kind == "end" and accepted:
            ends.append(content.event_id)
    out += drained(queue)
    messages = [each.content for each in out if isinstance(each.content, TrackedObjectMessage)]
    assert sorted(m.event_id for m in messages if m.kind is MessageKind.END) == sorted(ends)
    assert queue.counts.refused == refused
    for name in {m.event_id for m in messages}:
        frames = [m.frame_time_s for m in messages if m.event_id == name]
        assert frames == sorted(frames)
