"""Articles and their captured texts."""

from typing import Any

from quotes.models import Article, CaptureMethod, Extent, Snapshot

from .anchoring import mark_orphans
from .recording import recorded


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

    Raises UnstorableText for NUL bytes and lone surrogates, ValidationError for an empty text or
    one that the article has already.
    """
    with recorded(user, reason):
        snapshot = Snapshot(article=article, text=text, extent=extent, method=method)
        snapshot.take()
        snapshot.full_clean()
        snapshot.save()
        mark_orphans(article)
    return snapshot
