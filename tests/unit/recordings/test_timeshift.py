"""Moving traffic in time."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reid_service.recordings.format import Message, frame_file_name
from reid_service.recordings.timeshift import NEAR_S, shift_times

NEAR = 1_789_110_000.0
MICROSECONDS = st.integers(0, 10**6 - 1)
SHIFTS = st.integers(-700_000_000, 300_000_000)


@given(
    offset_s=st.integers(-NEAR_S, NEAR_S),
    micros=MICROSECONDS,
    area=st.integers(0, 10**9 - 1),
    text=st.text(),
    seconds=SHIFTS,
)
def test_shifting_back_restores_every_byte(
    offset_s: int, micros: int, area: int, text: str, seconds: int
) -> None:
    epoch = f"{int(NEAR) + offset_s}.{micros:06d}"
    payload = json.dumps({"id": f"{epoch}-abc123", "t": float(epoch), "area": area, "text": text})
    message = Message(NEAR, "frigate/events", 0, False, payload)
    assert message.shifted(seconds).shifted(-seconds) == message


@given(whole=st.integers(1_500_000_000, 1_900_000_000), micros=MICROSECONDS, seconds=SHIFTS)
def test_a_shifted_frame_time_names_the_same_file(whole: int, micros: int, seconds: int) -> None:
    text = f"{whole}.{micros:06d}"
    moved = float(shift_times(text, seconds, near_s=float(whole)))
    assert frame_file_name(moved - seconds) == f"{text}.webp"


def test_times_in_numbers_and_ids_move_together() -> None:
    moved = shift_times('["1789110000.5-abcdef", 1789110000.5]', -10, near_s=NEAR)
    assert moved == '["1789109990.5-abcdef", 1789109990.5]'


def test_other_numbers_of_ten_digits_stay() -> None:
    text = '{"bytes": 4000000000, "ms": 1789110000123, "fraction": 0.1789110000}'
    assert shift_times(text, 60, near_s=NEAR) == text
