"""A page or text of which nothing can be read, and why, in words for editors."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class UnreadableReason(StrEnum):
    """The codes, which never change."""

    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TOO_COMPLEX = "too_complex"
    UNSTORABLE = "unstorable"


SENTENCES: dict[UnreadableReason, Promise] = {
    UnreadableReason.NO_TEXT: _(
        "No article was found in the page. If you see one in your browser, paste its text."
    ),
    UnreadableReason.TOO_LARGE: _(
        "The text is too long to be read: more than %(number)s characters."
    ),
    UnreadableReason.TOO_COMPLEX: _(
        "The page is built of too many parts to be read (more than %(number)s). Paste its text."
    ),
    UnreadableReason.UNSTORABLE: _(
        "The text holds a broken character (number %(number)s) that cannot be stored."
    ),
}


class Unreadable(ValueError):
    """Nothing was read. `reason` says why, `number` the limit or the place (code points); the
    message is for logs, `sentence` for editors."""

    def __init__(self, reason: UnreadableReason, number: int = 0) -> None:
        super().__init__(f"{reason.value}: {number}" if number else reason.value)
        self.reason = reason
        self.number = number

    @property
    def sentence(self) -> str:
        """The whole sentence, in the language of the moment."""
        return str(SENTENCES[self.reason]) % {"number": self.number}
