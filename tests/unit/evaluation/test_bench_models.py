"""The benchmark of models, run as people run it, on drawn people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import cv2
import numpy as np

ROOT = Path(__file__).resolve().parents[3]


def write_crops(path: Path, seed: int) -> None:
    """Eight people on two cameras, three pictures each: a colour of shirt is a person."""
    rng = np.random.default_rng(seed)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("README.txt", "no picture")
        for person in range(1, 9):
            shirt = rng.integers(0, 256, 3)
            for camera in (1, 2):
                for view in range(3):
                    image = rng.integers(90, 120, (64, 32, 3), np.uint8)
                    image[12:40, 6:26] = np.clip(shirt + rng.normal(0, 5, 3), 0, 255)
                    _, data = cv2.imencode(".png", image)
                    archive.writestr(f"{person:04}/c{camera}_{view}.png", data.tobytes())


def bench(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "scripts" / "bench_models.py", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_model_is_measured_on_every_set(tmp_path: Path) -> None:
    write_crops(tmp_path / "home.zip", seed=1)
    write_crops(tmp_path / "office.zip", seed=2)
    results = tmp_path / "results.json"
    done = bench(
        "descriptor",
        *("--crops", tmp_path / "home.zip", tmp_path / "office.zip"),
        *("--calibrate-on", "home", "--people", "6", "--json", results),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("| descriptor-v1-fp32 |") == 2
    [report] = json.loads(results.read_text("utf-8"))
    for way in ("raw", "centred"):
        calibration = report[way]["calibration"]
        assert -1 <= calibration["new"] <= calibration["same"] <= 1
        assert set(report[way]["sets"]) == {"home", "office"}
        assert report[way]["sets"]["office"]["crops"]["queries"] == 6 * 3
        assert report[way]["sets"]["home"]["tracklets"]["rank1"] > 0.5


def test_a_model_that_does_not_exist_is_reported(tmp_path: Path) -> None:
    write_crops(tmp_path / "home.zip", seed=1)
    done = bench("missing.onnx", "--crops", tmp_path / "home.zip")
    assert done.returncode == 1
    assert "missing.onnx cannot be read" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_zip_without_crops_is_reported(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as archive:
        archive.writestr("README.txt", "no picture")
    done = bench("descriptor", "--crops", tmp_path / "empty.zip")
    assert "holds no pictures named" in done.stderr


def test_calibrating_on_a_set_that_is_not_given_is_reported(tmp_path: Path) -> None:
    write_crops(tmp_path / "home.zip", seed=1)
    done = bench("descriptor", "--crops", tmp_path / "home.zip", "--calibrate-on", "office")
    assert "names office, which --crops does not give" in done.stderr
