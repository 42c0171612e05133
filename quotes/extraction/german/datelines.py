"""„Berlin (dpa) - “: where and by whom a report was written, before its first sentence."""

from ..tokens import Sentence, Tokens

_DASHES = frozenset("-–—")
# So many tokens has a dateline at most: „Frankfurt/Main (dpa/lhe) - “.
_LONGEST = 12


def without_dateline(tokens: Tokens, sentence: Sentence) -> Sentence:
    """The sentence from behind its dateline on, if it has one."""
    first, last = sentence.first, min(sentence.last - 1, sentence.first + _LONGEST)
    if not sentence.opens_paragraph or not tokens.is_capital(first):
        return sentence
    for at in range(first + 2, last):
        if tokens.words[at] in _DASHES and tokens.words[at - 1] == ")":
            return Sentence(at + 1, sentence.last, sentence.opens_paragraph)
    return sentence
