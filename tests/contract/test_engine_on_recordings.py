"""The defaults against the baseline, on every recording of known people."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from reid_service.associate.policy import POLICIES, Band
from reid_service.embed.choose import open_embedder
from reid_service.embed.embedder import Calibration, Embedder
from reid_service.evaluation.cases import cut_recording
from reid_service.evaluation.rules import EngineRule, PublishedRule
from reid_service.evaluation.simulation import Scores, simulate
from reid_service.recordings.format import Recording
from reid_service.settings import CropSettings, ModelSettings

ROOT = Path(__file__).resolve().parents[2]
RECORDINGS = ("house_calm", "house_rough", "shop_busy")


def _scores(recording: Path, embedder: Embedder) -> tuple[Scores, Scores]:
    """Of the engine with its defaults, and of the published rule."""
    cases = cut_recording(Recording.open(recording), CropSettings()).cases(embedder)
    raw, centred = embedder.calibration, embedder.centred_calibration

    def thresholds(warmth: float) -> Calibration:
        return Calibration(
            same=raw.same + warmth * (centred.same - raw.same),
            new=raw.new + warmth * (centred.new - raw.new),
        )

    return simulate(cases, EngineRule((raw, centred))), simulate(cases, PublishedRule(thresholds))


def _default_model(folder: Path) -> Embedder:
    settings = ModelSettings()
    return open_embedder(settings.name, file=settings.file, folder=folder)


def test_the_defaults_are_nowhere_behind_on_the_recording_that_ships(tmp_path: Path) -> None:
    # Its few people are so different that the baseline may get them right as well.
    with closing(_default_model(tmp_path)) as embedder:
        engine, published = _scores(ROOT / "demo" / "site", embedder)
    assert engine.f1 >= published.f1
    assert engine.precision >= published.precision
    assert engine.misplaced == 0


@pytest.mark.parametrize("name", RECORDINGS)
def test_the_defaults_beat_the_baseline_on_every_recording(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    with closing(_default_model(tmp_path)) as embedder:
        engine, published = _scores(shared_data / "recordings" / name, embedder)
    assert engine.f1 > published.f1
    assert engine.idf1 > published.idf1
    assert engine.precision >= 0.97
    # What a day asks is worth the trouble.
    assert engine.answers <= POLICIES[Band.CAREFUL].questions_a_day
    assert engine.answered_f1 > engine.f1


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_good_model_reaches_what_is_promised(
    name: str, shared_data: Path, tmp_path: Path
) -> None:
    file = shared_data / "models" / "reid" / "omz-reid-0286.f16w.onnx"
    with closing(open_embedder(file.stem, file=file, folder=tmp_path)) as embedder:
        engine, _ = _scores(shared_data / "recordings" / name, embedder)
    assert engine.precision >= 0.98
    assert engine.f1 >= 0.95
    assert engine.first_f1 >= 0.80
    assert engine.answered_f1 >= engine.f1
