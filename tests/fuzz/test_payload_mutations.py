"""Damaged and hostile messages: each is taken, ignored or rejected, and nothing else happens."""

from __future__ import annotations

import copy
import gzip
import json
import random
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from reid_service.ingest.frigate_config import parse_config
from reid_service.ingest.payloads import (
    PayloadRejected,
    RejectReason,
    parse_availability,
    parse_camera_activity,
    parse_event,
    parse_object_update,
    parse_row,
)
from tests.conftest import SHARED_DATA
from tests.frigate_messages import EVENT_ID, after, event, row

SEED = 20_261_101
MEMORY_BOUND_BYTES = 500_000
"""What may be held after ten thousand messages of 2 to 20 kB: the interpreter's own caches."""

Parser = Callable[[bytes], object]

HOSTILE: list[Any] = [
    None, True, -1, 0, 1, 2**31, 2**63, 2**64, 10**400, -(10**40), 0.5, -0.0, 1e-320, 1e308, -1e308,
    float("nan"), float("inf"), float("-inf"),
    "", "person", "x" * 5000, "\x00", "\u202e", "../..", "a/b?c#d", "%2e%2e", "\ud7ff", "😀" * 300,
    "1789110024.883713-gvgjx4", "online", "new", "end",
    [], {}, [None], [[]], [[[]]], [None, None], ["a", None], ["a", "b"], ["a", 1e9],
    [[0.1, 0.2], 1], [1, 2, 3, 4], [4, 3, 2, 1], [0, 0, 1e300, 1e300], [0.1] * 500,
    {"a": {"a": {"a": []}}}, {"id": 1}, [[["a"]]], [[[0.1, 0.2], 1.0]] * 1100,
]  # fmt: skip


def small_messages() -> list[tuple[Parser, bytes]]:
    """Hand-made messages of each kind."""
    face = {"type": "face", "id": EVENT_ID, "name": "Anna", "score": 0.9, "camera": "a"}
    face["timestamp"] = 1789110024.5
    live = {"objects": [{"id": EVENT_ID, "label": "person", "stationary": False}]}
    zones = {"lawn": {"coordinates": "0.1,0.1,0.5,0.5,0.1,0.5", "friendly_name": "Lawn"}}
    camera = {"detect": {"width": 640, "height": 360}, "zones": zones, "onvif": {"host": "h"}}
    config = {"mqtt": {"topic_prefix": "frigate"}, "cameras": {"front": camera}}
    others = [
        (parse_object_update, face),
        (parse_object_update, {"type": "description", "id": EVENT_ID, "description": "a man"}),
        (parse_object_update, {"type": "lpr", "id": EVENT_ID, "plate": "AB", "score": 0.5}),
        (parse_object_update, {"type": "later", "id": EVENT_ID}),
        (parse_camera_activity, {"front": live}),
        (parse_row, row()),
        (parse_row, row(sub_label="Anna")),
        (parse_config, config),
    ]
    return [
        (parse_event, event("new", snapshot=None)),
        (parse_event, event("update", sub_label=["Anna", 0.9])),
        (parse_event, event("end", end_time=after()["start_time"] + 9.0)),
        (parse_event, event("update", label="car")),
        (parse_availability, b"online"),
        *((parser, json.dumps(each).encode()) for parser, each in others),
    ]


def recorded_messages() -> list[tuple[Parser, bytes]]:
    """Some real ones of each version, where the development data is there."""
    found: list[tuple[Parser, bytes]] = []
    for path in sorted(SHARED_DATA.glob("frigate/mqtt/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            sent = (json.loads(line) for line in file)
            events = [each["payload"] for each in sent if each["topic"].endswith("/events")]
        found += [(parse_event, each.encode()) for each in events[:: max(1, len(events) // 4)]]
    return found


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each (container, key) within a decoded message."""
    keys: Any = ()
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = range(len(value))
    for key in keys:
        yield value, key
        yield from places(value[key])


def damaged_bytes(payload: bytes, chance: random.Random) -> bytes:
    """Bits flipped, bytes cut out, doubled or put in, the rest cut off."""
    changed = bytearray(payload)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(6):
            case 0 if changed:
                changed[at % len(changed)] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + chance.choice((1, 2, 16, 256))]
            case 2:
                changed[at:at] = changed[at : at + 32]
            case 3:
                changed[at:at] = chance.choice((b"[", b"}", b'"', b"\\u0000", b"\xff", b"9" * 400))
            case 4 if chance.random() < 0.2:
                del changed[at:]
            case _:
                changed[at:at] = bytes([chance.randrange(256)])
    return bytes(changed)


def damaged_structure(payload: bytes, chance: random.Random) -> bytes:
    """Values replaced by hostile ones, keys lost, parts exchanged; still JSON (or Python's)."""
    try:
        message = json.loads(payload)
    except ValueError:
        return damaged_bytes(payload, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        found = list(places(message))
        if not found:
            break
        container, key = chance.choice(found)
        match chance.randrange(5):
            case 0:
                del container[key]
            case 1:
                other, other_key = chance.choice(found)
                container[key] = copy.deepcopy(other[other_key])
            case 2 if isinstance(container, dict):
                container[str(chance.choice(HOSTILE))[:40]] = chance.choice(HOSTILE)
            case _:
                container[key] = copy.deepcopy(chance.choice(HOSTILE))
    return json.dumps(message, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def verdict(parser: Parser, payload: bytes) -> str:
    """What became of a message; anything but a rejection goes through and fails the test."""
    try:
        return "ignored" if parser(payload) is None else "accepted"
    except PayloadRejected as error:
        return error.reason if len(str(error)) < 200 else "a rejection that is too long"


@pytest.mark.parametrize("damaged", [damaged_bytes, damaged_structure])
def test_damaged_messages_are_counted_and_leave_nothing_behind(
    damaged: Callable[[bytes, random.Random], bytes],
) -> None:
    chance = random.Random(SEED)
    messages = small_messages() + recorded_messages()
    rounds = 10_000 // len(messages) + 1
    sent = [(parser, damaged(payload, chance)) for parser, payload in messages * rounds]
    counted: Counter[str] = Counter()
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for parser, payload in sent:
            counted[verdict(parser, payload)] += 1
        held = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    rejected = sum(counted[reason] for reason in RejectReason)
    assert len(sent) >= 10_000
    assert counted["accepted"] + counted["ignored"] + rejected == len(sent)
    assert min(counted["accepted"], counted["ignored"], rejected) > 0
    assert held < MEMORY_BOUND_BYTES


def test_undamaged_messages_are_accepted_or_ignored() -> None:
    for parser, payload in small_messages() + recorded_messages():
        assert verdict(parser, payload) in {"accepted", "ignored"}


@pytest.mark.parametrize("depth", [10, 500, 5_000, 200_000])
@pytest.mark.parametrize("parser", [parse_event, parse_row, parse_object_update, parse_config])
def test_deep_nesting_is_rejected(parser: Parser, depth: int) -> None:
    nested = b'{"type":"new","after":' + b'[{"a":' * depth + b"1" + b"}]" * depth + b"}"
    assert verdict(parser, nested) in set(RejectReason) | {"ignored"}
