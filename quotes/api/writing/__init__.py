"""Writing through the API: tokens, drafts, and the same rules and history as in the admin."""
