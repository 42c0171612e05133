"""Whether a word that may be a verb of saying is one where it stands: “the report”, “accused
criminals” and “a hurricane warning” report nothing."""

from ..tokens import Sentence, Tokens
from ..word_lists import words
from .function_words import PREPOSITIONS, is_adverb, is_genitive
from .naming import calls_near, is_charge, names_only
from .nouns import DOCUMENTS
from .phrasal_verbs import PHRASAL, further_words
from .quoted_by_others import is_quoting
from .rarer_verbs import (
    CHARGING,
    FINDING,
    FINDING_WORDS,
    PLAIN,
    PLURAL_SUBJECTS,
)
from .reporting_verbs import ACCUSING
from .utterances import UTTERANCES
from .verb_forms import AUXILIARIES

# Before a word that looks like a verb these show that it is a noun or an adjective.
_BEFORE_NOUN = words("a an the this that's its his her their of per")
_ADJECTIVES = words("public international growing repeated fresh renewed mounting")
_NO_ADJECTIVE = words("said told saying as after before since until while like than")
# In “ing”, and nouns as well, after another noun: “a storm warning”.
_NOUNS = words("warning reading posting writing reporting meeting briefing painting")
_SHORTEST_PLURAL = 3
# “took to Twitter to call it "a disgrace"”.
_BEFORE_INFINITIVE = words("to would will")


def reports_here(tokens: Tokens, sentence: Sentence, token: int) -> bool:
    """Whether the verb of saying or calling at a token reports something."""
    if token > sentence.first and _is_noun(tokens, token):
        return False
    if is_quoting(tokens, token, sentence.last) or names_only(tokens, sentence, token):
        return False
    word = tokens.lower[token]
    if word in PHRASAL:
        return further_words(tokens, token, sentence.last) > 0
    if word in ACCUSING and token + 1 < sentence.last and tokens.lower[token + 1] == "of":
        return False  # “people accused of crimes”
    if word in PLAIN:
        return _is_behind_plural(tokens, sentence, token) or (
            tokens.lower[token - 1] in _BEFORE_INFINITIVE and calls_near(tokens, sentence, token)
        )
    if word in CHARGING:
        return is_charge(tokens, sentence, token)
    return word not in FINDING or _tells_finding(tokens, sentence, token)


def _is_noun(tokens: Tokens, token: int) -> bool:
    """Whether a noun, or an adjective before one, stands there."""
    word, before = tokens.lower[token], tokens.lower[token - 1]
    if tokens.is_capital(token) or before in _BEFORE_NOUN:
        return True
    if before in _ADJECTIVES and not tokens.is_capital(token - 1):
        return True
    if is_genitive(before):
        return not tokens.is_quotation(token - 1) and word.endswith("s")
    if word in ("report", "claim"):
        # “its earnings report”
        return token < 2 or tokens.lower[token - 2] in _BEFORE_NOUN or not before.endswith("s")
    if word.endswith("s") and before in PREPOSITIONS and before not in _NO_ADJECTIVE:
        return True
    if word.endswith("ed"):
        return (before in PREPOSITIONS and before not in _NO_ADJECTIVE) or before.isdigit()
    is_common = before.isalpha() and before.islower() and tokens.words[token - 1] == before
    return word in _NOUNS and is_common and _is_compounding(before)


def _is_compounding(before: str) -> bool:
    """Whether a noun before “warning” makes one word with it; not so “a statement warning that”."""
    return not (before in DOCUMENTS or before in UTTERANCES or before in PREPOSITIONS) and not (
        is_adverb(before) or before in AUXILIARIES
    )


def _tells_finding(tokens: Tokens, sentence: Sentence, token: int) -> bool:
    """Whether a verb of finding tells what was found."""
    place = token + 1
    while place < sentence.last and is_adverb(tokens.lower[place]):
        place += 1
    if place >= sentence.last:
        return False
    if tokens.is_quotation(place):
        return tokens.lower[token] in FINDING_WORDS
    return tokens.lower[place] == "that"


def _is_behind_plural(tokens: Tokens, sentence: Sentence, token: int) -> bool:
    place = token - 1
    while place > sentence.first and is_adverb(tokens.lower[place]):
        place -= 1
    if place < sentence.first:
        return False
    word = tokens.lower[place]
    return word in PLURAL_SUBJECTS or (
        len(word) > _SHORTEST_PLURAL and word.endswith("s") and word not in AUXILIARIES
    )
