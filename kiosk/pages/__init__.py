"""What each page says, as plain values in the reader's language. Nothing here draws."""
