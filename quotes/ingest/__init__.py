"""The outside world into the database: pages fetched and read, files, pasted text."""
