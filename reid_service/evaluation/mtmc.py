"""One report on following people across cameras: identities against ground truth."""

from __future__ import annotations

import json
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import asdict, dataclass

from reid_service.evaluation.idf1 import id_scores
from reid_service.evaluation.pairs import PairScores, pair_scores


@dataclass(frozen=True, slots=True)
class Performance:
    """Measured while the service ran; None where it was not measured.

    Latency runs from Frigate's `end` of a tracked object to its decision.
    """

    decision_latency_p50_s: float | None = None
    decision_latency_p95_s: float | None = None
    tracked_objects_per_s: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Scores in [0, 1], counts, and performance of one run.

    `tracked_objects` are those of the ground truth; `usable` have at least one usable crop;
    `identified` got an identity. `duplicates` are event ids that got more than one: always empty
    unless something is broken. `first` scores the identities that were given first, before
    anything was corrected; None where that was not asked for.
    """

    precision: float
    recall: float
    f1: float
    idf1: float
    people: int
    identities: int
    tracked_objects: int
    usable: int
    identified: int
    duplicates: tuple[str, ...]
    first: PairScores | None = None
    performance: Performance = Performance()

    def as_text(self) -> str:
        """A table for people, one figure a line."""
        performance = self.performance
        rows = (
            ("pairwise precision", _ratio(self.precision)),
            ("pairwise recall", _ratio(self.recall)),
            ("pairwise F1", _ratio(self.f1)),
            ("IDF1", _ratio(self.idf1)),
            *self._first_rows(),
            ("people", str(self.people)),
            ("identities", str(self.identities)),
            ("tracked objects", str(self.tracked_objects)),
            ("  with a usable crop", str(self.usable)),
            ("  with an identity", str(self.identified)),
            ("  with two identities", str(len(self.duplicates))),
            ("decision latency p50", _measured(performance.decision_latency_p50_s, "s")),
            ("decision latency p95", _measured(performance.decision_latency_p95_s, "s")),
            ("throughput", _measured(performance.tracked_objects_per_s, "tracked objects/s")),
        )
        width = max(len(name) for name, _ in rows)
        return "\n".join(f"{name:<{width}}  {value}" for name, value in rows)

    def _first_rows(self) -> list[tuple[str, str]]:
        if self.first is None:
            return []
        return [
            ("at first decision: precision", _ratio(self.first.precision)),
            ("at first decision: recall", _ratio(self.first.recall)),
            ("at first decision: F1", _ratio(self.first.f1)),
        ]

    def as_json(self) -> str:
        """All fields by their names."""
        return json.dumps(asdict(self), indent=2)


def evaluate(
    truth: Mapping[str, Hashable],
    assigned: Iterable[tuple[str, Hashable]],
    *,
    usable: Collection[str],
    first: Mapping[str, Hashable] | None = None,
    performance: Performance | None = None,
) -> Report:
    """Report on `assigned` (event id, identity id) against `truth` (event id to person).

    `usable` are the event ids with at least one usable crop. Event ids outside `truth` are left
    out everywhere but in `duplicates`. An event id with two identities is scored by the last.
    `first` gives the identity that each event id got first.
    """
    found: dict[str, Hashable] = {}
    duplicates: dict[str, None] = {}
    for event_id, identity in assigned:
        if found.get(event_id, identity) != identity:
            duplicates[event_id] = None
        found[event_id] = identity
    judged = {event_id: identity for event_id, identity in found.items() if event_id in truth}
    pairs = pair_scores(truth, judged)
    return Report(
        precision=pairs.precision,
        recall=pairs.recall,
        f1=pairs.f1,
        idf1=id_scores(truth, judged).idf1,
        people=len(set(truth.values())),
        identities=len(set(judged.values())),
        tracked_objects=len(truth),
        usable=len(truth.keys() & set(usable)),
        identified=len(judged),
        duplicates=tuple(duplicates),
        first=None if first is None else pair_scores(truth, first),
        performance=performance or Performance(),
    )


def _ratio(value: float) -> str:
    return f"{value:.4f}"


def _measured(value: float | None, unit: str) -> str:
    return "not measured" if value is None else f"{value:.3f} {unit}"
