"""The parts screens are made of; each is one leaf to touch."""
