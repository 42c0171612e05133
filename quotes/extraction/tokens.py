"""A text as words, stops and whole quotations, in sentences. Offsets are code points.

A quotation outside all others is one token, whatever it holds: the sentence around it is read as
if it were a word. Paragraphs are lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .marks import Stretch

# Stand for a quotation: its first character, and all others.
_QUOTATION, _INSIDE = "\x02", "\x01"
_TOKEN = re.compile(
    rf"{_QUOTATION}{_INSIDE}*|[^\W_]+(?:(?:[’'\-–&/@:]|\.(?=[a-z0-9]))?[^\W_]+"
    r"|(?<=[A-Z])\.(?=[A-Z]\b)[A-Z])*%?|[^\w\s]|_+"
)
# End a phrase.
_BREAKS = frozenset(',;:()[]—–-"“”.!?')
_UPPER_OR_OPENING = re.compile(r"\s*+[\"'(\[„“”«»‚‘¿¡]?\s*+[A-ZÄÖÜÀ-ÞŠŽČŁ0-9\x02\u0400-\u042f]")
# A stop; also one without the space after it, as it happens („der Papst.Der ältere Bruder“).
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[)\]]?(?=\s|$)|(?<=[a-zäöüß]{2})\.(?=[A-ZÄÖÜ][a-zäöüß])")
_ROMAN = re.compile("[IVXLC]+")
# Longer words are no abbreviations (code points).
_LONGEST_ABBREVIATION = 24
# A sentence with more tokens is none: so much is read as one (a quotation is a single token).
_LONGEST_SENTENCE = 160
_UNMASKED = {ord(_QUOTATION): " ", ord(_INSIDE): " "}


@dataclass(frozen=True)
class Sentence:
    """Tokens first … last-1, and whether it begins a paragraph."""

    first: int
    last: int
    opens_paragraph: bool


@dataclass
class Tokens:
    """The tokens of a text: `words` as printed ("" for a quotation), `lower` in lower case."""

    text: str
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    # For each token the number of its quotation in `quotations`, else -1.
    quoted: list[int] = field(default_factory=list)
    quotations: Sequence[Stretch] = ()
    sentences: list[Sentence] = field(default_factory=list)

    def is_quotation(self, place: int) -> bool:
        """Whether a token stands for a whole quotation."""
        return self.quoted[place] >= 0

    def quotation(self, place: int) -> str:
        """The words of the quotation that a token stands for, without its marks."""
        stretch = self.quotations[self.quoted[place]]
        return self.text[stretch.start : stretch.end]

    def is_break(self, place: int) -> bool:
        """Whether a phrase ends before a token: a stop, a bracket, a dash or a quotation."""
        return self.quoted[place] >= 0 or self.words[place] in _BREAKS

    def is_capital(self, place: int) -> bool:
        """Whether a token is a word with a capital."""
        return self.words[place][:1].isupper()

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of tokens first … last-1."""
        return self.starts[first], self.ends[last - 1]

    def print(self, first: int, last: int) -> str:
        """Tokens first … last-1 as printed."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def without_stop(self, sentence: Sentence) -> tuple[int, int]:
        """Code points of a sentence without the stop at its end."""
        last = sentence.last
        while last > sentence.first + 1 and self.words[last - 1] in (".", "!", "?", "…"):
            last -= 1
        return self.span(sentence.first, last)


def tokenise(text: str, quotations: Sequence[Stretch], abbreviations: frozenset[str]) -> Tokens:
    """Split a text; `quotations` are the outermost stretches, in order.

    `abbreviations` (lower case, without the last stop) end no sentence.
    """
    masked = _mask(text, quotations)
    tokens = Tokens(text, quotations=quotations)
    number = -1
    for found in _TOKEN.finditer(masked):
        word = found.group()
        if word[0] == _QUOTATION:
            number += 1
            tokens.words.append("")
            tokens.lower.append("")
            tokens.quoted.append(number)
        else:
            tokens.words.append(word)
            tokens.lower.append(word.lower())
            tokens.quoted.append(-1)
        tokens.starts.append(found.start())
        tokens.ends.append(found.end())
    _split(masked, tokens, abbreviations)
    return tokens


def _mask(text: str, quotations: Sequence[Stretch]) -> str:
    pieces = []
    done = 0
    for stretch in quotations:
        pieces.append(text[done : stretch.outer_start].translate(_UNMASKED))
        length = stretch.outer_end - stretch.outer_start
        pieces.append(_QUOTATION + _INSIDE * (length - 1))
        done = stretch.outer_end
    pieces.append(text[done:].translate(_UNMASKED))
    return "".join(pieces)


def _split(masked: str, tokens: Tokens, abbreviations: frozenset[str]) -> None:
    """Sentences end at a stop before a capital, at a line's end, and after a quotation that ends
    with a stop before a new beginning."""
    ends = sorted(
        [m.end() for m in _STOP.finditer(masked) if _ends(masked, m, abbreviations)]
        + [
            q.outer_end
            for q in tokens.quotations
            if tokens.text[q.end - 1] in ".!?…" and _begins_anew(masked, q.outer_end)
        ]
    )
    first = 0
    place = 0
    opens = True
    for number, start in enumerate(tokens.starts):
        if number == first:
            continue
        gap_newline = "\n" in masked[tokens.ends[number - 1] : start]
        while place < len(ends) and ends[place] <= tokens.starts[first]:
            place += 1
        ended = place < len(ends) and ends[place] <= start
        if gap_newline or ended or number - first >= _LONGEST_SENTENCE:
            tokens.sentences.append(Sentence(first, number, opens))
            first, opens = number, gap_newline
    if first < len(tokens.starts):
        tokens.sentences.append(Sentence(first, len(tokens.starts), opens))


def _ends(masked: str, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    if not _begins_anew(masked, stop.end()):
        return False
    if stop.group() != ".":
        return True
    begin = stop.start()
    earliest = max(0, begin - _LONGEST_ABBREVIATION)
    while begin > earliest and not _precedes_word(masked[begin - 1]):
        begin -= 1
    word = masked[begin : stop.start()]
    if (len(word) == 1 and word.isalpha()) or _ROMAN.fullmatch(word):
        return False  # an initial, „Benedikt XVI.“
    if word.isdigit():
        return len(word) > 2 or "." not in abbreviations  # „am 9. September“
    return word.lower() not in abbreviations


def _precedes_word(character: str) -> bool:
    return character.isspace() or character in f"({_QUOTATION}{_INSIDE}"


def _begins_anew(masked: str, offset: int) -> bool:
    if offset >= len(masked):
        return True
    if not masked[offset].isspace():
        return masked[offset].isupper()
    return bool(_UPPER_OR_OPENING.match(masked, offset))
