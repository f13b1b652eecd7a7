"""The other names of a person."""

from __future__ import annotations

from collections.abc import Iterable


def other_names(name: str | None, names: Iterable[str]) -> list[str]:
    """Those of `names` that are neither empty nor `name`, each once, whatever its case.

    >>> other_names("Anna", ["Mum", "anna", "", "mum", "Annie"])
    ['Mum', 'Annie']
    """
    found: dict[str, str] = {}
    for each in names:
        found.setdefault(each.casefold(), each)
    return [each for key, each in found.items() if key and key != (name or "").casefold()]
