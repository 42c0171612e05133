"""Finding what the database holds: duplicates first."""
