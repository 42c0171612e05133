"""Quotations set as a paragraph of their own, without marks: announced by a colon, signed behind a
dash."""

import re

from .marks import Stretch

# The paragraph before ends with a colon; the one behind is a dash and a name.
_BLOCK = re.compile(
    r":[ \t]*\n\s*(?P<words>[^\s\"“„»«–—―-][^\n]{20,3000})\n"
    r"\s*[–—―][ \t]*(?=\w)(?P<name>[^\n]{2,80})$",
    re.MULTILINE,
)
_STOPPED = (".", ";", ":")


def with_blocks(text: str, quoted: list[Stretch]) -> list[Stretch]:
    """The outermost stretches of a text, in order, and its block quotations; a stretch that
    touches one of these is a part of it."""
    blocks = [
        Stretch(found.start("words"), end, found.start("words"), end, "", "", 0)
        for found in _BLOCK.finditer(text)
        if not found["name"].endswith(_STOPPED)
        for end in [found.start("words") + len(found["words"].rstrip())]
    ]
    if not blocks:
        return quoted
    merged: list[Stretch] = []
    place = 0
    for stretch in quoted:
        while place < len(blocks) and blocks[place].outer_end <= stretch.outer_start:
            merged.append(blocks[place])
            place += 1
        if place == len(blocks) or stretch.outer_end <= blocks[place].outer_start:
            merged.append(stretch)
    return merged + blocks[place:]
