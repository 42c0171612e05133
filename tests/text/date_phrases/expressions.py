"""Reading the date expressions of short texts, against the seed article's day: a Monday."""

from datetime import date

from quotes.text.date_phrases import DatePhrase, find

PUBLISHED = date(2025, 9, 8)


def only(text: str, lang: str, published: date | None = PUBLISHED) -> DatePhrase:
    """The one expression of a text."""
    (phrase,) = find(text, lang, published)
    return phrase


def read(text: str, lang: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    """The printed words and dates of all."""
    return [(phrase.text, phrase.date) for phrase in find(text, lang, published)]
