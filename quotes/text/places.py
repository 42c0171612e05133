"""The places of a text that hold the same folded words, and how well their surroundings match."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quotes.text.normalising import fold

# One side of the context is believed alone (the other was edited) from this many characters on,
# counted without white space; or when it reaches the edge of the text and the passage is long.
_ENOUGH = 12
_LONG = 24
# Longer ones that overlap with themselves are sought in one pass (characters of the folded text).
_LONG_REPEATED = 100
# Alphabets that set words apart. Korean hangs particles on words, Chinese and Thai have no spaces.
_SPACED = re.compile("[\u0000-\u0dff\u10a0-\u10ff\u1e00-\u1fff]")


class Place(NamedTuple):
    """A place that holds the folded words: in code points of the text, and in the folded text."""

    start: int
    end: int
    folded_start: int
    folded_end: int


def folded_passage(exact: str) -> str:
    """What is sought of a passage; "" where it holds nothing that can be seen."""
    return fold(exact).text.strip()


def places(text: str, exact: str) -> Iterator[Place]:
    """Every place that holds the folded words, overlapping ones too, in order."""
    wanted = folded_passage(exact)
    folded = fold(text)
    for at in _beginnings(folded.text, wanted):
        end = at + len(wanted)
        if folded.is_edge(at) and folded.is_edge(end):
            yield Place(folded.starts[at], folded.ends[end - 1], at, end)


def _beginnings(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        following = text.find(wanted, at + 1)
        if len(wanted) > _LONG_REPEATED and 0 <= following < at + len(wanted):
            yield from _repeated(text, wanted, following)
            return
        at = following


def _repeated(text: str, wanted: str, first: int) -> Iterator[int]:
    """From an offset on, each place of words that overlap with themselves („ha, ha, ha“), in one
    pass, after Knuth, Morris and Pratt: seeking them anew from each place compares all of them."""
    # For each beginning of what is wanted, how much of it is both its beginning and its end.
    borders = [0]
    for character in wanted[1:]:
        held = borders[-1]
        while held and character != wanted[held]:
            held = borders[held - 1]
        borders.append(held + (character == wanted[held]))
    held = 0
    for place in range(first, len(text)):
        while held and (held == len(wanted) or text[place] != wanted[held]):
            held = borders[held - 1]
        held += text[place] == wanted[held]
        if held == len(wanted):
            yield place + 1 - held


class Sides:
    """How well the surroundings of a place match a recorded prefix and suffix.

    Both are compared folded and without white space, as a dash set without its space is still
    the same dash. With `at_edges`, an empty side says that the text began or ended there.
    """

    def __init__(self, text: str, prefix: str, suffix: str, at_edges: bool = False) -> None:
        self._folded = fold(text).text
        self._prefix, self._suffix = _letters(prefix), _letters(suffix)
        self._prefix_may_be_edge = bool(prefix or at_edges)
        self._suffix_may_be_edge = bool(suffix or at_edges)

    def before(self, place: Place) -> bool:
        """Whether the whole prefix stands before the place."""
        return self._letters_before(place).endswith(self._prefix)

    def after(self, place: Place) -> bool:
        """Whether the whole suffix stands after the place."""
        return self._letters_after(place).startswith(self._suffix)

    def match(self, place: Place) -> bool:
        """Whether both stand there; an empty one always does."""
        return self.before(place) and self.after(place)

    def half_match(self, place: Place) -> bool:
        """Whether one of them stands there and says enough to be believed alone."""
        if self.before(place) and len(self._prefix) >= _ENOUGH:
            return True
        if self.after(place) and len(self._suffix) >= _ENOUGH:
            return True
        is_long = place.folded_end - place.folded_start >= _LONG
        return is_long and (self._begins_text(place) or self._ends_text(place))

    def _begins_text(self, place: Place) -> bool:
        return self._prefix_may_be_edge and self._letters_before(place) == self._prefix

    def _ends_text(self, place: Place) -> bool:
        return self._suffix_may_be_edge and self._letters_after(place) == self._suffix

    def _letters_before(self, place: Place) -> str:
        reach = 2 * len(self._prefix) + 1
        return self._folded[max(0, place.folded_start - reach) : place.folded_start].replace(
            " ", ""
        )

    def _letters_after(self, place: Place) -> str:
        reach = 2 * len(self._suffix) + 1
        return self._folded[place.folded_end : place.folded_end + reach].replace(" ", "")


def _letters(context: str) -> str:
    return fold(context).text.replace(" ", "")


def best_printed(text: str, exact: str, places: list[Place]) -> list[Place]:
    """Of places with equally good context, those that are no part of longer words and, among
    these, those printed exactly so; as many as before where none is better."""
    places = [place for place in places if not _is_inside_words(text, place)] or places
    return [place for place in places if text[place.start : place.end] == exact] or places


def _is_inside_words(text: str, place: Place) -> bool:
    """Whether a word of a spaced alphabet goes on before or after the place."""
    return any(
        0 < edge < len(text) and _is_letter(text[edge - 1]) and _is_letter(text[edge])
        for edge in (place.start, place.end)
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() and bool(_SPACED.match(character))
