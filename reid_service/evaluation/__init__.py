"""How well the service does, against ground truth."""
