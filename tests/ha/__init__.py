"""Tests of the integration; scripts/test-ha runs them on real Home Assistants."""
