"""What a person can do here; every front end shares it."""
