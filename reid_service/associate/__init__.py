"""Who is this? Evidence in, decisions out. Knows `domain`, asks the gallery and the store."""
