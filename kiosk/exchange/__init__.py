"""Files in and out, in forms that other programs read."""
