"""Model files on disk: recognised by digest or side file, fetched and checked."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path
from typing import Final

import msgspec
import requests

from reid_service.embed.catalog import ModelEntry, ModelFacts, Part, of_digest
from reid_service.errors import ModelError

SHIPPED: Final = Path(__file__).parent / "weights"
"""Where the models are that are part of this project."""

_LOG = logging.getLogger(__name__)
_CHUNK_BYTES: Final = 1 << 20
_TIMEOUTS_S: Final = (5.0, 30.0)  # to connect, and between two pieces
_SIDE_FILE_EXAMPLE: Final = (
    '{"name": "my-model", "licence": "...", "dimension": 512, '
    '"input": {"height": 256, "width": 128, "channels": "rgb", "scale": 0.00392157, '
    '"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225]}, '
    '"calibration": {"same": 0.7, "new": 0.6}}'
)


def digest_of(path: Path) -> str:
    """SHA-256 of a file in lower-case hexadecimal digits. Raises `ModelError`."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"The model file {path} cannot be read: {error.strerror}.") from error


def entry_of_file(path: Path) -> ModelEntry:
    """What is known of the model file at `path`: by its digest, else by its side file.

    The side file lies beside it (`my-model.onnx` has `my-model.json`) and holds `ModelFacts`.
    Raises `ModelError` when the file cannot be read or nobody describes it.
    """
    digest = digest_of(path)
    known = of_digest(digest)
    if known is not None:
        if known.weights is not None:
            _check_weights(known, known.weights, path.with_suffix(".bin"))
        return known
    side_file = path.with_suffix(".json")
    try:
        facts = msgspec.json.decode(side_file.read_bytes(), type=ModelFacts)
    except FileNotFoundError as error:
        raise ModelError(
            f"The model {path.name} is not known: describe it in {side_file}, like "
            f"{_SIDE_FILE_EXAMPLE}."
        ) from error
    except OSError as error:
        raise ModelError(f"{side_file} cannot be read: {error.strerror}.") from error
    except msgspec.DecodeError as error:
        raise ModelError(
            f"{side_file} does not describe a model ({error}): write it like {_SIDE_FILE_EXAMPLE}."
        ) from error
    known_facts = {name: getattr(facts, name) for name in facts.__struct_fields__}
    return ModelEntry(**known_facts, file=path.name, sha256=digest)


def found(entry: ModelEntry, folder: Path) -> Path:
    """The file of `entry`, shipped or in `folder`, checked; nothing is fetched.

    Raises `ModelError` when it is not there or damaged.
    """
    path = SHIPPED / entry.file if entry.shipped else folder / entry.file
    if all(_is_right(each, path.parent) for each in _parts(entry)):
        return path
    if entry.url is not None:
        raise ModelError(
            f"The file of model {entry.name} is not in {folder}, or damaged: fetch it with "
            f"`frigate-reid models pull {entry.name}`, or name another model."
        )
    raise ModelError(_no_address(entry, path.parent))


def fetch(entry: ModelEntry, folder: Path) -> Path:
    """The file of `entry`; what of it is not in `folder`, or damaged, is downloaded.

    A file that lies there is never trusted without its digest. Raises `ModelError` when it
    cannot be had or what was downloaded is not the file of the entry.
    """
    if entry.shipped:
        return found(entry, folder)
    for part in _parts(entry):
        if not _is_right(part, folder):
            _fetch_part(entry, part, folder)
    return folder / entry.file


def _fetch_part(entry: ModelEntry, part: ModelEntry | Part, folder: Path) -> None:
    path = folder / part.file
    if path.exists():
        _LOG.warning("%s is not the file of model %s, fetching it again", path, entry.name)
    if part.url is None:
        raise ModelError(_no_address(entry, folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _download(entry.name, part, part.url, path)
    except requests.RequestException as error:
        # The error's own text may carry a whole address with its query; its class says enough.
        raise ModelError(
            f"Model {entry.name} could not be fetched ({type(error).__name__}): try again later, "
            f"or put {part.file} into {folder} yourself."
        ) from error
    except OSError as error:
        raise ModelError(
            f"Model {entry.name} could not be saved in {folder}: {error.strerror}."
        ) from error


def _parts(entry: ModelEntry) -> tuple[ModelEntry | Part, ...]:
    """The files of a model: one, or a network and its weights."""
    return (entry,) if entry.weights is None else (entry.weights, entry)


def _is_right(part: ModelEntry | Part, folder: Path) -> bool:
    path = folder / part.file
    return path.exists() and digest_of(path) == part.sha256


def _no_address(entry: ModelEntry, folder: Path) -> str:
    return (
        f"Model {entry.name} has no public address: put the right {entry.file} (SHA-256 "
        f"{entry.sha256}) into {folder}, or give the path of your own copy."
    )


def _check_weights(entry: ModelEntry, weights: Part, path: Path) -> None:
    if digest_of(path) != weights.sha256:
        raise ModelError(
            f"{path} does not hold the weights of model {entry.name}: fetch both files again with "
            f"`frigate-reid models pull {entry.name}`."
        )


def _download(name: str, part: ModelEntry | Part, url: str, path: Path) -> None:
    """Write the file beside its place and move it there only when its digest is right."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    digest = hashlib.sha256()
    try:
        with requests.get(url, stream=True, timeout=_TIMEOUTS_S) as response:
            response.raise_for_status()
            with partial.open("wb") as file:
                for piece in response.iter_content(_CHUNK_BYTES):
                    digest.update(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        if digest.hexdigest() != part.sha256:
            raise ModelError(
                f"What was fetched for model {name} is not its file (SHA-256 "
                f"{digest.hexdigest()}): update this service, or put {part.file} into "
                f"{path.parent} yourself."
            )
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
