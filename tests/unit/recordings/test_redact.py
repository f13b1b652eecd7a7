"""Redaction of payloads that nobody has foreseen."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reid_service.recordings.format import Message
from reid_service.recordings.redact import Redactor
from tests.unit.recordings.tiny import START_S, WALKER, tiny_config, tracked

MARK = "secret"
_TEXT = st.builds(lambda text: text + MARK, st.text(max_size=5))
_ANYTHING = st.recursive(
    _TEXT | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=8,
)


def _redactor() -> Redactor:
    return Redactor(tiny_config(), topic_prefix="frigate", epoch_s=None)


def _message(kind: str, payload: object) -> Message:
    return Message(START_S, f"frigate/{kind}", 0, False, json.dumps(payload))


@given(
    kind=st.sampled_from(["events", "reviews", "tracked_object_update", "stats", "triggers"]),
    extra=st.dictionaries(_TEXT, _ANYTHING, max_size=4),
    name=_TEXT,
    camera=_TEXT,
)
def test_keys_and_names_never_seen_before_do_not_leak(
    kind: str, extra: dict[str, object], name: str, camera: str
) -> None:
    after = tracked(WALKER, camera, START_S, START_S) | {"sub_label": [name, 0.5], **extra}
    after["snapshot"] |= extra
    after["data"] = {"zones": [name], "sub_labels": [name], **extra}
    payload = {"type": "new", "before": after, "after": after, "id": WALKER, "name": name, **extra}
    payload |= {"camera": camera, "cameras": {camera: extra}, "service": extra}
    redacted = _redactor().message(_message(kind, payload))
    assert redacted is None or MARK not in redacted.payload


def test_the_same_name_stays_the_same() -> None:
    redactor = _redactor()

    def name_of(text: str) -> str:
        face = {"type": "face", "id": WALKER, "name": text, "camera": "gate"}
        redacted = redactor.message(_message("tracked_object_update", face))
        assert redacted is not None
        name: str = json.loads(redacted.payload)["name"]
        return name

    assert [name_of(text) for text in ("Ada", "Bea", "Ada", "unknown")] == [
        "name_1",
        "name_2",
        "name_1",
        "unknown",
    ]


def test_only_states_of_frigate_pass_as_availability() -> None:
    redactor = _redactor()
    online = Message(START_S, "frigate/available", 0, True, "online")
    assert redactor.message(online) == online
    assert redactor.message(Message(START_S, "frigate/available", 0, True, "Ada")) is None
