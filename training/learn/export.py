"""Writes the network as ONNX: computed in single precision, weights kept in half."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.learn.network import DIMENSION, ReidNetwork
from training.learn.scenes import HEIGHT_PX, WIDTH_PX

_OPSET: Final = 17
_SMALLEST_HALVED: Final = 1024
"""Weights with fewer numbers stay as they are: norms and biases weigh little."""


class _BothWays(nn.Module):
    """Pictures and their mirror images through the network; the mean, of length 1.

    People are seen from either side: the mirror image is one more look at them.
    """

    def __init__(self, network: ReidNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pictures: Tensor) -> Tensor:
        """(N, 3, 128, 64) to (N, D)."""
        vectors = self.network(torch.cat([pictures, pictures.flip(3)], 0))
        units = nn.functional.normalize(vectors).view(2, -1, DIMENSION)
        return nn.functional.normalize(units.sum(0))


def export(weights: Path, target: Path) -> None:
    """Turns `average.pt` of a training into an ONNX file for any number of pictures."""
    model = whole_model(weights)
    halve_weights(model)
    onnx.checker.check_model(model)
    target.write_bytes(model.SerializeToString())


def whole_model(weights: Path) -> Any:
    """The network as an ONNX model in single precision."""
    network = ReidNetwork()
    network.load_state_dict(torch.load(weights, weights_only=True))
    network.eval()
    written = io.BytesIO()
    with warnings.catch_warnings():
        # It warns that it is the older of two exporters, and of checks that it takes as constant.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _BothWays(network),
            (torch.zeros(2, 3, HEIGHT_PX, WIDTH_PX),),
            written,
            input_names=["pictures"],
            output_names=["vectors"],
            dynamic_axes={"pictures": {0: "n"}, "vectors": {0: "n"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    return onnx.load_from_string(written.getvalue())


def halve_weights(model: Any) -> None:
    """Large weights become half precision, each widened again where it is used."""
    graph = model.graph
    widened = []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < _SMALLEST_HALVED:
            continue
        name = tensor.name
        half = numpy_helper.from_array(values.astype(np.float16), f"{name}.half")
        tensor.CopyFrom(half)
        widened.append(
            helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT, name=f"{name}.wide")
        )
    for node in reversed(widened):
        graph.node.insert(0, node)
