"""An article captured again: whether its text changed, what changed, what it no longer holds."""

import hashlib

from quotes.editorial.anchoring import newest_whole_text
from quotes.models import Article, Capture, Occurrence, Snapshot
from quotes.text.differences import Difference, differences, shortened


def without_change(capture: Capture) -> Snapshot | None:
    """The snapshot of the capture's article that holds exactly the text that was read now."""
    if capture.article is None:
        return None
    return capture.article.snapshots.filter(sha256=fingerprint(capture.text)).first()


def fingerprint(text: str) -> str:
    """The SHA-256 of a text in its lasting form, as snapshots have it."""
    return hashlib.sha256(text.encode()).hexdigest()


def changes(capture: Capture) -> list[Difference]:
    """What the text that was read now has otherwise than the article's newest one, shortened.

    Empty where there is no article, or none of its texts is held.
    """
    held = _newest(capture.article) if capture.article else None
    if held is None or held.text == capture.text:
        return []
    return shortened(differences(held.text, capture.text))


def orphans(article: Article) -> list[Occurrence]:
    """The passages that the article's newest text no longer holds."""
    found = Occurrence.objects.filter(snapshot__article=article, orphan=True, withdrawn=False)
    return list(found.select_related("quote").order_by("pk"))


def _newest(article: Article) -> Snapshot | None:
    """The newest text that claims to be whole, else the newest excerpt."""
    return newest_whole_text(article) or article.snapshots.order_by("-captured_at", "-id").first()
