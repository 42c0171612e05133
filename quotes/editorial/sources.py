"""Articles and their captured texts."""

from typing import Any

from quotes.models import Article, CaptureMethod, Extent, Snapshot
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText

from .anchoring import mark_orphans
from .recording import recorded
from .refusals import Refused, checked


def add_snapshot(
    article: Article,
    text: str,
    *,
    user: Any,
    extent: str = Extent.WHOLE,
    method: str = CaptureMethod.PASTED,
    reason: str = "",
) -> Snapshot:
    """Keep a captured text (normalised: LF, NFC) and look for the article's passages in it.

    Raises Refused for NUL bytes and lone surrogates, for an empty text, and for one that the
    article has already.
    """
    snapshot = Snapshot(article=article, text=text, extent=extent, method=method)
    try:
        snapshot.take()
    except UnstorableText as error:
        raise Refused([UNSTORABLE], rule="unstorable") from error
    with recorded(user, reason):
        checked(snapshot)
        snapshot.save()
        mark_orphans(article)
    return snapshot
