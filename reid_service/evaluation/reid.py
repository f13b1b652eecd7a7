"""How well embeddings tell people apart: ranking, verification, calibration, event replay.

Ranking follows the protocol of Market-1501: Zheng, Shen, Tian, Wang, Wang, Tian, "Scalable
Person Re-identification: A Benchmark", ICCV 2015.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Vectors
from reid_service.embed.embedder import Calibration
from reid_service.evaluation.idf1 import id_scores
from reid_service.evaluation.pairs import pair_scores

SAME_FALSE_MATCH_RATE = 1e-3
"""Share of pairs of different people that `Calibration.same` may call one person."""

NEW_FALSE_MATCH_RATE = 1e-2
"""The same for `Calibration.new`: above it there is doubt."""


@dataclass(frozen=True, slots=True, eq=False)
class LabelledVectors:
    """Unit vectors (N, D), and for each its person (N,) and its camera (N,) as numbers."""

    vectors: Vectors
    persons: NDArray[np.int64]
    cameras: NDArray[np.int64]

    def __post_init__(self) -> None:
        count = len(self.vectors)
        if self.vectors.ndim != 2 or {self.persons.shape, self.cameras.shape} != {(count,)}:
            msg = (
                "expected vectors (N, D), persons (N,) and cameras (N,), got "
                f"{self.vectors.shape}, {self.persons.shape} and {self.cameras.shape}"
            )
            raise ValueError(msg)

    def where(self, chosen: NDArray[np.bool_]) -> LabelledVectors:
        """The vectors that `chosen` (N,) marks."""
        return LabelledVectors(self.vectors[chosen], self.persons[chosen], self.cameras[chosen])


@dataclass(frozen=True, slots=True)
class Ranking:
    """Shares in [0, 1]: queries whose first (of 1, 5, 10) hits hold the person, and the mAP.

    `queries` counts those with an answer in the gallery; only they are judged.
    """

    rank1: float
    rank5: float
    rank10: float
    mean_average_precision: float
    queries: int


@dataclass(frozen=True, slots=True)
class Verification:
    """At a threshold on the cosine: shares of same and of different pairs at or above it."""

    threshold: float
    true_match_rate: float
    false_match_rate: float


@dataclass(frozen=True, slots=True)
class Replay:
    """Identities against people after a replay; see `replay`. Scores in [0, 1]."""

    idf1: float
    precision: float
    recall: float
    identities_per_person: float


def ranking(queries: LabelledVectors, gallery: LabelledVectors) -> Ranking:
    """Rank the gallery for each query by cosine; ties in the gallery's order.

    The query's own person on the query's own camera is left out of the gallery. Average
    precision is the mean, over the right hits, of the share of right hits up to there. Raises
    ValueError when no query has an answer.
    """
    similarities = queries.vectors @ gallery.vectors.T
    first_hits: list[int] = []
    precisions: list[float] = []
    for row, person, camera in zip(similarities, queries.persons, queries.cameras, strict=True):
        considered = (gallery.persons != person) | (gallery.cameras != camera)
        order = np.argsort(-row[considered], kind="stable")
        hits = np.flatnonzero(gallery.persons[considered][order] == person)
        if len(hits) > 0:
            first_hits.append(int(hits[0]))
            precisions.append(float(np.mean(np.arange(1, len(hits) + 1) / (hits + 1))))
    if not first_hits:
        msg = "no query has its person on another camera of the gallery"
        raise ValueError(msg)
    first = np.array(first_hits)
    return Ranking(
        rank1=float(np.mean(first < 1)),
        rank5=float(np.mean(first < 5)),
        rank10=float(np.mean(first < 10)),
        mean_average_precision=float(np.mean(precisions)),
        queries=len(first),
    )


def cross_camera_ranking(labelled: LabelledVectors) -> Ranking:
    """The lowest-numbered camera asks, the others answer."""
    asking = labelled.cameras == labelled.cameras.min()
    return ranking(labelled.where(asking), labelled.where(~asking))


def tracklet_means(labelled: LabelledVectors) -> LabelledVectors:
    """One unit vector for each person on each camera: the mean of theirs, as a tracklet has."""
    keys = np.stack([labelled.persons, labelled.cameras], axis=1)
    tracklets, member_of = np.unique(keys, axis=0, return_inverse=True)
    sums = np.zeros((len(tracklets), labelled.vectors.shape[1]))
    np.add.at(sums, member_of.ravel(), labelled.vectors)
    return LabelledVectors(_units(sums), tracklets[:, 0], tracklets[:, 1])


def centred(labelled: LabelledVectors) -> LabelledVectors:
    """Without what all vectors of a camera share: minus the camera's mean, unit again."""
    vectors = np.array(labelled.vectors, np.float64)
    for camera in np.unique(labelled.cameras):
        of_camera = labelled.cameras == camera
        vectors[of_camera] -= vectors[of_camera].mean(axis=0)
    return LabelledVectors(_units(vectors), labelled.persons, labelled.cameras)


def _units(vectors: NDArray[np.float64]) -> Vectors:
    norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return np.asarray(vectors / norms, np.float32)


def pair_similarities(
    labelled: LabelledVectors,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Cosines of all pairs: of the same person, and of different people.

    Pairs on one camera are among them. Different people on one camera share background and
    light and are the most alike; a threshold from pairs across cameras alone joins them.
    """
    similarities = labelled.vectors @ labelled.vectors.T
    first, second = np.triu_indices(len(labelled.vectors), k=1)
    same = labelled.persons[first] == labelled.persons[second]
    return similarities[first[same], second[same]], similarities[first[~same], second[~same]]


def threshold_at(different: NDArray[np.float32], false_match_rate: float) -> float:
    """The cosine that only `false_match_rate` of the pairs of different people reach.

    >>> threshold_at(np.linspace(0, 1, 101, dtype=np.float32), 0.1)
    0.9
    """
    return round(float(np.quantile(different, 1.0 - false_match_rate)), 4)


def verification(tracklets: LabelledVectors, threshold: float) -> Verification:
    """How often pairs of `tracklet_means` reach `threshold`.

    There the pairs of one person are pairs across cameras.
    """
    same, different = pair_similarities(tracklets)
    return Verification(
        threshold=threshold,
        true_match_rate=float(np.mean(same >= threshold)),
        false_match_rate=float(np.mean(different >= threshold)),
    )


def calibrate(sets: Sequence[LabelledVectors]) -> Calibration:
    """Thresholds on tracklet means at the two false match rates, for the hardest of the sets.

    Sets are not mixed: in the mean of an easy and a hard place the hard one has more false
    matches than promised.
    """
    different = [pair_similarities(tracklet_means(each))[1] for each in sets]
    return Calibration(
        same=max(threshold_at(each, SAME_FALSE_MATCH_RATE) for each in different),
        new=max(threshold_at(each, NEW_FALSE_MATCH_RATE) for each in different),
    )


def replay(
    labelled: LabelledVectors, threshold: float, *, crops: int, rng: np.random.Generator
) -> Replay:
    """Let people come and go, and give each appearance an identity by appearance alone.

    The pictures of a person on a camera, in random order, are cut into tracklets of `crops`; all
    tracklets come in random order. Each takes the identity that holds the most similar tracklet
    if that reaches `threshold`, else it founds one. No time, no place: a lower bound for the
    service, and a fair comparison of models.
    """
    vectors, persons = _tracklets(labelled, crops, rng)
    order = rng.permutation(len(vectors))
    vectors, persons = vectors[order], persons[order]
    similarities = vectors @ vectors.T
    identities: list[int] = []
    for position in range(len(vectors)):
        row = similarities[position, :position]
        if position and row.max() >= threshold:
            identities.append(identities[int(np.argmax(row))])
        else:
            identities.append(position)
    truth = {str(index): int(person) for index, person in enumerate(persons)}
    found = {str(index): identity for index, identity in enumerate(identities)}
    pairs = pair_scores(truth, found)
    return Replay(
        idf1=id_scores(truth, found).idf1,
        precision=pairs.precision,
        recall=pairs.recall,
        identities_per_person=len(set(identities)) / len(np.unique(persons)),
    )


def _tracklets(
    labelled: LabelledVectors, crops: int, rng: np.random.Generator
) -> tuple[Vectors, NDArray[np.int64]]:
    """Mean unit vectors (T, D) of up to `crops` pictures, and their persons (T,)."""
    means: list[NDArray[np.float64]] = []
    persons: list[int] = []
    for person, camera in sorted(set(zip(labelled.persons, labelled.cameras, strict=True))):
        members = np.flatnonzero((labelled.persons == person) & (labelled.cameras == camera))
        members = rng.permutation(members)
        for start in range(0, len(members), crops):
            means.append(labelled.vectors[members[start : start + crops]].mean(axis=0))
            persons.append(int(person))
    return _units(np.array(means)), np.array(persons)
