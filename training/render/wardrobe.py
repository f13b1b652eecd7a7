"""Who is rendered: a body, an outfit that shapes it, and the cloth that covers it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from synthetic.clothes import Outfit, random_outfit
from synthetic.phenotype import Phenotype, random_phenotype
from training.render.textures import Texture, cloth, plain, printed


class Layer(IntEnum):
    """Which cloth is where; the numbers are those of the shader."""

    FRONT = 0
    BACK = 1
    SLEEVE = 2
    BOTTOM = 3
    SKIRT = 4
    INNER = 5
    BAG = 6


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One person to render. `cloth` has the shape (len(Layer), SIDE, SIDE, 3).

    `belt`, `scarf`, `strap` and `side_stripe` say whether it is worn; `trim` is their colour.
    `gloss` is the strength of highlights: 0.02 is wool, 0.4 is leather or a raincoat.
    """

    phenotype: Phenotype
    outfit: Outfit
    cloth: NDArray[np.float32]
    trim: tuple[float, float, float]
    belt: bool
    scarf: bool
    strap: bool
    side_stripe: bool
    gloss: float
    folds: float


def random_look(rng: np.random.Generator) -> Look:
    """Anybody: half the clothes in the colours of a street, half in any colour."""
    phenotype = random_phenotype(rng)
    phenotype = replace(
        phenotype,
        weight=float(rng.uniform(0.15, 0.95)),
        height_m=float(np.clip(phenotype.height_m + rng.normal(0, 0.04), 1.45, 2.0)),
    )
    female = phenotype.gender > 0.5
    outfit = random_outfit(rng, female=female)
    strap = rng.random() < (0.3 if not outfit.backpack else 0.05)
    outfit = replace(
        outfit,
        hem_m=float(rng.uniform(-0.2, 0.0)),
        sleeve=float(np.clip(outfit.sleeve + rng.normal(0, 0.08), 0, 1.05)),
        trouser=outfit.trouser if outfit.trouser < 0 else float(
            np.clip(outfit.trouser + rng.normal(0, 0.08), 0.25, 1.02)
        ),
        handbag=outfit.handbag or (strap and rng.random() < 0.5),
        shoulder_bag=strap,
        bun=female and rng.random() < 0.15,
        hat=not outfit.cap and not outfit.hood and rng.random() < 0.05,
    )  # fmt: skip
    return Look(
        phenotype=phenotype,
        outfit=outfit,
        cloth=_cloth(rng, outfit),
        trim=_triple(_colour(rng, outfit.inner)),
        belt=bool(rng.random() < 0.25),
        scarf=bool(rng.random() < 0.10),
        strap=bool(strap),
        side_stripe=bool(rng.random() < 0.07),
        gloss=float(0.02 + 0.4 * rng.random() ** 4),
        folds=float(rng.uniform(0.1, 0.5)),
    )


def _cloth(rng: np.random.Generator, outfit: Outfit) -> NDArray[np.float32]:
    tops = [_colour(rng, colour) for colour in (outfit.top, outfit.top_second, outfit.inner)]
    bottoms = [_colour(rng, colour) for colour in (outfit.bottom, outfit.bottom_second)]
    # A print goes all round; a second one, where there are two, not over the front.
    front = around = cloth(rng, tops)
    with_print = rng.random() < 0.28
    if with_print:
        front = around = printed(rng, around, tops[1:])
    if rng.random() < 0.15:
        around = printed(rng, around, tops[1:])
        front = front if with_print else around
    back = sleeve = around
    if rng.random() < 0.15:
        sleeve = cloth(rng, [tops[1], tops[0], tops[2]], calm=0.7)
    bottom = cloth(rng, bottoms, calm=0.45)
    if outfit.coat or outfit.dress:
        skirt = sleeve if rng.random() < 0.8 else cloth(rng, tops)
    else:
        skirt = bottom if outfit.trouser > 0 and rng.random() < 0.2 else cloth(rng, bottoms)
    bag = _colour(rng, outfit.bag)
    layers: list[Texture] = [
        front, back, sleeve, bottom, skirt,
        cloth(rng, [tops[2], tops[1]], calm=0.6),
        cloth(rng, [bag, tops[1], tops[2]], calm=0.6) if rng.random() < 0.5 else plain(rng, [bag]),
    ]  # fmt: skip
    return np.stack(layers)


def _colour(rng: np.random.Generator, street: tuple[float, float, float]) -> NDArray[np.float32]:
    """The given colour, or any other: dark, pale and grey ones more often than bright ones."""
    if rng.random() < 0.55:
        return np.asarray(street, np.float32)
    value = rng.beta(1.1, 1.3)
    base = rng.random(3)
    base = base / base.max()
    saturation = rng.beta(1.0, 1.4)
    colour = value * (1 - saturation + saturation * base)
    return np.asarray(np.clip(colour, 0.015, 0.98), np.float32)


def _triple(colour: NDArray[np.float32]) -> tuple[float, float, float]:
    return (float(colour[0]), float(colour[1]), float(colour[2]))
