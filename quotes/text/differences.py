"""Word by word, what a text lost and gained between two captures. For showing, not for patching."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added"]
_WORD = re.compile(r"\w+(?:[.,:’'-]\w+)*|\s+|[^\w\s]")
# Comparing costs a multiple of the product of both lengths: beyond that of all stretches together,
# one counts as replaced whole.
_MOST_COMPARISONS = 8_000_000


@dataclass(frozen=True)
class Difference:
    """A stretch that both texts have, or only the earlier (removed) or the later one (added).

    `left_out` is the number of code points that `shortened` took from its middle; they stood
    after `text` and before `rest`.
    """

    kind: Kind
    text: str
    left_out: int = 0
    rest: str = ""


def differences(before: str, after: str) -> list[Difference]:
    """The stretches of two texts in order, removed before added; equal neighbours are one.

    Without what was added they give `before`, without what was removed `after`.
    """
    found: list[Difference] = []
    for kind, text in _by_lines(before, after):
        if not text:
            continue
        if found and found[-1].kind == kind:
            found[-1] = Difference(kind, found[-1].text + text)
        else:
            found.append(Difference(kind, text))
    return found


def shortened(found: Sequence[Difference], width: int = 80) -> list[Difference]:
    """The same with long unchanged stretches cut to `width` code points beside each change."""
    short = []
    for number, piece in enumerate(found):
        before = width if number else 0
        after = width if number + 1 < len(found) else 0
        over = len(piece.text) - before - after
        if piece.kind == "same" and over > width:
            rest = piece.text[len(piece.text) - after :] if after else ""
            short.append(Difference("same", piece.text[:before], over, rest))
        else:
            short.append(piece)
    return short


def _by_lines(before: str, after: str) -> Iterator[tuple[Kind, str]]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    found = list(_opcodes(old, new, _MOST_COMPARISONS))
    changed = sum(tag != "equal" for tag, *_ in found)
    for tag, a, b, c, d in found:
        if tag == "equal":
            yield "same", "".join(old[a:b])
        else:
            most = _MOST_COMPARISONS // changed
            yield from _by_words("".join(old[a:b]), "".join(new[c:d]), most)


def _by_words(before: str, after: str, most: int) -> Iterator[tuple[Kind, str]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    removed = added = ""
    for tag, a, b, c, d in _opcodes(old, new, most):
        text = "".join(old[a:b])
        # A space alone between two changes is part of them: nobody reads it as unchanged.
        if tag == "equal" and (text.strip() or not (removed or added)):
            yield "removed", removed
            yield "added", added
            removed = added = ""
            yield "same", text
        else:
            removed, added = removed + text, added + "".join(new[c:d])
    yield "removed", removed
    yield "added", added


def _opcodes(
    old: Sequence[str], new: Sequence[str], most: int
) -> Iterator[tuple[str, int, int, int, int]]:
    """As difflib's, after what both begin and end with is set aside.

    White space and, in long stretches, the most frequent words are found again only beside others:
    seeking every blank among all blanks takes the cube of their number.
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    yield "equal", 0, first, 0, first
    a, b = old[first : len(old) - last], new[first : len(new) - last]
    if len(a) * len(b) > most:
        yield "replace", first, first + len(a), first, first + len(b)
    else:
        for tag, *places in SequenceMatcher(str.isspace, a, b).get_opcodes():
            i, j, k, m = (place + first for place in places)
            yield tag, i, j, k, m
    yield "equal", len(old) - last, len(old), len(new) - last, len(new)
