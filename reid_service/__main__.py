"""`python -m reid_service`, the same as the command `frigate-reid`."""

from __future__ import annotations

import sys

from reid_service.cli import main

if __name__ == "__main__":
    sys.exit(main())
