"""Date expressions in running text, read against the date of publication: „am Montag“,
"a day after …". German and English; of other languages full ISO dates alone.

Meant for news: „am Montag“ is the last one unless the clause speaks of what is to come. A date
is never more precise than its words („Anfang August“ is a month), and open ("") where they need
something that is not known.
"""

from datetime import date

from quotes.text.date_phrases import english, german, iso_dates
from quotes.text.date_phrases.phrase import (
    INFERRED,
    PUBLICATION,
    RESOLVED,
    STATED,
    DatePhrase,
    resolve_after,
)

__all__ = [
    "INFERRED",
    "PUBLICATION",
    "RESOLVED",
    "STATED",
    "DatePhrase",
    "find",
    "resolve_after",
]

_GRAMMARS = {"de": german.GRAMMAR, "en": english.GRAMMAR}


def find(
    text: str, lang: str, published: date | None, start: int = 0, end: int | None = None
) -> list[DatePhrase]:
    """The date expressions of a text between two places (code points), in order.

    `lang` is a BCP 47 tag. Without `published`, expressions that need it have the date "". None
    overlap: of overlapping expressions the longest is kept. Takes time linear in the length.
    """
    grammar = _GRAMMARS.get(lang.lower().partition("-")[0], iso_dates.GRAMMAR)
    return grammar.find(text, published, start, len(text) if end is None else end)
