"""How high the frame of an embedded card must be, which is fixed in the page that holds it.

Worked out for a page that is 390 pixels wide: on a wider one the card stands in the middle of what
is over. A browser test holds it against what is drawn.
"""

from quotes.models import JointStatement, Occurrence, Quote, SpeechType
from quotes.text.characters import columns

from .wordings import shown_beneath, shown_first

# Pixels of the narrow card: the text's width, a letter's mean width in words and in the lines
# below them (a character of East Asian scripts takes two), the height of such a line.
_WIDTH = 330
_WORDS, _WORDS_LINE = 10.2, 31
_SMALL, _SMALL_LINE = 8.4, 25
# Border, padding, labels and foot of the card, with a line to spare.
_AROUND = 190
_STEP = 10


def frame_height(item: Quote | JointStatement) -> int:
    """In pixels, for the card of ``item``. Reads what that card reads."""
    height = _quote(item) if isinstance(item, Quote) else _statement(item)
    return -(-height // _STEP) * _STEP


def _quote(quote: Quote) -> int:
    people = "; ".join(
        f"{row.speaker.display_name if row.speaker else row.description},"
        f" {row.tenure.title if row.tenure else ''}"
        for row in quote.attributions.all()
    )
    occasion = f"30 September 2025 · {quote.event.title if quote.event else ''}"
    shown, beneath = shown_first(quote), shown_beneath(quote)
    height = _AROUND + _small(people) + _small(occasion)
    if shown:
        height += _words(shown, _WIDTH)
        if shown.speech_type != SpeechType.DIRECT and shown.reporting_phrase:
            height += _small(shown.reporting_phrase)
    if beneath:
        # It is set in, with a space above.
        height += 24 + _words(beneath, _WIDTH - 26)
    return height


def _statement(statement: JointStatement) -> int:
    people = "; ".join(
        f"{row.speaker.display_name}, {row.tenure.title if row.tenure else ''}"
        for row in statement.signatories.all()
    )
    occasion = statement.event.title if statement.event else ""
    kind = f"{statement.get_kind_display()} · 30 September 2025 · {occasion}"
    title = _lines(statement.title, _WORDS, _WIDTH) * _WORDS_LINE
    return _AROUND + title + _small(people) + _small(kind)


def _words(occurrence: Occurrence, width: int) -> int:
    return _lines(occurrence.wording, _WORDS, width) * _WORDS_LINE


def _small(text: str) -> int:
    return _lines(text, _SMALL, _WIDTH) * _SMALL_LINE


def _lines(text: str, letter: float, width: int) -> int:
    """At least one; a line break in the text begins a new one."""
    rows = text.split("\n")
    return sum(1 + int(columns(row) * letter / width) for row in rows)
