"""What both back ends do with points: check them, pack them, name their home, rank hits."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final, TypeVar

import msgspec
import numpy as np

from reid_service.domain.crop import Vector
from reid_service.errors import GalleryError, ModelMismatch
from reid_service.gallery.store import Hit, Payload, Point, SearchFilter

BATCH: Final = 512
"""Points in one request: a sighting is never torn apart, a rebuild does not fill the memory."""

_SPARE: Final = 8
_PRECISION_DIGITS: Final = 6
_NAME_LIMIT: Final = 64

_Item = TypeVar("_Item")


def batches(items: Sequence[_Item]) -> Iterator[Sequence[_Item]]:
    """`items` in runs of at most `BATCH`."""
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def checked_points(points: Sequence[Point], model_id: str, dimension: int) -> list[Point]:
    """`points` with the last of each id, all of the model and with finite vectors (D,).

    Raises `ModelMismatch` or `GalleryError`.
    """
    for point in points:
        if point.payload.model_id != model_id:
            raise ModelMismatch(
                f"A point of model {point.payload.model_id} was offered to the gallery of "
                f"{model_id}: embed it again with {model_id}."
            )
        check_vector(point.vector, model_id, dimension)
    return list({point.id: point for point in points}.values())


def check_vector(vector: Vector, model_id: str, dimension: int) -> None:
    """Raise `ModelMismatch` for a wrong shape, `GalleryError` for NaN or infinity."""
    if vector.shape != (dimension,):
        raise ModelMismatch(
            f"The gallery of {model_id} holds vectors of shape ({dimension},), "
            f"not {vector.shape}: embed with {model_id}."
        )
    if not np.isfinite(vector).all():
        raise GalleryError("A vector holds values that are not finite: embed the crop again.")


def packed(payload: Payload) -> dict[str, str | float]:
    """A payload as the engine keeps it; absent fields are left out.

    >>> from reid_service.gallery.store import PointKind
    >>> packed(Payload(PointKind.TEMPLATE, "m", 5.0, identity_id="i"))
    {'kind': 'template', 'model_id': 'm', 'time_s': 5.0, 'identity_id': 'i'}
    """
    fields = {
        "kind": payload.kind.value,
        "model_id": payload.model_id,
        "time_s": float(payload.time_s),
        "identity_id": payload.identity_id,
        "camera": payload.camera,
        "tracklet_id": payload.tracklet_id,
    }
    return {name: value for name, value in fields.items() if value is not None}


def unpacked(fields: Mapping[str, Any] | None) -> Payload:
    """The inverse of `packed`. Raises `GalleryError` when the point is none of ours."""
    try:
        return msgspec.convert(fields, Payload)
    except msgspec.ValidationError as error:
        raise GalleryError(
            f"The index holds a point that is not ours ({error}): clear and rebuild it."
        ) from error


def matches_nothing(where: SearchFilter) -> bool:
    """Whether an empty set in the filter leaves nothing to find."""
    empty: frozenset[str] = frozenset()
    return empty in (where.cameras, where.identities)


def ranked(fetch: Callable[[int], Sequence[tuple[str, float, Any]]], limit: int) -> list[Hit]:
    """The `limit` best hits of `fetch(n)`, which gives the n best as id, cosine, payload.

    Similarities are rounded to 1e-6, just above the noise of float32, so that equal vectors tie
    and the order is the same on every machine. A tie across the limit is fetched whole.
    """
    for doubling in count():
        wanted = (limit + _SPARE) << doubling
        found = [(id_, _similarity(cosine), fields) for id_, cosine, fields in fetch(wanted)]
        if len(found) < wanted or found[-1][1] < found[limit - 1][1]:
            break
    found.sort(key=lambda hit: (-hit[1], hit[0]))
    return [Hit(id_, similarity, unpacked(fields)) for id_, similarity, fields in found[:limit]]


def _similarity(cosine: float) -> float:
    return min(1.0, max(-1.0, round(cosine, _PRECISION_DIGITS)))


def home_name(model_id: str) -> str:
    """A folder or collection name for a model; a digest keeps odd ids apart.

    >>> home_name("osnet/x0.25 msmt17")
    'osnet-x0.25-msmt17-5b8fc65e'
    """
    readable = re.sub(r"[^A-Za-z0-9._-]+", "-", model_id).strip(".-")[:_NAME_LIMIT]
    digest = hashlib.sha256(model_id.encode()).hexdigest()[:8]
    return f"{readable}-{digest}" if readable else digest
