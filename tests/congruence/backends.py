"""The back ends that the congruence suite runs over."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from qdrant_client import QdrantClient, models

from reid_service.gallery.edge import EdgeGallery
from reid_service.gallery.server import ServerGallery, connect
from reid_service.gallery.store import Gallery


class Backend(Protocol):
    """Opens galleries that share one place; opening the same model again finds its points."""

    def open(self, model_id: str, dimension: int) -> Gallery:
        """The gallery of a model; the caller has closed the one before."""
        ...

    def close(self) -> None:
        """Remove everything."""
        ...


class EdgeBackend:
    """The embedded engine in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: list[EdgeGallery] = []

    def open(self, model_id: str, dimension: int) -> EdgeGallery:
        gallery = EdgeGallery(self._folder / model_id, model_id, dimension)
        self._opened.append(gallery)
        return gallery

    def close(self) -> None:
        for gallery in self._opened:
            gallery.close()


class InMemoryClient(QdrantClient):
    """The client's local mode: a stand-in for a server, for tests only."""

    def __init__(self) -> None:
        super().__init__(":memory:")

    def create_payload_index(self, *_: Any, **__: Any) -> models.UpdateResult:
        """Local mode has no payload indexes and would only warn about it."""
        return models.UpdateResult(status=models.UpdateStatus.COMPLETED)

    def query_points(self, *args: Any, **kwargs: Any) -> models.QueryResponse:
        """Local mode always searches exactly and would only warn about search parameters."""
        kwargs.pop("search_params", None)
        return super().query_points(*args, **kwargs)


class _SharedClient(ServerGallery):
    """A gallery that leaves its client open for the next one."""

    def close(self) -> None:
        pass


class ClientBackend:
    """A `QdrantClient`: in memory, or connected to a real server; collections of its own."""

    def __init__(self, connect_client: Callable[[], QdrantClient]) -> None:
        self._client = connect_client()
        self._prefix = f"congruence-{uuid.uuid4().hex}-"

    def open(self, model_id: str, dimension: int) -> ServerGallery:
        return _SharedClient(self._client, model_id, dimension, prefix=self._prefix)

    def close(self) -> None:
        for collection in self._client.get_collections().collections:
            if collection.name.startswith(self._prefix):
                self._client.delete_collection(collection.name)
        self._client.close()


def server_backend(url: str, api_key: str | None) -> ClientBackend:
    """Collections of its own on a real server."""
    return ClientBackend(lambda: connect(url, api_key))
