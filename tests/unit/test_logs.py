"""Logging: what is written where, and what never is."""

from __future__ import annotations

import io
import json
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.errors import SettingsError
from reid_service.logs import FILE_NAME, MASK, redacted, set_up_logging
from reid_service.settings import LogSettings

LOG = logging.getLogger("reid_service.test")
SECRET = "hunter2-Zq9"


class Terminal(io.StringIO):
    """A console that people read."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def console(tmp_path: Path) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    take_back = set_up_logging(LogSettings(), tmp_path, console=stream)
    yield stream
    take_back()


def entries(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_record_is_one_json_line_on_the_console_and_in_the_file(
    console: io.StringIO, tmp_path: Path
) -> None:
    LOG.info("sighting of %s\nin two lines", "a tracklet", extra={"camera": "garden"})
    (entry,) = entries(console.getvalue())
    assert entry["level"] == "INFO"
    assert entry["logger"] == "reid_service.test"
    assert entry["thread"] == threading.current_thread().name
    assert entry["message"] == "sighting of a tracklet\nin two lines"
    assert entry["camera"] == "garden"
    assert entry["time"].endswith("+00:00")
    assert (tmp_path / "logs" / FILE_NAME).read_text("utf-8") == console.getvalue()


def test_people_at_a_terminal_get_short_lines(tmp_path: Path) -> None:
    stream = Terminal()
    take_back = set_up_logging(LogSettings(to_file=False), tmp_path, console=stream)
    LOG.warning("the broker is away")
    take_back()
    assert stream.getvalue().endswith("WARNING reid_service.test: the broker is away\n")
    assert not (tmp_path / "logs").exists()


def test_the_files_rotate_and_their_number_is_bounded(tmp_path: Path) -> None:
    settings = LogSettings(file_size_mb=0.001, files=3)
    take_back = set_up_logging(settings, tmp_path, console=io.StringIO())
    for number in range(60):
        LOG.info("line %d", number)
    take_back()
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    assert files == [FILE_NAME, f"{FILE_NAME}.1", f"{FILE_NAME}.2"]
    assert all(path.stat().st_size <= 1000 for path in (tmp_path / "logs").iterdir())


def test_a_folder_that_cannot_be_written_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in the way")
    with pytest.raises(SettingsError, match="data_dir"):
        set_up_logging(LogSettings(), tmp_path, console=io.StringIO())


def test_taking_back_leaves_no_trace(tmp_path: Path) -> None:
    root, access = logging.getLogger(), logging.getLogger("uvicorn.access")
    before = (list(root.handlers), root.level, access.level, threading.excepthook)
    take_back = set_up_logging(LogSettings(), tmp_path, console=io.StringIO())
    assert threading.excepthook is not before[3]
    take_back()
    assert (list(root.handlers), root.level, access.level, threading.excepthook) == before


def test_libraries_do_not_log_every_request(console: io.StringIO) -> None:
    logging.getLogger("uvicorn.access").critical("GET /health 200")
    logging.getLogger("urllib3.connectionpool").warning("retrying")
    logging.getLogger("alembic.runtime.migration").info("upgrade")
    assert console.getvalue() == ""


def test_an_exception_that_ends_a_thread_is_logged(console: io.StringIO) -> None:
    def fail() -> None:
        msg = f"password={SECRET}"
        raise ValueError(msg)

    thread = threading.Thread(target=fail, name="embedder")
    thread.start()
    thread.join()
    (entry,) = entries(console.getvalue())
    assert entry["level"] == "CRITICAL"
    assert entry["message"] == "thread embedder ended by an error"
    assert "ValueError" in entry["exc_info"]
    assert SECRET not in entry["exc_info"]


def test_a_thread_may_end_itself_silently(console: io.StringIO) -> None:
    def leave() -> None:
        raise SystemExit

    thread = threading.Thread(target=leave)
    thread.start()
    thread.join()
    assert console.getvalue() == ""


def test_a_wrong_log_call_does_not_reach_its_caller(console: io.StringIO) -> None:
    LOG.info("%d crops", "many")
    (entry,) = entries(console.getvalue())
    assert entry["message"] == "%d crops (its arguments do not fit)"


@pytest.mark.parametrize(
    "text",
    [
        "password=SECRET",
        "mqtt_password: SECRET",
        "{'password': 'SECRET', 'user': 'reader'}",
        '{"api_key":"SECRET"}',
        "GET /ws?access_token=SECRET&camera=garden",
        "Authorization: Bearer SECRET",
        "authorization: Basic SECRET",
        "Authorization: Basic cmVhZGVyOlNFQ1JFVA==SECRET",
        "sent bearer SECRET to it",
        "Cookie: frigate_token=SECRET; theme=dark; other=SECRET",
        "{'Set-Cookie': 'frigate_token=SECRET; Path=/'}",
        "https://reader:SECRET@frigate.lan:8971/api",
        "token='SECRET with a blank'",
        "FRIGATE_REID_API__TOKEN=SECRET",
    ],
)
def test_secrets_are_masked(text: str) -> None:
    shown = redacted(text.replace("SECRET", SECRET))
    assert SECRET not in shown
    assert MASK in shown


def test_a_web_token_is_masked_wherever_it_stands() -> None:
    assert redacted("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln here") == f"got {MASK} here"


@pytest.mark.parametrize(
    "text",
    [
        "the access token is missing: set api.token",
        "fetched http://frigate.lan:5000/api/events/1789110024.883713-gvgjx4 in 0.02 s",
        "basic settings are fine",
        "12 tokens in 3 files",
        "monkey=1 turnkey=2",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert redacted(text) == text


@given(st.text(max_size=80))
def test_masking_twice_is_masking_once(text: str) -> None:
    assert redacted(redacted(f"{text} password={SECRET}")) == redacted(f"{text} password={SECRET}")


def test_arguments_and_extra_fields_are_masked(console: io.StringIO) -> None:
    LOG.info(
        "connecting with %s",
        f"password={SECRET}",
        extra={"url": f"token={SECRET}", "token": SECRET},
    )
    assert SECRET not in console.getvalue()
    (entry,) = entries(console.getvalue())
    assert entry["token"] == MASK


def test_tracebacks_are_masked(console: io.StringIO) -> None:
    try:
        msg = f"refused: Authorization: Bearer {SECRET}"
        raise ConnectionError(msg)
    except ConnectionError:
        LOG.exception("request failed")
    (entry,) = entries(console.getvalue())
    assert "ConnectionError" in entry["exc_info"]
    assert SECRET not in entry["exc_info"]
