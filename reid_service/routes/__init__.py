"""Where somebody walked: legs and gaps from sightings. Knows only `domain`."""
