"""How right candidates are, compared with what was annotated.

Spans are compared after white space, marks and stops at both ends are taken off. Quoted spans
(direct and fragment) are right when they are the same; indirect ones when intersection over union
is 0.8 or more, each annotation with at most one candidate. A speaker is right when his span
overlaps the annotated one or his last word is the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quotes.extraction import Candidate

_STRIPPED = " \t\n„“”\"«»‚‘’'.,;:!?…[]()"
_WORD = re.compile(r"\w+")
OVERLAP = 0.8

Span = tuple[int, int]


@dataclass
class Counts:
    """Spans that were found rightly, found wrongly, and missed; and speakers.

    `attributed` are the annotated spans that have a speaker, `speakers` those of them that were
    found with the right one.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    attributed: int = 0
    speakers: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(a + b for a, b in zip(self._all(), other._all(), strict=True)))

    def _all(self) -> tuple[int, ...]:
        return self.right, self.wrong, self.missed, self.attributed, self.speakers

    @property
    def precision(self) -> float:
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    @property
    def speaker_of_all(self) -> float:
        return _share(self.speakers, self.attributed)

    @property
    def speaker_of_found(self) -> float:
        return _share(self.speakers, self.right)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


@dataclass
class Measures:
    """Counts of quoted and of indirect spans."""

    quoted: Counts = field(default_factory=Counts)
    indirect: Counts = field(default_factory=Counts)

    def __add__(self, other: "Measures") -> "Measures":
        return Measures(self.quoted + other.quoted, self.indirect + other.indirect)


def compare(
    text: str, annotated: Iterable[Mapping[str, Any]], candidates: Iterable[Candidate]
) -> Measures:
    """The measures of one article."""
    annotated, candidates = list(annotated), list(candidates)
    return Measures(
        _quoted(
            text,
            {
                stripped(text, quote["start"], quote["end"]): quote
                for quote in annotated
                if quote["kind"] != "indirect"
            },
            {
                stripped(text, found.start, found.end): found
                for found in candidates
                if found.kind != "indirect"
            },
        ),
        _indirect(
            text,
            [quote for quote in annotated if quote["kind"] == "indirect"],
            [found for found in candidates if found.kind == "indirect"],
        ),
    )


def stripped(text: str, start: int, end: int) -> Span:
    """A span without marks, stops and white space at its ends."""
    while start < end and text[start] in _STRIPPED:
        start += 1
    while end > start and text[end - 1] in _STRIPPED:
        end -= 1
    return start, end


def _quoted(
    text: str, annotated: Mapping[Span, Mapping[str, Any]], found: Mapping[Span, Candidate]
) -> Counts:
    both = annotated.keys() & found.keys()
    return Counts(
        right=len(both),
        wrong=len(found) - len(both),
        missed=len(annotated) - len(both),
        attributed=sum(quote["speaker_start"] is not None for quote in annotated.values()),
        speakers=sum(_is_speaker(text, annotated[span], found[span]) for span in both),
    )


def _indirect(text: str, annotated: list[Mapping[str, Any]], candidates: list[Candidate]) -> Counts:
    counts = Counts(attributed=sum(quote["speaker_start"] is not None for quote in annotated))
    left = [(stripped(text, found.start, found.end), found) for found in candidates]
    for quote in annotated:
        span = stripped(text, quote["start"], quote["end"])
        place = next((at for at, other in enumerate(left) if _overlap(span, other[0])), None)
        if place is None:
            counts.missed += 1
            continue
        counts.right += 1
        counts.speakers += _is_speaker(text, quote, left.pop(place)[1])
    counts.wrong = len(left)
    return counts


def _overlap(one: Span, other: Span) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= OVERLAP * (max(one[1], other[1]) - min(one[0], other[0]))


def _is_speaker(text: str, quote: Mapping[str, Any], found: Candidate) -> bool:
    if quote["speaker_start"] is None or found.speaker_start is None or found.speaker_end is None:
        return False
    if max(quote["speaker_start"], found.speaker_start) < min(
        quote["speaker_end"], found.speaker_end
    ):
        return True
    return _last_word(quote["speaker_text"]) == _last_word(found.speaker_text)


def _last_word(phrase: str) -> str:
    return (_WORD.findall(phrase) or [""])[-1].lower()
