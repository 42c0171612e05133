"""The forms of regular English verbs that the news use: announces, announced, announcing."""

import re

from ..word_lists import words

_SIBILANT = re.compile("(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile("[^aeiou]y$")
_SILENT_E = re.compile("[^eoy]e$")
# The last letter of these is doubled before an ending.
_DOUBLING = words("admit ban beg blog brag expel extol pan quip rebut regret slam snap")


def inflected(verbs: str) -> frozenset[str]:
    """All forms of the verbs of a list but the plain one: what the news tell was said by one."""
    return past_and_ing(verbs) | {_third_person(verb) for verb in words(verbs)}


def past_and_ing(verbs: str) -> frozenset[str]:
    """For verbs whose third person is rather a plural noun: protested, protesting."""
    return frozenset(form for verb in words(verbs) for form in (_past(verb), _ing(verb)))


def _third_person(verb: str) -> str:
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if _SIBILANT.search(verb) else "s")


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _ing(verb: str) -> str:
    stem = verb[:-1] if _SILENT_E.search(verb) else verb
    return _doubled(stem) + "ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if verb in _DOUBLING else verb
