"""Batches: some people, some pictures of each, no two from one camera."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.data.shards import RenderedSet
from training.learn.camera import compressed, developed, random_style
from training.learn.recolour import recoloured, recolouring
from training.learn.scenes import composed

_VARIANTS = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Pictures (N, 3, 128, 64) in 0..255, labels (N,), covers (N, 1, 128, 64).

    `taught` (N,) marks those that show a person in rendered colours, which a teacher has seen;
    `persons` and `views` say which rendered pictures they are made of.
    """

    pictures: Tensor
    labels: Tensor
    covers: Tensor
    taught: NDArray[np.bool_]
    persons: NDArray[np.int64]
    views: NDArray[np.int64]


class Batches:
    """Makes batch after batch of a set; each follows from the seed and its number alone."""

    def __init__(
        self,
        rendered: RenderedSet,
        people: range,
        *,
        seed: int,
        persons: int = 24,
        pictures: int = 4,
        cameras: int = 8,
        in_rendered_colours: float = 0.35,
    ) -> None:
        self._set = rendered
        self._people = np.asarray(people)
        self._seed = seed
        self._persons, self._pictures, self._cameras = persons, pictures, cameras
        self._in_rendered_colours = in_rendered_colours

    def batch(self, number: int) -> Batch:
        """The batch of that number."""
        rng = np.random.default_rng((self._seed, number))
        noise = torch.Generator().manual_seed(self._seed * 1_000_003 + number)
        chosen = rng.choice(self._people, self._persons, replace=False)
        views = np.concatenate(
            [rng.choice(self._set.facts.views, self._pictures, replace=False) for _ in chosen]
        )
        variants = np.where(
            rng.random(len(chosen)) < self._in_rendered_colours,
            0,
            rng.integers(1, _VARIANTS, len(chosen)),
        )
        persons, variants = chosen.repeat(self._pictures), variants.repeat(self._pictures)
        styles = [random_style(rng, len(self._set.backdrops)) for _ in range(self._cameras)]
        seen_by = np.concatenate(
            [rng.choice(self._cameras, self._pictures, replace=False) for _ in chosen]
        )
        cameras = [styles[camera] for camera in seen_by]
        matrices = np.stack(
            [
                recolouring(self._seed, int(person), int(variant))
                for person, variant in zip(persons, variants, strict=True)
            ]
        )
        people = recoloured(self._layers(persons, views), torch.from_numpy(matrices))
        composition, covers = composed(people, self._set.backdrops, cameras, rng)
        delivered = developed(composition, cameras, noise).permute(0, 2, 3, 1).numpy()
        crops = compressed(np.ascontiguousarray((delivered * 255).astype(np.uint8)), cameras)
        return Batch(
            pictures=torch.from_numpy(crops).permute(0, 3, 1, 2).float(),
            labels=torch.from_numpy(persons * _VARIANTS + variants),
            covers=covers,
            taught=variants == 0,
            persons=persons,
            views=views,
        )

    def _layers(self, persons: NDArray[np.int64], views: NDArray[np.int64]) -> Tensor:
        layers = np.stack(
            [
                self._set.layers(int(person), int(view))
                for person, view in zip(persons, views, strict=True)
            ]
        )
        return torch.from_numpy(layers).permute(0, 3, 1, 2).float() / 255
