"""Frigate Re-ID: joins Frigate's per-camera person events into identities that cross cameras."""

__version__ = "0.1.0"
