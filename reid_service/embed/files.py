"""Model files on disk: recognised by digest or side file, fetched and checked."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path
from typing import Final

import msgspec
import requests

from reid_service.embed.catalog import ModelEntry, ModelFacts, of_digest
from reid_service.errors import ModelError

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


def fetch(entry: ModelEntry, folder: Path) -> Path:
    """The file of `entry` in `folder`, downloaded if it is not there or damaged.

    A file that lies there is never trusted without its digest. Raises `ModelError` when it
    cannot be had or what was downloaded is not the file of the entry.
    """
    path = folder / entry.file
    if path.exists():
        if digest_of(path) == entry.sha256:
            return path
        _LOG.warning("%s is not the file of model %s, fetching it again", path, entry.name)
    if entry.url is None:
        raise ModelError(
            f"Model {entry.name} has no public address: put the right {entry.file} (SHA-256 "
            f"{entry.sha256}) into {folder}, or give the path of your own copy."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _download(entry, entry.url, path)
    except requests.RequestException as error:
        # The error's own text may carry a whole address with its query; its class says enough.
        raise ModelError(
            f"Model {entry.name} could not be fetched ({type(error).__name__}): try again later, "
            f"or put {entry.file} into {folder} yourself."
        ) from error
    except OSError as error:
        raise ModelError(
            f"Model {entry.name} could not be saved in {folder}: {error.strerror}."
        ) from error
    return path


def _download(entry: ModelEntry, url: str, path: Path) -> None:
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
        if digest.hexdigest() != entry.sha256:
            raise ModelError(
                f"What was fetched for model {entry.name} is not its file (SHA-256 "
                f"{digest.hexdigest()}): update this service, or put {entry.file} into "
                f"{path.parent} yourself."
            )
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
