"""What takes long and is asked for by people: exports and rescans, one after the other."""
