"""The sentence around a passage, for what is said about it there."""

import re

_CLOSING = "\"'”“’»«)\\]"
_OPENING = "\"'„“”‚‘»«(\\["
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{_CLOSING}]*+(?=\s++[{_OPENING}]*+[^\W_a-zß-öø-ÿ])|\n|[。！？]"
)
# What stands before a stop that ends no sentence: an initial, a day, a short form.
_SHORT = re.compile(
    r"(?:\b(?:[^\W\d_]|\d{1,2}|[a-z]\.[a-z]|U\.S|Dr|Prof|Mr|Mrs|Ms|St|Gen|Lt|Col|Sgt|Sen|Rep|Gov"
    r"|Hr|Fr|Nr|No|bzw|ca|etwa|Mio|Mrd|Jan|Feb|Mär|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Oct|Nov"
    r"|Dez|Dec))\Z"
)
_LONGEST_SHORT = 8
# Sentences that are longer are no sentences: code points looked at on either side.
_REACH = 2_000


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, or sentences, that text[start:end] stands in (code points).

    Stops inside the passage end nothing; a line is a paragraph. At most 2,000 code points on
    either side are looked at.
    """
    first = max(0, start - _REACH)
    before = [stop.end() for stop in _stops(text, first, start) if stop.end() <= start]
    if before:
        first = before[-1]
    last = min(len(text), end + _REACH)
    for stop in _stops(text, end, last):
        last = stop.start() if stop.group() == "\n" else stop.end()
        break
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _stops(text: str, first: int, last: int) -> list[re.Match[str]]:
    # The look-ahead may see beyond ``last``, as it must where the passage begins a sentence.
    return [
        stop
        for stop in _STOP.finditer(text, first, min(len(text), last + 4))
        if stop.start() < last and not _is_short(text, stop)
    ]


def _is_short(text: str, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    return bool(_SHORT.search(text, max(0, stop.start() - _LONGEST_SHORT), stop.start()))
