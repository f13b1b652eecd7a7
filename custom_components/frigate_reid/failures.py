"""The client's errors in Home Assistant's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from homeassistant.exceptions import HomeAssistantError, ServiceValidationError

from .client import (
    CannotConnect,
    Conflict,
    InvalidRequest,
    InvalidToken,
    NotAvailable,
    NotFound,
    ReidError,
    VersionMismatch,
)
from .const import DOMAIN

_KEYS: tuple[tuple[type[ReidError], type[HomeAssistantError], str], ...] = (
    (InvalidToken, HomeAssistantError, "invalid_token"),
    (VersionMismatch, HomeAssistantError, "version_mismatch"),
    (NotFound, ServiceValidationError, "not_found"),
    (Conflict, ServiceValidationError, "conflict"),
    (InvalidRequest, ServiceValidationError, "invalid_request"),
    (NotAvailable, HomeAssistantError, "not_available"),
    (CannotConnect, HomeAssistantError, "cannot_connect"),
)


def translated(error: ReidError, url: str) -> HomeAssistantError:
    """The same error for the user, in their language."""
    raised, key = next(
        ((raised, key) for kind, raised, key in _KEYS if isinstance(error, kind)),
        (HomeAssistantError, "refused"),
    )
    return raised(
        translation_domain=DOMAIN,
        translation_key=key,
        translation_placeholders={"problem": str(error), "url": url},
    )


@contextmanager
def for_people(url: str) -> Iterator[None]:
    """Within it the client's errors become those that people see."""
    try:
        yield
    except ReidError as error:
        raise translated(error, url) from error
