"""Links to the very words: the `#:~:text=` directive of WICG's Scroll-To-Text-Fragment."""

import re
from urllib.parse import quote

from quotes.text.normalising import is_boundary

# As Chromium's own generator: up to 300 characters whole, beyond that only both ends.
_LONGEST_WHOLE = 300
_END_WORDS = 5
_END_CHARACTERS = 60
_CONTEXT_WORDS = 4
_UNSPACED = 20


def text_fragment(exact: str, prefix: str = "", suffix: str = "") -> str:
    """The fragment, with "#", that makes a browser show `exact`.

    A passage that is long or crosses a paragraph is named by its first and last words. Prefix
    and suffix may begin or end within a word, as a selector's do: browsers match whole words, so
    the outermost word is left out where another remains. "" where `exact` holds no word.
    """
    lines = [line for line in (" ".join(line.split()) for line in exact.split("\n")) if line]
    if not lines:
        return ""
    if len(lines) == 1 and len(lines[0]) <= _LONGEST_WHOLE:
        middle = _encode(lines[0])
    else:
        middle = _encode(_first_words(lines[0])) + "," + _encode(_last_words(lines[-1]))
    before = _nearest_words(*_last_line(prefix))
    after = _nearest_words(*_first_line(suffix))
    directive = "#:~:text="
    if before:
        directive += _encode(" ".join(reversed(before))) + "-,"
    directive += middle
    if after:
        directive += ",-" + _encode(" ".join(after))
    return directive


def _encode(words: str) -> str:
    """Percent-encoded, with "-", "," and "&" too, which the directive uses as its own syntax."""
    return quote(words, safe="").replace("-", "%2D")


def _last_line(prefix: str) -> tuple[list[str], bool]:
    """The words of the passage's own paragraph, nearest first, and whether all are whole."""
    _, newline, line = prefix.rpartition("\n")
    return line.split()[::-1], bool(newline)


def _first_line(suffix: str) -> tuple[list[str], bool]:
    line, newline, _ = suffix.partition("\n")
    return line.split(), bool(newline)


def _nearest_words(words: list[str], are_whole: bool) -> list[str]:
    """The words that browsers can use as context: whole ones, with a letter among them."""
    if len(words) > 1 and not are_whole:
        words = words[:-1]
    words = words[:_CONTEXT_WORDS]
    return words if any(character.isalnum() for word in words for character in word) else []


def _cut(line: str, width: int) -> str:
    """At most `width` code points from the start, no character parted from its marks."""
    while not is_boundary(line, width):
        width -= 1
    return line[:width]


def _first_words(line: str) -> str:
    words = line.split()
    chosen = " ".join(words[:_END_WORDS])
    if len(chosen) <= _END_CHARACTERS:
        return chosen
    clause = re.match(r".{8,60}?(?=[、。，,：；])", chosen)
    return clause.group() if clause else _cut(chosen, _UNSPACED)


def _last_words(line: str) -> str:
    words = line.split()
    chosen = " ".join(words[-_END_WORDS:])
    if len(chosen) <= _END_CHARACTERS:
        return chosen
    clause = re.search(r"[、。，,：；]([^、。，,：；]{8,60}[、。，,：；]?)$", chosen)
    return clause.group(1) if clause else chosen[len(_cut(chosen, len(chosen) - _UNSPACED)) :]
