"""Articles and their captured texts."""

from typing import Any

from django.utils import timezone

from quotes.models import Article, CaptureMethod, Extent, Snapshot
from quotes.models.editorial_model import UNSTORABLE
from quotes.text.characters import UnstorableText

from .anchoring import mark_orphans, newest_whole_text
from .carrying_over import hold
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


def was_replaced(snapshot: Snapshot) -> bool:
    """Whether the article's page showed another whole text after this one."""
    newest = newest_whole_text(snapshot.article)
    return snapshot.extent == Extent.WHOLE and newest is not None and newest != snapshot


def return_to(snapshot: Snapshot, *, user: Any, reason: str = "") -> None:
    """Note that the page shows this earlier text again, and look for the article's passages in it.

    Where it is the newest text anyway, nothing is noted. The texts in between stay, with their
    occurrences: those that this one lacks become orphans, those that only the others lacked are
    found again.
    """
    article = snapshot.article
    with recorded(user, reason):
        hold(article)
        if was_replaced(snapshot):
            snapshot.seen_again_at = timezone.now()
            snapshot.save(update_fields=["seen_again_at"])
            mark_orphans(article)
