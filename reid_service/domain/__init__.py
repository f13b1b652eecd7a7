"""The words of this project as types: frozen, no I/O, known to every other package."""
