"""Crops to learn from: shards of rendered layers, or a folder of pictures."""
