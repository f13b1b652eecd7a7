"""The web app is served to whoever asks, and its files are all that is."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from reid_service.api.errors import on_reid_error
from reid_service.api.guard import Guard
from reid_service.api.server import ApiServer
from reid_service.api.web import FOLDER, read_web_files, web_router
from reid_service.errors import ReidError
from tests.unit.api.serving import Served

SCRIPT = "console.log('a long line that can be made shorter');\n" * 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small app."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>App</title>")
    (tmp_path / "assets" / "app-1a2b.js").write_text(SCRIPT)
    (tmp_path / "assets" / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.txt").write_text("no")
    return tmp_path


def _serve(folder: Path) -> ApiServer:
    app = FastAPI(exception_handlers={ReidError: on_reid_error})
    app.add_middleware(Guard)
    app.include_router(web_router(folder))
    server = ApiServer(app, "127.0.0.1", 0)
    server.start()
    return server


@pytest.fixture
def web(folder: Path) -> Iterator[httpx.Client]:
    """A client of the small app."""
    server = _serve(folder)
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}") as client:
        yield client
    server.stop()


def test_the_page_is_asked_for_anew_each_time(web: httpx.Client) -> None:
    response = web.get("/")
    assert "<title>App</title>" in response.text
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["cache-control"] == "no-cache"


def test_assets_are_kept_for_ever(web: httpx.Client) -> None:
    response = web.get("/assets/app-1a2b.js")
    assert response.text == SCRIPT
    assert response.headers["content-type"].startswith("text/javascript")
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"


def test_texts_are_compressed_for_who_understands_it(web: httpx.Client) -> None:
    plain = web.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with web.stream("GET", "/assets/app-1a2b.js") as response:
        raw = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(raw).decode() == SCRIPT
    assert len(raw) < len(SCRIPT) / 4


def test_pictures_are_sent_as_they_are(web: httpx.Client) -> None:
    response = web.get("/assets/photo.png")
    assert response.headers["content-type"] == "image/png"
    assert "content-encoding" not in response.headers


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere(web: httpx.Client) -> None:
    for path in ("/", "/assets/app-1a2b.js"):
        policy = web.get(path).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'self'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert web.get(path).headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/secret.txt", "/assets/", "/assets/nothing.js", "/assets/..%2Fsecret.txt", "/assets/a/b"],
)
def test_nothing_else_is_served(web: httpx.Client, path: str) -> None:
    assert web.get(path).status_code == 404


def test_a_head_has_no_body(web: httpx.Client) -> None:
    response = web.head("/")
    assert (response.status_code, response.content) == (200, b"")


def test_without_a_build_the_page_says_what_to_do(tmp_path: Path) -> None:
    server = _serve(tmp_path)
    try:
        response = httpx.get(f"http://127.0.0.1:{server.port}/")
    finally:
        server.stop()
    assert response.status_code == 404
    assert "npm run build" in response.json()["message"]


def test_the_app_needs_no_token_but_its_calls_do(empty: Served) -> None:
    with httpx.Client(base_url=empty.client.base_url) as stranger:
        page = stranger.get("/")
        assert page.status_code == 200
        assert stranger.post("/").status_code == 405
        assert stranger.get("/api/session").status_code == 401


def test_the_committed_page_loads_only_files_that_are_there() -> None:
    files = read_web_files(FOLDER)
    page = files["index.html"].content.decode()
    addresses = [part.partition('"')[0] for part in page.split('="./')[1:]]
    assert addresses
    assert [each for each in addresses if each not in files] == []
    assert "http" not in page
