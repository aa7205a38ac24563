"""Where listings lie: the only code that knows TinyDB, JSON files and locks."""
