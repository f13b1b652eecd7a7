"""Accounts of a replayed Frigate: login, cookie, roles."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import msgspec

COOKIE: Final = "frigate_token"
SESSION_S: Final = 86_400


@dataclass(frozen=True, slots=True)
class Account:
    """Who may log in; a viewer may read only."""

    user: str
    password: str = field(repr=False)
    role: Literal["admin", "viewer"] = "admin"


ANONYMOUS: Final = Account("anonymous", "")
"""Everybody on Frigate's internal port: an admin without login."""


class Sessions:
    """Tokens (JWT, HS256, claims sub, role, iat, exp) that were given out and still count.

    Without accounts there is no login and everybody is `ANONYMOUS`.
    """

    def __init__(self, accounts: Sequence[Account] = ()) -> None:
        self._accounts = {account.user: account for account in accounts}
        self._key = secrets.token_bytes(32)
        self._tokens: dict[str, Account] = {}

    def login(self, user: str, password: str) -> str | None:
        """A new token, or None when user or password are wrong."""
        account = self._accounts.get(user)
        if account is None or not secrets.compare_digest(
            account.password.encode(), password.encode()
        ):
            return None
        token = self._signed(account)
        self._tokens[token] = account
        return token

    def account(self, token: str | None) -> Account | None:
        """Whose token it is; None when it does not count (any more)."""
        if not self._accounts:
            return ANONYMOUS
        return self._tokens.get(token or "")

    def expire_all(self) -> None:
        """Let every token lapse, as a new secret or a long night does."""
        self._tokens.clear()

    def _signed(self, account: Account) -> str:
        now = int(time.time())
        claims = {"sub": account.user, "role": account.role, "iat": now, "exp": now + SESSION_S}
        # The nonce makes two tokens of one second differ, so that expiry takes only the old one.
        header = {"alg": "HS256", "typ": "JWT", "jti": secrets.token_hex(8)}
        body = f"{_part(header)}.{_part(claims)}"
        signature = hmac.new(self._key, body.encode(), hashlib.sha256).digest()
        return f"{body}.{_base64(signature)}"


def _part(content: dict[str, Any]) -> str:
    return _base64(msgspec.json.encode(content))


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
