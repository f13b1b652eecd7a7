"""`frigate-reid models`: what is known, and fetching it from a server on this machine."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reid_service.cli import main, models
from reid_service.embed.catalog import CATALOG, Channels, ModelEntry, ModelInput, Part
from reid_service.embed.embedder import Calibration

NETWORK = b"<net/>" * 100
WEIGHTS = b"numbers" * 1000


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = {"/tiny.xml": NETWORK, "/tiny.bin": WEIGHTS}.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's name
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


@pytest.fixture
def tiny(address: str, monkeypatch: pytest.MonkeyPatch) -> ModelEntry:
    """A catalog of one model in two files."""
    entry = ModelEntry(
        name="tiny",
        licence="Apache-2.0 (for a test)",
        input=ModelInput(height=16, width=8, channels=Channels.BGR),
        dimension=3,
        calibration=Calibration(same=0.9, new=0.8),
        file="tiny.xml",
        sha256=hashlib.sha256(NETWORK).hexdigest(),
        url=f"{address}/tiny.xml",
        weights=Part(
            file="tiny.bin",
            sha256=hashlib.sha256(WEIGHTS).hexdigest(),
            url=f"{address}/tiny.bin",
        ),
    )
    monkeypatch.setattr(models, "CATALOG", (entry,))
    monkeypatch.setattr(models, "named", {"tiny": entry}.get)
    return entry


def test_pull_fetches_both_files_and_tells_the_licence(
    tiny: ModelEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "pull", "tiny", "--data-dir", str(tmp_path)]) == 0
    assert (tmp_path / "models" / "tiny.xml").read_bytes() == NETWORK
    assert (tmp_path / "models" / "tiny.bin").read_bytes() == WEIGHTS
    assert tiny.licence in capsys.readouterr().out


def test_pull_mends_damaged_weights_alone(tiny: ModelEntry, tmp_path: Path) -> None:
    pull = ["models", "pull", tiny.name, "--data-dir", str(tmp_path)]
    main(pull)
    network, weights = (tmp_path / "models" / name for name in ("tiny.xml", "tiny.bin"))
    written = network.stat().st_mtime_ns
    weights.write_bytes(b"damaged")
    assert main(pull) == 0
    assert weights.read_bytes() == WEIGHTS
    assert network.stat().st_mtime_ns == written


def test_list_tells_what_is_here_and_what_can_be_fetched(
    tiny: ModelEntry, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listing = ["models", "list", "--data-dir", str(tmp_path)]
    main(listing)
    assert "tiny: can be fetched. Apache-2.0" in capsys.readouterr().out
    main(["models", "pull", tiny.name, "--data-dir", str(tmp_path)])
    main(listing)
    assert "tiny: here. Apache-2.0" in capsys.readouterr().out


def test_an_unknown_name_is_answered_with_those_that_can_be_fetched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "pull", "resnet", "--data-dir", str(tmp_path)]) == 2
    assert "omz-reid-0286.ir" in capsys.readouterr().err


def test_what_has_no_address_is_not_pulled(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = next(entry.name for entry in CATALOG if entry.url is None and not entry.shipped)
    assert main(["models", "pull", name, "--data-dir", str(tmp_path)]) == 2
    assert "has no public address" in capsys.readouterr().err
