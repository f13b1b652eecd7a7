"""Makes recordings of people who do not exist: bodies, clothes, cameras, Frigate's traffic."""
