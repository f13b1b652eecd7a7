"""What needs torch; the rest of the tests run without."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.unit.training.sets import VIEWS, tiny_set

torch = pytest.importorskip("torch", reason="needs the dependency group training")

from training.learn.batches import Batches  # noqa: E402 - only where torch is
from training.learn.loop import Plan, Trainer  # noqa: E402 - only where torch is
from training.learn.losses import (  # noqa: E402 - only where torch is
    contrast,
    hardest,
    separation,
    taught,
)
from training.learn.network import DIMENSION, ReidNetwork  # noqa: E402 - only where torch is
from training.learn.recolour import GROUPS, recoloured, recolouring  # noqa: E402 - only with torch

PEOPLE = 8


def test_variant_0_leaves_colours_as_they_are() -> None:
    layers = torch.rand(2, 7, 12, 6)
    layers[:, 3:] /= layers[:, 3:].sum(1, keepdim=True)
    same = torch.from_numpy(np.stack([recolouring(1, person, 0) for person in (3, 4)]))
    assert same.shape == (2, GROUPS, 3, 3)
    assert torch.allclose(recoloured(layers, same)[:, :3], layers[:, :3], atol=1e-5)


def test_another_variant_changes_each_garment_in_its_own_way() -> None:
    matrices = recolouring(1, 3, 5)
    assert np.array_equal(matrices, recolouring(1, 3, 5))
    assert not np.allclose(matrices[0], matrices[1])
    assert not np.allclose(matrices, recolouring(1, 3, 6))


def test_a_batch_follows_from_its_number_and_mixes_cameras(tmp_path: Path) -> None:
    batches = Batches(tiny_set(tmp_path, PEOPLE), range(PEOPLE), seed=2, persons=5)
    first, again, second = batches.batch(7), batches.batch(7), batches.batch(8)
    assert first.pictures.shape == (20, 3, 128, 64)
    assert torch.equal(first.pictures, again.pictures)
    assert not torch.equal(first.pictures, second.pictures)
    assert 0.0 <= float(first.pictures.min()) <= float(first.pictures.max()) <= 255.0
    assert len(set(first.labels.tolist())) == 5
    for label in set(first.labels.tolist()):
        views = first.views[(first.labels == label).numpy()]
        assert sorted(views) == sorted(set(views))
    assert float(first.covers.mean()) > 0.1


def test_losses_are_smaller_where_people_are_apart() -> None:
    labels = torch.arange(6).repeat_interleave(2)
    apart = torch.eye(6).repeat_interleave(2, 0)
    mixed = torch.nn.functional.normalize(torch.randn(12, 6, generator=torch.manual_seed(1)))
    scale, bias = torch.tensor(2.3), torch.tensor(-5.0)
    assert contrast(apart, labels) < contrast(mixed, labels)
    assert hardest(apart, labels) < hardest(mixed, labels)
    assert separation(apart, labels, scale, bias) < separation(mixed, labels, scale, bias)
    assert float(taught(mixed, mixed)) == pytest.approx(0.0, abs=1e-5)
    assert taught(apart, mixed) > 0.1


def test_the_network_fits_its_promise() -> None:
    network = ReidNetwork().eval()
    with torch.no_grad():
        vectors, logits = network.with_mask(torch.rand(2, 3, 128, 64) * 255)
    assert vectors.shape == (2, DIMENSION)
    assert logits.shape == (2, 1, 16, 8)
    assert 2 * sum(weights.numel() for weights in network.parameters()) < 1_950_000


def test_an_interrupted_training_ends_in_the_same_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.set_num_threads(1)
    rendered = tiny_set(tmp_path / "set", PEOPLE)
    teacher = np.random.default_rng(1).normal(size=(PEOPLE, VIEWS, DIMENSION)).astype(np.float16)
    plan = Plan(
        steps=4,
        persons=3,
        held_out=4,
        teacher_weight=1.0,
        checkpoint_steps=2,
        in_rendered_colours=1.0,
    )
    whole = Trainer(rendered, plan, tmp_path / "whole", teacher)
    whole.run()

    class Interrupted(Exception):
        pass

    def stop(figures: dict[str, float]) -> None:
        raise Interrupted

    first = Trainer(rendered, plan, tmp_path / "halves", teacher)
    monkeypatch.setattr(first, "_report", stop)
    with pytest.raises(Interrupted):
        first.run()
    second = Trainer(rendered, plan, tmp_path / "halves", teacher)
    second.run()
    ends = [torch.load(tmp_path / name / "average.pt") for name in ("whole", "halves")]
    for name, weights in ends[0].items():
        assert torch.equal(weights, ends[1][name]), name
    last = json.loads((tmp_path / "halves" / "log.jsonl").read_text("utf-8").splitlines()[-1])
    assert last["step"] == 4
    assert 0.0 <= last["held_out_rank1"] <= 1.0


def test_the_exported_network_is_the_trained_one_looking_both_ways(tmp_path: Path) -> None:
    pytest.importorskip("onnx", reason="needs the dependency group training")
    import onnxruntime  # noqa: PLC0415 - beside what may be absent

    from training.learn.export import export  # noqa: PLC0415 - beside what may be absent

    torch.manual_seed(3)
    network = ReidNetwork().eval()
    weights, target = tmp_path / "average.pt", tmp_path / "network.onnx"
    torch.save(network.state_dict(), weights)
    export(weights, target)
    assert target.stat().st_size < 2_000_000
    pictures = torch.rand(3, 3, 128, 64) * 255
    session = onnxruntime.InferenceSession(str(target))
    given = session.run(None, {"pictures": pictures.numpy()})[0]
    unit = torch.nn.functional.normalize
    with torch.no_grad():
        both = unit(network(pictures)) + unit(network(pictures.flip(3)))
    expected = unit(both).numpy()
    assert np.allclose(np.linalg.norm(given, axis=1), 1.0, atol=1e-5)
    assert ((given * expected).sum(1) > 0.9999).all()
