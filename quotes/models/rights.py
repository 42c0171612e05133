"""How much of a captured text may be shown, said once for pages and API (``Article.rights``).

Quoted passages may be shown, and the provisions of a statement, which are its own words; of what
stands around them at most 200 code points on either side; anything longer only where the rights
of the article say so. Whole texts are cut by the database: the rest never leaves it.
"""

from django.db.models import Case, CharField, F, When
from django.db.models.functions import Substr

from .occurrences import Segment
from .sources import Rights

# Code points on either side of a quoted passage.
WIDEST_CONTEXT = 200


def shown_before(segment: Segment) -> str:
    """What may be shown of the words before a segment: a selector may need more than that."""
    return segment.prefix[-WIDEST_CONTEXT:]


def shown_after(segment: Segment) -> str:
    """What may be shown of the words after a segment."""
    return segment.suffix[:WIDEST_CONTEXT]


def text_if_allowed() -> Case:
    """For snapshots: the whole text, NULL where the rights allow only excerpts."""
    return Case(When(article__rights=Rights.WHOLE, then=F("text")), output_field=CharField())


def version_text_if_allowed() -> Case:
    """For statement versions: their whole text, NULL where the rights allow only excerpts."""
    return Case(
        When(
            snapshot__article__rights=Rights.WHOLE,
            then=Substr("snapshot__text", F("start") + 1, F("end") - F("start")),
        ),
        output_field=CharField(),
    )


def provision_text() -> Substr:
    """For provision texts: the provision's own words."""
    return Substr("version__snapshot__text", F("start") + 1, F("end") - F("start"))
