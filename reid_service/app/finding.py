"""Finds a Frigate that no setting names, where its Home Assistant app or a container has one."""

from __future__ import annotations

import logging
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import msgspec

from reid_service.errors import FrigateDenied, FrigateError
from reid_service.ingest.frigate import FrigateClient
from reid_service.settings import FrigateSettings

_LOG = logging.getLogger(__name__)

# Supervisor names apps after a digest of their repository's address, here that of Frigate's own
# one. The last name is the one that Frigate's documentation gives its container.
_HOSTS: Final = (
    "ccab4aaf-frigate",
    "ccab4aaf-frigate-fa",
    "ccab4aaf-frigate-beta",
    "ccab4aaf-frigate-fa-beta",
    "ccab4aaf-frigate-proxy",
    "frigate",
)
USUAL: Final = (
    *(f"http://{host}:5000" for host in _HOSTS),
    *(f"https://{host}:8971" for host in _HOSTS),
)
"""Where Frigate usually is, best first: without a login, then with one."""

_LISTENS_WITHIN_S: Final = 2.0
_ANSWERS_WITHIN_S: Final = 5.0
_REMEMBERED: Final = "found-frigate.json"


class FoundFrigate(msgspec.Struct, frozen=True):
    """A Frigate that answered, as the settings want it. One with a login has its own TLS."""

    url: str
    topic_prefix: str = "frigate"
    needs_login: bool = False

    @property
    def verify_tls(self) -> bool:
        """Frigate makes a certificate for itself, which nobody can check."""
        return not self.needs_login


def find_frigate(addresses: Sequence[str] = USUAL) -> FoundFrigate | None:
    """The first of `addresses` where a Frigate answers; None where none does.

    All are asked at once: where nobody listens costs two seconds at most.
    """
    with ThreadPoolExecutor(max_workers=len(addresses)) as pool:
        found = [each for each in pool.map(_asked, addresses) if each is not None]
    for other in found[1:]:
        _LOG.warning("there is another Frigate at %s; frigate.url chooses", other.url)
    return found[0] if found else None


def remember(found: FoundFrigate, data_dir: Path) -> None:
    """Keep it for a start at which Frigate is slower than we are. Raises `OSError`."""
    path = data_dir / _REMEMBERED
    part = path.with_suffix(".part")
    part.write_bytes(msgspec.json.encode(found))
    part.replace(path)


def remembered(data_dir: Path) -> FoundFrigate | None:
    """What was found last, None if nothing was."""
    try:
        return msgspec.json.decode((data_dir / _REMEMBERED).read_bytes(), type=FoundFrigate)
    except (OSError, msgspec.DecodeError):
        return None


def _asked(url: str) -> FoundFrigate | None:
    parts = urlsplit(url)
    try:
        address = (parts.hostname or "", parts.port or 80)
        socket.create_connection(address, timeout=_LISTENS_WITHIN_S).close()
    except OSError:
        return None
    settings = FrigateSettings(
        url=url, verify_tls=False, connect_timeout_s=_LISTENS_WITHIN_S,
        read_timeout_s=_ANSWERS_WITHIN_S,
    )  # fmt: skip
    with closing(FrigateClient(settings)) as client:
        try:
            client.version()
            return FoundFrigate(url, client.config().topic_prefix)
        except FrigateDenied:
            return FoundFrigate(url, needs_login=True)
        except FrigateError:
            return None
