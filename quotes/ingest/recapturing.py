"""An article captured again: whether its text changed, what changed, what it no longer holds."""

import hashlib

from quotes.editorial.anchoring import newest_whole_text
from quotes.editorial.sources import was_replaced
from quotes.models import Article, Capture, Occurrence, Snapshot
from quotes.text.differences import Difference, differences, shortened

_A_FEW = 5


def held(capture: Capture) -> Snapshot | None:
    """The snapshot of the capture's article that holds exactly the text that was read now."""
    if capture.article is None:
        return None
    return capture.article.snapshots.filter(sha256=fingerprint(capture.text)).first()


def without_change(capture: Capture) -> Snapshot | None:
    """As ``held``, unless the page had another text meanwhile: then it has changed back."""
    found = held(capture)
    return None if found is None or was_replaced(found) else found


def changed_back_to(capture: Capture) -> Snapshot | None:
    """The earlier text to which the page went back, or None."""
    found = held(capture)
    return found if found is not None and was_replaced(found) else None


def held_elsewhere(capture: Capture) -> list[Snapshot]:
    """The snapshots of other articles that hold exactly the text that was read; a few at most."""
    found = Snapshot.objects.filter(sha256=fingerprint(capture.text))
    if capture.article is not None:
        found = found.exclude(article=capture.article)
    return list(found.select_related("article__outlet").order_by("pk")[:_A_FEW])


def is_news(article: Article, text: str) -> bool:
    """Whether a page that shows this text has changed since somebody looked: it is not the
    article's newest text, and nobody captured it since that one is there."""
    sha256 = fingerprint(text)
    found = article.snapshots.filter(sha256=sha256).first()
    if found is not None and not was_replaced(found):
        return False
    newest = _newest(article)
    captures = article.captures.exclude(text="")
    if newest is not None:
        captures = captures.filter(created_at__gte=newest.current_since)
    return all(fingerprint(seen) != sha256 for seen in captures.values_list("text", flat=True))


def fingerprint(text: str) -> str:
    """The SHA-256 of a text in its lasting form, as snapshots have it."""
    return hashlib.sha256(text.encode()).hexdigest()


def changes(capture: Capture) -> list[Difference]:
    """What the text that was read now has otherwise than the article's newest one, shortened.

    Empty where there is no article, or none of its texts is held.
    """
    newest = _newest(capture.article) if capture.article else None
    if newest is None or newest.text == capture.text:
        return []
    return shortened(differences(newest.text, capture.text))


def orphans(article: Article) -> list[Occurrence]:
    """The passages that the article's newest text no longer holds."""
    found = Occurrence.objects.filter(snapshot__article=article, orphan=True, withdrawn=False)
    return list(found.select_related("quote").order_by("pk"))


def _newest(article: Article) -> Snapshot | None:
    """The newest text that claims to be whole, else the newest excerpt."""
    return newest_whole_text(article) or article.snapshots.order_by("-captured_at", "-id").first()
