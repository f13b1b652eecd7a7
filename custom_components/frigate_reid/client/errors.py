"""Everything that can go wrong with the service.

ReidError
+-- CannotConnect            nobody answers, or the answer makes no sense
+-- InvalidToken             the token is missing or wrong
+-- VersionMismatch          the two do not speak the same schema
|   +-- ServiceTooOld
|   +-- ServiceTooNew
+-- Refused                  the service answered with an error of its own
    +-- NotFound             there is no such thing, or the service cannot do this yet
    +-- Conflict             somebody else decided meanwhile
    +-- InvalidRequest       the request contradicts itself
    +-- NotAvailable         Frigate, the store or the index cannot be reached
"""

from __future__ import annotations

from typing import Final


class ReidError(Exception):
    """Base of all; the text is one sentence for people."""


class CannotConnect(ReidError):
    """Nobody answers, or the answer makes no sense."""


class InvalidToken(ReidError):
    """The token is missing or wrong."""


class VersionMismatch(ReidError):
    """The two do not speak the same schema."""

    def __init__(self, service_version: str, service_schema: int, client_schema: int) -> None:
        super().__init__(
            f"Frigate Re-ID {service_version} speaks schema {service_schema}, "
            f"this integration speaks {client_schema}."
        )
        self.service_version = service_version
        self.service_schema = service_schema
        self.client_schema = client_schema


class ServiceTooOld(VersionMismatch):
    """The service must be updated."""


class ServiceTooNew(VersionMismatch):
    """The integration must be updated."""


class Refused(ReidError):
    """The service answered with an error; `code` is stable, the text is for people."""

    def __init__(self, message: str, *, code: str, status: int) -> None:
        super().__init__(message)
        self.code = code
        self.status = status


class NotFound(Refused):
    """There is no such thing, or the service cannot do this yet."""


class Conflict(Refused):
    """Somebody else decided meanwhile."""


class InvalidRequest(Refused):
    """The request contradicts itself or cannot be carried out."""


class NotAvailable(Refused):
    """Frigate, the store or the index cannot be reached."""


_BY_STATUS: Final[dict[int, type[Refused]]] = {
    404: NotFound,
    405: NotFound,
    409: Conflict,
    413: InvalidRequest,
    422: InvalidRequest,
    502: NotAvailable,
    503: NotAvailable,
}


def refusal(status: int, code: str, message: str) -> Refused:
    """The error for an HTTP `status` above 399 other than 401."""
    kind = _BY_STATUS.get(status, Refused)
    return kind(message, code=code, status=status)
