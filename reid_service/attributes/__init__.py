"""What can be said of a sighting in words: the colours of clothes, and how somebody moved."""
