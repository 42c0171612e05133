"""The wording of an interrupted quotation, and the words around a passage that may be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotes.text.normalising import is_boundary

JOIN = " … "
# A word longer than this (code points) at the cut is a script without spaces: cut inside it.
_LONGEST_WORD = 40


def join_segments(parts: Sequence[str]) -> str:
    """The wording of a quotation whose parts were interrupted („A“, sagte X, „B“ → A … B)."""
    return JOIN.join(parts)


@dataclass(frozen=True)
class Context:
    """What stands before and after a passage, and whether its paragraph goes on beyond that."""

    before: str
    after: str
    cut_before: bool
    cut_after: bool

    def __iter__(self) -> Iterator[str]:
        """So that `before, after = context(…)` works."""
        return iter((self.before, self.after))


def context(text: str, start: int, end: int, width: int = 200) -> Context:
    """What stands around text[start:end] within its paragraph (line), as printed.

    Each side has at most `width` code points and begins or ends at a word, or, in scripts
    written without spaces, between two characters.
    """
    paragraph = text.rfind("\n", 0, start) + 1
    newline = text.find("\n", end)
    close = len(text) if newline < 0 else newline

    begin = max(paragraph, start - width)
    stop = min(close, end + width)
    if begin > paragraph:
        begin = _forward_to_word(text, begin, start)
    if stop < close:
        stop = _back_to_word(text, stop, end)
    cut_before = bool(text[paragraph:begin].strip())
    cut_after = bool(text[stop:close].strip())
    return Context(text[begin:start], text[end:stop], cut_before, cut_after)


def _forward_to_word(text: str, begin: int, limit: int) -> int:
    for offset in range(begin, min(limit, begin + _LONGEST_WORD)):
        if text[offset - 1].isspace() and not text[offset].isspace():
            return offset
    while begin < limit and (text[begin].isspace() or not is_boundary(text, begin)):
        begin += 1
    return begin


def _back_to_word(text: str, stop: int, limit: int) -> int:
    for offset in range(stop, max(limit, stop - _LONGEST_WORD), -1):
        if text[offset].isspace() and not text[offset - 1].isspace():
            return offset
    while stop > limit and (text[stop - 1].isspace() or not is_boundary(text, stop)):
        stop -= 1
    return stop
