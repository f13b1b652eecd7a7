"""Arithmetic of embeddings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from reid_service.domain.crop import Vector, Vectors

_LEAST_WEIGHT: Final = 1e-3
_VANISHING: Final = 1e-9


def unit(vector: Vector, *, otherwise: Vector) -> Vector:
    """`vector` (D,) at length 1; `otherwise` where it has no direction."""
    norm = float(np.linalg.norm(vector))
    return np.asarray(vector / norm, np.float32) if norm > _VANISHING else otherwise


def pooled(vectors: Vectors, qualities: Sequence[float]) -> Vector:
    """Mean of unit vectors (N, D) weighted by qualities (N) in [0, 1]; unit again, shape (D,).

    N is at least 1. Where the mean vanishes the best one speaks alone.

    >>> pooled(np.eye(2, dtype=np.float32), [0.5, 0.5]).round(4).tolist()
    [0.707099974155426, 0.707099974155426]
    """
    weights = np.maximum(np.asarray(qualities, np.float32), np.float32(_LEAST_WEIGHT))
    mean = np.asarray(weights @ vectors, np.float32)
    return unit(mean, otherwise=vectors[int(np.argmax(weights))])
