"""Random groupings of tracked objects, for tests of scores."""

from __future__ import annotations

from hypothesis import strategies as st

ITEMS = [f"event-{number}" for number in range(9)]
LABELS = st.integers(0, 3)

GROUPING = st.dictionaries(st.sampled_from(ITEMS), LABELS)
"""Some of the items, each with one of a few labels."""
