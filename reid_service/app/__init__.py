"""The composition root: builds the parts, starts and stops them in order."""
