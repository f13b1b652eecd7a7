"""Settings from the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from reid_service.cli.options import add_settings_options, broker_address, settings_of
from reid_service.errors import SettingsError
from reid_service.settings import Settings


def settings(*arguments: str) -> Settings:
    parser = argparse.ArgumentParser()
    add_settings_options(parser)
    return settings_of(parser.parse_args(arguments))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("broker.lan", ("broker.lan", None)),
        ("broker.lan:1884", ("broker.lan", 1884)),
        ("127.0.0.1:1884", ("127.0.0.1", 1884)),
        ("::1", ("::1", None)),
        ("fe80::1", ("fe80::1", None)),
        ("[::1]", ("::1", None)),
        ("[fe80::1]:1884", ("fe80::1", 1884)),
    ],
)
def test_the_broker_is_a_host_with_or_without_a_port(
    text: str, expected: tuple[str, int | None]
) -> None:
    assert broker_address(text) == expected


@pytest.mark.parametrize("text", ["broker.lan:", "broker.lan:mqtt", "broker.lan:²", "[::1]:x"])
def test_a_port_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="port must be a number"):
        broker_address(text)


def test_a_port_beyond_all_ports_is_refused() -> None:
    with pytest.raises(SettingsError, match=r"mqtt\.port"):
        settings("--mqtt", "broker.lan:70000")


def test_the_short_options_are_settings(tmp_path: Path) -> None:
    made = settings("--data-dir", str(tmp_path), "--mqtt", "b:2", "--frigate", "http://f:5000")
    assert made.data_dir == tmp_path
    assert (made.mqtt.host, made.mqtt.port) == ("b", 2)
    assert [each.url for each in made.frigate] == ["http://f:5000"]
    assert settings("--mqtt", "b").mqtt.port == 1883


@pytest.mark.parametrize(
    ("model", "name", "file"),
    [
        ("descriptor", "descriptor", None),
        ("models/my-net.onnx", "my-net", Path("models/my-net.onnx")),
        ("my-net.onnx", "my-net", Path("my-net.onnx")),
        ("./net", "net", Path("net")),
    ],
)
def test_a_model_is_a_name_or_a_file(model: str, name: str, file: Path | None) -> None:
    made = settings("--model", model).model
    assert (made.name, made.file) == (name, file)


def test_any_setting_is_set_by_its_path_with_its_type() -> None:
    made = settings(
        "--set",
        "matching.lost_after_s=70",
        "--set",
        "crops.keep_pictures=no",
        "--set",
        "mqtt.username=anna",
        "--set",
        "mqtt.password='0123'",
        "--set",
        "frigate=[{url: 'http://a', name: a, topic_prefix: a}, {url: 'http://b'}]",
        "--mqtt",
        "b",
    )
    assert made.matching.lost_after_s == 70.0
    assert made.crops.keep_pictures is False
    assert (made.mqtt.host, made.mqtt.username) == ("b", "anna")
    assert made.mqtt.password is not None
    assert made.mqtt.password.get_secret_value() == "0123"
    assert [each.name for each in made.frigate] == ["a", "frigate"]


def test_the_command_line_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text("mqtt: {host: file, username: kept}\n")
    made = settings("--config", str(file), "--mqtt", "line")
    assert (made.mqtt.host, made.mqtt.username) == ("line", "kept")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--set", "matching.band"], "--set wants NAME=VALUE"),
        (["--set", "matching.band=["], "the value is no YAML"),
        (["--set", "matching.sane=0.7"], "matching.sane"),
        (["--set", "nothing.at.all=1"], "nothing"),
        (["--frigate", "http://f", "--set", "frigate.username=x"], "given as a whole"),
        (["--model", "descriptor", "--set", "model.name.x=1"], "given as a whole"),
    ],
)
def test_what_is_no_setting_is_refused_with_its_name(arguments: list[str], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        settings(*arguments)
