"""What a language offers to the reading of its articles.

A language is a package with these names (``german``, ``english``); its functions look at one
sentence at a time and take time linear in its length, or in the square of it: a sentence has at
most 160 tokens.
"""

from typing import Protocol

from .reports import Report
from .tokens import Sentence, Tokens


class Grammar(Protocol):
    """A language, as ``Reading`` and ``People`` know it. Words are in lower case."""

    # Words before a stop that end no sentence; "." in it: neither do ordinal numbers.
    ABBREVIATIONS: frozenset[str]
    # "he", "her": the person named last.
    PERSONAL_PRONOUNS: frozenset[str]
    # "both": the two persons that are named together.
    BOTH: frozenset[str]
    # Stand before a name and are no part of it.
    TITLES: frozenset[str]
    # Capitalised at times, and never part of a name.
    NO_NAMES: frozenset[str]

    def reports(self, tokens: Tokens, sentence: Sentence) -> list[Report]:
        """The reporting phrases of a sentence, in order."""

    def is_reported(self, tokens: Tokens, sentence: Sentence) -> bool:
        """Whether the sentence goes on with what somebody said, by its mood alone."""

    def refers_back(self, tokens: Tokens, sentence: Sentence) -> bool:
        """Whether the sentence says who told the one before it."""

    def subject_of(self, tokens: Tokens, sentence: Sentence, end: int) -> tuple[int, int] | None:
        """The subject (tokens) of a clause that ends before a token, whatever its verb is."""

    def holds_verb(self, exact: str) -> bool:
        """Whether quoted words hold a finite verb, as far as its form tells."""

    def takes(self, report: Report, tokens: Tokens, place: int) -> bool:
        """Whether a reporting phrase takes the quotation at a token as what is said."""

    def is_called(self, report: Report, tokens: Tokens, place: int) -> bool:
        """Whether the quotation at a token is what somebody calls or judges something."""

    def is_announced(self, tokens: Tokens, sentence: Sentence, place: int) -> bool:
        """Whether the words around the quotation at a token say that it is a name or a title."""

    def is_cited(self, tokens: Tokens, sentence: Sentence, place: int) -> bool:
        """Whether a noun before the quotation at a token says that it is cited, as a slogan is."""

    def is_role(self, word: str) -> bool:
        """Whether a noun names an office, a profession or a body: no part of a person's name."""

    def base_form(self, tokens: Tokens, first: int, last: int) -> str:
        """The nominative of a body (tokens first … last-1) in another case; "" where unsure."""

    def is_before_noun(self, tokens: Tokens, place: int) -> bool:
        """Whether the word at a token shows that a common noun follows, and no name."""
