"""What is said beside a German source: „[Niemand wurde laut X verletzt]“."""

from ..tokens import Sentence, Tokens
from .function_words import DETERMINERS, RELATIVE
from .noun_phrases import noun_phrase
from .noun_tokens import is_noun
from .verb_forms import AUXILIARIES, FINITE, SUBJUNCTIVE

# So many tokens from a phrase its clause begins at most.
_FARTHEST = 12
_VERBS = (AUXILIARIES | FINITE) - SUBJUNCTIVE


def with_apposition(
    tokens: Tokens, sentence: Sentence, speaker: tuple[int, int]
) -> tuple[int, int]:
    """A speaker with the name or the office that follows in commas: „dem Chef, Rita Holm,“."""
    begin, last = speaker[1] + 1, sentence.last
    if begin >= last or tokens.words[begin - 1] != ",":
        return speaker
    if tokens.lower[begin] in RELATIVE and tokens.lower[begin] not in DETERMINERS:
        return speaker
    named = noun_phrase(tokens, begin, last)
    if named is None or named[1] >= last:
        return speaker
    is_name = named[1] - begin > 1 and all(
        is_noun(tokens, at) or tokens.words[at] in (".", "(", ")") for at in range(*named)
    )
    closes = tokens.words[named[1]] == "," or tokens.lower[named[1]] in _VERBS
    if closes and (is_name or tokens.lower[begin] in DETERMINERS):
        return speaker[0], named[1]
    return speaker


def said_around(
    tokens: Tokens, sentence: Sentence, first: int, last: int
) -> tuple[int, int] | None:
    """What is said around or beside a phrase such as „laut X“ (tokens first … last-1)."""
    begin, stop = tokens.without_stop(sentence)
    within = _subordinate(tokens, sentence, first, last)
    if within:
        return within
    for at in range(first - 1, sentence.first, -1):
        if tokens.words[at] in (";", ":"):
            begin = tokens.starts[at + 1]
            if at + 2 >= first:
                return (tokens.starts[last], stop) if last < sentence.last else None
            break
    if first - sentence.first <= 1:
        after = last
        if after < sentence.last and tokens.words[after] == ",":
            after += 1
        if after >= sentence.last or tokens.starts[after] >= stop:
            return None
        return tokens.starts[after], stop
    if last >= sentence.last or tokens.starts[last] >= stop:
        before = first - 1
        while before > sentence.first and tokens.words[before] in (",", "("):
            before -= 1
        return begin, tokens.ends[before]
    return begin, stop


def _subordinate(
    tokens: Tokens, sentence: Sentence, first: int, last: int
) -> tuple[int, int] | None:
    """The subordinate clause that holds a phrase, if it stands in one."""
    comma = first - 1
    while comma > sentence.first and tokens.words[comma] != "," and first - comma < _FARTHEST:
        comma -= 1
    if comma <= sentence.first or tokens.words[comma] != ",":
        return None
    if comma + 1 >= first or tokens.lower[comma + 1] not in RELATIVE:
        return None
    end = last
    while end < sentence.last and tokens.words[end] not in (",", ".", ";", "!", "?"):
        end += 1
    return tokens.starts[comma + 1], tokens.ends[end - 1]
