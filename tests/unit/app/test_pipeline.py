"""Thresholds in force, and the order of starting and stopping."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reid_service.app.pipeline import Pipeline, thresholds_of, walks_of
from reid_service.app.site import open_site_embedder, pictures_folder, store_url
from reid_service.bus import Bus
from reid_service.clock import TrafficClock
from reid_service.diagnostics.metrics import Metrics
from reid_service.embed.embedder import Embedder
from reid_service.settings import Settings, load_settings
from reid_service.storage.indexing import Indexer
from reid_service.storage.store import Store
from tests.fakes import MemoryGallery
from tests.storing import add_sighting


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(arguments={"data_dir": tmp_path}, options_file=tmp_path / "none")


@pytest.fixture
def embedder(settings: Settings) -> Iterator[Embedder]:
    with closing(open_site_embedder(settings)) as opened:
        yield opened


def test_thresholds_go_from_raw_to_centred_vectors(embedder: Embedder) -> None:
    raw, centred = embedder.calibration, embedder.centred_calibration
    thresholds = thresholds_of(embedder)
    assert thresholds(0.0) == raw
    half = thresholds(0.5)
    assert half.same == pytest.approx((raw.same + centred.same) / 2)
    assert half.new == pytest.approx((raw.new + centred.new) / 2)


def test_the_store_is_a_file_in_the_data_folder_unless_set(settings: Settings) -> None:
    assert store_url(settings) == f"sqlite:///{settings.data_dir}/frigate-reid.db"
    assert pictures_folder(settings) == settings.data_dir / "pictures"
    url = "postgresql://db.lan/reid"
    arguments = {"data_dir": settings.data_dir, "store": {"url": url}}
    assert store_url(load_settings(arguments=arguments)) == url


def test_a_pipeline_without_a_broker_is_ready_and_ends(
    settings: Settings, embedder: Embedder
) -> None:
    gallery = MemoryGallery(embedder.model_id)
    clock = TrafficClock()
    clock.observe(1000.0)
    with closing(Store.open(store_url(settings))) as store:
        add_sighting(store, "a", start_s=500.0)
        pipeline = Pipeline(
            settings=settings,
            store=store,
            embedder=embedder,
            indexer=Indexer(store, gallery, embedder.model_id),
            frigates={},
            bus=Bus(),
            metrics=Metrics(),
            clock=clock,
        )
        pipeline.start()
        assert pipeline.is_ready
        assert pipeline.known.since_s("frigate") == 500.0
        assert pipeline.known.since_s("other") == 1000.0
        recalled = pipeline._recall("frigate:a")
        assert recalled is not None
        assert recalled.event_id == "a"
        assert pipeline._recall("frigate:b") is None
        assert not pipeline._is_gone("frigate:a")
        pipeline.stop()


def test_walking_times_hold_both_ways_and_belong_to_the_first_frigate(tmp_path: Path) -> None:
    walks = [
        {"a": "gate", "b": "yard", "seconds": 9},
        {"a": "gate", "b": "barn/door", "seconds": 60},
    ]
    frigates = [{"name": "house"}, {"name": "barn", "topic_prefix": "barn"}]
    arguments = {"data_dir": tmp_path, "matching": {"walks": walks}, "frigate": frigates}
    assert walks_of(load_settings(arguments=arguments, options_file=tmp_path / "none")) == {
        ("house/gate", "house/yard"): 9.0,
        ("house/yard", "house/gate"): 9.0,
        ("house/gate", "barn/door"): 60.0,
        ("barn/door", "house/gate"): 60.0,
    }
