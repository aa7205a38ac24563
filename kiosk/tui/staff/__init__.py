"""The staff's desk on the screen: one file a screen. It knows no files and no family screens."""
