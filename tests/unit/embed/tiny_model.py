"""A network small enough to write by hand: it answers with the mean of each channel.

ONNX is a Protocol Buffers format; the field numbers below are those of its public `onnx.proto`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from reid_service.domain.crop import Image

HEIGHT_PX = 16
WIDTH_PX = 8
DIMENSION = 3

_FLOAT = 1


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes | str) -> bytes:
    data = value.encode() if isinstance(value, str) else value
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _varint(value: int) -> bytes:
    groups = []
    while value > 0x7F:
        groups.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*groups, value])


def _tensor(name: str, shape: list[int | str]) -> bytes:
    sizes = b"".join(
        _bytes(1, _number(1, size) if isinstance(size, int) else _bytes(2, size)) for size in shape
    )
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, _FLOAT) + _bytes(2, sizes)))


def _node(operator: str, source: str, target: str) -> bytes:
    return _bytes(1, _bytes(1, source) + _bytes(2, target) + _bytes(4, operator))


def network(batch: int | str = "batch") -> bytes:
    """The ONNX file; `batch` is a fixed number of pictures or the name of any number."""
    graph = (
        _node("GlobalAveragePool", "images", "pooled")
        + _node("Flatten", "pooled", "vectors")
        + _bytes(2, "tiny")
        + _bytes(11, _tensor("images", [batch, 3, HEIGHT_PX, WIDTH_PX]))
        + _bytes(12, _tensor("vectors", [batch, DIMENSION]))
    )
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _bytes(1, "") + _number(2, 13))


def facts(**changes: Any) -> dict[str, Any]:
    """What its side file says, with changes."""
    return {
        "name": "tiny",
        "licence": "Apache-2.0",
        "input": {"height": HEIGHT_PX, "width": WIDTH_PX, "channels": "rgb"},
        "dimension": DIMENSION,
        "calibration": {"same": 0.9, "new": 0.8},
        **changes,
    }


def write(folder: Path, *, batch: int | str = "batch", **changes: Any) -> Path:
    """The network and its side file in `folder`."""
    path = folder / "tiny.onnx"
    path.write_bytes(network(batch))
    path.with_suffix(".json").write_text(json.dumps(facts(**changes)), "utf-8")
    return path


def pictures(count: int) -> list[Image]:
    """Random pictures of different sizes."""
    rng = np.random.default_rng(1)
    sizes = rng.integers(8, 40, (count, 2))
    return [rng.integers(0, 256, (height, width, 3), np.uint8) for height, width in sizes]
