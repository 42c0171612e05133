"""How much of their words two wordings share, whatever their order and print."""

import re
from dataclasses import dataclass

from quotes.text.normalising import fold

_WORD = re.compile(r"\w+")
# Written without spaces: two characters stand for a word.
_UNSPACED = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0eff]+")


@dataclass(frozen=True)
class Overlap:
    """`shared` words; `held` is their share of the shorter wording, `alike` of both (Dice)."""

    shared: int
    held: float
    alike: float


def words(wording: str) -> frozenset[str]:
    """The different words of a wording, folded, in small letters."""
    found: set[str] = set()
    for word in _WORD.findall(fold(wording).text.casefold()):
        run = _UNSPACED.search(word)
        if run and len(word) > 2:
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.add(word)
    return frozenset(found)


def overlap(one: frozenset[str], other: frozenset[str]) -> Overlap:
    """What two sets of words, as `words` gives them, have in common."""
    shared = len(one & other)
    if not shared:
        return Overlap(0, 0.0, 0.0)
    return Overlap(shared, shared / min(len(one), len(other)), 2 * shared / (len(one) + len(other)))
