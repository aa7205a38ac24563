"""Every word that ships: reads content/, picks a language, falls back and says so."""
