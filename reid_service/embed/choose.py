"""Opens a model on the runtime that is fastest on this machine.

Which one that is cannot be known beforehand: with OSNet x0.25, onnxruntime's level `extended`
took two thirds of the time of `all` on one machine and three times as long on another.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Literal, TypeAlias

import numpy as np

from reid_service.domain.crop import Image, Vector
from reid_service.embed.catalog import CATALOG, ModelEntry, named
from reid_service.embed.descriptor import DESCRIPTOR, DescriptorEmbedder
from reid_service.embed.embedder import Embedder
from reid_service.embed.files import entry_of_file, found
from reid_service.embed.network import NetworkEmbedder, Session
from reid_service.embed.onnx import GRAPH_LEVELS, OnnxSession
from reid_service.embed.openvino import OpenVinoSession, is_installed
from reid_service.errors import ModelError

_LOG = logging.getLogger(__name__)

RuntimeChoice: TypeAlias = Literal["auto", "onnxruntime", "openvino"]

_OPENVINO_ONLY: Final = ".xml"
_BUDGET_S: Final = 1.0
_LEAST_ROUNDS: Final = 3
_LEAST_AGREEMENT: Final = 0.9999  # cosine; equal precision gives 1.0000


def open_embedder(
    name: str,
    *,
    file: Path | None = None,
    folder: Path,
    runtime: RuntimeChoice = "auto",
    threads: int = 1,
) -> Embedder:
    """The model `name` ready to use; the caller closes it.

    With `file` the model is that file, whatever `name` says; without, it is `descriptor` or a
    name of the catalog, whose file is shipped or in `folder`. Opening a network takes one to three
    seconds. Raises `ModelError`.
    """
    if file is not None:
        return open_network(entry_of_file(file), file, runtime=runtime, threads=threads)
    if name == DESCRIPTOR:
        return DescriptorEmbedder()
    entry = named(name)
    if entry is None:
        names = ", ".join([DESCRIPTOR, *(each.name for each in CATALOG)])
        raise ModelError(
            f"There is no model {name}: name one of {names}, or give the path of a model file."
        )
    return open_network(entry, found(entry, folder), runtime=runtime, threads=threads)


def open_network(
    entry: ModelEntry, path: Path, *, runtime: RuntimeChoice, threads: int
) -> Embedder:
    """The fastest of the ways in which `runtime` can execute the file at `path`.

    Ways that fail are passed over while one works. Raises `ModelError` when none does.
    """
    opened: list[NetworkEmbedder] = []
    failures: list[ModelError] = []
    probe = _probe(entry)
    vectors: list[Vector] = []
    for load in _ways(entry, path, runtime, threads):
        try:
            embedder = NetworkEmbedder(entry, load())
            vectors.append(embedder.embed([probe])[0])
        except ModelError as error:
            failures.append(error)
            continue
        opened.append(embedder)
    if not opened:
        raise failures[0]
    for failure in failures:
        _LOG.warning("a way to run the model is not used: %s", failure)
    usable = _agreeing(opened, vectors)
    return _fastest(usable, probe) if len(usable) > 1 else usable[0]


def _ways(
    entry: ModelEntry, path: Path, runtime: RuntimeChoice, threads: int
) -> list[Callable[[], Session]]:
    sessions: list[Callable[[], Session]] = []
    if path.suffix == _OPENVINO_ONLY:
        if runtime == "onnxruntime":
            raise ModelError(
                f"Model {entry.name} is in OpenVINO's format: choose the runtime openvino or auto, "
                "or a model in ONNX format."
            )
        return [partial(OpenVinoSession, entry, path, threads=threads)]
    if runtime != "openvino":
        sessions += [
            partial(OnnxSession, entry, path, threads=threads, graph_level=level)
            for level in GRAPH_LEVELS
        ]
    if runtime == "openvino" or (runtime == "auto" and is_installed()):
        sessions.append(partial(OpenVinoSession, entry, path, threads=threads))
    return sessions


def _probe(entry: ModelEntry) -> Image:
    """A picture of the network's size; its content does not matter to the time."""
    shape = (entry.input.height, entry.input.width, 3)
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def _agreeing(
    embedders: Sequence[NetworkEmbedder], vectors: Sequence[Vector]
) -> list[NetworkEmbedder]:
    """Those whose vector equals the first one's: the model id promises that all do."""
    usable = []
    for embedder, vector in zip(embedders, vectors, strict=True):
        agreement = float(vector @ vectors[0])
        if agreement >= _LEAST_AGREEMENT:
            usable.append(embedder)
        else:
            _LOG.warning(
                "%s is not used: its vectors differ from those of %s (cosine %.4f)",
                embedder.runtime,
                embedders[0].runtime,
                agreement,
            )
            embedder.close()
    return usable


def _fastest(embedders: Sequence[NetworkEmbedder], probe: Image) -> NetworkEmbedder:
    """Time all in turns, so that other work on the machine slows none of them alone.

    The least of each one's times counts, for the same reason. Closes the others.
    """
    least = [float("inf")] * len(embedders)
    end = time.monotonic() + _BUDGET_S
    rounds = 0
    while rounds < _LEAST_ROUNDS or time.monotonic() < end:
        for index, embedder in enumerate(embedders):
            started = time.perf_counter()
            embedder.embed([probe])
            least[index] = min(least[index], time.perf_counter() - started)
        rounds += 1
    best = int(np.argmin(least))
    _LOG.info(
        "model %s: using %s (%s)",
        embedders[best].model_id,
        embedders[best].runtime,
        ", ".join(
            f"{each.runtime} {seconds * 1e3:.1f} ms a crop"
            for each, seconds in zip(embedders, least, strict=True)
        ),
    )
    for index, embedder in enumerate(embedders):
        if index != best:
            embedder.close()
    return embedders[best]
