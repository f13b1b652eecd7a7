"""Clothes in words, as people say them: "red top, dark trousers"."""

from __future__ import annotations

from typing import Final

from reid_service.attributes.values import Attributes, Garment

SURE: Final = 0.45
"""From this share of the votes on a colour is named; below it only dark or light is said.

Measured: see docs/attributes.md.
"""


def words(attributes: Attributes) -> str:
    """A few English words; empty where nothing is sure enough to be said.

    Of legs only the colour is known: "trousers" also stands for skirts and bare legs.
    """
    said = [
        f"{word} {thing}"
        for garment, thing in ((attributes.upper, "top"), (attributes.lower, "trousers"))
        if (word := _word(garment)) is not None
    ]
    return ", ".join(said)


def _word(garment: Garment | None) -> str | None:
    if garment is None:
        return None
    name, confidence = garment.colour
    if confidence >= SURE:
        return name.value
    return None if garment.tone is None else garment.tone.value
