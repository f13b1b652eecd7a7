"""Alembic's folder: one revision a schema change, never edited after its release."""
