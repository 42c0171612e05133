"""Verbs that tell of speech only with a further word: “pointed out that”, “made it clear that”,
“lashed out at the "reckless" plan”."""

from ..tokens import Tokens
from ..word_lists import by_verb, words

_CLEAR = words("clear plain known")
# Behind them a clause is what was said …
_TELLING = by_verb({"out": "pointed points pointing spelled spelt", "clear": "made makes making"})
# … and behind these something is judged.
_JUDGING = by_verb(
    {
        "out": "lashed lashes lashing hit hits hitting",
        "aim": "took takes taking",
    }
)
PHRASAL_TELLING = frozenset(_TELLING)
PHRASAL = PHRASAL_TELLING | frozenset(_JUDGING)


def further_words(tokens: Tokens, verb: int, last: int) -> int:
    """How many further words the verb at a token has; 0 where it has not the ones it needs."""
    word, place = tokens.lower[verb], verb + 1
    wanted = _TELLING.get(word) or _JUDGING.get(word, "")
    if wanted == "clear" and place < last and tokens.lower[place] == "it":
        place += 1
    if wanted == "clear" and place < last and tokens.lower[place] in ("very", "perfectly"):
        place += 1
    if place >= last:
        return 0
    found = tokens.lower[place]
    is_found = found in _CLEAR if wanted == "clear" else found == wanted
    return place - verb if is_found else 0
