"""Articles looked at again: links that died, and texts that were changed without a word."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Mod
from django.utils import timezone

from quotes.editorial.recording import recorded
from quotes.models import Article, Capture, CaptureMethod, CaptureState, State

from . import fetching
from .authors import Unattended
from .captured import read_at
from .recapturing import is_news
from .unreadable import Unreadable

# What a server says of a page that is gone for good, or seems so.
_GONE = frozenset((404, 410))


def due(day: datetime.date, every: int) -> QuerySet[Article]:
    """The articles with a link whose turn it is on this day, so that each is seen every so many
    days. Those that were withdrawn are left alone."""
    return (
        Article.objects.annotate(turn=Mod("pk", every))
        .filter(turn=day.toordinal() % every, url__isnull=False)
        .exclude(state=State.WITHDRAWN)
        .order_by("pk")
    )


def recheck(article: Article) -> Capture | None:
    """Look at an article's page: note a link that died or came back, and a text that changed.

    A changed text becomes a capture for an editor to look through; once, however often it is seen,
    until it changes again, be it back to an earlier one.
    What cannot be judged today (no connection, no permission) changes nothing.
    """
    if not article.url:
        return None
    try:
        read = read_at(article.url)
    except fetching.Refused as refused:
        note_refusal(article, refused, Unattended())
        return None
    except Unreadable:
        return None
    note_alive(article, Unattended())
    if not is_news(article, read.text):
        return None
    with recorded(Unattended()):
        capture = Capture(url=article.url, article=article, method=CaptureMethod.FETCHED)
        read.put_into(capture)
        capture.state, capture.finished_at = CaptureState.READ, timezone.now()
        capture.save()
    return capture


def note_refusal(article: Article, refused: fetching.Refused, user: Any) -> None:
    """Mark the article's link as dead where the server said that the page is gone."""
    if refused.reason == fetching.Reason.STATUS and refused.values.get("status") in _GONE:
        _note(article, timezone.localdate(), user)


def note_alive(article: Article, user: Any) -> None:
    """The page is there (again)."""
    _note(article, None, user)


def _note(article: Article, since: datetime.date | None, user: Any) -> None:
    with recorded(user):
        held = Article.objects.select_for_update().get(pk=article.pk)
        if (held.link_dead_since is None) != (since is None):
            held.link_dead_since = since
            held.save(update_fields=["link_dead_since", "updated_at"])
