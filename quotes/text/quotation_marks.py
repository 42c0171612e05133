"""Quotation marks around a passage that an editor pastes: they are no part of what was said."""

_AROUND = " \t\n\r\u00a0\u202f\u2009\u3000\u200b\ufeff"
_AFTER_QUOTATION = ",.;:、。，"
_APOSTROPHES = frozenset("'’‘`´")
_CLOSERS = {
    "„": '“”"',
    "“": '”“"',
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
