"""Measures embedding models on crops of known people: accuracy, thresholds, time.

    python scripts/bench_models.py descriptor my-model.onnx \\
        --crops home.zip office.zip --calibrate-on home --json results.json

A zip holds pictures named `<person>/c<camera>_<view>.png`, persons and cameras as numbers. Prints
a Markdown table. Thresholds are chosen on the sets of `--calibrate-on`; the others show what
comes of them on people and places that had no part in the choice.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Image
from reid_service.embed.choose import open_embedder
from reid_service.embed.embedder import Calibration, Embedder
from reid_service.errors import ReidError
from reid_service.evaluation.reid import (
    LabelledVectors,
    Replay,
    calibrate,
    centred,
    cross_camera_ranking,
    replay,
    tracklet_means,
    verification,
)

_NAME = re.compile(r"^(?:.*/)?(\d+)/c(\d+)_[^/]*\.png$")
_BATCH = 8
_TIMED_CROPS = 50
_REPLAYS = 10
_REPLAYED_CROPS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Crops:
    """Pictures, and for each its person (N,) and its camera (N,)."""

    images: list[Image]
    persons: NDArray[np.int64]
    cameras: NDArray[np.int64]


def read_crops(path: Path, people: int | None) -> Crops:
    """The crops of a zip, of its first `people` people only if that is not None."""
    found: list[tuple[int, int, Image]] = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            match = _NAME.match(name)
            if match is None:
                continue
            picture = cv2.imdecode(np.frombuffer(archive.read(name), np.uint8), cv2.IMREAD_COLOR)
            if picture is None:
                sys.exit(f"{path}: {name} is no picture.")
            found.append((int(match[1]), int(match[2]), np.asarray(picture, np.uint8)))
    if not found:
        sys.exit(f"{path} holds no pictures named <person>/c<camera>_<view>.png.")
    first = sorted({person for person, _, _ in found})[:people]
    kept = [each for each in found if each[0] in set(first)]
    return Crops(
        images=[image for _, _, image in kept],
        persons=np.array([person for person, _, _ in kept]),
        cameras=np.array([camera for _, camera, _ in kept]),
    )


def embedded(embedder: Embedder, crops: Crops) -> LabelledVectors:
    """All crops' vectors."""
    starts = range(0, len(crops.images), _BATCH)
    vectors = [embedder.embed(crops.images[at : at + _BATCH]) for at in starts]
    return LabelledVectors(np.concatenate(vectors), crops.persons, crops.cameras)


def milliseconds_a_crop(embedder: Embedder, images: Sequence[Image]) -> float:
    """Median over single crops, preprocessing included."""
    times = []
    for image in images[:_TIMED_CROPS]:
        started = time.perf_counter()
        embedder.embed([image])
        times.append(time.perf_counter() - started)
    return float(np.median(times)) * 1e3


def set_report(labelled: LabelledVectors, calibration: Calibration) -> dict[str, Any]:
    """Ranking of crops and of tracklet means, matches at the thresholds, and the replay."""
    tracklets = tracklet_means(labelled)
    return {
        "crops": asdict(cross_camera_ranking(labelled)),
        "tracklets": asdict(cross_camera_ranking(tracklets)),
        "at_same": asdict(verification(tracklets, calibration.same)),
        "at_new": asdict(verification(tracklets, calibration.new)),
        "replay": asdict(mean_replay(labelled, calibration.same)),
    }


def mean_replay(labelled: LabelledVectors, threshold: float) -> Replay:
    """Mean of several replays in different orders."""
    runs = [
        astuple(replay(labelled, threshold, crops=_REPLAYED_CROPS, rng=np.random.default_rng(seed)))
        for seed in range(_REPLAYS)
    ]
    return Replay(*np.mean(runs, axis=0).tolist())


def model_report(
    embedder: Embedder, sets: Mapping[str, Crops], calibrate_on: Iterable[str]
) -> dict[str, Any]:
    """Everything about one model; raw vectors, and centred by the means of the whole set."""
    labelled = {name: embedded(embedder, crops) for name, crops in sets.items()}
    report: dict[str, Any] = {
        "model_id": embedder.model_id,
        "runtime": embedder.runtime,
        "dimension": embedder.dimension,
        "ms_a_crop": milliseconds_a_crop(embedder, next(iter(sets.values())).images),
    }
    of_model = {"raw": embedder.calibration, "centred": embedder.centred_calibration}
    for way, prepare in (("raw", lambda each: each), ("centred", centred)):
        prepared = {name: prepare(each) for name, each in labelled.items()}
        chosen = [prepared[name] for name in calibrate_on]
        calibration = calibrate(chosen) if chosen else of_model[way]
        report[way] = {
            "calibration": asdict(calibration),
            "sets": {name: set_report(each, calibration) for name, each in prepared.items()},
        }
    return report


def markdown(reports: Sequence[Mapping[str, Any]]) -> str:
    """One line a model and way: rank-1/mAP of crops, of tracklets, thresholds, matches, replay."""
    names = list(reports[0]["raw"]["sets"])
    head = ["model", "vectors", *(f"{name} r1/mAP (tracklets)" for name in names)]
    head += ["same", "new", *(f"{name} false/true at same" for name in names)]
    head += [*(f"{name} replay IDF1" for name in names), "ms a crop"]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for report in reports:
        for way in ("raw", "centred"):
            part = report[way]
            sets = [part["sets"][name] for name in names]
            cells = [report["model_id"], way]
            cells += [f"{_ranks(each['crops'])} ({_ranks(each['tracklets'])})" for each in sets]
            cells += [f"{part['calibration'][name]:.2f}" for name in ("same", "new")]
            cells += [_matches(each["at_same"]) for each in sets]
            cells += [f"{each['replay']['idf1']:.2f}" for each in sets]
            cells.append(f"{report['ms_a_crop']:.1f}")
            lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _ranks(of: Mapping[str, float]) -> str:
    return f"{of['rank1'] * 100:.1f}/{of['mean_average_precision'] * 100:.1f}"


def _matches(at: Mapping[str, float]) -> str:
    return f"{at['false_match_rate'] * 100:.2f} %/{at['true_match_rate'] * 100:.0f} %"


def arguments() -> argparse.Namespace:
    """What the user wants."""
    parser = argparse.ArgumentParser(description="Measures embedding models on known people.")
    parser.add_argument("models", nargs="+", help="descriptor, a name, or a path to a .onnx file")
    parser.add_argument("--crops", nargs="+", type=Path, required=True, help="zips of crops")
    parser.add_argument(
        "--calibrate-on", nargs="*", default=[], help="zips without .zip; none: the model's own"
    )
    parser.add_argument("--people", type=int, help="use only so many people of each zip")
    parser.add_argument("--folder", type=Path, default=Path("models"), help="of named models")
    parser.add_argument("--runtime", default="auto", choices=["auto", "onnxruntime", "openvino"])
    parser.add_argument("--json", type=Path, help="also write all figures there")
    return parser.parse_args()


def main() -> None:
    """Measure, print, write."""
    wanted = arguments()
    sets = {path.stem: read_crops(path, wanted.people) for path in wanted.crops}
    unknown = sorted(set(wanted.calibrate_on) - set(sets))
    if unknown:
        sys.exit(f"--calibrate-on names {', '.join(unknown)}, which --crops does not give.")
    reports = []
    for model in wanted.models:
        file = Path(model) if model.endswith(".onnx") else None
        try:
            embedder = open_embedder(model, file=file, folder=wanted.folder, runtime=wanted.runtime)
            reports.append(model_report(embedder, sets, wanted.calibrate_on))
        except ReidError as error:
            sys.exit(str(error))
        embedder.close()
    print(markdown(reports))
    if wanted.json is not None:
        wanted.json.write_text(json.dumps(reports, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
