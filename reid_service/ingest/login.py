"""The cookie that Frigate's authenticated port (8971) wants."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

from reid_service.errors import FrigateDenied

_WAIT_S: Final = 30.0
_WAIT_MAX_S: Final = 900.0
_LOGIN_AGAIN: Final = "check frigate.username and password"


class Login:
    """Holds the cookies of one user; safe to use from several threads.

    `post` sends a user name and password and gives the cookies of the answer, none when Frigate
    refused them. After a refusal nothing is sent for 30 s, doubling up to 15 minutes: Frigate
    may count failed logins and lock the address out.
    """

    def __init__(
        self,
        post: Callable[[], Mapping[str, str]],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._post = post
        self._monotonic = monotonic
        self._cookies: dict[str, str] = {}
        self._changing = threading.Lock()
        self._logging_in = threading.Lock()
        self._refusals = 0
        self._not_before_s = 0.0

    def header(self) -> str | None:
        """The `Cookie` header, None before the first login."""
        with self._changing:
            return "; ".join(f"{name}={value}" for name, value in self._cookies.items()) or None

    def keep(self, cookies: Mapping[str, str]) -> None:
        """Take over a renewed cookie: any answer may carry one."""
        if cookies:
            with self._changing:
                self._cookies.update(cookies)

    def renew(self, stale: str | None) -> None:
        """Log in unless another thread has replaced the `stale` header already.

        Raises `FrigateDenied` when Frigate refuses, or has refused a short while ago, and what
        `post` raises.
        """
        with self._logging_in:
            if self.header() != stale:
                return
            left_s = self._not_before_s - self._monotonic()
            if left_s > 0.0:
                msg = f"Frigate refused the login; {_LOGIN_AGAIN} (next attempt in {left_s:.0f} s)"
                raise FrigateDenied(msg)
            cookies = self._post()
            if not cookies:
                wait_s = min(_WAIT_MAX_S, _WAIT_S * 2.0**self._refusals)
                self._refusals += 1
                self._not_before_s = self._monotonic() + wait_s
                msg = f"Frigate refused the login; {_LOGIN_AGAIN}"
                raise FrigateDenied(msg)
            self._refusals = 0
            with self._changing:
                self._cookies = dict(cookies)
