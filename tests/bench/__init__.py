"""`make bench`: the numbers the program is held to (DESIGN section 7), measured beside a bare Textual app."""
