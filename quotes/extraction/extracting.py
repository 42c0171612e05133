"""From a text to candidates: quotations and indirect speech, each with its speaker."""

from collections.abc import Collection
from datetime import date

from quotes.text import date_phrases

from . import any_language, english, german
from .blocks import with_blocks
from .candidates import Candidate
from .grammar import Grammar
from .marks import stretches
from .reading import Reading
from .tokens import tokenise

_GRAMMARS: dict[str, Grammar] = {"de": german, "en": english}
# What scores less is noise rather than a proposal, in languages with a grammar.
LOWEST_SCORE = 0.5


def extract(
    text: str,
    lang: str,
    published: date | None = None,
    known_names: Collection[str] = (),
) -> list[Candidate]:
    """The quotations of an article, by their place.

    `text` is as captured (NFC, LF; a paragraph is a line), `lang` a BCP 47 tag, `published` the
    day from which "yesterday" counts. `known_names` are written forms of names that the database
    knows. Takes time linear in the length of the text.
    """
    grammar = _GRAMMARS.get(lang.partition("-")[0].lower())
    if grammar is None:
        return any_language.candidates(text, known_names)
    outermost = [stretch for stretch in stretches(text) if stretch.depth == 0]
    tokens = tokenise(text, with_blocks(text, outermost), grammar.ABBREVIATIONS)
    phrases = date_phrases.find(text, lang, published)
    return Reading(tokens, grammar, phrases, known_names).candidates(LOWEST_SCORE)
