"""Who acts: known where a request comes in, needed where a decision is recorded.

A context variable carries it there: through the worker thread of a request, and with a command to
the resolver's thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

USER_ACTOR: Final = "user"
"""Somebody with the token, whose name nobody knows."""

_NAMED: Final = f"{USER_ACTOR}:"
"""Before a name: nobody can call themselves what the service calls itself."""

_ACTOR: ContextVar[str] = ContextVar("actor", default=USER_ACTOR)


def named_actor(name: str | None) -> str:
    """How the ledger calls a person of that name, None where it is not known.

    >>> named_actor("anna"), named_actor(None)
    ('user:anna', 'user')
    """
    return USER_ACTOR if name is None else f"{_NAMED}{name}"


def current_actor() -> str:
    """Who acts in this context."""
    return _ACTOR.get()


@contextmanager
def acting(actor: str) -> Iterator[None]:
    """Within the block `actor` acts."""
    token = _ACTOR.set(actor)
    try:
        yield
    finally:
        _ACTOR.reset(token)
