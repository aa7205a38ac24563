"""How typed hours are read, step by step: words, pieces, items, chunks, groups, rows. `typed_hours` is its door."""
