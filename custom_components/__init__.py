"""Makes this folder the one that Home Assistant's loader scans in tests."""
