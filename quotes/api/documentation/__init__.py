"""The API's documentation for people, at ``/api/``: made of its schema, so that both agree."""
