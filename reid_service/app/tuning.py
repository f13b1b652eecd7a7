"""Settings that are changed while the service runs: kept in the store, they beat the file."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final

from reid_service.api.tuning_ports import TuningState
from reid_service.associate.policy import Band
from reid_service.clock import Clock
from reid_service.storage.store import Store

_BAND: Final = "matching_band"
_PAUSED_SINCE: Final = "paused_since_s"
_PAUSES: Final = "pauses"
KEPT: Final = (_BAND, _PAUSED_SINCE, _PAUSES)
"""Where the store keeps them."""

_MOST_PAUSES: Final = 2000


class SiteTuning:
    """The matching band, and the pause.

    Spans of pauses are remembered: whoever came in one is not taken in later either, when Frigate
    is asked for what was missed. `choose_band` is called with the band in force.
    """

    def __init__(
        self, *, store: Store, clock: Clock, band: Band, choose_band: Callable[[Band], object]
    ) -> None:
        self._store = store
        self._clock = clock
        self._choose_band = choose_band
        self._changing = threading.Lock()
        with store.read() as session:
            kept = session.meta.get(_BAND)
            self._since_s: float | None = session.meta.get(_PAUSED_SINCE)
            spans: list[list[float]] = session.meta.get(_PAUSES, [])
        self._pauses = [(first_s, last_s) for first_s, last_s in spans]
        self._band = Band(kept) if kept in {each.value for each in Band} else band

    def state(self) -> TuningState:
        """As it is."""
        return TuningState(self._band, self.is_paused())

    @property
    def band(self) -> Band:
        """The band in force."""
        return self._band

    def is_paused(self) -> bool:
        """Whether nobody new is taken in now."""
        return self._since_s is not None

    def was_paused(self, time_s: float) -> bool:
        """Whether it was paused at a time, or is since before it."""
        since_s = self._since_s
        if since_s is not None and time_s >= since_s:
            return True
        return any(first_s <= time_s <= last_s for first_s, last_s in self._pauses)

    def change(self, *, band: Band | None, paused: bool | None) -> TuningState:
        """Change what is given; as it is afterwards. Raises `StoreError`."""
        with self._changing:
            if band is not None and band is not self._band:
                self._choose_band(band)
                self._keep({_BAND: band.value})
                self._band = band
            if paused is not None and paused is not self.is_paused():
                self._pause() if paused else self._resume()
            return self.state()

    def _pause(self) -> None:
        now_s = self._clock.now_s()
        self._keep({_PAUSED_SINCE: now_s})
        self._since_s = now_s

    def _resume(self) -> None:
        if self._since_s is None:
            return
        pauses = [*self._pauses, (self._since_s, self._clock.now_s())][-_MOST_PAUSES:]
        self._keep({_PAUSED_SINCE: None, _PAUSES: pauses})
        self._pauses = pauses
        self._since_s = None

    def _keep(self, values: dict[str, Any]) -> None:
        with self._store.write() as session:
            for key, value in values.items():
                session.meta.put(key, value)
