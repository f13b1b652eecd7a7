"""Renders people as layers: colours and what each pixel belongs to, without a background."""
