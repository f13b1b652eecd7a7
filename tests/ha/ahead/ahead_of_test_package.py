"""A pytest plugin for a Home Assistant that is newer than its test package.

Load it first, with `-p ahead_of_test_package`. Home Assistant 2026.11 lets `import httpx` mean
another package and refuses to start when httpx was imported before, as a plugin of the test
package does; and it moved a function that the test package calls.
"""

from __future__ import annotations

import homeassistant  # noqa: F401  # first, so that httpx means what it should
from homeassistant.components import logger

if not hasattr(logger, "_clear_logger_overwrites"):
    logger._clear_logger_overwrites = lambda _hass: None  # type: ignore[attr-defined]  # see above
