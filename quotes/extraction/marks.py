"""Stretches between quotation marks: paired, nested, unclosed, over several paragraphs.

Marks are paired with a stack, in one pass over the marks of a text, so that time grows with its
length alone. Which side a mark stands on follows from what is open already and from the white
space beside it: the same character opens in one language and closes in another (“ in English and
German, » in German and French). A paragraph is a line.
"""

import re
from dataclasses import dataclass, replace

from .scripts import UNSPACED

# What closes each opening mark.
_CLOSERS = {
    "„": '“”"',
    "“": '”"',
    "”": "”",
    '"': '"“”',
    "«": "»",
    "»": "«»",
    "‚": "‘’",
    "‘": "’",
    "'": "'",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "〝": "〞〟",
    "＂": "＂",
}
# Two apostrophes in a row set type apart and quote nothing.
_MARK = re.compile("[„“”\"«»‚‘’‹›「」『』〝〞〟＂\n]|(?<!')'(?!')")
_BEFORE_OPENING = frozenset(" \t\u00a0\u202f\u2009\u3000([{—–-/:…\n„“\"«»‚‘‹›'「『")
_ALWAYS_OPENING = frozenset("„「『〝＂")
# The same, where a script sets no spaces before a mark.
_ALWAYS_OPENING_UNSPACED = frozenset("“‘")
# Apostrophes look like closing single marks; single marks pair only with a certain partner.
_SINGLE = frozenset("‚‘'")
_APOSTROPHES = frozenset("’'")
# So deep nobody quotes; deeper marks are not paired.
_DEEPEST = 4
# An unclosed mark may be closed in a later paragraph that does not open anew, within so many
# code points.
_FARTHEST_CLOSE = 3000
# Among so many marks, line ends and apostrophes.
_MOST_BETWEEN = 39
# Within so many code points from a line's end the next paragraph opens anew.
_WIDEST_GAP = 8


@dataclass(frozen=True)
class Stretch:
    """text[start:end] between two marks (code points), without the marks and white space inside.

    `opening` and `closing` are the marks ("" where none closes it), `outer_start` and `outer_end`
    the span with them; `depth` is 0 outside all others. `goes_on`: not closed, as the next
    paragraph opens anew (the English custom for quotations of several paragraphs).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    opening: str
    closing: str
    depth: int
    goes_on: bool = False


@dataclass
class _Open:
    mark: str
    at: int
    # How many stretches were found before it was opened: those after it lie inside.
    found_before: int


def stretches(text: str) -> list[Stretch]:
    """Every stretch between quotation marks, by its start; the outer before the inner."""
    found = _Pairing(text).pair()
    return sorted(found, key=lambda stretch: (stretch.outer_start, -stretch.outer_end))


class _Pairing:
    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = [(m.start(), m.group()) for m in _MARK.finditer(text)]
        self._single_closers = self._find_single_closers()
        self._opened: list[_Open] = []
        self._found: list[Stretch] = []

    def pair(self) -> list[Stretch]:
        for number, (at, mark) in enumerate(self._marks):
            if mark == "\n":
                self._end_paragraph(number, at)
            elif not self._close(at, mark):
                self._open(number, at, mark)
        self._end_paragraph(len(self._marks), len(self._text))
        return self._found

    def _find_single_closers(self) -> dict[int, int]:
        """For each place of ‚ ‘ ' that may open, the place of the mark that closes it.

        ’ and ' close after a letter or a stop and before no letter. A plural's apostrophe (the
        ministers’ meeting) looks the same: of several until the next opening one, the first that
        follows a stop closes, else the last.
        """
        partner: dict[int, int] = {}
        last: dict[str, int] = {}
        after_stop: dict[str, int] = {}
        for at, mark in reversed(self._marks):
            if mark == "\n":
                last.clear()
                after_stop.clear()
                continue
            opens = self._looks_opening(at)
            if mark in _SINGLE and opens:
                for closer in _CLOSERS[mark]:
                    place = after_stop.get(closer, last.get(closer))
                    if place is not None:
                        partner[at] = place
                        break
                for closer in _CLOSERS[mark]:
                    last.pop(closer, None)
                    after_stop.pop(closer, None)
            elif mark in "’'‘" and self._looks_closing(at):
                last.setdefault(mark, at)
                if self._before(at) in ".,!?…":
                    after_stop[mark] = at
        return partner

    def _before(self, at: int) -> str:
        return self._text[at - 1] if at else "\n"

    def _after(self, at: int) -> str:
        return self._text[at + 1] if at + 1 < len(self._text) else "\n"

    def _looks_opening(self, at: int) -> bool:
        """White space, a bracket, a dash or a mark before it, and something else after it."""
        before, after = self._before(at), self._after(at)
        if after.isspace() or after in ".,;:!?)":
            return False
        return before in _BEFORE_OPENING or (
            self._text[at] in _ALWAYS_OPENING_UNSPACED and UNSPACED.match(before) is not None
        )

    def _looks_closing(self, at: int) -> bool:
        before, after = self._before(at), self._after(at)
        return not before.isspace() and (not after.isalnum() or UNSPACED.match(after) is not None)

    def _close(self, at: int, mark: str) -> bool:
        """Close what the mark closes: the innermost open one or, if that was left open, one
        around it."""
        for depth in range(len(self._opened) - 1, -1, -1):
            around = self._opened[depth]
            if mark not in _CLOSERS[around.mark]:
                continue
            if around.mark in _SINGLE:
                if self._single_closers.get(around.at) != at:
                    continue
            elif self._looks_opening(at) and not self._closes_though_it_looks_opening(at, around):
                return False
            for _ in range(len(self._opened) - depth - 1):
                self._forget(self._opened.pop())
            self._opened.pop()
            self._keep(around, at, mark, depth)
            return True
        return False

    def _closes_though_it_looks_opening(self, at: int, around: _Open) -> bool:
        """„A “– or „A. “B: a mark that can only close here, set with a space before it."""
        return self._text[at] in "“”" and around.mark == "„" and not self._after(at).isalnum()

    def _open(self, number: int, at: int, mark: str) -> None:
        if mark not in _CLOSERS or len(self._opened) >= _DEEPEST:
            return
        if mark in _SINGLE:
            if at not in self._single_closers:
                return
        elif mark == "«":
            if self._before(at).isalnum():
                return
        elif mark not in _ALWAYS_OPENING and not self._looks_opening(at):
            return
        is_same = bool(self._opened) and self._opened[-1].mark == mark and mark not in "「『"
        if is_same and not (mark == "„" and self._closes_twice(number)):
            # The one before was never closed: hardly anybody nests a mark in itself.
            self._forget(self._opened.pop())
        self._opened.append(_Open(mark, at, len(self._found)))

    def _closes_twice(self, number: int) -> bool:
        """Whether two marks close before the next one opens: „Das „Nein“ war klar“."""
        following = [mark for _, mark in self._marks[number + 1 : number + 1 + _MOST_BETWEEN]]
        closing = [mark for mark in following if mark in "„“”\n"][:2]
        return len(closing) == 2 and all(mark in "“”" for mark in closing)

    def _keep(
        self, around: _Open, end: int, closing: str, depth: int, goes_on: bool = False
    ) -> None:
        inner = self._text[around.at + 1 : end]
        start = around.at + 1 + len(inner) - len(inner.lstrip())
        stop = around.at + 1 + len(inner.rstrip())
        if start < stop:
            outer_end = end + len(closing)
            self._found.append(
                Stretch(start, stop, around.at, outer_end, around.mark, closing, depth, goes_on)
            )

    def _forget(self, unclosed: _Open) -> None:
        """An opening mark was none: what seemed to lie inside it lies outside."""
        for place in range(unclosed.found_before, len(self._found)):
            stretch = self._found[place]
            if stretch.depth:
                self._found[place] = replace(stretch, depth=stretch.depth - 1)

    def _end_paragraph(self, number: int, at: int) -> None:
        """Judge what is open at the end of a line: it goes on, is closed later, or never."""
        while self._opened:
            outermost = self._opened[0]
            if len(self._opened) == 1 and self._opens_anew(at, outermost.mark):
                self._keep(outermost, at, "", 0, goes_on=True)
                self._opened.clear()
            elif len(self._opened) == 1 and self._is_closed_later(number, outermost):
                return
            else:
                innermost = self._opened.pop()
                self._forget(innermost)
                if not self._opened and self._is_alone(innermost):
                    self._keep(innermost, at, "", 0)

    def _opens_anew(self, at: int, mark: str) -> bool:
        return self._text[at : at + _WIDEST_GAP].lstrip().startswith(mark)

    def _is_closed_later(self, number: int, unclosed: _Open) -> bool:
        """Whether the next mark of all closes it, not too far away."""
        for at, mark in self._marks[number + 1 : number + 1 + _MOST_BETWEEN]:
            if at - unclosed.at > _FARTHEST_CLOSE:
                return False
            if mark == "\n" or mark in _APOSTROPHES:
                continue
            return mark in _CLOSERS[unclosed.mark] and not self._looks_opening(at)
        return False

    def _is_alone(self, unclosed: _Open) -> bool:
        """Whether nothing else was quoted after it in its paragraph."""
        return unclosed.found_before == len(self._found)
