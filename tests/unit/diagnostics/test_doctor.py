"""Findings in words."""

from __future__ import annotations

import pytest

from reid_service.diagnostics.doctor import Check, Diagnosis, Finding, as_text, examine
from reid_service.errors import FrigateUnreachable


def failing(error: Exception) -> Diagnosis:
    raise error


def test_every_part_is_looked_at_whatever_the_others_say() -> None:
    well = Diagnosis("disk", Finding.GOOD, "much is free.")
    checks = [
        Check("frigate", lambda: failing(FrigateUnreachable("no answer.")), "Check the address."),
        Check("index", lambda: failing(PermissionError(13, "not allowed")), "Check the folder."),
        Check("disk", lambda: well, "never said"),
    ]
    assert list(examine(checks)) == [
        Diagnosis("frigate", Finding.BAD, "no answer.", "Check the address."),
        Diagnosis("index", Finding.BAD, "[Errno 13] not allowed", "Check the folder."),
        well,
    ]


def test_a_mistake_of_our_own_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        list(examine([Check("x", lambda: failing(ZeroDivisionError()), "")]))


def test_each_part_has_a_line_and_what_to_do_below_it() -> None:
    text = as_text(
        [
            Diagnosis("disk", Finding.GOOD, "much is free."),
            Diagnosis("model", Finding.WARNING, "weak.", "Choose another."),
            Diagnosis("index", Finding.BAD, "gone.", "Build it."),
        ]
    )
    assert text.splitlines() == [
        "[ good  ] disk: much is free.",
        "[warning] model: weak.",
        "          -> Choose another.",
        "[  bad  ] index: gone.",
        "          -> Build it.",
    ]
