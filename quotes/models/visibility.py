"""What the public sees, written once: ``Model.objects.published()``.

A row with a state is public when it is published. A row without one is public when a published
row reaches it; a link needs both ends; an occurrence needs a published article.
"""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from .compiled_once import CompiledOnce
from .selection import (
    ArticleSelection,
    EventSelection,
    QuoteSelection,
    SpeakerSelection,
    StatementSelection,
)
from .web_addresses import UpdatesWebAddresses
from .workflow import State


class _Probe(Exists):
    """An EXISTS that is looked up by index, row for row.

    Without OFFSET the planner may turn it into a hash of the whole table: it expects every row to
    be asked, where a page asks for a few.
    """

    template = "EXISTS(%(subquery)s OFFSET 0)"


def _reaches(model: str, key: str, column: str, *published: str, **conditions: object) -> Q:
    """Whether a row of ``model`` whose ``column`` holds ``key`` has only published ``published``.

    ``published`` are lookups of states: ``quote__state``.
    """
    rows = apps.get_model("quotes", model)._base_manager.filter(
        **{column: OuterRef(key)}, **dict.fromkeys(published, State.PUBLISHED), **conditions
    )
    return Q(_Probe(rows))


def _event_is_public(event: str) -> Q:
    """An event of a published quote or statement, or what this was part of (two levels)."""
    public = Q()
    for column in ("event", "event__parent", "event__parent__parent"):
        for model in ("Quote", "JointStatement"):
            public |= _reaches(model, event, column, "state")
    return public


def _took_part_in_public(speaker: str) -> Q:
    took_part = apps.get_model("quotes", "EventParticipant")._base_manager
    return Q(_Probe(took_part.filter(_event_is_public("event_id"), speaker=OuterRef(speaker))))


def _speaker_is_reached(speaker: str) -> Q:
    """Who said, signed, issued, took part in or publishes something public."""
    return (
        _reaches("Attribution", speaker, "speaker", "quote__state")
        | _reaches("Signatory", speaker, "speaker", "statement__state")
        | _reaches(
            "StatementVersion", speaker, "issuer", "statement__state", "snapshot__article__state"
        )
        | _reaches("ProvisionParty", speaker, "speaker", "provision__statement__state")
        | _took_part_in_public(speaker)
        | _reaches("Article", speaker, "outlet__organisation", "state")
        | _reaches("Article", speaker, "carried_by__organisation", "state")
    )


def _speaker_is_public(speaker: str) -> Q:
    """Who is reached, and the organisations of the roles that are shown with them."""
    roles = apps.get_model("quotes", "Tenure")._base_manager
    held_there = roles.filter(_speaker_is_reached("speaker_id"), organisation=OuterRef(speaker))
    return _speaker_is_reached(speaker) | Q(_Probe(held_there))


def _topic_is_public(topic: str) -> Q:
    return _reaches("QuoteTopic", topic, "topic", "quote__state") | _reaches(
        "JointStatementTopic", topic, "topic", "jointstatement__state"
    )


def _outlet_is_public(outlet: str) -> Q:
    """Outlets of published articles, and those named as where these came from."""
    return (
        _reaches("Article", outlet, "outlet", "state")
        | _reaches("Article", outlet, "carried_by", "state")
        | _reaches("Hop", outlet, "source_outlet", "article__state")
        | _reaches(
            "Hop",
            outlet,
            "source_outlet",
            "occurrence__quote__state",
            "occurrence__snapshot__article__state",
            occurrence__withdrawn=False,
        )
        | _reaches("Credit", outlet, "outlet", "article__state")
    )


class StatefulQuerySet(models.QuerySet):
    def published(self):
        return self.filter(state=State.PUBLISHED)

    def withdrawn(self):
        """Items whose page stays behind and says why."""
        return self.filter(state=State.WITHDRAWN)


class QuoteQuerySet(QuoteSelection, StatefulQuerySet):  # type: ignore[override]
    pass


class StatementQuerySet(StatementSelection, StatefulQuerySet):  # type: ignore[override]
    pass


class ArticleQuerySet(UpdatesWebAddresses, ArticleSelection, StatefulQuerySet):  # type: ignore[override]
    pass


class OfArticleQuerySet(models.QuerySet):
    """Snapshots and credits."""

    def published(self):
        return self.filter(article__state=State.PUBLISHED)


class HopQuerySet(models.QuerySet):
    def published(self):
        of_article = Q(article__state=State.PUBLISHED)
        of_occurrence = Q(
            occurrence__quote__state=State.PUBLISHED,
            occurrence__snapshot__article__state=State.PUBLISHED,
            occurrence__withdrawn=False,
        )
        return self.filter(
            of_article | of_occurrence,
            Q(source_article=None) | Q(source_article__state=State.PUBLISHED),
            Q(evidence_in=None) | Q(evidence_in__state=State.PUBLISHED),
        )


class OccurrenceQuerySet(models.QuerySet):
    def published(self):
        return self.filter(
            quote__state=State.PUBLISHED,
            snapshot__article__state=State.PUBLISHED,
            withdrawn=False,
        )


class SegmentQuerySet(models.QuerySet):
    def published(self):
        return self.filter(
            occurrence__quote__state=State.PUBLISHED,
            occurrence__snapshot__article__state=State.PUBLISHED,
            occurrence__withdrawn=False,
        )


class OfQuoteQuerySet(models.QuerySet):
    """Attributions."""

    def published(self):
        return self.filter(quote__state=State.PUBLISHED)


class QuoteRelationQuerySet(models.QuerySet):
    def published(self):
        return self.filter(from_quote__state=State.PUBLISHED, to_quote__state=State.PUBLISHED)


class OfStatementQuerySet(models.QuerySet):
    """Signatories and provisions."""

    def published(self):
        return self.filter(statement__state=State.PUBLISHED)


class StatementVersionQuerySet(models.QuerySet):
    def published(self):
        return self.filter(
            statement__state=State.PUBLISHED, snapshot__article__state=State.PUBLISHED
        )


class ProvisionTextQuerySet(models.QuerySet):
    def published(self):
        return self.filter(
            provision__statement__state=State.PUBLISHED,
            version__snapshot__article__state=State.PUBLISHED,
        )


class StatementLinkQuerySet(models.QuerySet):
    def published(self):
        return self.filter(quote__state=State.PUBLISHED, statement__state=State.PUBLISHED)


class EventQuerySet(EventSelection):
    def published(self):
        return self.filter(CompiledOnce(_event_is_public, "Event", "pk"))


class TopicQuerySet(models.QuerySet):
    def published(self):
        return self.filter(CompiledOnce(_topic_is_public, "Topic", "pk"))


class OutletQuerySet(models.QuerySet):
    def published(self):
        return self.filter(CompiledOnce(_outlet_is_public, "Outlet", "pk"))


class SpeakerQuerySet(SpeakerSelection):
    def published(self):
        return self.filter(CompiledOnce(_speaker_is_public, "Speaker", "pk"))


class OfSpeakerQuerySet(models.QuerySet):
    """Name forms and tenures."""

    def published(self):
        return self.filter(CompiledOnce(_speaker_is_public, "Speaker", "speaker_id"))
