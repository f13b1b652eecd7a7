"""Pictures in, unit vectors out. Stateless; knows only `domain`."""
