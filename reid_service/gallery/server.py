"""The gallery on a Qdrant server or cluster.

Up to the server's own indexing threshold a search is exact; above it the server's graph makes it
approximate. Durability and reorganisation are the server's business.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from qdrant_client import QdrantClient, models
from qdrant_client.common.client_exceptions import QdrantException
from qdrant_client.http.exceptions import ApiException, UnexpectedResponse

from reid_service.domain.crop import Vector
from reid_service.errors import GalleryError, GalleryUnavailable, ModelMismatch
from reid_service.gallery.points import (
    BATCH,
    batches,
    check_vector,
    checked_points,
    home_name,
    matches_nothing,
    packed,
    ranked,
    unpacked,
)
from reid_service.gallery.store import Hit, Payload, Point, SearchFilter

_logger = logging.getLogger(__name__)

_PREFIX: Final = "frigate-reid-"
_INDEXES: Final = {
    "kind": models.PayloadSchemaType.KEYWORD,
    "camera": models.PayloadSchemaType.KEYWORD,
    "identity_id": models.PayloadSchemaType.KEYWORD,
    "time_s": models.PayloadSchemaType.FLOAT,
}
_REQUEST_TIMEOUT: Final = 408
_CONFLICT: Final = 409
_TOO_MANY: Final = 429
_DENIED: Final = (401, 403)


def connect(url: str, api_key: str | None, timeout_s: int = 30) -> QdrantClient:
    """A client for the server at `url`; nothing is sent yet."""
    # The compatibility check would ask the server before anybody expects it to be up.
    return QdrantClient(url, api_key=api_key, timeout=timeout_s, check_compatibility=False)


class ServerGallery:
    """A gallery in one collection of a server: `prefix` and the model's id name it. Thread-safe.

    The server may be down at the start: the collection is looked for, and made if there is none,
    at the first call. `ModelMismatch` comes then if it has other dimensions.
    """

    def __init__(
        self, client: QdrantClient, model_id: str, dimension: int, *, prefix: str = _PREFIX
    ) -> None:
        """Use the gallery of `model_id` (vectors of shape (dimension,)); takes over `client`."""
        self._client = client
        self._model_id = model_id
        self._dimension = dimension
        self._collection = prefix + home_name(model_id)
        self._lock = threading.Lock()
        self._ready = False

    @property
    def model_id(self) -> str:
        """The model whose vectors live here."""
        return self._model_id

    def upsert(self, points: Sequence[Point]) -> None:
        """Insert or replace points by id."""
        checked = checked_points(points, self._model_id, self._dimension)
        for batch in batches(checked):
            structs = [
                models.PointStruct(id=p.id, vector=p.vector.tolist(), payload=packed(p.payload))
                for p in batch
            ]
            with self._collection_ready():
                self._client.upsert(self._collection, structs, wait=True)

    def delete(self, ids: Sequence[str]) -> None:
        """Delete points by id; unknown ids are no error."""
        for batch in batches(ids):
            with self._collection_ready():
                selector = models.PointIdsList(points=[*batch])
                self._client.delete(self._collection, selector, wait=True)

    def search(self, vector: Vector, where: SearchFilter, limit: int) -> list[Hit]:
        """The `limit` nearest points that match, best first; ties by id."""
        check_vector(vector, self._model_id, self._dimension)
        if limit < 1 or matches_nothing(where):
            return []
        query = vector.tolist()
        query_filter = _server_filter(where)
        quantization = models.QuantizationSearchParams(rescore=True, oversampling=2.0)

        def fetch(wanted: int) -> list[tuple[str, float, dict[str, Any] | None]]:
            with self._collection_ready():
                found = self._client.query_points(
                    self._collection,
                    query=query,
                    query_filter=query_filter,
                    search_params=models.SearchParams(quantization=quantization),
                    limit=wanted,
                    with_payload=True,
                )
            return [(str(point.id), point.score, point.payload) for point in found.points]

        return ranked(fetch, limit)

    def scroll(self) -> Iterator[tuple[str, Payload]]:
        """Every point's id and payload, in no promised order."""
        after: Any = None
        while True:
            with self._collection_ready():
                records, after = self._client.scroll(
                    self._collection, limit=BATCH, offset=after, with_payload=True
                )
            for record in records:
                yield str(record.id), unpacked(record.payload)
            if after is None:
                return

    def count(self) -> int:
        """Number of points."""
        with self._collection_ready():
            return self._client.count(self._collection, exact=True).count

    def flush(self) -> None:
        """Nothing to do: a write returns when the server has it in its log."""

    def optimize(self) -> None:
        """Nothing to do: a server optimises by itself."""

    def clear(self) -> None:
        """Delete every point, by id: a collection that its owner has configured stays."""
        self.delete([id_ for id_, _ in self.scroll()])

    def close(self) -> None:
        """Close the client; the gallery is not used afterwards."""
        self._client.close()

    @contextmanager
    def _collection_ready(self) -> Iterator[None]:
        """A call to the server: makes the collection first, and turns errors into ours."""
        with _our_errors():
            with self._lock:
                if not self._ready:
                    self._make_ready()
                    self._ready = True
            yield

    def _make_ready(self) -> None:
        if not self._client.collection_exists(self._collection):
            self._create()
        found = self._client.get_collection(self._collection).config.params.vectors
        size = found.size if isinstance(found, models.VectorParams) else None
        if size != self._dimension:
            raise ModelMismatch(
                f"The collection {self._collection} does not hold plain vectors of "
                f"{self._dimension} dimensions: delete it on the server, then rebuild the index."
            )
        for field, schema in _INDEXES.items():
            self._client.create_payload_index(self._collection, field, schema, wait=True)

    def _create(self) -> None:
        try:
            self._client.create_collection(
                self._collection,
                vectors_config=models.VectorParams(
                    size=self._dimension, distance=models.Distance.COSINE, on_disk=True
                ),
                quantization_config=models.ScalarQuantization(
                    scalar=models.ScalarQuantizationConfig(
                        type=models.ScalarType.INT8, quantile=0.99, always_ram=True
                    )
                ),
            )
        except UnexpectedResponse as error:
            if error.status_code != _CONFLICT:  # somebody else was quicker
                raise
        else:
            _logger.info("Made the collection %s", self._collection)


@contextmanager
def _our_errors() -> Iterator[None]:
    """Turn the client's errors into the gallery's."""
    try:
        yield
    except UnexpectedResponse as error:
        raise _response_error(error) from error
    except (ApiException, QdrantException, OSError) as error:
        raise GalleryUnavailable(
            "The Qdrant server cannot be reached: check its address and that it runs."
        ) from error
    except ValueError as error:  # the client's own answer to an impossible request
        raise GalleryError(f"The Qdrant client refused a request: {error}.") from error


def _response_error(error: UnexpectedResponse) -> GalleryError:
    status = error.status_code or 0
    if status in _DENIED:
        return GalleryUnavailable("The Qdrant server refused the API key: check the setting.")
    if status in (_REQUEST_TIMEOUT, _TOO_MANY) or status >= 500:
        return GalleryUnavailable(
            f"The Qdrant server is overloaded or out of order (status {status}): see its log."
        )
    return GalleryError(f"The Qdrant server refused a request (status {status}): see its log.")


def _server_filter(where: SearchFilter) -> models.Filter:
    must: list[models.Condition] = [
        models.FieldCondition(key="kind", match=models.MatchValue(value=where.kind.value))
    ]
    if where.cameras is not None:
        cameras = models.MatchAny(any=sorted(where.cameras))
        must.append(models.FieldCondition(key="camera", match=cameras))
    if where.identities is not None:
        identities = models.MatchAny(any=sorted(where.identities))
        must.append(models.FieldCondition(key="identity_id", match=identities))
    if where.from_s is not None or where.until_s is not None:
        span = models.Range(gte=where.from_s, lt=where.until_s)
        must.append(models.FieldCondition(key="time_s", range=span))
    must_not: list[models.Condition] = []
    if where.exclude_identities:
        excluded = models.MatchAny(any=sorted(where.exclude_identities))
        must_not.append(models.FieldCondition(key="identity_id", match=excluded))
    return models.Filter(must=must, must_not=must_not or None)
