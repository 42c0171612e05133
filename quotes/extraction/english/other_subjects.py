"""Subjects that stand elsewhere than beside their verb: behind “by” or “with”, or where the
sentence begins."""

from ..tokens import Tokens
from ..word_lists import words
from .function_words import ADVERBS, CONJUNCTIONS, PREPOSITIONS
from .noun_phrases import is_name, noun_phrase
from .nouns import DOCUMENTS

# So many tokens behind a participle its “by” stands, and behind a document its issuer's.
_FARTHEST_BY, _FARTHEST_ISSUER = 9, 3
# So far into a sentence (tokens) its first subject stands.
_FARTHEST_IN = 60
_ISSUED_BY = words("by from")

Phrase = tuple[int, int]


def named_by(tokens: Tokens, verb: int, last: int) -> Phrase | None:
    """ "was described by X as", "was called "a scandal" by X": the one named after “by”."""
    for place in range(verb + 1, min(verb + _FARTHEST_BY, last)):
        if tokens.is_break(place) and not tokens.is_quotation(place):
            return None
        if tokens.lower[place] == "by":
            return noun_phrase(tokens, place + 1, last)
    return None


def with_issuer(tokens: Tokens, phrase: Phrase, last: int) -> Phrase:
    """A phrase with those who issued it: “a tweet on Monday by the minister”."""
    if tokens.lower[phrase[1] - 1] not in DOCUMENTS:
        return phrase
    for place in range(phrase[1], min(last - 1, phrase[1] + _FARTHEST_ISSUER)):
        if tokens.is_break(place):
            break
        if tokens.lower[place] in _ISSUED_BY:
            issuer = noun_phrase(tokens, place + 1, last)
            return (phrase[0], issuer[1]) if issuer else phrase
    return phrase


def after_with(tokens: Tokens, first: int, place: int) -> Phrase | None:
    """“…, with Smith adding that”: the name that ends at a token, if “with” stands before it."""
    begin = place + 1
    while begin > first and is_name(tokens, begin - 1):
        begin -= 1
    is_found = first < begin <= place and tokens.lower[begin - 1] == "with"
    return (begin, place + 1) if is_found else None


def leading(tokens: Tokens, first: int, verb: int) -> Phrase | None:
    """The subject that the sentence begins with, past phrases that a comma ends."""
    place = first
    limit = min(verb, first + _FARTHEST_IN)
    while place < limit:
        word = tokens.lower[place]
        if word in ADVERBS or word in CONJUNCTIONS or word == "," or tokens.is_quotation(place):
            place += 1
        elif word in PREPOSITIONS or word.endswith("ing"):
            while place < limit and tokens.words[place] != ",":
                place += 1
        else:
            break
    if place >= limit or tokens.is_break(place):
        return None
    return noun_phrase(tokens, place, limit)
