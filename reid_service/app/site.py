"""What a site consists of, opened from settings: store, model, vector index."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from reid_service.embed.choose import open_embedder
from reid_service.embed.embedder import Embedder
from reid_service.gallery.factory import open_gallery
from reid_service.gallery.store import Gallery
from reid_service.settings import Settings
from reid_service.storage.indexing import forget_index
from reid_service.storage.store import Store

_PICTURES: Final = "pictures"
_PLANS: Final = "plans"
_EXPORTS: Final = "exports"
_INDEX: Final = "gallery"


def make_data_dir(settings: Settings) -> None:
    """Make the data folder, for this user alone: it holds pictures of people and a token."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)


def pictures_folder(settings: Settings) -> Path:
    """Where crops are kept."""
    return settings.data_dir / _PICTURES


def plans_folder(settings: Settings) -> Path:
    """Where the pictures of floors are kept."""
    return settings.data_dir / _PLANS


def exports_folder(settings: Settings) -> Path:
    """Where the files of exports are kept until they expire."""
    return settings.data_dir / _EXPORTS


def index_folder(settings: Settings) -> Path:
    """Where the embedded vector index is."""
    return settings.data_dir / _INDEX


def store_url(settings: Settings) -> str:
    """The database: a file in the data folder unless a URL is set."""
    if settings.store.url is not None:
        return settings.store.url.get_secret_value()
    return f"sqlite:///{settings.data_dir.resolve() / 'frigate-reid.db'}"


def open_site_store(settings: Settings, *, writable: bool = True) -> Store:
    """The store. Raises `StoreError`, also when another service uses it."""
    make_data_dir(settings)
    return Store.open(store_url(settings), writable=writable)


def open_site_embedder(settings: Settings) -> Embedder:
    """The model. Raises `ModelError`."""
    model = settings.model
    return open_embedder(
        model.name,
        file=model.file,
        folder=settings.data_dir / "models",
        runtime=model.runtime,
        threads=model.threads,
        notes=settings.data_dir / "runtime-trials.json",
    )


def notice_missing_index(settings: Settings, store: Store) -> None:
    """Have the embedded index built anew where its folder is gone: backups leave it out."""
    if settings.gallery.url is None and not index_folder(settings).exists():
        forget_index(store)


def open_site_gallery(settings: Settings, embedder: Embedder) -> Gallery:
    """The vector index for the vectors of `embedder`. Raises `GalleryError`."""
    key = settings.gallery.api_key
    return open_gallery(
        embedder.model_id,
        embedder.dimension,
        folder=index_folder(settings),
        url=settings.gallery.url,
        api_key=key.get_secret_value() if key else None,
    )
