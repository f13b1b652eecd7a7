"""Networks on onnxruntime, on the CPU."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from reid_service.embed.catalog import ModelEntry
from reid_service.embed.preprocess import Tensor
from reid_service.errors import ModelError

GRAPH_LEVELS: Final = ("all", "extended")
"""Degrees of optimisation worth trying: which is faster depends on network and processor."""

_LEVELS: Final = {
    "all": onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL,
    "extended": onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED,
}
_FATAL_ONLY: Final = 4

_PICTURES_AT_ONCE: Final = 2
"""Of networks that take any number. More are no faster for one thread, and keep more memory: eight
50 MB (reid-0286)."""

_IN_FLIGHT: Final = 2
"""While some pictures are computed the next are prepared."""


class OnnxSession:
    """A network in onnxruntime; `run` may be called from several threads."""

    def __init__(
        self, entry: ModelEntry, path: Path, *, threads: int, graph_level: str = "all"
    ) -> None:
        """Load the file at `path`. Raises `ModelError` when it does not fit `entry`."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.graph_optimization_level = _LEVELS[graph_level]
        options.log_severity_level = _FATAL_ONLY  # what fails is raised, and told by us
        # Waiting threads must sleep: Frigate needs the processor while no person is in sight.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # The arena keeps what the largest batch took, and that is less than the C library's heap
        # keeps without it: 54 MB against 73 (OSNet x0.25), 91 against 135 (reid-0286), as fast.
        options.enable_cpu_mem_arena = True
        try:
            self._session = onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime's own classes have no other base
            raise ModelError(
                f"The model file {path} cannot be loaded by onnxruntime: it is damaged, or not in "
                "ONNX format."
            ) from error
        self._computing = ThreadPoolExecutor(1, thread_name_prefix="network")
        self._graph_level = graph_level
        self._input: str = self._session.get_inputs()[0].name
        self._output: str = self._session.get_outputs()[0].name
        self._batch = batch_of(entry, self._session.get_inputs()[0].shape) or _PICTURES_AT_ONCE

    @property
    def runtime(self) -> str:
        """Name, version and graph level."""
        return f"onnxruntime {onnxruntime.__version__} ({self._graph_level})"

    @property
    def batch(self) -> int:
        """How many pictures it takes at once."""
        return self._batch

    def run(self, tensors: Iterable[Tensor]) -> Iterator[NDArray[np.float32]]:
        """The network's first output for each tensor, in their order. Raises `ModelError`."""
        running: deque[Future[NDArray[np.float32]]] = deque()
        try:
            for tensor in tensors:
                running.append(self._computing.submit(self._run, tensor))
                if len(running) == _IN_FLIGHT:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            wait(running)

    def close(self) -> None:
        """Free the network."""
        self._computing.shutdown()
        del self._session

    def _run(self, tensor: Tensor) -> NDArray[np.float32]:
        try:
            output = self._session.run([self._output], {self._input: tensor})[0]
        except Exception as error:  # the runtime's own classes have no other base
            raise ModelError(
                f"onnxruntime failed on a batch of shape {tensor.shape}: does the model's "
                "description fit its file?"
            ) from error
        return np.asarray(output, np.float32)


def batch_of(entry: ModelEntry, shape: list[int | str | None]) -> int | None:
    """The fixed batch in a network's input shape, or None. Raises `ModelError` on a misfit."""
    expected = (3, entry.input.height, entry.input.width)
    fits = len(shape) == 4 and all(
        not isinstance(size, int) or size == wanted
        for size, wanted in zip(shape[1:], expected, strict=True)
    )
    if not fits:
        raise ModelError(
            f"Model {entry.name} takes input of shape {shape}, not (batch, {expected[0]}, "
            f"{expected[1]}, {expected[2]}): mend its description."
        )
    return shape[0] if isinstance(shape[0], int) else None
