"""How long to wait before the next attempt."""

from __future__ import annotations

from collections.abc import Callable


class Backoff:
    """Doubling pauses with jitter, so that many clients do not come back at once.

    The n-th pause is drawn evenly from the upper half of `first_s * 2**n`, at most `most_s`.
    `draw` gives numbers in [0, 1).

    >>> pauses = Backoff(draw=lambda: 0.0, first_s=1.0, most_s=4.0)
    >>> [pauses.next_s() for _ in range(4)]
    [0.5, 1.0, 2.0, 2.0]
    """

    def __init__(
        self, *, draw: Callable[[], float], first_s: float = 1.0, most_s: float = 60.0
    ) -> None:
        self._draw = draw
        self._first_s = first_s
        self._most_s = most_s
        self._span_s = first_s

    def next_s(self) -> float:
        """Seconds to wait now."""
        span_s, self._span_s = self._span_s, min(self._span_s * 2, self._most_s)
        return span_s * (0.5 + 0.5 * self._draw())

    def reset(self) -> None:
        """Begin again with the first pause: the connection held."""
        self._span_s = self._first_s
