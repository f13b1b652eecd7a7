"""The loop: the same seed and set give the same network, however often it is interrupted."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name that torch's own documentation uses
from numpy.typing import NDArray
from torch import Tensor, nn

from reid_service.evaluation.reid import LabelledVectors, cross_camera_ranking
from training.data.shards import RenderedSet
from training.learn.batches import Batch, Batches
from training.learn.losses import contrast, hardest, masked, separation, taught
from training.learn.network import ReidNetwork

_WARM_UP_STEPS: Final = 200
_WEIGHT_DECAY: Final = 0.02
_LARGEST_GRADIENT: Final = 5.0
_REPORT_STEPS: Final = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how to learn. `teacher_weight` 0 learns from labels alone.

    The last `held_out` people of a set are not learned from, but watched.
    """

    steps: int
    seed: int = 1
    rate: float = 2e-3
    average: float = 0.998
    teacher_weight: float = 0.0
    in_rendered_colours: float = 0.35
    persons: int = 24
    half_precision: bool = True
    checkpoint_steps: int = 200
    held_out: int = 128


class Trainer:
    """Learns in `folder`, from where it stopped if it was interrupted."""

    def __init__(
        self,
        rendered: RenderedSet,
        plan: Plan,
        folder: Path,
        teacher: NDArray[np.float16] | None = None,
    ) -> None:
        torch.manual_seed(plan.seed)
        self._plan, self._folder = plan, folder
        self._teacher = teacher
        people = rendered.people - plan.held_out
        self._batches = Batches(
            rendered,
            range(people),
            seed=plan.seed,
            persons=plan.persons,
            in_rendered_colours=plan.in_rendered_colours,
        )
        self._watched = Batches(
            rendered,
            range(people, rendered.people),
            seed=plan.seed + 1,
            persons=min(64, plan.held_out),
            in_rendered_colours=1.0,
        )
        self.network = ReidNetwork().to(memory_format=torch.channels_last)
        self._threshold = nn.ParameterDict({"scale": torch.tensor(2.3), "bias": torch.tensor(-5.0)})
        self._optimiser = torch.optim.AdamW(
            [*self.network.parameters(), *self._threshold.parameters()],
            lr=plan.rate,
            weight_decay=_WEIGHT_DECAY,
        )
        self._average = {name: value.clone() for name, value in self._weights()}
        self._step = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._resume()

    def run(self) -> None:
        """Learns to the end of the plan; writes `average.pt` with the averaged weights."""
        begun = time.monotonic()
        while self._step < self._plan.steps:
            figures = self._learn(self._batches.batch(self._step))
            self._step += 1
            if self._step % _REPORT_STEPS == 0:
                self._report({**figures, "minutes": (time.monotonic() - begun) / 60})
            last = self._step == self._plan.steps
            if self._step % self._plan.checkpoint_steps == 0 or last:
                self._save()
                self._report({"held_out_rank1": self.held_out_rank1()})

    def held_out_rank1(self) -> float:
        """Share of the watched people whom the averaged network finds in other pictures."""
        network = ReidNetwork()
        network.load_state_dict(self._average)
        network.eval()
        batch = self._watched.batch(0)
        with torch.no_grad():
            vectors = F.normalize(network(batch.pictures)).numpy()
        cameras = np.tile(np.arange(4), len(vectors) // 4)
        labelled = LabelledVectors(vectors, batch.persons.astype(np.int64), cameras)
        return cross_camera_ranking(labelled).rank1

    def _learn(self, batch: Batch) -> dict[str, float]:
        for group in self._optimiser.param_groups:
            group["lr"] = self._rate()
        self.network.train()
        pictures = batch.pictures.contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16, enabled=self._plan.half_precision):
            raw, logits = self.network.with_mask(pictures)
        vectors = F.normalize(raw.float())
        parts = self._losses(batch, vectors, logits)
        loss = torch.stack(list(parts.values())).sum()
        self._optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), _LARGEST_GRADIENT)
        self._optimiser.step()
        kept = min(self._plan.average, (1 + self._step) / (10 + self._step))
        with torch.no_grad():
            for name, value in self._weights():
                self._average[name].lerp_(value, 1 - kept)
        return {name: part.item() for name, part in parts.items()}

    def _losses(self, batch: Batch, vectors: Tensor, logits: Tensor) -> dict[str, Tensor]:
        threshold = self._threshold
        parts = {
            "contrast": contrast(vectors, batch.labels),
            "hardest": hardest(vectors, batch.labels),
            "separation": 0.5
            * separation(vectors, batch.labels, threshold["scale"], threshold["bias"]),
            "mask": 0.3 * masked(logits, batch.covers),
        }
        if self._teacher is not None and batch.taught.sum() > 1:
            seen = self._teacher[batch.persons[batch.taught], batch.views[batch.taught]]
            theirs = F.normalize(torch.from_numpy(seen.astype(np.float32)))
            own = vectors[torch.from_numpy(batch.taught)]
            parts["teacher"] = self._plan.teacher_weight * taught(own, theirs)
        return parts

    def _rate(self) -> float:
        warm = min(1.0, (self._step + 1) / _WARM_UP_STEPS)
        cosine = 0.5 * (1 + np.cos(np.pi * self._step / self._plan.steps))
        return float(self._plan.rate * warm * (cosine + 0.005))

    def _weights(self) -> list[tuple[str, Tensor]]:
        state = self.network.state_dict()
        return [(name, value.float()) for name, value in state.items()]

    def _resume(self) -> None:
        path = self._folder / "checkpoint.pt"
        if not path.exists():
            return
        state: dict[str, Any] = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self._threshold.load_state_dict(state["threshold"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._average = state["average"]
        self._step = state["step"]

    def _save(self) -> None:
        """Everything that the next step depends on; whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "threshold": self._threshold.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "average": self._average,
            "step": self._step,
        }
        for name, part in (("checkpoint", state), ("average", self._average)):
            partial = self._folder / f"{name}.part"
            torch.save(part, partial)
            partial.replace(self._folder / f"{name}.pt")

    def _report(self, figures: dict[str, float]) -> None:
        line = {"step": self._step, **{name: round(value, 4) for name, value in figures.items()}}
        with (self._folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        if self._step <= _REPORT_STEPS:
            plan = json.dumps(asdict(self._plan))
            (self._folder / "plan.json").write_text(plan + "\n", encoding="utf-8")
