"""Whom somebody else quotes: “the paper quoted X as saying”, “X was quoted as saying”."""

from ..tokens import Tokens
from ..word_lists import words
from .noun_phrases import noun_phrase

_QUOTING = words(
    "quoted quotes quoting cited cites citing reported described recorded paraphrased heard"
)
_FARTHEST = 25


def quoting_verb(tokens: Tokens, first: int, verb: int) -> int | None:
    """The token of “quoted” before “as saying”, for the token of “saying”; None without it."""
    if verb - 2 < first or tokens.lower[verb - 1] != "as":
        return None
    if not tokens.lower[verb].endswith("ing"):
        return None
    for at in range(verb - 2, max(first, verb - _FARTHEST) - 1, -1):
        if tokens.lower[at] in _QUOTING:
            return at
    return None


def is_quoting(tokens: Tokens, verb: int, last: int) -> bool:
    """Whether the verb at a token is the “quoted” of “quoted X as saying”."""
    if tokens.lower[verb] not in _QUOTING:
        return False
    limit = min(last - 1, verb + _FARTHEST)
    return any(
        tokens.lower[at] == "as" and tokens.lower[at + 1] in ("saying", "telling", "stating")
        for at in range(verb + 1, limit)
    )


def quoted_person(tokens: Tokens, quoting: int, verb: int) -> tuple[int, int] | None:
    """Whom an active “quoted” quotes: “quoted him on Monday as saying”."""
    if tokens.lower[quoting + 1] in ("him", "her", "them"):
        return quoting + 1, quoting + 2
    return noun_phrase(tokens, quoting + 1, verb - 1)
