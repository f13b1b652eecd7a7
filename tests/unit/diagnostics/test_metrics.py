"""Metrics: their names, and what they count."""

from __future__ import annotations

import subprocess
import sys

import psutil
import pytest
from prometheus_client.parser import text_string_to_metric_families

from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.crop import CropRejection
from reid_service.domain.identity import Outcome


def value(metrics: Metrics, name: str, **labels: str) -> float | None:
    return metrics.registry.get_sample_value(f"frigate_reid_{name}", labels)


def test_what_is_counted_is_exposed() -> None:
    metrics = Metrics()
    metrics.crops_rejected.labels(CropRejection.BLURRED).inc()
    metrics.queue_length.labels("ingest").set(3)
    metrics.fetch.observe(0.03)
    text = metrics.exposition().decode("utf-8")
    assert 'frigate_reid_crops_rejected_total{reason="blurred"} 1.0\n' in text
    assert 'frigate_reid_queue_length{queue="ingest"} 3.0\n' in text
    assert 'frigate_reid_fetch_seconds_bucket{le="0.05"} 1.0\n' in text


def test_two_services_in_one_process_do_not_share_figures() -> None:
    one, other = Metrics(), Metrics()
    one.crops_taken.inc()
    assert value(one, "crops_taken_total") == 1.0
    assert value(other, "crops_taken_total") == 0.0


def test_names_follow_the_conventions() -> None:
    families = list(text_string_to_metric_families(Metrics().exposition().decode("utf-8")))
    for family in families:
        assert family.name.startswith("frigate_reid_")
        assert family.documentation.endswith(".")
        if family.type == "counter":
            assert all(sample.name.endswith("_total") for sample in family.samples)
        if family.type == "histogram":
            assert family.name.endswith("_seconds")
    assert len({family.name for family in families}) == len(families)


@pytest.mark.parametrize("reason", CropRejection)
def test_every_rejection_is_there_before_it_happens(reason: CropRejection) -> None:
    assert value(Metrics(), "crops_rejected_total", reason=reason) == 0.0


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_there_before_it_happens(outcome: Outcome) -> None:
    assert value(Metrics(), "sightings_total", outcome=outcome) == 0.0


def test_memory_and_processor_time_include_child_processes() -> None:
    metrics = Metrics()
    work = "import sys; sum(range(3_000_000)); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", work], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        memory = value(metrics, "process_resident_memory_bytes")
        cpu_s = value(metrics, "process_cpu_seconds_total")
        assert memory is not None
        assert cpu_s is not None
        assert memory - psutil.Process().memory_info().rss > 2_000_000
        child.kill()
    after_s = value(metrics, "process_cpu_seconds_total")
    assert after_s is not None
    assert after_s >= cpu_s
