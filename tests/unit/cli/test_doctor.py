"""What the doctor finds on a site where little works."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from reid_service.app.site import open_site_embedder, open_site_gallery
from reid_service.cli import doctor, main
from reid_service.domain.tracklet import template_point_id
from reid_service.gallery.store import Payload, Point, PointKind
from reid_service.settings import load_settings
from reid_service.storage.store import Store
from tests.brokers import Broker, free_port
from tests.unit.api import serving as api
from tests.unit.ingest.fake_frigate import FakeFrigate, as_json, serving


@pytest.fixture(autouse=True)
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_BROKER_WAIT_S", 0.3)


def lonely(folder: Path) -> tuple[int, list[str]]:
    """A closed port, and the arguments of a site with nothing but it around."""
    closed = free_port()
    address = f"http://127.0.0.1:{closed}"
    options = ["--data-dir", str(folder / "data"), "--frigate", address]
    return closed, ["doctor", *options, "--model", "descriptor", "--set", f"api.port={closed}"]


def test_every_part_is_looked_at_and_a_bad_one_gives_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed, arguments = lonely(tmp_path)
    assert main([*arguments, "--mqtt", f"127.0.0.1:{closed}"]) == 1
    said = capsys.readouterr().out
    assert "[  bad  ] broker for frigate: no connection to the broker" in said
    assert "[  bad  ] Frigate frigate: Frigate does not answer" in said
    assert "-> Check frigate.url" in said
    assert "[warning] model: descriptor" in said
    assert "[ good  ] index: it is built at the next start." in said
    assert "[ good  ] disk: " in said


def test_a_site_without_a_broker_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, arguments = lonely(tmp_path)
    assert main(arguments) == 1
    assert "[  bad  ] broker for frigate: no broker is set." in capsys.readouterr().out


def test_a_model_and_a_store_that_cannot_be_opened_do_not_keep_the_rest_from_being_looked_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, arguments = lonely(tmp_path)
    missing = str(tmp_path / "none.onnx")
    assert main([*arguments, "--model", missing, "--set", "store.url=nonsense"]) == 1
    said = capsys.readouterr().out
    assert "[  bad  ] model: " in said
    assert "[  bad  ] index: The database URL is not understood." in said
    assert "[ good  ] disk: " in said


def test_a_data_folder_that_cannot_be_made_is_a_finding_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "data").write_text("no folder")
    _, arguments = lonely(tmp_path)
    assert main(arguments) == 1
    assert "[  bad  ] disk: " in capsys.readouterr().out


def test_a_full_disk_is_bad(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_LEAST_FREE_MB", 1e12)
    _, arguments = lonely(tmp_path)
    assert main(arguments) == 1
    assert "MB are free in the data folder." in capsys.readouterr().out


@pytest.fixture
def frigate() -> Iterator[FakeFrigate]:
    """A Frigate with one camera, whose user may only look."""
    fake = FakeFrigate()
    fake.on("/config", as_json({"cameras": {"gate": {"detect": {"width": 640, "height": 360}}}}))
    fake.on("/profile", as_json({"username": "anna", "role": "viewer"}))
    with serving(fake):
        yield fake


def test_a_whole_site_is_well(
    tmp_path: Path,
    frigate: FakeFrigate,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "_BROKER_WAIT_S", 20.0)
    _, arguments = lonely(tmp_path)
    with Broker(tmp_path) as broker:
        address = f"127.0.0.1:{broker.port}"
        assert main([*arguments, "--mqtt", address, "--frigate", frigate.url]) == 0
    said = capsys.readouterr().out
    assert f"[ good  ] broker for frigate: connected to {address}." in said
    assert "[ good  ] Frigate frigate: version 0.17, 1 cameras." in said


def test_a_user_who_may_not_write_is_a_warning_only_where_writing_is_wanted(
    tmp_path: Path, frigate: FakeFrigate, capsys: pytest.CaptureFixture[str]
) -> None:
    _, arguments = lonely(tmp_path)
    wanted = ["--frigate", frigate.url, "--set", "publish.write_sub_label=true"]
    main([*arguments, *wanted])
    assert "[warning] Frigate frigate:" in capsys.readouterr().out


def test_of_a_running_service_the_index_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/reid.db")
    with api.serving(store, tmp_path) as served:
        port = served.client.base_url.port
        _, arguments = lonely(tmp_path)
        main([*arguments, "--set", f"api.port={port}", "--set", f"api.token={api.TOKEN}"])
    store.close()
    assert "[ good  ] index: 42 points in the running service" in capsys.readouterr().out


def test_an_index_that_differs_from_the_store_is_bad(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, arguments = lonely(tmp_path)
    folder = tmp_path / "data"
    model = ["--model", "descriptor"]
    assert main(["rebuild-index", "--data-dir", str(folder), *model]) == 0
    main(arguments)
    assert "[ good  ] index: 0 points, equal to the store." in capsys.readouterr().out

    given = {"data_dir": folder, "model": {"name": "descriptor"}}
    settings = load_settings(arguments=given, options_file=folder / "none")
    with (
        closing(open_site_embedder(settings)) as embedder,
        closing(open_site_gallery(settings, embedder)) as gallery,
    ):
        vector = np.eye(1, embedder.dimension, dtype=np.float32)[0]
        payload = Payload(PointKind.TEMPLATE, embedder.model_id, 1.0, identity_id="x")
        gallery.upsert([Point(template_point_id("x"), vector, payload)])
        gallery.flush()
    assert main(arguments) == 1
    assert "0 points are missing, 1 superfluous, 0 wrong." in capsys.readouterr().out
