"""The few numbers that shape a body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Phenotype:
    """The numbers that shape a body: each in [0, 1] but the height.

    `gender` 0 is male, 1 is female; `age` 0.5 is a young adult, 1 is old.
    """

    gender: float
    age: float
    muscle: float
    weight: float
    proportions: float
    height_m: float


def random_phenotype(rng: np.random.Generator) -> Phenotype:
    """An adult."""
    female = rng.random() < 0.5
    return Phenotype(
        gender=float(rng.uniform(0.88, 0.96) if female else rng.uniform(0.04, 0.12)),
        age=float(rng.uniform(0.55, 0.85)),
        muscle=float(rng.uniform(0.3, 0.75)),
        weight=float(rng.uniform(0.25, 0.8)),
        proportions=float(rng.uniform(0.3, 0.85)),
        height_m=float(rng.normal(1.65 if female else 1.78, 0.065)),
    )
