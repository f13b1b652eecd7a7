"""Everything that comes from Frigate: its MQTT traffic, its HTTP API, tracklets and crops."""
