"""Boots a whole site: a broker, the service with a replayed Frigate, and Home Assistant."""
