"""The one source of truth: what was seen, who it was decided to be, and why."""
