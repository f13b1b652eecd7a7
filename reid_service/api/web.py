"""The web app as it was built: one page and the assets that it loads.

All addresses in it are relative, so it works below any path. The page is asked for anew each
time; assets have a digest in their names and are kept for ever.
"""

from __future__ import annotations

import gzip
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastapi import APIRouter, Request, Response

from reid_service.errors import NotFound

FOLDER: Final = Path(__file__).resolve().parents[1] / "web"
"""Where the build of `frontend/` puts the app."""

_PAGE: Final = "index.html"
_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        # Pictures and clips are fetched with the token and shown from memory.
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        # Home Assistant shows the page in a frame of its own address.
        "frame-ancestors 'self'",
    )
)
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_MEDIA_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
_COMPRESSED: Final = frozenset({".html", ".js", ".css", ".svg", ".json"})


@dataclass(frozen=True, slots=True)
class WebFile:
    """One file in memory; `zipped` is None where compressing gains nothing."""

    content: bytes
    zipped: bytes | None
    media_type: str


def read_web_files(folder: Path) -> dict[str, WebFile]:
    """All files below `folder` by their paths, as in `assets/app-1a2b.js`."""
    found = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return {each.relative_to(folder).as_posix(): _read(each) for each in found}


def web_router(folder: Path = FOLDER) -> APIRouter:
    """Routes of the page and its assets; they are no part of the API's description."""
    files = read_web_files(folder)
    router = APIRouter(include_in_schema=False)

    @router.api_route("/", methods=["GET", "HEAD"])
    async def get_page(request: Request) -> Response:
        if _PAGE not in files:
            msg = "The web app has not been built. Run npm ci and npm run build in frontend."
            raise NotFound(msg)
        return _answer(request, files[_PAGE], "no-cache")

    @router.api_route("/assets/{name}", methods=["GET", "HEAD"])
    async def get_asset(request: Request, name: str) -> Response:
        file = files.get(f"assets/{name}")
        if file is None:
            msg = "There is no such file. A newer version of the app may run: reload the page."
            raise NotFound(msg)
        return _answer(request, file, _FOR_EVER)

    return router


def _read(path: Path) -> WebFile:
    content = path.read_bytes()
    suffix = path.suffix
    guessed = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    zipped = gzip.compress(content, mtime=0) if suffix in _COMPRESSED else None
    return WebFile(content, zipped, _MEDIA_TYPES.get(suffix, guessed))


def _answer(request: Request, file: WebFile, cache: str) -> Response:
    headers = {
        "Cache-Control": cache,
        "Content-Security-Policy": _POLICY,
        "Vary": "Accept-Encoding",
    }
    if file.zipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(file.zipped, 200, headers, file.media_type)
    return Response(file.content, 200, headers, file.media_type)
