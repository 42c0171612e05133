"""Invisible characters that turn the direction of writing, made harmless for display.

Unicode Standard Annex #9. A passage may hold embeddings and isolates of its own; but what it does
not close would turn the text after it, and an override makes letters stand in another order than
they were written in, so that a reader sees words that nobody wrote (CVE-2021-42574).
"""

import re

_EMBEDDINGS = "\u202a\u202b"
_OVERRIDES = "\u202d\u202e"
_POP_EMBEDDING = "\u202c"
_ISOLATES = "\u2066\u2067\u2068"
_POP_ISOLATE = "\u2069"
_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# Where the bidirectional algorithm begins anew, so that nothing opened before lasts.
_PARAGRAPH = re.compile("(\r\n|[\n\r\x1c-\x1e\x85\u2029])")


def holds_controls(text: str) -> bool:
    """Whether anything here could turn a direction."""
    return bool(_CONTROLS.search(text))


def harmless(text: str) -> str:
    """The text without overrides, and without embeddings and isolates that are not closed in
    their paragraph, or closed without being open. Marks (LRM, RLM, ALM) stay: they end at once."""
    if not holds_controls(text):
        return text
    return "".join(
        part if place % 2 else _balanced(part) for place, part in enumerate(_PARAGRAPH.split(text))
    )


def _balanced(paragraph: str) -> str:
    """Pairs as UAX #9 finds them (BD9, X7): the end of an isolate ends all embeddings within."""
    dropped: set[int] = set()
    # Openers not closed yet: their places, the character, and whether its closer counts.
    opened: list[tuple[int, str]] = []
    isolates = 0
    for place, character in enumerate(paragraph):
        if character in _OVERRIDES:
            # Dropped, but its PDF must not close what lies around it.
            dropped.add(place)
            opened.append((place, character))
        elif character in _EMBEDDINGS or character in _ISOLATES:
            opened.append((place, character))
            isolates += character in _ISOLATES
        elif character == _POP_EMBEDDING:
            if not opened or opened[-1][1] in _ISOLATES or opened.pop()[1] in _OVERRIDES:
                dropped.add(place)
        elif character == _POP_ISOLATE:
            if not isolates:
                dropped.add(place)
                continue
            isolates -= 1
            while opened[-1][1] not in _ISOLATES:
                dropped.add(opened.pop()[0])
            opened.pop()
    dropped.update(place for place, _ in opened)
    return "".join(c for place, c in enumerate(paragraph) if place not in dropped)
