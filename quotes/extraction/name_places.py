"""Where a text prints names that are known, found in one pass over the text."""

from bisect import bisect_left
from collections.abc import Iterable

from .scripts import UNSPACED

# By so many characters at their beginning names are looked up.
_PREFIX = 2


class NamePlaces:
    """The places of known names (code points), in order; where several begin, the longest."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._text = text
        self._lengths: dict[str, list[int]] = {}
        self._names = {name for name in names if len(name) >= _PREFIX}
        for length, prefix in sorted({(len(name), name[:_PREFIX]) for name in self._names}):
            self._lengths.setdefault(prefix, []).insert(0, length)
        self._starts: list[int] = []
        self._ends: list[int] = []
        if self._names:
            self._find()

    def _find(self) -> None:
        place = 0
        while place < len(self._text):
            end = self._end_at(place)
            if end is not None:
                self._starts.append(place)
                self._ends.append(end)
            place = end or place + 1

    def _end_at(self, start: int) -> int | None:
        """Where a name ends that begins here, if one does."""
        text = self._text
        for length in self._lengths.get(text[start : start + _PREFIX], ()):
            end = start + length
            if text[start:end] in self._names and self._is_whole(start, end):
                return end
        return None

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether it is no part of a longer word. Endings are let pass: languages inflect names
        („Niinistön“, „Путина“), except after a single word in Latin letters („Ann“, "Annual")."""
        text = self._text
        if UNSPACED.match(text[start]):
            return True
        if start and text[start - 1].isalnum() and not UNSPACED.match(text[start - 1]):
            return False
        is_word = text[start:end].isalpha() and text[end - 1] < "\u0250"
        return not (is_word and end < len(text) and text[end].isalpha() and text[end] < "\u0250")

    def nearest(self, start: int, end: int, farthest: int) -> tuple[int, int] | None:
        """The name nearest to a stretch, in its line, outside of it, and not farther away."""
        before = bisect_left(self._ends, start + 1) - 1
        after = bisect_left(self._starts, end)
        gaps = []
        if before >= 0:
            gaps.append((self._ends[before], start, before))
        if after < len(self._starts):
            gaps.append((end, self._starts[after], after))
        near = [
            (last - first, number)
            for first, last, number in gaps
            if last - first <= farthest and "\n" not in self._text[first:last]
        ]
        if not near:
            return None
        number = min(near, key=lambda each: each[0])[1]
        return self._starts[number], self._ends[number]
