"""What the API needs to change settings while the service runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reid_service.associate.policy import Band


@dataclass(frozen=True, slots=True)
class TuningState:
    """What can be changed: how daring links are made, and whether anybody is taken in."""

    band: Band
    paused: bool


class Tuning(Protocol):
    """Kept in the store; beats the settings file. Both raise `StoreError`."""

    def state(self) -> TuningState:
        """As it is."""
        ...

    def change(self, *, band: Band | None, paused: bool | None) -> TuningState:
        """Change what is given; as it is afterwards."""
        ...
