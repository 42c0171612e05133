"""All rows of a list at once, as they come from the database: CSV, JSON Lines, files to keep."""
