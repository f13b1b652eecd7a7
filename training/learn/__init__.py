"""Learning with torch: augmentation, the network, its losses, the loop, export."""
