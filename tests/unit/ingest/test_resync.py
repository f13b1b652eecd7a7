"""What Frigate is asked for after a gap."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reid_service.errors import FrigateNotFound, FrigateRefused, FrigateUnreachable
from reid_service.ingest.payloads import EventRow, parse_row
from reid_service.ingest.resync import OVERLAP_S, CatchUp, catch_up
from tests import frigate_messages

ROW = parse_row(json.dumps(frigate_messages.row()).encode())


def row(event_id: str, start_s: float, end_s: float | None = None) -> EventRow:
    return replace(ROW, event_id=event_id, start_time_s=start_s, end_time_s=end_s)


class Frigate:
    """Events as Frigate's database has them."""

    def __init__(self, *rows: EventRow) -> None:
        self.rows = rows
        self.asked: list[tuple[float | None, bool | None]] = []
        self.fresh: list[str] = []

    def events(
        self,
        *,
        after_s: float | None = None,
        in_progress: bool | None = None,
        has_snapshot: bool | None = None,
    ) -> Iterator[EventRow]:
        self.asked.append((after_s, has_snapshot))
        for each in sorted(self.rows, key=lambda each: -each.start_time_s):
            if in_progress and each.end_time_s is not None:
                continue
            if after_s is not None and each.start_time_s <= after_s:
                continue
            yield each

    def event(self, event_id: str, *, fresh: bool = False) -> EventRow:
        if fresh:
            self.fresh.append(event_id)
        for each in self.rows:
            if each.event_id == event_id:
                return each
        raise FrigateNotFound(event_id)


def test_what_lives_and_what_began_since_comes_in_order_of_its_start() -> None:
    living, begun, old = row("l", 100.0), row("n", 5000.0, 5010.0), row("o", 200.0, 210.0)
    source = Frigate(living, begun, old)
    missed = catch_up("frigate", source, since_s=4000.0, open_event_ids=[])
    assert missed == CatchUp("frigate", (living, begun))
    assert source.asked == [(None, None), (4000.0 - OVERLAP_S, True)]


def test_starts_shortly_before_the_newest_known_one_are_looked_at_again() -> None:
    early = row("e", 4000.0 - OVERLAP_S + 1.0, 4001.0)
    missed = catch_up("frigate", Frigate(early), since_s=4000.0, open_event_ids=[])
    assert missed.rows == (early,)


def test_what_we_believe_open_is_asked_for_one_by_one() -> None:
    ended, living = row("e", 100.0, 150.0), row("l", 120.0)
    source = Frigate(ended, living)
    missed = catch_up("frigate", source, since_s=4000.0, open_event_ids=["l", "e", "still"])
    assert missed == CatchUp("frigate", (ended, living))
    assert source.fresh == ["e", "still"]


def test_of_two_that_began_at_once_the_order_is_always_the_same() -> None:
    rows = row("b", 5000.0, 5001.0), row("a", 5000.0, 5001.0)
    for given in (rows, rows[::-1]):
        missed = catch_up("frigate", Frigate(*given), since_s=4900.0, open_event_ids=[])
        assert [each.event_id for each in missed.rows] == ["a", "b"]


def test_a_frigate_that_does_not_answer_is_the_callers_matter() -> None:
    class Away(Frigate):
        def event(self, event_id: str, *, fresh: bool = False) -> EventRow:
            raise FrigateUnreachable(event_id)

    with pytest.raises(FrigateUnreachable):
        catch_up("frigate", Away(), since_s=0.0, open_event_ids=["a"])


def test_an_open_event_that_cannot_be_read_does_not_keep_back_the_others() -> None:
    class Odd(Frigate):
        def event(self, event_id: str, *, fresh: bool = False) -> EventRow:
            if event_id == "odd":
                msg = "Frigate's event cannot be read (bad_box: data.box)"
                raise FrigateRefused(msg)
            return super().event(event_id, fresh=fresh)

    open_too, begun = row("o", 100.0, 150.0), row("n", 5000.0, 5010.0)
    missed = catch_up(
        "frigate", Odd(open_too, begun), since_s=4000.0, open_event_ids=["odd", "o", "gone"]
    )
    assert missed.rows == (open_too, begun)
