"""Client of the service's API.

Nothing in this package may import Home Assistant: only the standard library and aiohttp. A test
of the project enforces it.
"""

from __future__ import annotations

from .client import ReidClient
from .errors import (
    CannotConnect,
    Conflict,
    InvalidRequest,
    InvalidToken,
    NotAvailable,
    NotFound,
    Refused,
    ReidError,
    ServiceTooNew,
    ServiceTooOld,
    VersionMismatch,
)

__all__ = [
    "CannotConnect",
    "Conflict",
    "InvalidRequest",
    "InvalidToken",
    "NotAvailable",
    "NotFound",
    "Refused",
    "ReidClient",
    "ReidError",
    "ServiceTooNew",
    "ServiceTooOld",
    "VersionMismatch",
]
