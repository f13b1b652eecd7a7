from __future__ import annotations

import msgspec
import pytest

from reid_service.embed.catalog import CATALOG, ModelFacts, named, of_digest
from tests.unit.embed import tiny_model


def test_names_files_and_digests_are_unique() -> None:
    for field in ("name", "file", "sha256", "model_id"):
        values = [getattr(entry, field) for entry in CATALOG]
        assert len(set(values)) == len(values), field


def test_every_entry_obeys_the_rules_for_side_files() -> None:
    for entry in CATALOG:
        of_side_file = {
            key: value
            for key, value in msgspec.to_builtins(entry).items()
            if key not in ("file", "sha256", "url", "weights", "shipped")
        }
        facts = msgspec.convert(of_side_file, ModelFacts)
        assert facts.dimension == entry.dimension
        assert entry.licence


def test_thresholds_for_centred_vectors_are_lower() -> None:
    for entry in CATALOG:
        assert entry.centred_calibration is not None
        assert entry.centred_calibration.same < entry.calibration.same
        assert entry.centred_calibration.new < entry.calibration.new


def test_an_entry_is_found_by_name_and_by_digest() -> None:
    entry = CATALOG[3]
    assert named(entry.name) is entry
    assert of_digest(entry.sha256) is entry


def test_an_unknown_name_or_digest_finds_nothing() -> None:
    assert named("osnet_x0_25_msmt17") is None
    assert of_digest("0" * 64) is None


def test_the_model_id_tells_files_of_one_network_apart() -> None:
    first, second = named("omz-reid-0286"), named("omz-reid-0286.f16w")
    assert first is not None
    assert second is not None
    assert first.model_id != second.model_id
    assert first.model_id.endswith("-fp32")


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"calibration": {"same": 0.5, "new": 0.6}}, "new <= same"),
        ({"calibration": {"same": 1.5, "new": 0.6}}, "same <= 1"),
        ({"centred_calibration": {"same": 0.1, "new": 0.2}}, "new <= same"),
        ({"dimension": 0}, "dimension"),
        ({"name": "My Model"}, "name"),
        ({"input": {"height": 1, "width": 64, "channels": "rgb"}}, "height"),
        ({"input": {"height": 128, "width": 64, "channels": "grb"}}, "channels"),
        ({"input": {"height": 9, "width": 9, "channels": "rgb", "std": [1, 0, 1]}}, "std"),
        ({"input": {"height": 9, "width": 9, "channels": "rgb", "mean": [1, 1]}}, "mean"),
        ({"thresholds": {}}, "thresholds"),
    ],
)
def test_impossible_facts_are_refused(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=complaint):
        msgspec.convert(tiny_model.facts(**changes), ModelFacts)
