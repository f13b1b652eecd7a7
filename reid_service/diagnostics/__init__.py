"""How the service says how it is."""
