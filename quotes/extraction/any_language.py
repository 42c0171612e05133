"""Languages without a grammar of ours: what stands between marks, and known names near it.

Nothing tells here a title from a quotation, nor a speaker from somebody spoken of: every score is
low.
"""

from collections.abc import Iterable

from .candidates import Candidate, Kind
from .marks import Stretch, stretches
from .name_places import NamePlaces
from .scripts import UNSPACED

# The scores of a stretch with a known name in its paragraph, and of one without.
_WITH_NAME, _ALONE = 0.4, 0.3
# Shorter stretches are rather names and words: counted in words, or, where a script sets no spaces
# between them, in code points.
_FEWEST_WORDS, _FEWEST_CHARACTERS = 3, 8
# So far from a quotation its speaker is looked for (code points).
_FARTHEST = 120


def candidates(text: str, known_names: Iterable[str]) -> list[Candidate]:
    """The longer quoted stretches of a text, in order, each with the nearest known name."""
    names = NamePlaces(text, known_names)
    outermost = [stretch for stretch in stretches(text) if stretch.depth == 0]
    return [_candidate(text, stretch, names) for stretch in outermost if _is_long(text, stretch)]


def _is_long(text: str, stretch: Stretch) -> bool:
    exact = text[stretch.start : stretch.end]
    if not stretch.closing and not stretch.goes_on:
        return False
    if UNSPACED.search(exact):
        return len(exact) >= _FEWEST_CHARACTERS
    return len(exact.split()) >= _FEWEST_WORDS


def _candidate(text: str, stretch: Stretch, names: NamePlaces) -> Candidate:
    found = names.nearest(stretch.outer_start, stretch.outer_end, _FARTHEST)
    if found is None:
        return Candidate(stretch.start, stretch.end, Kind.DIRECT, _ALONE)
    start, end = found
    return Candidate(
        stretch.start,
        stretch.end,
        Kind.DIRECT,
        _WITH_NAME,
        speaker_text=text[start:end],
        speaker_start=start,
        speaker_end=end,
        speaker_resolved=text[start:end],
    )
