"""Recordings of a Frigate site: reading, writing, replaying and making them."""
