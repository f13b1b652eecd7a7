"""Looks for one person across cameras, led by somebody who ticks and crosses."""
