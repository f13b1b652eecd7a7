"""What an app learns before its first start."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from reid_service.cli import main
from reid_service.cli.prepare import ONLY_GUESSED
from reid_service.settings import Settings, load_settings
from tests.brokers import free_port
from tests.unit.app.test_finding import frigate_with
from tests.unit.ingest.fake_frigate import FakeFrigate, serving

OFFERED = {
    "host": "core-mosquitto",
    "port": 1883,
    "username": "addons",
    "password": "0123",
    "ssl": False,
    "protocol": "3.1.1",
}


class Prepared:
    """Calls `prepare`, and reads the settings that its lines lead to."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.code = 0
        self.said = ""

    def __call__(self, *arguments: str, offered: dict[str, Any] | None = None) -> Settings:
        content = b"" if offered is None else json.dumps(offered).encode()
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        given = ["--data-dir", str(self.folder), "--offered-broker", *arguments]
        self.code = main(["prepare", *given])
        printed, self.said = self._capsys.readouterr()
        with self._monkeypatch.context() as environment:
            for line in printed.splitlines():
                environment.setenv(*line.split("=", 1))
            return load_settings(options_file=self.folder / "none")


@pytest.fixture
def prepared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Prepared:
    return Prepared(tmp_path / "data", capsys, monkeypatch)


@pytest.fixture
def nowhere() -> tuple[str, str]:
    """Arguments that look for Frigate where nobody listens."""
    return "--try", f"http://127.0.0.1:{free_port()}"


def test_broker_and_frigate_are_found_without_a_single_setting(prepared: Prepared) -> None:
    with serving(frigate_with("cams")) as frigate:
        settings = prepared("--try", frigate.url, offered=OFFERED)
    assert prepared.code == 0
    assert (settings.mqtt.host, settings.mqtt.username) == ("core-mosquitto", "addons")
    assert settings.mqtt.password is not None
    assert settings.mqtt.password.get_secret_value() == "0123"
    assert [(each.url, each.topic_prefix) for each in settings.frigate] == [(frigate.url, "cams")]
    assert f"Frigate is at {frigate.url}." in prepared.said
    assert "0123" not in prepared.said


def test_what_is_set_is_neither_asked_for_nor_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(OFFERED).encode())))
    given = ["--mqtt", "own", "--frigate", "http://own:5000", "--data-dir", str(tmp_path)]
    assert main(["prepare", "--offered-broker", *given]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_login_that_was_set_stays_with_the_frigate_that_is_found(prepared: Prepared) -> None:
    login = "frigate=[{username: anna, password: '007', name: yard}]"
    with serving(FakeFrigate(user=("anna", "007"))) as frigate:
        [made] = prepared("--try", frigate.url, "--set", login).frigate
    assert (made.url, made.name, made.username) == (frigate.url, "yard", "anna")
    assert made.password is not None
    assert made.password.get_secret_value() == "007"
    assert "set frigate.username" in prepared.said


def test_a_user_of_your_own_is_not_mixed_with_the_offered_password(
    prepared: Prepared, nowhere: tuple[str, str]
) -> None:
    made = prepared(*nowhere, "--set", "mqtt.username=anna", offered=OFFERED).mqtt
    assert (made.host, made.password) == ("core-mosquitto", None)


@pytest.mark.parametrize("offered", [None, {}])
def test_without_broker_and_frigate_the_service_still_gets_something_to_start_with(
    prepared: Prepared, nowhere: tuple[str, str], offered: dict[str, Any] | None
) -> None:
    settings = prepared(*nowhere, offered=offered)
    assert prepared.code == ONLY_GUESSED
    assert settings.frigate[0].url == "http://ccab4aaf-frigate:5000"
    assert settings.mqtt.host == ""
    assert "Install the Mosquitto broker app" in prepared.said
    assert "Frigate was not found." in prepared.said


def test_a_frigate_that_is_slower_than_we_are_is_remembered(
    prepared: Prepared, nowhere: tuple[str, str]
) -> None:
    with serving(frigate_with("cams")) as frigate:
        prepared("--try", frigate.url)
    settings = prepared(*nowhere)
    assert prepared.code == 0
    assert (settings.frigate[0].url, settings.frigate[0].topic_prefix) == (frigate.url, "cams")
    assert "Frigate does not answer yet." in prepared.said


def test_two_frigates_are_left_as_they_are_set(prepared: Prepared) -> None:
    two = "frigate=[{name: a, topic_prefix: a}, {name: b, topic_prefix: b}]"
    prepared("--set", two, offered=OFFERED)
    assert prepared.code == 0
    assert "Frigate" not in prepared.said


@pytest.mark.parametrize("name", ["no-such-model", "osnet_x0_25_market1501"])
def test_a_model_that_cannot_be_had_is_replaced_by_the_shipped_one_with_a_notice(
    prepared: Prepared, nowhere: tuple[str, str], name: str
) -> None:
    settings = prepared(*nowhere, "--model", name)
    assert settings.model.name == "frigate-reid-s1"
    assert "Until the next start the shipped model frigate-reid-s1 is used." in prepared.said


def test_the_shipped_model_and_your_own_file_need_no_fetching(
    prepared: Prepared, nowhere: tuple[str, str]
) -> None:
    for model in ("frigate-reid-s1", "descriptor", "./own.onnx"):
        prepared(*nowhere, "--model", model)
        assert "model" not in prepared.said


def test_a_model_that_lies_in_the_data_folder_is_used_if_its_digest_is_right(
    prepared: Prepared, nowhere: tuple[str, str], shared_data: Path
) -> None:
    folder = prepared.folder / "models"
    folder.mkdir(parents=True)
    source = shared_data / "models" / "openvino_ir" / "reid-0286.fp16"
    for ending in ("xml", "bin"):
        target = folder / f"person-reidentification-retail-0286.{ending}"
        target.write_bytes(source.with_name(f"reid-0286.fp16.{ending}").read_bytes())
    prepared(*nowhere, "--model", "omz-reid-0286.ir")
    assert "The model is omz-reid-0286.ir. Its licence: Apache-2.0" in prepared.said


def test_an_offer_that_makes_no_sense_is_refused(
    prepared: Prepared, nowhere: tuple[str, str]
) -> None:
    prepared(*nowhere, offered={"port": "many"})
    assert prepared.code == 2
    assert "the offered broker cannot be read" in prepared.said
