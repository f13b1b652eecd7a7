"""REST for reads, files and decisions; one WebSocket for what happens now."""
