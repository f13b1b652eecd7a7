"""Replays stored sightings of known people through an association rule, without a service.

Seconds instead of minutes: for comparing rules, models and bands, over many draws of the same
recording. What a rule sees is what the pipeline gives it: crops in the order of their frames,
decisions at the 1st, 2nd, 4th and 8th crop and at the end, vectors centred as far as the site
has taught by then.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from reid_service.associate.chain import Member
from reid_service.domain.centring import Centring, learned
from reid_service.domain.crop import Vector
from reid_service.domain.vectors import pooled
from reid_service.evaluation.idf1 import id_scores
from reid_service.evaluation.pairs import pair_scores
from reid_service.storage.centring import centring_is_due

_END_AFTER_S = 5.0
"""Frigate ends a tracked object so long after its last frame."""


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """One crop: epoch seconds of its frame, quality in [0, 1], unit vector (D,)."""

    time_s: float
    quality: float
    vector: Vector


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One tracked object of a known person, with at least one crop in order of time."""

    event_id: str
    camera: str
    start_s: float
    last_seen_s: float
    shots: tuple[Shot, ...]
    person: str
    enters: str | None = None
    leaves: str | None = None


class Rule(Protocol):
    """Decides who is who; identities are names of its own."""

    def decide(self, member: Member, *, firm: bool) -> str:
        """The identity of a tracklet, at its end if `firm`."""
        ...

    def recentre(self, centring: Centring) -> None:
        """Vectors are centred in this way from now on."""
        ...

    def identities(self) -> Mapping[str, str]:
        """The identity of every tracklet as it stands now."""
        ...

    def questions(self) -> Sequence[tuple[str, str]]:
        """Pairs of identities that a person would be asked about."""
        ...


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores in [0, 1] of one run; `misplaced` tracklets are of an identity that is mostly
    somebody else, `questions_right` of the questions are about one person.

    `answered_f1` is the F1 after all questions were answered truthfully.
    """

    precision: float
    recall: float
    f1: float
    idf1: float
    first_precision: float
    first_recall: float
    first_f1: float
    identities: int
    people: int
    misplaced: int
    questions: int
    questions_right: int
    answered_f1: float
    ms_a_tracklet: float


def simulate(cases: Sequence[Case], rule: Rule) -> Scores:
    """Replay `cases` through a fresh `rule`; CPU time of the rule alone is counted."""
    first: dict[str, str] = {}
    centring, ended, spent_s = Centring(), 0, 0.0
    raws: dict[str, tuple[str, Vector]] = {}
    for case, count, is_end in _steps(cases):
        shots = case.shots[:count]
        raw = pooled(np.stack([each.vector for each in shots]), [each.quality for each in shots])
        raws[case.event_id] = (case.camera, raw)
        seen_s = case.last_seen_s if is_end else min(shots[-1].time_s, case.last_seen_s)
        member = Member(
            tracklet_id=case.event_id,
            place=case.camera,
            start_s=case.start_s,
            last_seen_s=seen_s,
            vector=centring.apply(case.camera, raw),
            raw=raw,
            is_open=not is_end,
            enters=case.enters,
            leaves=case.leaves if is_end else None,
        )
        started_s = time.process_time()
        first.setdefault(case.event_id, rule.decide(member, firm=is_end))
        spent_s += time.process_time() - started_s
        ended += is_end
        if is_end and centring_is_due(ended, centring):
            names = rule.identities()
            centring = learned(
                ((camera, names[key], vector) for key, (camera, vector) in raws.items()),
                learned_from=ended,
            )
            rule.recentre(centring)
    return _scores(cases, rule, first, 1e3 * spent_s / len(cases))


def thinned(cases: Sequence[Case], seed: int, share: float = 0.85) -> list[Case]:
    """A random draw of `cases`, in their order: another day of the same site."""
    kept = np.random.default_rng(seed).random(len(cases)) < share
    return [each for each, keep in zip(cases, kept.tolist(), strict=True) if keep]


def _steps(cases: Sequence[Case]) -> Iterator[tuple[Case, int, bool]]:
    """(case, crops so far, is it the end), in order of time."""
    steps = []
    for case in cases:
        for count, shot in enumerate(case.shots, start=1):
            if count & (count - 1) == 0:
                steps.append((shot.time_s, False, case.event_id, count, case))
        end_s = case.last_seen_s + _END_AFTER_S
        steps.append((end_s, True, case.event_id, len(case.shots), case))
    steps.sort(key=lambda step: step[:4])
    for _, is_end, _, count, case in steps:
        yield case, count, is_end


def _scores(
    cases: Sequence[Case], rule: Rule, first: Mapping[str, str], ms_a_tracklet: float
) -> Scores:
    truth = {each.event_id: each.person for each in cases}
    found = rule.identities()
    last, early = pair_scores(truth, found), pair_scores(truth, first)
    majority = _majority(truth, found)
    questions = [pair for pair in rule.questions() if set(pair) <= majority.keys()]
    right = [pair for pair in questions if majority[pair[0]] == majority[pair[1]]]
    return Scores(
        precision=last.precision,
        recall=last.recall,
        f1=last.f1,
        idf1=id_scores(truth, found).idf1,
        first_precision=early.precision,
        first_recall=early.recall,
        first_f1=early.f1,
        identities=len(set(found.values())),
        people=len(set(truth.values())),
        misplaced=sum(majority[found[key]] != person for key, person in truth.items()),
        questions=len(questions),
        questions_right=len(right),
        answered_f1=pair_scores(truth, _merged(found, right)).f1,
        ms_a_tracklet=ms_a_tracklet,
    )


def _majority(truth: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """Who most of an identity's tracklets are."""
    counts: dict[str, Counter[str]] = {}
    for key, person in truth.items():
        counts.setdefault(found[key], Counter())[person] += 1
    return {identity: each.most_common(1)[0][0] for identity, each in counts.items()}


def _merged(found: Mapping[str, str], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Identities after these pairs were made one."""
    leads: dict[str, str] = {}

    def end(identity: str) -> str:
        while identity in leads:
            identity = leads[identity]
        return identity

    for one, other in pairs:
        if end(one) != end(other):
            leads[end(other)] = end(one)
    return {key: end(identity) for key, identity in found.items()}
