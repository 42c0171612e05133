"""Finds a passage again in a text, or says that it is not there.

Selectors are those of the W3C Web Annotation Data Model (TextQuoteSelector with a position as a
hint). The rule is: rather an orphan than a lookalike. Offsets are Unicode code points.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.text.normalising import is_boundary
from quotes.text.places import Place, Sides, best_printed, folded_passage, places
from quotes.text.quotation_marks import strip_quotation_marks
from quotes.text.unicode_forms import normalised

# So much context at most tells a passage from lookalikes (code points).
_WIDEST_CONTEXT = 200

__all__ = [
    "Orphan",
    "Selector",
    "Span",
    "find",
    "find_parts",
    "selector",
    "strip_quotation_marks",
]


@dataclass(frozen=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int


@dataclass(frozen=True)
class Selector:
    """What is kept to find a passage again; `start` is where it stood (code points), a hint."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


class Orphan(LookupError):
    """The passage has no certain place in the text.

    `reason` is "empty" (nothing to look for), "not_found" (not there, or only lookalikes whose
    context is another) or "ambiguous" (several equally good places). `places` counts the places
    that hold the same words.
    """

    _SENTENCES = {
        "empty": "There is no passage to look for.",
        "not_found": "The passage does not stand in the text in this context.",
        "ambiguous": "The passage stands in several places, and nothing tells which is meant.",
    }

    def __init__(self, reason: str, places: int = 0) -> None:
        super().__init__(self._SENTENCES[reason])
        self.reason = reason
        self.places = places


def selector(text: str, start: int, end: int, context: int = 32) -> Selector:
    """The selector of text[start:end].

    Prefix and suffix have at most `context` code points; where the same words with the same
    prefix (or suffix) stand elsewhere too, each grows (up to 200) until it tells them apart.
    Raises ValueError where the span is empty, outside the text, or splits a character from its
    combining marks.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"No passage from {start} to {end} in a text of {len(text)} characters.")
    if not (is_boundary(text, start) and is_boundary(text, end)):
        raise ValueError("The passage splits a character from its combining marks.")
    exact = text[start:end]
    rivals = [p for p in places(text, exact) if not (start <= p.start and p.end <= end)]
    prefix = _telling_prefix(text, start, context, rivals)
    suffix = _telling_suffix(text, end, context, rivals)
    return Selector(exact, prefix, suffix, start)


def find(
    text: str, exact: str, prefix: str = "", suffix: str = "", hint: int | None = None
) -> Span:
    """The one place of `exact` in `text`; raises Orphan where there is none or no certain one.

    1. Where the text at `hint` is unchanged, with the full context, it is that place.
    2. Otherwise every place that holds the same folded words is weighed by its context. Where
       both sides match in full (a side that was not recorded counts as matching), that is it.
       Without any context, of several the one that is no part of longer words and is printed
       exactly so. With context print says nothing: the original may have been set anew.
    3. Otherwise the one place where one side matches in full: the other was edited.

    White space at the ends of `exact` is not part of the passage (except in case 1).
    """
    if not folded_passage(exact):
        raise Orphan("empty")
    if hint is not None and _is_unchanged(text, exact, prefix, suffix, hint):
        return Span(hint, hint + len(exact))

    found = list(places(text, exact))
    sides = Sides(text, prefix, suffix, at_edges=hint is not None)
    whole = [place for place in found if sides.match(place)]
    if len(whole) > 1 and not (prefix or suffix):
        whole = best_printed(text, normalised("NFC", exact).strip(), whole)
    certain = whole or [place for place in found if sides.half_match(place)]
    if len(certain) != 1:
        raise Orphan("ambiguous" if certain else "not_found", len(found))
    return Span(certain[0].start, certain[0].end)


def find_parts(text: str, parts: Sequence[str], prefix: str = "", suffix: str = "") -> list[Span]:
    """The places of an interrupted quotation („A“, sagte X, „B“), in order, not overlapping.

    `prefix` stands before the first part, `suffix` after the last. The parts must stand close
    together: of all sequences only those count that hold no shorter one, and one within a
    single paragraph is preferred. Raises Orphan where none or several remain.
    """
    if not parts or not all(folded_passage(part) for part in parts):
        raise Orphan("empty")
    if len(parts) == 1:
        return [find(text, parts[0], prefix, suffix)]
    choices = [list(places(text, part)) for part in parts]
    most = max(len(choice) for choice in choices)
    sides = Sides(text, prefix, suffix)
    first = [place for place in choices[0] if prefix and sides.before(place)]
    last = [place for place in choices[-1] if suffix and sides.after(place)]
    if (prefix or suffix) and not first and not last:
        raise Orphan("not_found", most)
    choices[0] = first or choices[0]
    choices[-1] = last or choices[-1]
    sequences = _shortest_sequences(choices)
    near = [found for found in sequences if "\n" not in text[found[0].start : found[-1].end]]
    candidates = near or sequences
    if not candidates:
        raise Orphan("not_found", most)
    if len(candidates) > 1 or not _is_only_way(candidates[0], choices):
        raise Orphan("ambiguous", most)
    return [Span(place.start, place.end) for place in candidates[0]]


def _is_unchanged(text: str, exact: str, prefix: str, suffix: str, hint: int) -> bool:
    end = hint + len(exact)
    return (
        0 <= hint <= hint + len(exact) <= len(text)
        and text[hint:end] == exact
        and (text[:hint].endswith(prefix) if prefix else hint == 0)
        and (text.startswith(suffix, end) if suffix else end == len(text))
        and is_boundary(text, hint)
        and is_boundary(text, end)
    )


def _telling_prefix(text: str, start: int, width: int, rivals: list[Place]) -> str:
    while True:
        begin = max(0, start - width)
        while not is_boundary(text, begin):
            begin += 1
        prefix = text[begin:start]
        sides = Sides(text, prefix, "")
        rivals = [place for place in rivals if sides.before(place)]
        if not rivals or begin == 0 or not width or width >= _WIDEST_CONTEXT:
            return prefix
        width = min(2 * width, _WIDEST_CONTEXT)


def _telling_suffix(text: str, end: int, width: int, rivals: list[Place]) -> str:
    while True:
        stop = min(len(text), end + width)
        while not is_boundary(text, stop):
            stop -= 1
        suffix = text[end:stop]
        sides = Sides(text, "", suffix)
        rivals = [place for place in rivals if sides.after(place)]
        if not rivals or stop == len(text) or not width or width >= _WIDEST_CONTEXT:
            return suffix
        width = min(2 * width, _WIDEST_CONTEXT)


def _shortest_sequences(choices: list[list[Place]]) -> list[list[Place]]:
    """Sequences of one place for each part, in order, of which none holds another."""
    found: list[list[Place]] = []
    for first in choices[0]:
        sequence = [first]
        for choice in choices[1:]:
            following = bisect_left(choice, sequence[-1].end, key=_start)
            if following == len(choice):
                return found
            sequence.append(choice[following])
        if found and found[-1][-1].end >= sequence[-1].end:
            found.pop()
        found.append(sequence)
    return found


def _start(place: Place) -> int:
    return place.start


def _is_only_way(sequence: list[Place], choices: list[list[Place]]) -> bool:
    """Whether no part between the first and the last could stand elsewhere between them."""
    following = sequence[-1]
    for place, choice in zip(reversed(sequence[:-1]), reversed(choices[:-1]), strict=True):
        latest = [p for p in choice if p.end <= following.start][-1]
        if latest != place:
            return False
        following = latest
    return True
