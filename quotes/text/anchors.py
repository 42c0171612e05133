"""Finds a passage again in a text, or says that it is not there.

Selectors are those of the W3C Web Annotation Data Model (TextQuoteSelector with a position as a
hint). The rule is: rather an orphan than a lookalike. Offsets are Unicode code points.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from quotes.text.normalising import Folded, fold, is_boundary

# One side of the context is believed alone (the other was edited) from this many characters on,
# counted without white space; or when it reaches the edge of the text and the passage is long.
_ENOUGH = 12
_LONG = 24
_WIDEST_CONTEXT = 512


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
    prefix (or suffix) stand elsewhere too, each grows (up to 512) until it tells them apart.
    Raises ValueError where the span is empty, outside the text, or splits a character from its
    combining marks.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"No passage from {start} to {end} in a text of {len(text)} characters.")
    if not (is_boundary(text, start) and is_boundary(text, end)):
        raise ValueError("The passage splits a character from its combining marks.")
    exact = text[start:end]
    rivals = [place for place in _places(text, exact) if place.end <= start or place.start >= end]
    prefix = _telling_prefix(text, start, context, rivals)
    suffix = _telling_suffix(text, end, context, rivals)
    return Selector(exact, prefix, suffix, start)


def find(
    text: str, exact: str, prefix: str = "", suffix: str = "", hint: int | None = None
) -> Span:
    """The one place of `exact` in `text`; raises Orphan where there is none or no certain one.

    1. Where the text at `hint` is unchanged, with the full context, it is that place.
    2. Otherwise every place that holds the same folded words is weighed by its context. Where
       both sides match in full (a side that was not recorded counts as matching), that is it;
       of several the one printed exactly so, if it is one.
    3. Otherwise the one place where one side matches in full: the other was edited.

    White space at the ends of `exact` is not part of the passage (except in case 1).
    """
    if not fold(exact).text.strip():
        raise Orphan("empty")
    if hint is not None and _is_unchanged(text, exact, prefix, suffix, hint):
        return Span(hint, hint + len(exact))

    places = list(_places(text, exact))
    weighed = [_Context(text, place, prefix, suffix, hint is not None) for place in places]
    whole = [weight.place for weight in weighed if weight.whole]
    if len(whole) > 1:
        printed = normalize("NFC", exact).strip()
        alike = [place for place in whole if text[place.start : place.end] == printed]
        if len(alike) == 1:
            return alike[0]
        raise Orphan("ambiguous", len(places))
    if whole:
        return whole[0]
    half = [weight.place for weight in weighed if weight.half]
    if len(half) == 1:
        return half[0]
    raise Orphan("ambiguous" if half else "not_found", len(places))


def find_parts(text: str, parts: Sequence[str], prefix: str = "", suffix: str = "") -> list[Span]:
    """The places of an interrupted quotation („A“, sagte X, „B“), in order, not overlapping.

    `prefix` stands before the first part, `suffix` after the last. The parts must stand close
    together: of all sequences only those count that hold no shorter one, and one within a
    single paragraph is preferred. Raises Orphan where none or several remain.
    """
    if not parts or not all(fold(part).text.strip() for part in parts):
        raise Orphan("empty")
    if len(parts) == 1:
        return [find(text, parts[0], prefix, suffix)]
    choices = [list(_places(text, part)) for part in parts]
    places = max(len(choice) for choice in choices)
    if prefix or suffix:
        first = [p for p in choices[0] if _Context(text, p, prefix, "", False).whole]
        last = [p for p in choices[-1] if _Context(text, p, "", suffix, False).whole]
        if not first and not last:
            raise Orphan("not_found", places)
        choices[0] = first or choices[0]
        choices[-1] = last or choices[-1]
    sequences = _shortest_sequences(choices)
    near = [spans for spans in sequences if "\n" not in text[spans[0].start : spans[-1].end]]
    candidates = near or sequences
    if not candidates:
        raise Orphan("not_found", places)
    if len(candidates) > 1 or not _is_only_way(candidates[0], choices):
        raise Orphan("ambiguous", places)
    return candidates[0]


def strip_quotation_marks(passage: str) -> str:
    """A pasted passage without white space and quotation marks around it.

    Marks go only where the first and the last are a pair („…“, also with a comma after it), or
    where one alone was caught at an end. An apostrophe at an end stays; marks inside stay.
    """
    passage = passage.strip(_AROUND)
    if not passage:
        return passage
    closers = _CLOSERS.get(passage[0])
    if closers:
        close = _closing(passage, closers)
        if close is None:
            return passage if passage[0] in _APOSTROPHES else passage[1:].strip(_AROUND)
        if not passage[close + 1 :].strip(_AROUND + _AFTER_QUOTATION):
            return passage[1:close].strip(_AROUND)
        return passage
    if passage[-1] in _ALL_CLOSERS - _APOSTROPHES and not _opens_inside(passage):
        return passage[:-1].strip(_AROUND)
    return passage


_AROUND = " \t\n\r\u00a0\u202f\u2009\u3000\u200b\ufeff"
_AFTER_QUOTATION = ",.;:、。，"
_APOSTROPHES = frozenset("'’‘`´")
_CLOSERS = {
    "„": '“”"„',
    "“": '”"',
    "”": "”",
    "‟": "”",
    '"': '"',
    "＂": "＂",
    "‚": "‘’",
    "‘": "’",
    "'": "'",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "﹁": "﹂",
    "﹃": "﹄",
    "〝": "〞〟",
}
_ALL_CLOSERS = frozenset("".join(_CLOSERS.values()))


def _closing(passage: str, closers: str) -> int | None:
    """Where the mark that opens the passage is closed: marks of the same kind inside may nest."""
    opener = passage[0]
    depth = 1
    for offset in range(1, len(passage)):
        mark = passage[offset]
        if mark in closers and (mark != opener or not _opens(passage, offset)):
            if mark in _APOSTROPHES and _is_inside_word(passage, offset):
                continue
            depth -= 1
            if depth == 0:
                return offset
        elif mark == opener:
            depth += 1
    return None


def _opens(passage: str, offset: int) -> bool:
    """Whether a mark that looks alike on both sides („"“) opens here: space before, none after."""
    before = passage[offset - 1]
    after = passage[offset + 1 : offset + 2]
    return (before.isspace() or before in "([–—-") and bool(after) and not after.isspace()


def _is_inside_word(passage: str, offset: int) -> bool:
    return passage[offset - 1].isalpha() and passage[offset + 1 : offset + 2].isalpha()


def _opens_inside(passage: str) -> bool:
    last = passage[-1]
    return any(
        last in closers and opener in passage[:-1]
        for opener, closers in _CLOSERS.items()
        if opener not in _APOSTROPHES
    )


def _places(text: str, exact: str) -> Iterator[Span]:
    """Every place that holds the folded words, overlapping ones too, in order."""
    folded = fold(text)
    wanted = fold(exact).text.strip()
    at = folded.text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if folded.is_edge(at) and folded.is_edge(end):
            yield Span(folded.starts[at], folded.ends[end - 1])
        at = folded.text.find(wanted, at + 1)


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


class _Context:
    """How well the surroundings of a place match a recorded prefix and suffix.

    Both are compared folded and without white space, as a dash set without its space is still
    the same dash. With `at_edges`, an empty side says that the text began or ended there.

    `whole`: both sides match. `half`: one does, and says enough to be believed alone.
    """

    def __init__(self, text: str, place: Span, prefix: str, suffix: str, at_edges: bool) -> None:
        self.place = place
        before = _letters(text[max(0, place.start - _reach(prefix)) : place.start])
        after = _letters(text[place.end : place.end + _reach(suffix)])
        wanted_before, wanted_after = _letters(prefix), _letters(suffix)
        before_matches = before.endswith(wanted_before)
        after_matches = after.startswith(wanted_after)
        self.whole = before_matches and after_matches
        is_long = place.end - place.start >= _LONG
        before_is_edge = is_long and before == wanted_before and bool(prefix or at_edges)
        after_is_edge = is_long and after == wanted_after and bool(suffix or at_edges)
        self.half = (before_matches and (len(wanted_before) >= _ENOUGH or before_is_edge)) or (
            after_matches and (len(wanted_after) >= _ENOUGH or after_is_edge)
        )


def _letters(context: str) -> str:
    return fold(context).text.replace(" ", "")


def _reach(context: str) -> int:
    """How far to look for a context: it may stand with more white space, and decomposed."""
    return 4 * len(context) + 16


def _telling_prefix(text: str, start: int, width: int, rivals: list[Span]) -> str:
    while True:
        begin = max(0, start - width)
        while not is_boundary(text, begin):
            begin += 1
        prefix = text[begin:start]
        rivals = [r for r in rivals if _Context(text, r, prefix, "", False).whole]
        if not rivals or begin == 0 or not width or width >= _WIDEST_CONTEXT:
            return prefix
        width = min(2 * width, _WIDEST_CONTEXT)


def _telling_suffix(text: str, end: int, width: int, rivals: list[Span]) -> str:
    while True:
        stop = min(len(text), end + width)
        while not is_boundary(text, stop):
            stop -= 1
        suffix = text[end:stop]
        rivals = [r for r in rivals if _Context(text, r, "", suffix, False).whole]
        if not rivals or stop == len(text) or not width or width >= _WIDEST_CONTEXT:
            return suffix
        width = min(2 * width, _WIDEST_CONTEXT)


def _shortest_sequences(choices: list[list[Span]]) -> list[list[Span]]:
    """Sequences of one place for each part, in order, of which none holds another."""
    found: list[list[Span]] = []
    for first in choices[0]:
        spans = [first]
        for choice in choices[1:]:
            following = next((p for p in choice if p.start >= spans[-1].end), None)
            if following is None:
                return found
            spans.append(following)
        if found and found[-1][-1].end >= spans[-1].end:
            found.pop()
        found.append(spans)
    return found


def _is_only_way(spans: list[Span], choices: list[list[Span]]) -> bool:
    """Whether no part between the first and the last could stand elsewhere between them."""
    following = spans[-1]
    for place, choice in zip(reversed(spans[:-1]), reversed(choices[:-1]), strict=True):
        latest = [p for p in choice if p.end <= following.start][-1]
        if latest != place:
            return False
        following = latest
    return True


__all__ = [
    "Folded",
    "Orphan",
    "Selector",
    "Span",
    "find",
    "find_parts",
    "selector",
    "strip_quotation_marks",
]
