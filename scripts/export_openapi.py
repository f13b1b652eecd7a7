"""Prints the API's description (OpenAPI) as JSON: python scripts/export_openapi.py

The description follows from the routes alone, so the parts behind them may be missing.
"""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import Any, cast

from reid_service import __version__
from reid_service.api.app import make_app
from reid_service.api.context import Context
from reid_service.diagnostics.metrics import Metrics


def main() -> int:
    """Print it, with sorted keys: the same routes give the same text."""
    # Only what is touched before a request comes.
    context: Any = SimpleNamespace(info=SimpleNamespace(version=__version__), metrics=Metrics())
    app = make_app(cast("Context", context), token="none")  # noqa: S106 - nobody is served
    json.dump(app.openapi(), sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
