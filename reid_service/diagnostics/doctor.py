"""Looks at every part that the service needs, and says how to mend what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reid_service.errors import ReidError


class Finding(StrEnum):
    """How a part is."""

    GOOD = "good"
    WARNING = "warning"  # works, with something missing
    BAD = "bad"  # the service cannot do its work


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found about one part, in a sentence; `mend` says what to do."""

    part: str
    finding: Finding
    words: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A look at one part; raises `ReidError` or `OSError` when it is bad. `mend` is said then."""

    part: str
    look: Callable[[], Diagnosis]
    mend: str


def examine(checks: Sequence[Check]) -> Iterator[Diagnosis]:
    """Every part in turn; one that fails does not keep the others from being looked at."""
    for check in checks:
        try:
            yield check.look()
        except (ReidError, OSError) as error:
            yield Diagnosis(check.part, Finding.BAD, str(error), check.mend)


def as_text(diagnoses: Sequence[Diagnosis]) -> str:
    """A line a part, and what to do below it."""
    lines = []
    for each in diagnoses:
        lines.append(f"[{each.finding:^7}] {each.part}: {each.words}")
        if each.mend:
            lines.append(f"{'':10}-> {each.mend}")
    return "\n".join(lines)
