"""Sets up logging: JSON lines on the console and in rotating files, secrets masked.

Where the console is a terminal, people read it: then it gets short lines instead.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final, TextIO

from pythonjsonlogger.json import JsonFormatter

from reid_service.errors import SettingsError
from reid_service.settings import LogSettings

_LOG = logging.getLogger(__name__)

FILE_NAME: Final = "frigate-reid.log"
MASK: Final = "***"

_BYTES_PER_MB: Final = 1_000_000

# What libraries say at these levels and above is worth the place; the rest is one line a request.
_LIBRARIES: Final = {
    "alembic": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "urllib3": logging.ERROR,
    "uvicorn": logging.WARNING,
    "uvicorn.access": logging.CRITICAL + 1,
    "websockets": logging.WARNING,
}

_KEY: Final = r"[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key)"
_VALUE: Final = r"""(?:"[^"]*"|'[^']*'|[^\s"',;&)}\]]+)"""
_SECRETS: Final = (
    # A header's value goes to the end of its line, quoted or not.
    (re.compile(r"(?i)\b((?:set-)?cookie|(?:proxy-)?authorization)\b([\"']?\s*[:=]\s*)[^\r\n]+"),
     rf"\1\2{MASK}"),
    (re.compile(r"(?i)\b(bearer)\s+[\w.~+/=-]{6,}"), rf"\1 {MASK}"),
    (re.compile(rf"(?i)({_KEY})([\"']?\s*[:=]\s*){_VALUE}"), rf"\1\2{MASK}"),
    # scheme://user:password@host
    (re.compile(r"(://[^\s:/@]*:)[^\s/@]+@"), rf"\1{MASK}@"),
    # A JSON web token without any word before it.
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), MASK),
)  # fmt: skip

_STANDARD_FIELDS: Final = frozenset(
    vars(logging.LogRecord("", 0, "", 0, "", None, None)) | {"message": "", "asctime": ""}
)


def redacted(text: str) -> str:
    """`text` with everything masked that looks like a password, a token, or a cookie.

    >>> redacted("GET /api?token=abc123 with Authorization: Bearer eyJhbGciOi")
    'GET /api?token=*** with Authorization: ***'
    """
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


class RedactionFilter(logging.Filter):
    """Masks secrets in a record's message, traceback, and extra fields; drops no record."""

    def __init__(self) -> None:
        super().__init__()
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record in place: handlers behind this one see the masked text, too."""
        record.msg, record.args = redacted(_message(record)), None
        if record.exc_info and not record.exc_text:
            record.exc_text = self._formatter.formatException(record.exc_info)
        if record.exc_text:
            record.exc_info, record.exc_text = None, redacted(record.exc_text)
        for name in vars(record).keys() - _STANDARD_FIELDS:
            value = getattr(record, name)
            if isinstance(value, str):
                # Written as an assignment, so that the field's own name counts as well.
                setattr(record, name, redacted(f"{name}={value}").removeprefix(f"{name}="))
        return True


def set_up_logging(
    settings: LogSettings, data_dir: Path, *, console: TextIO | None = None
) -> Callable[[], None]:
    """Send all logging to `console` (else standard error), and to files in `data_dir`/logs.

    Exceptions that end a thread are logged as well. Returns the function that takes everything
    back and closes the files. Raises `SettingsError` when the folder cannot be written to.
    """
    console = console or sys.stderr
    handlers: list[logging.Handler] = [logging.StreamHandler(console)]
    handlers[0].setFormatter(_line_formatter() if console.isatty() else _json_formatter())
    if settings.to_file:
        handlers.append(_file_handler(settings, data_dir / "logs"))
    root = logging.getLogger()
    loggers = {root: settings.level} | {
        logging.getLogger(name): level for name, level in _LIBRARIES.items()
    }
    levels_before = {logger: logger.level for logger in loggers}
    hook_before = threading.excepthook

    for handler in handlers:
        handler.addFilter(RedactionFilter())
        root.addHandler(handler)
    for logger, level in loggers.items():
        logger.setLevel(level)
    threading.excepthook = _log_end_of_thread

    def take_back() -> None:
        threading.excepthook = hook_before
        for logger, level in levels_before.items():
            logger.setLevel(level)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()

    return take_back


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        # A filter's error would reach the caller: a wrong log call must not break what it tells.
        return f"{record.msg} (its arguments do not fit)"


def _file_handler(settings: LogSettings, folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / FILE_NAME,
            maxBytes=int(settings.file_size_mb * _BYTES_PER_MB),
            backupCount=settings.files - 1,
            encoding="utf-8",
        )
    except OSError as error:
        msg = f"logs cannot be written to {folder} ({error}); mend data_dir or set log.to_file off"
        raise SettingsError(msg) from None
    handler.setFormatter(_json_formatter())
    return handler


def _json_formatter() -> logging.Formatter:
    return JsonFormatter(
        ("levelname", "name", "threadName", "message"),
        rename_fields={"levelname": "level", "name": "logger", "threadName": "thread"},
        timestamp="time",
    )


def _line_formatter() -> logging.Formatter:
    return logging.Formatter("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")


def _log_end_of_thread(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_type is SystemExit or arguments.exc_value is None:
        return
    name = arguments.thread.name if arguments.thread else "unknown"
    _LOG.critical("thread %s ended by an error", name, exc_info=arguments.exc_value)
