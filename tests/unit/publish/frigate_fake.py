"""A Frigate that keeps rows, the store's side of write-back, and what can go wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from reid_service.domain.tracklet import SubLabel
from reid_service.errors import FrigateDenied, FrigateError, FrigateNotFound
from reid_service.publish.labels import Slot


@dataclass(frozen=True, slots=True)
class Row:
    """What Frigate's database holds of a tracked object."""

    sub_label: SubLabel | None = None
    description: str | None = None
    end_time_s: float | None = 1789110042.5


@dataclass
class FrigateFake:
    """Rows by event id. `errors` are raised by the next requests, one each."""

    rows: dict[str, Row] = field(default_factory=dict)
    errors: list[FrigateError] = field(default_factory=list)
    lost_answers: list[FrigateError] = field(default_factory=list)
    read_only: bool = False
    forgetful: bool = False
    requests: list[str] = field(default_factory=list)

    def event(self, event_id: str, *, fresh: bool) -> Row:
        assert fresh, "a cached row may be what it was before our own write"
        self._request("event")
        if event_id not in self.rows:
            raise FrigateNotFound("Frigate has no such event")
        return self.rows[event_id]

    def set_sub_label(self, event_id: str, text: str, score: float, /) -> None:
        assert len(text) <= 100
        assert 0.0 < score <= 1.0
        self._write(event_id, sub_label=SubLabel(text, score) if text else None)

    def set_description(self, event_id: str, text: str, /) -> None:
        self._write(event_id, description=text)

    def _request(self, kind: str) -> None:
        self.requests.append(kind)
        if self.errors:
            raise self.errors.pop(0)

    def _write(self, event_id: str, **fields: SubLabel | str | None) -> None:
        self._request("write")
        if self.read_only:
            raise FrigateDenied("the role viewer may not do this")
        row = self.rows[event_id]
        assert row.end_time_s is not None, "a write before the end is lost or does harm"
        if not self.forgetful:
            self.rows[event_id] = replace(row, **fields)  # type: ignore[arg-type]  # by field name
        if self.lost_answers:
            raise self.lost_answers.pop(0)


@dataclass
class MemoryFake:
    """Our memory of what we wrote."""

    texts: dict[tuple[str, Slot], str] = field(default_factory=dict)

    def written(self, tracklet_id: str, slot: Slot) -> str | None:
        return self.texts.get((tracklet_id, slot))

    def remember(self, tracklet_id: str, slot: Slot, text: str) -> None:
        self.texts[tracklet_id, slot] = text


@dataclass
class SightingsFake:
    """Who is who: identity by tracklet, name by identity."""

    identities: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def name_of(self, tracklet_id: str) -> str | None:
        return self.names.get(self.identities.get(tracklet_id, ""))

    def of_identity(self, identity_id: str) -> Iterable[str]:
        return [key for key, value in self.identities.items() if value == identity_id]
