"""The schema library, under the name by which every supported Home Assistant knows it.

Home Assistant took probatio for voluptuous in 2026.9 and lets the old name mean the new package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import probatio as vol
else:
    import voluptuous as vol

__all__ = ["vol"]
