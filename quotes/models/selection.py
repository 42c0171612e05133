"""What lists are narrowed to, written once for pages and API: who said it, who printed it, when.

Every method narrows what it is given: ``Quote.objects.published().said_by(17).between(a, b)``.
Rows are given by themselves or by id; an expression does, too, where a statement is compiled once
and asked many times.
"""

from datetime import date
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.expressions import BaseExpression
from django.db.models.functions import Concat

from quotes.text.names import fold_name

# So many are counted, and no more: beyond it the reader is told that there are more.
MOST_COUNTED = 1000


class CountedUpTo(Subquery):
    """How many rows a sliced query gives; the slice bounds the work."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"
    output_field = IntegerField()


def in_language(field: str, language: Any) -> Q:
    """Rows whose ``field`` is this language, in whatever script or region (RFC 4647)."""
    tag = language if isinstance(language, BaseExpression) else Value(language)
    return Q(**{field: language}) | Q(**{f"{field}__startswith": Concat(tag, Value("-"))})


def may_lie_from(field: str, day: Any) -> Q:
    """Rows whose imprecise date may lie on or after ``day``; undated rows do not."""
    open_end = Q(**{f"{field}_latest": None, f"{field}_earliest__isnull": False})
    return Q(**{f"{field}_latest__gte": day}) | open_end


def may_lie_until(field: str, day: Any) -> Q:
    """Rows whose imprecise date may lie on or before ``day``; undated rows do not."""
    open_start = Q(**{f"{field}_earliest": None, f"{field}_latest__isnull": False})
    return Q(**{f"{field}_earliest__lte": day}) | open_start


def _rows(model: str) -> Any:
    return apps.get_model("quotes", model)._default_manager


class Between(models.QuerySet):
    """Rows with one imprecise date, the EdtfField ``date_field``."""

    date_field: str

    def between(self, first: Any = None, last: Any = None) -> Any:
        """Rows that may lie between two days, both included; None leaves an end open."""
        rows = self
        if first is not None:
            rows = rows.filter(may_lie_from(self.date_field, first))
        if last is not None:
            rows = rows.filter(may_lie_until(self.date_field, last))
        return rows

    def between_years(self, first: int | None = None, last: int | None = None) -> Any:
        """The same by calendar years, from 1 to 9999."""
        return self.between(first and date(first, 1, 1), last and date(last, 12, 31))


class QuoteSelection(Between):
    date_field = "said_on"

    def said_by(self, speaker: Any) -> Any:
        """Said by this speaker, alone or with others."""
        return self._having("Attribution", speaker=speaker)

    def said_for(self, organisation: Any) -> Any:
        """Said by somebody in a role at this organisation, as the attribution names it."""
        return self._having("Attribution", tenure__organisation=organisation)

    def said_by_name(self, name: Any, folded: Any = None) -> Any:
        """Said by somebody one of whose names is or begins with ``name``."""
        speakers = _rows("Speaker").named(name, folded).values("pk")
        return self._having("Attribution", speaker__in=speakers)

    def printed_in(
        self,
        *,
        outlet: Any = None,
        article: Any = None,
        language: Any = None,
        speech_type: Any = None,
    ) -> Any:
        """Printed so by one source: one and the same public occurrence meets all that is asked.

        It need not be the preferred one. None asks nothing.
        """
        asked = Q()
        if outlet is not None:
            asked &= Q(snapshot__article__outlet=outlet)
        if article is not None:
            asked &= Q(snapshot__article=article)
        if language is not None:
            asked &= in_language("language", language)
        if speech_type is not None:
            asked &= Q(speech_type=speech_type)
        if not asked:
            return self
        occurrences = _rows("Occurrence").published().filter(asked, quote=OuterRef("pk"))
        return self.filter(Exists(occurrences))

    def about(self, topic: Any) -> Any:
        """Filed under this topic."""
        return self._having("QuoteTopic", topic=topic)

    def said_at(self, event: Any) -> Any:
        """Said at this very event, not at one that is part of it."""
        return self.filter(event=event)

    def of_statement(self, statement: Any) -> Any:
        """From this public joint statement, or said about it."""
        links = _rows("StatementLink").published()
        return self.filter(Exists(links.filter(quote=OuterRef("pk"), statement=statement)))

    def _having(self, model: str, **conditions: Any) -> Any:
        return self.filter(Exists(_rows(model).filter(quote=OuterRef("pk"), **conditions)))


class StatementSelection(Between):
    date_field = "issued_on"

    def issued_by(self, speaker: Any) -> Any:
        """Signed by this speaker, with others."""
        signatories = _rows("Signatory").filter(statement=OuterRef("pk"), speaker=speaker)
        return self.filter(Exists(signatories))

    def about(self, topic: Any) -> Any:
        """Filed under this topic."""
        topics = _rows("JointStatementTopic").filter(jointstatement=OuterRef("pk"), topic=topic)
        return self.filter(Exists(topics))

    def with_version_in(self, language: Any) -> Any:
        """With a public version in this language."""
        versions = _rows("StatementVersion").published()
        return self.filter(
            Exists(versions.filter(in_language("language", language), statement=OuterRef("pk")))
        )


class ArticleSelection(Between):
    date_field = "published_on"

    def by_outlet(self, outlet: Any) -> Any:
        """Published by this outlet itself; copies of it on other sites count, too."""
        return self.filter(outlet=outlet)

    def in_language(self, language: Any) -> Any:
        return self.filter(in_language("language", language))

    def with_quote_count(self) -> Any:
        """Each with ``quote_count``: how many public quotes it prints, at most MOST_COUNTED + 1."""
        printed = _rows("Occurrence").published().filter(snapshot__article=OuterRef("pk"))
        quotes = printed.order_by().values("quote").distinct()
        return self.annotate(quote_count=CountedUpTo(quotes[: MOST_COUNTED + 1]))


class EventSelection(Between):
    date_field = "held_on"


class SpeakerSelection(models.QuerySet):
    def with_quote_count(self) -> Any:
        """Each with ``quote_count``: how many public quotes are his, at most MOST_COUNTED + 1."""
        said = _rows("Attribution").published().filter(speaker=OuterRef("pk"))
        return self.annotate(
            quote_count=CountedUpTo(said.order_by().values("pk")[: MOST_COUNTED + 1])
        )

    def named(self, name: Any, folded: Any = None) -> Any:
        """Speakers one of whose names, in any script, is or begins with ``name``.

        Without regard to accents, case and punctuation; family or given name first. Where
        ``name`` is an expression, another one gives its folded form.
        """
        if folded is None:
            name, folded = name.strip(), fold_name(name)
            if not folded:
                return self.none()
        forms = _rows("SpeakerName").filter(folded__startswith=folded).values("speaker_id")
        speakers = _rows("Speaker").order_by()
        sorted_so = speakers.filter(sort_name__startswith=folded).values("pk")
        written_so = speakers.filter(name__istartswith=name).values("pk")
        # Three look-ups, each by its own index, instead of one condition over a join.
        return self.filter(pk__in=forms.order_by().union(sorted_so, written_so))
