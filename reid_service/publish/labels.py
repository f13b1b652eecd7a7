"""Brings what Frigate shows of one tracked object in line with who we say it is.

Frigate has one sub label for everybody: face recognition, delivery logos, people, and us. We
write into an empty one or over our own, never over somebody else's. In the description we own one
marked line. Nothing is written before Frigate has ended the object: a description written earlier
is lost, and a sub label written earlier keeps Frigate from recognising the face.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from reid_service.domain.tracklet import SubLabel

MARK: Final = "[frigate-reid]"
"""Begins the one line of a description that is ours."""

SUB_LABEL_MAX: Final = 100
"""Characters that Frigate accepts."""

_LEAST_SCORE: Final = 0.01
_CERTAIN: Final = 1.0


class Slot(StrEnum):
    """The places of a tracked object that we may write to."""

    SUB_LABEL = "sub_label"
    DESCRIPTION = "description"


class EventRow(Protocol):
    """A tracked object as Frigate's database has it."""

    @property
    def sub_label(self) -> SubLabel | None: ...

    @property
    def description(self) -> str | None: ...

    @property
    def end_time_s(self) -> float | None: ...


class FrigateEvents(Protocol):
    """The part of the Frigate client that write-back uses; raises `FrigateError`s."""

    def event(self, event_id: str, *, fresh: bool) -> EventRow:
        """The row of a tracked object; `fresh` goes past Frigate's cache."""
        ...

    def set_sub_label(self, event_id: str, text: str, score: float, /) -> None:
        """Write the sub label, an empty one clears it; `score` in (0, 1]."""
        ...

    def set_description(self, event_id: str, text: str, /) -> None:
        """Replace the description."""
        ...


class Memory(Protocol):
    """What we wrote, kept across restarts; empty once we have taken it back."""

    def written(self, tracklet_id: str, slot: Slot) -> str | None:
        """The name we wrote last, None when we never wrote."""
        ...

    def remember(self, tracklet_id: str, slot: Slot, text: str) -> None:
        """Keep the name we have just written."""
        ...


class Step(StrEnum):
    """What one pass found."""

    RIGHT = "right"  # nothing to change
    WROTE = "wrote"  # the next pass verifies it
    FOREIGN = "foreign"  # the sub label is somebody else's
    NOT_ENDED = "not_ended"  # Frigate still tracks the object


@dataclass(frozen=True, slots=True)
class Wish:
    """What Frigate ought to show of a tracked object.

    `name` None: nothing of ours. `first`: the slots may be empty, so this is not a correction.
    `similarity` is the cosine in [-1, 1] that decided, None when a person did.
    """

    tracklet_id: str
    event_id: str
    name: str | None
    first: bool
    similarity: float | None


class LabelWriter:
    """One Frigate's sub labels and descriptions; `slots` says which of them we may write."""

    def __init__(self, events: FrigateEvents, memory: Memory, slots: frozenset[Slot]) -> None:
        self._events = events
        self._memory = memory
        self._slots = slots
        self._unanswered: dict[tuple[str, Slot], str] = {}

    def outdated(self, tracklet_id: str, name: str | None) -> bool:
        """Whether something that we wrote is no longer right; asks nobody but our memory."""
        wanted = sub_label_text(name)
        written = (self._memory.written(tracklet_id, slot) for slot in self._slots)
        return any(text is not None and text != wanted for text in written)

    def make_right(self, wish: Wish) -> Step:
        """One pass: read afresh, write what differs. Repeat until it is no longer `WROTE`.

        Raises what the client and the memory raise.
        """
        row = self._events.event(wish.event_id, fresh=True)
        if row.end_time_s is None:
            return Step.NOT_ENDED
        steps = set()
        if Slot.DESCRIPTION in self._slots:
            steps.add(self._make_description_right(wish, row))
        if Slot.SUB_LABEL in self._slots:
            steps.add(self._make_sub_label_right(wish, row))
        return next((step for step in (Step.WROTE, Step.FOREIGN) if step in steps), Step.RIGHT)

    def _make_description_right(self, wish: Wish, row: EventRow) -> Step:
        present = row.description or ""
        wanted = with_line(present, wish.name)
        if wanted == present:
            self._remember_unanswered(wish, Slot.DESCRIPTION)
            return Step.RIGHT
        we_took_it_out = self._memory.written(wish.tracklet_id, Slot.DESCRIPTION) == ""
        if not (wish.first or has_line(present) or we_took_it_out):
            return Step.RIGHT
        with self._remembering(wish, Slot.DESCRIPTION):
            self._events.set_description(wish.event_id, wanted)
        return Step.WROTE

    def _make_sub_label_right(self, wish: Wish, row: EventRow) -> Step:
        present = row.sub_label.text if row.sub_label else ""
        wanted = sub_label_text(wish.name)
        if present == wanted:
            self._remember_unanswered(wish, Slot.SUB_LABEL)
            return Step.RIGHT
        ours = present == self._memory.written(wish.tracklet_id, Slot.SUB_LABEL)
        if present and not ours:
            return Step.FOREIGN
        if not (wish.first or ours):
            return Step.RIGHT
        with self._remembering(wish, Slot.SUB_LABEL):
            self._events.set_sub_label(wish.event_id, wanted, _score(wish, row))
        return Step.WROTE

    @contextmanager
    def _remembering(self, wish: Wish, slot: Slot) -> Iterator[None]:
        """Remember what is written inside; if no answer comes, the next pass finds out."""
        key, text = (wish.tracklet_id, slot), sub_label_text(wish.name)
        self._unanswered[key] = text
        yield
        self._memory.remember(wish.tracklet_id, slot, text)
        del self._unanswered[key]

    def _remember_unanswered(self, wish: Wish, slot: Slot) -> None:
        """What stands there is ours if we sent just that and only the answer was lost."""
        text = sub_label_text(wish.name)
        if self._unanswered.pop((wish.tracklet_id, slot), None) == text:
            self._memory.remember(wish.tracklet_id, slot, text)


def sub_label_text(name: str | None) -> str:
    """A name as a sub label: one line, not too long; empty for nobody.

    >>> sub_label_text("Anna  the\\nNeighbour")
    'Anna the Neighbour'
    """
    return " ".join((name or "").split())[:SUB_LABEL_MAX].rstrip()


def has_line(description: str) -> bool:
    """Whether a description carries our line."""
    return any(line.startswith(MARK) for line in description.split("\n"))


def with_line(description: str, name: str | None) -> str:
    """The description with our line for `name` at its end, once; without it for None.

    >>> with_line("A man with a dog.", "Anna")
    'A man with a dog.\\n[frigate-reid] Recognised as Anna.'
    >>> with_line("A man with a dog.\\n[frigate-reid] Recognised as Anna.", None)
    'A man with a dog.'
    """
    lines = [line for line in description.split("\n") if not line.startswith(MARK)]
    text = sub_label_text(name)
    if not text:
        return "\n".join(lines)
    ours = f"{MARK} Recognised as {text}."
    return "\n".join([*lines, ours]) if lines != [""] else ours


def _score(wish: Wish, row: EventRow) -> float:
    """In (0, 1], as Frigate wants it."""
    if wish.similarity is not None:
        return min(_CERTAIN, max(_LEAST_SCORE, wish.similarity))
    if row.sub_label is None or row.sub_label.score is None:
        return _CERTAIN
    return min(_CERTAIN, max(_LEAST_SCORE, row.sub_label.score))
