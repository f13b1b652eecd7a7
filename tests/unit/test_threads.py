"""How many threads the libraries below us start."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_NAME = "OPENBLAS_NUM_THREADS"
_SAY = f"import reid_service, os; print(os.environ['{_NAME}'])"


@pytest.mark.parametrize(("set_to", "expected"), [(None, "1"), ("3", "3")])
def test_small_products_are_not_spread_over_cores_unless_told(
    set_to: str | None, expected: str
) -> None:
    environment = {name: value for name, value in os.environ.items() if name != _NAME}
    if set_to is not None:
        environment[_NAME] = set_to
    said = subprocess.run(
        [sys.executable, "-c", _SAY], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == expected
