"""Opens a model on the runtime that is fastest on this machine.

Which one that is cannot be known beforehand: with OSNet x0.25, onnxruntime's level `extended`
took two thirds of the time of `all` on one machine and three times as long on another.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata
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
from reid_service.embed.trials import Trials, open_trials
from reid_service.errors import ModelError

_LOG = logging.getLogger(__name__)

RuntimeChoice: TypeAlias = Literal["auto", "onnxruntime", "openvino"]

_OPENVINO_ONLY: Final = ".xml"
_BUDGET_S: Final = 1.0
_LEAST_ROUNDS: Final = 3
_LEAST_AGREEMENT: Final = 0.9999  # cosine; equal precision gives 1.0000


@dataclass(frozen=True, slots=True)
class _Way:
    """How a network could be run; `name` says of which version, without importing it."""

    name: str
    load: Callable[[], Session]


@dataclass(frozen=True, slots=True)
class _Opened:
    way: str
    embedder: NetworkEmbedder
    vector: Vector


def open_embedder(
    name: str,
    *,
    file: Path | None = None,
    folder: Path,
    runtime: RuntimeChoice = "auto",
    threads: int = 1,
    notes: Path | None = None,
) -> Embedder:
    """The model `name` ready to use; the caller closes it.

    With `file` the model is that file, whatever `name` says; without, it is `descriptor` or a
    name of the catalog, whose file is shipped or in `folder`. Opening a network takes one to three
    seconds. In the file `notes` is remembered which runtimes ended the process. Raises
    `ModelError`.
    """
    if file is None and name == DESCRIPTOR:
        return DescriptorEmbedder()
    entry = _known(name) if file is None else entry_of_file(file)
    path = found(entry, folder) if file is None else file
    with open_trials(notes) as trials:
        return _open_network(entry, _ways(entry, path, runtime, threads), trials)


def _known(name: str) -> ModelEntry:
    entry = named(name)
    if entry is None:
        names = ", ".join([DESCRIPTOR, *(each.name for each in CATALOG)])
        raise ModelError(
            f"There is no model {name}: name one of {names}, or give the path of a model file."
        )
    return entry


def _open_network(entry: ModelEntry, ways: Sequence[_Way], trials: Trials) -> Embedder:
    """The fastest of `ways`.

    Those that fail, or ended the process before, are passed over while others work. Raises
    `ModelError` when none does.
    """
    opened: list[_Opened] = []
    failures: list[ModelError] = []
    probe = _probe(entry)
    for way in _harmless(ways, trials):
        try:
            with trials.trying(way.name):
                embedder = NetworkEmbedder(entry, way.load())
                opened.append(_Opened(way.name, embedder, embedder.embed([probe])[0]))
        except ModelError as error:
            failures.append(error)
    if not opened:
        raise failures[0]
    for failure in failures:
        _LOG.warning("a way to run the model is not used: %s", failure)
    usable = _agreeing(opened)
    fastest = _fastest(usable, probe, trials) if len(usable) > 1 else usable[0]
    for each in opened:
        trials.survived(each.way)
    return fastest.embedder


def _harmless(ways: Sequence[_Way], trials: Trials) -> Sequence[_Way]:
    """Those that did not end the process before; all of them when none is left."""
    harmless = [each for each in ways if not trials.is_deadly(each.name)]
    for each in ways:
        if harmless and each not in harmless:
            _LOG.warning(
                "%s is not tried: the last times it ended the service. It is tried again with "
                "another version of it, or when the setting model.runtime demands it",
                each.name,
            )
    return harmless or ways


def _ways(entry: ModelEntry, path: Path, runtime: RuntimeChoice, threads: int) -> list[_Way]:
    on_openvino = _Way(
        _named("openvino", entry), partial(OpenVinoSession, entry, path, threads=threads)
    )
    if path.suffix == _OPENVINO_ONLY:
        if runtime == "onnxruntime":
            raise ModelError(
                f"Model {entry.name} is in OpenVINO's format: choose the runtime openvino or auto, "
                "or a model in ONNX format."
            )
        return [on_openvino]
    ways: list[_Way] = []
    if runtime != "openvino":
        ways += [
            _Way(
                _named("onnxruntime", entry, level),
                partial(OnnxSession, entry, path, threads=threads, graph_level=level),
            )
            for level in GRAPH_LEVELS
        ]
    if runtime == "openvino" or (runtime == "auto" and is_installed()):
        ways.append(on_openvino)
    return ways


def _named(runtime: str, entry: ModelEntry, *how: str) -> str:
    try:
        version = metadata.version(runtime)
    except metadata.PackageNotFoundError:
        version = "of no package"
    return " ".join((runtime, version, *how, "with", entry.model_id))


def _probe(entry: ModelEntry) -> Image:
    """A picture of the network's size; its content does not matter to the time."""
    shape = (entry.input.height, entry.input.width, 3)
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def _agreeing(opened: Sequence[_Opened]) -> list[_Opened]:
    """Those whose vector equals the first one's: the model id promises that all do."""
    usable = []
    for each in opened:
        agreement = float(each.vector @ opened[0].vector)
        if agreement >= _LEAST_AGREEMENT:
            usable.append(each)
        else:
            _LOG.warning(
                "%s is not used: its vectors differ from those of %s (cosine %.4f)",
                each.embedder.runtime,
                opened[0].embedder.runtime,
                agreement,
            )
            each.embedder.close()
    return usable


def _fastest(opened: Sequence[_Opened], probe: Image, trials: Trials) -> _Opened:
    """Time all in turns, so that other work on the machine slows none of them alone.

    The least of each one's times counts, for the same reason. Closes the others.
    """
    least = [float("inf")] * len(opened)
    end = time.monotonic() + _BUDGET_S
    rounds = 0
    while rounds < _LEAST_ROUNDS or time.monotonic() < end:
        for index, each in enumerate(opened):
            with trials.trying(each.way):
                started = time.perf_counter()
                each.embedder.embed([probe])
                least[index] = min(least[index], time.perf_counter() - started)
        rounds += 1
    best = opened[int(np.argmin(least))]
    _LOG.info(
        "model %s: using %s (%s)",
        best.embedder.model_id,
        best.embedder.runtime,
        ", ".join(
            f"{each.embedder.runtime} {seconds * 1e3:.1f} ms a crop"
            for each, seconds in zip(opened, least, strict=True)
        ),
    )
    for each in opened:
        if each is not best:
            each.embedder.close()
    return best
