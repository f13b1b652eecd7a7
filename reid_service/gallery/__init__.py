"""The vector index (Qdrant), embedded or on a server; derived from the store."""
