"""The network in eight bits: measured for docs/models.md, not shipped while it loses accuracy."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any, Final

import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantType, quantize_static

from training.data.shards import RenderedSet
from training.learn.batches import Batches
from training.learn.export import whole_model

_BATCHES: Final = 4


class _Renders(CalibrationDataReader):
    """Pictures as the network has learned from."""

    def __init__(self, rendered: RenderedSet) -> None:
        batches = Batches(rendered, range(rendered.people), seed=5)
        self._pictures = iter(
            [batches.batch(number).pictures.numpy() for number in range(_BATCHES)]
        )

    def get_next(self) -> dict[str, Any] | None:
        """One batch, then None."""
        pictures = next(self._pictures, None)
        return None if pictures is None else {"pictures": pictures}


def quantise(weights: Path, rendered: RenderedSet, target: Path) -> None:
    """Writes `average.pt` of a training as ONNX whose convolutions compute in eight bits."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(whole_model(weights), whole)
        quantize_static(
            whole,
            target,
            _Renders(rendered),
            op_types_to_quantize=["Conv"],
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
