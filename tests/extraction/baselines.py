"""What one gets for nothing: every longer stretch between marks, said by the nearest name."""

import re

from quotes.extraction import Candidate, Kind
from quotes.extraction.marks import Stretch, stretches

FEWEST_WORDS = 3
_FULL_NAME = re.compile(r"[A-ZÄÖÜ][\w’'-]+(?: (?:[A-ZÄÖÜ]\.|[A-ZÄÖÜ][\w’'-]+|von|van|de|bin))+")


def quoted_stretches(text: str) -> list[Candidate]:
    """Every quoted stretch of three words or more, with the nearest name, in full or its last
    word."""
    names = _names(text)
    return [
        _candidate(text, stretch, names)
        for stretch in stretches(text)
        if stretch.depth == 0 and len(text[stretch.start : stretch.end].split()) >= FEWEST_WORDS
    ]


def _names(text: str) -> list[tuple[int, int]]:
    full = {found.group() for found in _FULL_NAME.finditer(text)}
    if not full:
        return []
    forms = sorted(full | {name.split()[-1] for name in full}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b")
    return [found.span() for found in pattern.finditer(text)]


def _candidate(text: str, stretch: Stretch, names: list[tuple[int, int]]) -> Candidate:
    def distance(name: tuple[int, int]) -> int:
        return max(stretch.outer_start - name[1], name[0] - stretch.outer_end)

    outside = [name for name in names if distance(name) >= 0]
    if not outside:
        return Candidate(stretch.start, stretch.end, Kind.DIRECT, 0)
    start, end = min(outside, key=distance)
    return Candidate(
        stretch.start,
        stretch.end,
        Kind.DIRECT,
        0,
        speaker_text=text[start:end],
        speaker_start=start,
        speaker_end=end,
    )
