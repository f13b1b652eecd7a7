"""Networks on OpenVINO, on the CPU: an optional extra, imported only when it is asked for."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from reid_service.embed.catalog import ModelEntry
from reid_service.embed.onnx import batch_of
from reid_service.embed.preprocess import Tensor
from reid_service.errors import ModelError

_PICTURES_AT_ONCE: Final = 1

_IN_FLIGHT: Final = 2
"""While one picture is computed the next is prepared: the network does not wait for Python's lock.
They are computed one after the other, in the same memory."""


class OpenVinoSession:
    """A network in OpenVINO.

    It is compiled for one picture at a time: compiling for any number makes every new batch size
    slow once, takes 30 to 60 MB more, and is no faster per picture.
    """

    def __init__(self, entry: ModelEntry, path: Path, *, threads: int) -> None:
        """Load the file at `path`.

        Raises `ModelError` when OpenVINO is not installed or the file does not fit `entry`.
        """
        openvino = _import_openvino()
        try:
            core = openvino.Core()
            network = core.read_model(path)
            shape = network.inputs[0].get_partial_shape()
            sizes = [None if each.is_dynamic else each.get_length() for each in shape]
            batch_of(entry, sizes)
            target = entry.input
            network.reshape([_PICTURES_AT_ONCE, 3, target.height, target.width])
            compiled = core.compile_model(
                network,
                "CPU",
                {
                    "INFERENCE_NUM_THREADS": threads,
                    "NUM_STREAMS": 1,
                    # Else processors that can do so compute in bfloat16, which moves vectors.
                    "INFERENCE_PRECISION_HINT": "f32",
                },
            )
            self._requests = [compiled.create_infer_request() for _ in range(_IN_FLIGHT)]
        except ModelError:
            raise
        except Exception as error:  # the runtime's own classes have no other base
            raise ModelError(
                f"The model file {path} cannot be loaded by OpenVINO: choose the runtime "
                "onnxruntime, or another file."
            ) from error
        self._version = str(openvino.__version__).split("-", maxsplit=1)[0]
        self._one_at_a_time = threading.Lock()

    @property
    def runtime(self) -> str:
        """Name and version."""
        return f"openvino {self._version}"

    @property
    def batch(self) -> int:
        """How many pictures it takes at once."""
        return _PICTURES_AT_ONCE

    def run(self, tensors: Iterable[Tensor]) -> Iterator[NDArray[np.float32]]:
        """The network's first output for each tensor of one picture, in their order.

        Raises `ModelError`.
        """
        with self._one_at_a_time:
            running: deque[Any] = deque()
            try:
                for number, tensor in enumerate(tensors):
                    if len(running) == _IN_FLIGHT:
                        yield _output(running.popleft())
                    request = self._requests[number % _IN_FLIGHT]
                    request.get_input_tensor().data[:] = tensor
                    request.start_async()
                    running.append(request)
                while running:
                    yield _output(running.popleft())
            except ModelError:
                raise
            except Exception as error:  # the runtime's own classes have no other base
                raise ModelError(
                    "OpenVINO failed on a picture: choose the runtime onnxruntime."
                ) from error
            finally:
                for request in running:  # none is begun anew before it has ended
                    with suppress(RuntimeError):
                        request.wait()

    def close(self) -> None:
        """Free the network."""
        del self._requests


def _output(request: Any) -> NDArray[np.float32]:
    request.wait()
    # A copy: the runtime writes the next result into the same memory.
    return np.array(request.get_output_tensor(0).data, np.float32)


def is_installed() -> bool:
    """Whether the optional extra is there."""
    try:
        _import_openvino()
    except ModelError:
        return False
    return True


def _import_openvino() -> Any:
    try:
        # Importing costs 40 MB, which a service on onnxruntime does without.
        import openvino  # noqa: PLC0415
    except ImportError as error:
        raise ModelError(
            "The runtime openvino is not installed: install frigate-reid[openvino], or choose "
            "onnxruntime."
        ) from error
    return openvino
