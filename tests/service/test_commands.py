"""The commands that run a whole site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reid_service.cli import main
from reid_service.recordings.format import Recording
from tests.service.conftest import DEMO_SITE

pytestmark = pytest.mark.service


def test_the_demo_shows_who_walked_where_and_a_second_start_reuses_the_first(
    demo_site: Recording, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["demo", "--once", "--data-dir", str(tmp_path / "demo")]

    assert main(arguments) == 0
    first = capsys.readouterr().out
    assert main(arguments) == 0
    second = capsys.readouterr().out

    assert f"{len(demo_site.truth)} sightings of 10 people" in first
    assert "Person 1 " in first
    for camera in demo_site.config.cameras:
        assert camera in first

    def table(text: str) -> str:
        return text.partition("The API:")[0]

    assert table(first) == table(second)


def test_evaluate_prints_and_writes_the_same_figures(
    demo_site: Recording,
    tmp_path: Path,
    broker_port: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    figures = tmp_path / "figures.json"

    code = main(
        ["evaluate", str(DEMO_SITE), "--json", str(figures), "--broker-port", str(broker_port)]
    )

    assert code == 0
    report = json.loads(figures.read_text("utf-8"))
    assert report["tracked_objects"] == len(demo_site.truth)
    assert report["usable"] == report["identified"] == len(demo_site.truth)
    assert report["duplicates"] == []
    assert report["performance"]["decision_latency_p50_s"] > 0
    printed = capsys.readouterr().out
    assert f"{report['precision']:.4f}" in printed
    assert f"{report['idf1']:.4f}" in printed
