"""Which rows a page shows: the public ones, or, for an editor's preview, those that would be."""

from typing import Any, Protocol, TypeVar

from django.db.models import Model, QuerySet

from quotes.models import Occurrence

Row = TypeVar("Row", bound=Model)


class Rows(Protocol):
    """Gives the rows of a model that a page may show."""

    def __call__(self, model: type[Row], /) -> QuerySet[Row]: ...


def public(model: Any) -> Any:
    """What everybody may see."""
    return model.objects.published()


def previewed(model: Any) -> Any:
    """Drafts, too, for editors; but nothing that publishing would not bring to light."""
    rows = model.objects.all()
    return rows.filter(withdrawn=False) if model is Occurrence else rows


def of_shown(model: Any) -> Any:
    """Rows that are seen wherever what they hang on is: names and roles of a speaker, passages of
    an occurrence, attributions and topics of a quote, signatories of a statement.

    For prefetches from rows that are shown. The rule would let each of them pass; to ask it anew
    costs the database more than all the rest of a page (tests/pages/test_visible.py).
    """
    return model.objects.all()
