"""Which gallery a site gets: embedded by default, on a server by URL."""

from __future__ import annotations

from pathlib import Path

from reid_service.errors import SettingsError
from reid_service.gallery.edge import EdgeGallery
from reid_service.gallery.points import home_name
from reid_service.gallery.store import Gallery


def open_gallery(
    model_id: str, dimension: int, *, folder: Path | None, url: str | None, api_key: str | None
) -> Gallery:
    """The gallery of a model whose vectors have shape (dimension,).

    With `url` it is a collection on that Qdrant server, which may be down for now; else it lives
    in a sub-folder of `folder` of its own. Raises `SettingsError` without either, and what
    `EdgeGallery` raises.
    """
    if url is not None:
        # Importing the client costs 90 MB, which the embedded gallery does without.
        from reid_service.gallery.server import ServerGallery, connect  # noqa: PLC0415

        return ServerGallery(connect(url, api_key), model_id, dimension)
    if folder is None:
        raise SettingsError("The gallery needs a data folder or the URL of a Qdrant server.")
    return EdgeGallery(folder / home_name(model_id), model_id, dimension)
