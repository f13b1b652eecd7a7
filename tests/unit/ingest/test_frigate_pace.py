"""Frigate is asked at a bounded rate, and failed logins ever more rarely."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.errors import FrigateDenied
from reid_service.ingest.login import Login
from reid_service.ingest.pace import TokenBucket, back_off_s


class Timer:
    """A monotonic clock that a test sets."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_a_burst_is_free_and_then_each_request_waits_its_turn() -> None:
    timer = Timer()
    bucket = TokenBucket(10.0, 3, timer)
    assert [round(bucket.reserve(), 6) for _ in range(5)] == [0.0, 0.0, 0.0, 0.1, 0.2]
    timer.now_s = 100.0
    assert [bucket.reserve() for _ in range(3)] == [0.0, 0.0, 0.0]
    assert bucket.reserve() > 0.0


@given(st.lists(st.floats(0.0, 2.0), min_size=1, max_size=100))
def test_never_more_than_burst_and_rate_allow(pauses: list[float]) -> None:
    timer = Timer()
    bucket = TokenBucket(5.0, 4, timer)
    sent: list[float] = []
    for pause in pauses:
        timer.now_s += pause
        sent.append(timer.now_s + bucket.reserve())
    for first, start_s in enumerate(sent):
        for last in range(first, len(sent)):
            allowed = 4 + 5.0 * (sent[last] - start_s) + 1e-6
            assert last - first + 1 <= allowed + 1.0


@given(st.integers(1, 200))
def test_back_off_grows_and_is_bounded(failures: int) -> None:
    assert 0.25 <= back_off_s(failures) <= 8.0
    assert back_off_s(6) > back_off_s(1)


def test_refused_logins_are_spaced_ever_further_up_to_a_bound() -> None:
    timer = Timer()
    attempts: list[float] = []

    def post() -> Mapping[str, str]:
        attempts.append(timer.now_s)
        return {}

    login = Login(post, timer)
    for _ in range(20_000):
        with pytest.raises(FrigateDenied):
            login.renew(None)
        timer.now_s += 1.0
    gaps = [after - before for before, after in itertools.pairwise(attempts)]
    assert gaps[:6] == [30.0, 60.0, 120.0, 240.0, 480.0, 900.0]
    assert set(gaps[6:]) == {900.0}


def test_a_cookie_replaced_meanwhile_needs_no_login() -> None:
    login = Login(lambda: {"a": "1"})
    login.renew(None)
    login.keep({"a": "2", "b": "3"})
    login.renew("a=1")
    assert login.header() == "a=2; b=3"
    login.renew("a=2; b=3")
    assert login.header() == "a=1"
