"""What editors say to each other about an item in review."""

from typing import Any

from quotes.models import Article, JointStatement, Quote, ReviewComment

from .recording import display_name, recorded
from .refusals import checked

_COLUMN: dict[type, str] = {Article: "article", Quote: "quote", JointStatement: "statement"}


def comment(item: Article | Quote | JointStatement, user: Any, text: str) -> ReviewComment:
    """Add a comment; raises Refused where it says nothing."""
    written = ReviewComment(
        author=user,
        author_name=display_name(user),
        text=text.strip(),
        **{_COLUMN[type(item)]: item},
    )
    checked(written)
    with recorded(user):
        written.save()
    return written
