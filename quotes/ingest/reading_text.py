"""An article read from plain text, as it was pasted or fetched."""

import re

from quotes.ingest.reading import Origin, Reading
from quotes.ingest.unreadable import Unreadable, UnreadableReason
from quotes.ingest.written_language import language_of
from quotes.text.characters import UnstorableText
from quotes.text.normalising import snapshot_text

MOST_TEXT = 1_500_000  # characters
_HEADLINE = range(8, 161)
_SENTENCE_END = re.compile(r"[.:;,…。、：；」』][\"'“”»«’)\]]*$")
# „(Quelle: AFP)“, "SEOUL (Kyodo) –", dates and addresses are no headlines.
_SMALL_PRINT = re.compile(
    r"https?://|www\.|[(\[©„“\"»«「『]|.*\)\s*$|.*\b[0-9]{1,2}:[0-9]{2}\b"
    r"|(quelle|foto|bild|text|autor|stand|source|photo|image|author|updated)\w*\s*:",
    re.IGNORECASE,
)


def read_text(text: str) -> Reading:
    """The text as a snapshot holds it, empty lines at both ends dropped; its language; its first
    line as the headline where it looks like one, which stays in the text. Nothing else is guessed.

    Raises Unreadable (no_text, too_large, unstorable).
    """
    if len(text) > MOST_TEXT:
        raise Unreadable(UnreadableReason.TOO_LARGE, MOST_TEXT)
    try:
        kept = snapshot_text(text).removeprefix("\ufeff").strip("\n")
    except UnstorableText as error:
        raise Unreadable(UnreadableReason.UNSTORABLE, error.offset) from error
    if not any(character.isalnum() for character in kept):
        raise Unreadable(UnreadableReason.NO_TEXT)
    values = {"headline": _headline(kept), "language": language_of(kept)}
    origins = {
        name: Origin.GUESS if name == "headline" else Origin.TEXT
        for name, value in values.items()
        if value
    }
    return Reading(text=kept, origins=origins, **values)


def _headline(text: str) -> str:
    """A first line that is short, no sentence, and followed by more than itself."""
    first_line, _, rest = text.partition("\n")
    line = " ".join(first_line.split())
    is_headline = (
        len(line) in _HEADLINE
        and len(rest.strip()) > len(line)
        and not _SENTENCE_END.search(line)
        and not _SMALL_PRINT.match(line)
    )
    return line if is_headline else ""
