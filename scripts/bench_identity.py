"""The part `identity` of scripts/bench: rules and models over recordings of known people."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench_cost import cost
from bench_models import embedded, read_crops

from reid_service.associate.policy import POLICIES, Band
from reid_service.embed.choose import open_embedder
from reid_service.embed.embedder import Calibration, Embedder
from reid_service.evaluation.cases import cut_recording
from reid_service.evaluation.reid import centred, cross_camera_ranking
from reid_service.evaluation.rules import EngineRule, PublishedRule
from reid_service.evaluation.simulation import Case, Rule, Scores, simulate, thinned
from reid_service.recordings.format import Recording
from reid_service.settings import CropSettings

ROOT = Path(__file__).resolve().parents[1]
CROPS = ROOT.parent / "shared" / "data" / "crops"
RECORDINGS = ROOT.parent / "shared" / "data" / "recordings"
HISTORY = ROOT / "reports" / "identity-history.jsonl"
SEEDS = 5

Calibrations = tuple[Calibration, Calibration]


def identity(options: argparse.Namespace) -> dict[str, Any]:
    """Every rule and model over every recording; a table, and a line of the history."""
    recordings = options.recordings or [ROOT / "demo" / "site", *sorted(RECORDINGS.glob("*"))]
    rows: list[dict[str, Any]] = []
    print(f"  {'recording':<12}{'model':<24}{'rule':<18}{_HEAD}")
    for folder in recordings:
        recording = cut_recording(Recording.open(folder), CropSettings())
        for model in options.models or [options.model]:
            with closing(_open(model)) as embedder:
                cases = recording.cases(embedder)
                calibrations = (embedder.calibration, embedder.centred_calibration)
            for name, (make, answers) in _rules(calibrations).items():
                row = {"recording": folder.name, "model": Path(model).stem, "rule": name}
                rows.append(row | _row(cases, make, answers))
                _show(rows[-1])
    ranks = [row for model in options.models or [options.model] for row in _ranks(model)]
    HISTORY.parent.mkdir(parents=True, exist_ok=True)
    with HISTORY.open("a", encoding="utf-8") as history:
        history.write(json.dumps({"at_s": time.time(), "rows": rows, "ranks": ranks}) + "\n")
    return {"rows": len(rows)} | cost()


def _ranks(model: str) -> list[dict[str, Any]]:
    """Rank-1 and mAP of a model across cameras on every set of crops that is here."""
    found = []
    with closing(_open(model)) as embedder:
        for file in sorted(CROPS.glob("*.zip")):
            labelled = embedded(embedder, read_crops(file, None))
            row: dict[str, Any] = {"model": Path(model).stem, "set": file.stem}
            for name, vectors in (("raw", labelled), ("centred", centred(labelled))):
                of = cross_camera_ranking(vectors)
                row |= {f"{name} rank-1": of.rank1, f"{name} mAP": of.mean_average_precision}
            found.append(row)
            figures = "  ".join(
                f"{key} {value:.3f}" for key, value in row.items() if key[0] in "rc"
            )
            print(f"  {row['model'][:22]:<24}{row['set']:<12}{figures}", flush=True)
    return found


def _rules(calibrations: Calibrations) -> dict[str, tuple[Callable[[], Rule], int]]:
    """Each rule, and how many questions a day it may ask."""
    raw, centred = calibrations

    def thresholds(warmth: float) -> Calibration:
        return Calibration(
            same=raw.same + warmth * (centred.same - raw.same),
            new=raw.new + warmth * (centred.new - raw.new),
        )

    return {
        "published": (lambda: PublishedRule(thresholds), 0),
        **{
            f"engine {band}": (
                partial(EngineRule, calibrations, band),
                POLICIES[band].questions_a_day,
            )
            for band in Band
        },
    }


def _row(cases: Sequence[Case], make: Callable[[], Rule], answers: int) -> dict[str, Any]:
    whole = simulate(cases, make(), answers=answers)
    drawn = [simulate(thinned(cases, seed), make()) for seed in range(SEEDS)]
    return asdict(whole) | {"f1_interval": _interval([each.f1 for each in drawn])}


def _interval(values: Sequence[float]) -> tuple[float, float]:
    """Mean -+ 1.96 standard deviations over the draws."""
    mean, spread = statistics.fmean(values), statistics.stdev(values)
    return mean - 1.96 * spread, mean + 1.96 * spread


_HEAD = (
    "    P     R    F1  [95 % of draws]  IDF1  ids/people  first F1  misplaced"
    "  doubts (right)  answers  F1 answered  ms"
)


def _show(row: Mapping[str, Any]) -> None:
    low, high = row["f1_interval"]
    scores = Scores(**{name: row[name] for name in Scores.__dataclass_fields__})
    print(
        f"  {row['recording']:<12}{row['model'][:22]:<24}{row['rule']:<18}"
        f"{scores.precision:.3f} {scores.recall:.3f} {scores.f1:.3f}"
        f"  [{low:.3f}, {min(high, 1.0):.3f}]"
        f"  {scores.idf1:.3f}  {scores.identities:>4} / {scores.people:<4}"
        f"  {scores.first_f1:.3f}     {scores.misplaced:>3}        "
        f"{scores.questions:>3} ({scores.questions_right:>2})        {scores.answers:>2}        "
        f"{scores.answered_f1:.3f}"
        f"     {scores.ms_a_tracklet:.2f}",
        flush=True,
    )


def _open(model: str) -> Embedder:
    path = Path(model)
    if path.is_file():
        return open_embedder(path.stem, file=path, folder=ROOT / ".cache" / "models")
    return open_embedder(model, folder=ROOT / ".cache" / "models")
