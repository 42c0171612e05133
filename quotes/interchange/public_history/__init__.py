"""What became of a quote, a statement or an article, as the public saw it.

Drawn from what the database recorded, in one statement (``statement``), of the tables and columns
that ``parts`` names; nothing else of the record is looked at: not who changed something, not the
editors' reasons, no draft. A version that nobody could see is in no entry, and what is public no
longer is named without its words.
"""

from .parts import HISTORIES, Part
from .reading import Entry, History, read_history

__all__ = ["HISTORIES", "Entry", "History", "Part", "read_history"]
