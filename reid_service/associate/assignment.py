"""What is concluded about a tracklet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reid_service.domain.identity import Outcome


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was concluded for one tracklet; `identity_id` is None for a new identity.

    `similarity` is that of the accepted candidate, or of the nearest one that was not.
    """

    tracklet_id: str
    outcome: Outcome
    identity_id: str | None
    similarity: float | None
    explanation: Mapping[str, Any] = field(default_factory=dict)
