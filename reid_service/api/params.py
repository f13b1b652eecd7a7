"""Parameters that several routes take."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from fastapi import Path, Query
from pydantic import StringConstraints

from reid_service.api.bodies import Text
from reid_service.errors import InvalidRequest

Id: TypeAlias = Annotated[Text, Path()]
Cameras: TypeAlias = Annotated[
    list[Text] | None, Query(alias="camera", description="Repeat it for several cameras.")
]
From: TypeAlias = Annotated[float | None, Query(alias="from", allow_inf_nan=False)]
To: TypeAlias = Annotated[float | None, Query(alias="to", allow_inf_nan=False)]
Cursor: TypeAlias = Annotated[
    Annotated[str, StringConstraints(max_length=600)] | None,
    Query(description="From the page before."),
]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=200)]

PAGE = 50
"""Items of a page unless told otherwise."""


def chosen(cameras: list[str] | None) -> frozenset[str] | None:
    """The cameras to look at; None means any."""
    return frozenset(cameras) if cameras else None


def check_span(from_s: float | None, to_s: float | None) -> None:
    """Raises `InvalidRequest` for a span that ends before it begins."""
    if from_s is not None and to_s is not None and to_s < from_s:
        msg = "The time span ends before it begins. Exchange from and to."
        raise InvalidRequest(msg)
