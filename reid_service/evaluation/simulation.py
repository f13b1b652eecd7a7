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
from reid_service.domain.floorplan import CameraKey
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
    camera: CameraKey
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

    def questions(self) -> Sequence[Sequence[str]]:
        """Identities that a person would be asked about: two, and whoever may be one with them."""
        ...

    def answer(self, group: Sequence[str], same: Sequence[str]) -> None:
        """A person said that `same` of a group are one, the group's first among them."""
        ...


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores in [0, 1] of one run; `misplaced` tracklets are of an identity that is mostly
    somebody else, `questions_right` of the questions are about one person.

    `answered_f1` is the F1 after `answers` questions were answered truthfully, one after the
    other, at the end.
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
    answers: int
    answered_f1: float
    ms_a_tracklet: float


def simulate(cases: Sequence[Case], rule: Rule, *, answers: int = 3) -> Scores:
    """Replay `cases` through a fresh `rule`; CPU time of the rule alone is counted.

    At the end somebody who knows everybody answers so many questions.
    """
    first: dict[str, str] = {}
    centring, ended, spent_s = Centring(), 0, 0.0
    raws: dict[str, tuple[CameraKey, Vector]] = {}
    for case, count, is_end in _steps(cases):
        shots = case.shots[:count]
        raw = pooled(np.stack([each.vector for each in shots]), [each.quality for each in shots])
        raws[case.event_id] = (case.camera, raw)
        seen_s = case.last_seen_s if is_end else min(shots[-1].time_s, case.last_seen_s)
        member = Member(
            tracklet_id=case.event_id,
            place=case.camera.place,
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
    return _scores(cases, rule, first, 1e3 * spent_s / len(cases), answers)


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
    cases: Sequence[Case],
    rule: Rule,
    first: Mapping[str, str],
    ms_a_tracklet: float,
    answers: int,
) -> Scores:
    truth = {each.event_id: each.person for each in cases}
    found = dict(rule.identities())
    last, early = pair_scores(truth, found), pair_scores(truth, first)
    majority = _majority(truth, found)
    questions = rule.questions()
    right = [each for each in questions if majority[each[0]] == majority[each[1]]]
    answered = _answer(truth, rule, answers)
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
        answers=answered,
        answered_f1=pair_scores(truth, rule.identities()).f1,
        ms_a_tracklet=ms_a_tracklet,
    )


def _answer(truth: Mapping[str, str], rule: Rule, most: int) -> int:
    """Answer the first question truthfully, again and again; how many were."""
    for count in range(most):
        questions = rule.questions()
        if not questions:
            return count
        majority = _majority(truth, rule.identities())
        group = questions[0]
        person = majority[group[0]]
        rule.answer(group, [each for each in group if majority[each] == person])
    return most


def _majority(truth: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """Who most of an identity's tracklets are."""
    counts: dict[str, Counter[str]] = {}
    for key, person in truth.items():
        counts.setdefault(found[key], Counter())[person] += 1
    return {identity: each.most_common(1)[0][0] for identity, each in counts.items()}
