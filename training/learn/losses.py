"""What is learned from: who is who, where the person is, and what a teacher thinks."""

from __future__ import annotations

from typing import Final

import torch
import torch.nn.functional as F  # noqa: N812 - the name that torch's own documentation uses
from torch import Tensor

_SHARPNESS: Final = 14.0
"""Inverse temperature of the contrast."""


def contrast(vectors: Tensor, labels: Tensor) -> Tensor:
    """Each pair of one person against all strangers of the batch.

    `vectors` (N, D) have length 1. The supervised form of InfoNCE, with each positive alone
    against the strangers. Strangers of earlier batches as well made it worse: vectors drifted
    away from where the others had been.
    """
    similar = _SHARPNESS * vectors @ vectors.T
    same = labels[:, None] == labels[None]
    own = torch.eye(len(labels), dtype=torch.bool)
    strangers = similar.masked_fill(same, -1e4).logsumexp(1)
    terms = F.softplus(strangers[:, None] - similar)
    return terms[same & ~own].mean()


def hardest(vectors: Tensor, labels: Tensor, margin: float = 0.2) -> Tensor:
    """Soft margin between the least alike of a person and the most alike stranger.

    Hermans, Beyer, Leibe: "In Defense of the Triplet Loss for Person Re-Identification", 2017.
    """
    similar = vectors @ vectors.T
    same = labels[:, None] == labels[None]
    nearest = similar.masked_fill(same, -2.0).amax(1)
    farthest = similar.masked_fill(~same, 2.0).amin(1)
    return F.softplus((nearest - farthest + margin) * 10).mean() / 10


def separation(vectors: Tensor, labels: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
    """Every pair judged by one threshold for all, which is what a service does.

    Zhai, Mustafa, Kolesnikov, Beyer: "Sigmoid Loss for Language Image Pre-Training", ICCV 2023,
    with pairs of one person and of strangers weighing the same.
    """
    logits = scale.exp() * (vectors @ vectors.T) + bias
    same = labels[:, None] == labels[None]
    own = torch.eye(len(labels), dtype=torch.bool)
    return (F.softplus(-logits[same & ~own]).mean() + 4 * F.softplus(logits[~same]).mean()) / 2


def taught(vectors: Tensor, teacher: Tensor) -> Tensor:
    """Distance to the teacher's vectors, and between all similarities of a batch.

    Both (N, D) of length 1. The second part: Park, Kim, Lu, Cho: "Relational Knowledge
    Distillation", CVPR 2019, with cosines as the relation.
    """
    own, theirs = vectors @ vectors.T, teacher @ teacher.T
    off = ~torch.eye(len(vectors), dtype=torch.bool)
    relation = ((own - theirs)[off] ** 2).mean()
    return (1 - (vectors * teacher).sum(1)).mean() + 4.0 * relation


def masked(logits: Tensor, cover: Tensor) -> Tensor:
    """Where the person is: `cover` (N, 1, H, W) is averaged to the cells of the logits."""
    target = F.adaptive_avg_pool2d(cover, logits.shape[2:])
    return F.binary_cross_entropy_with_logits(logits, target)
