"""Ids as they come in addresses and parameters."""

import re

# The largest of PostgreSQL's bigint.
LARGEST_ID = 2**63 - 1
_ID = re.compile("[1-9][0-9]{0,18}")


def read_id(text: str) -> int | None:
    """The id, or None where the text is none (a sign, a leading zero, too large)."""
    if not _ID.fullmatch(text):
        return None
    number = int(text)
    return number if number <= LARGEST_ID else None
