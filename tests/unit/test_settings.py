"""Settings: where they come from, who wins, and what a wrong one says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reid_service.embed.catalog import DEFAULT
from reid_service.errors import SettingsError
from reid_service.settings import FrigateSettings, load_settings


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    return tmp_path / "no-options.json"


def test_without_any_source_the_defaults_hold(nowhere: Path) -> None:
    settings = load_settings(options_file=nowhere)

    assert settings.model.name == DEFAULT
    assert settings.publish.write_sub_label is False
    assert settings.frigate[0].topic_prefix == "frigate"


def test_arguments_beat_environment_beats_file_beats_app_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = tmp_path / "options.json"
    options.write_text(
        json.dumps({"mqtt": {"host": "options", "port": 1, "username": "o"}, "api": {"port": 1}})
    )
    file = tmp_path / "settings.yaml"
    file.write_text("mqtt: {host: file, port: 2}\n")
    monkeypatch.setenv("FRIGATE_REID_MQTT__HOST", "environment")

    settings = load_settings(arguments={"api": {"port": 4}}, file=file, options_file=options)

    assert settings.mqtt.host == "environment"
    assert settings.mqtt.port == 2
    assert settings.mqtt.username == "o"
    assert settings.api.port == 4


def test_a_misspelt_setting_is_named(nowhere: Path) -> None:
    with pytest.raises(SettingsError, match=r"mqtt\.hots"):
        load_settings(arguments={"mqtt": {"hots": "x"}}, options_file=nowhere)


def test_an_error_never_shows_the_value(nowhere: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(arguments={"mqtt": {"password": ["hunter2"]}}, options_file=nowhere)

    assert "mqtt.password" in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_secrets_do_not_show_when_settings_are_printed(nowhere: Path) -> None:
    settings = load_settings(arguments={"mqtt": {"password": "hunter2"}}, options_file=nowhere)

    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(
    ("content", "message"),
    [("- a list", "by name"), ("mqtt: [", "cannot be read"), ("", None)],
)
def test_a_settings_file_that_cannot_be_used_says_so(
    tmp_path: Path, nowhere: Path, content: str, message: str | None
) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(content)

    if message is None:
        assert load_settings(file=file, options_file=nowhere).mqtt.host == ""
    else:
        with pytest.raises(SettingsError, match=message):
            load_settings(file=file, options_file=nowhere)


def test_a_missing_settings_file_says_so(tmp_path: Path, nowhere: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(file=tmp_path / "none.yaml", options_file=nowhere)


def test_two_frigates_need_prefixes_of_their_own(nowhere: Path) -> None:
    with pytest.raises(SettingsError, match="topic_prefix"):
        load_settings(arguments={"frigate": [{"name": "a"}, {"name": "b"}]}, options_file=nowhere)


def test_an_unknown_band_is_refused(nowhere: Path) -> None:
    with pytest.raises(SettingsError, match="matching"):
        load_settings(arguments={"matching": {"band": "reckless"}}, options_file=nowhere)


def test_an_environment_that_cannot_be_read_says_which_setting(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRIGATE_REID_MQTT", "{no json")

    with pytest.raises(SettingsError, match="mqtt"):
        load_settings(options_file=nowhere)


def test_options_that_somebody_emptied_are_not_set(tmp_path: Path) -> None:
    options = tmp_path / "options.json"
    options.write_text(
        '{"mqtt": {"host": "", "tls": false}, "frigate": [{"url": "", "username": "anna"}],'
        ' "store": {"url": ""}, "model": {}, "retention": {"named_days": 30}}'
    )
    made = load_settings(options_file=options)
    assert made.mqtt.model_fields_set == {"tls"}
    assert made.frigate[0].model_fields_set == {"username"}
    assert made.store.url is None
    assert made.retention.named_days == 30.0
    options.write_text('{"frigate": []}')
    assert load_settings(options_file=options).frigate == (FrigateSettings(),)
