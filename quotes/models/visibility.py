"""What the public sees, written once: ``Model.objects.published()``.

A row with a state is public when it is published. A row without one is public when a published
row reaches it; a link needs both ends; an occurrence needs a published article.
"""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from .workflow import State


def _published(model: str) -> models.QuerySet:
    return apps.get_model("quotes", model).objects.published()


def _reaches(model: str, **lookup: str) -> Exists:
    """A published row of ``model`` whose column holds this row's key: ``quote__topics="pk"``."""
    return Exists(_published(model).filter(**{name: OuterRef(key) for name, key in lookup.items()}))


class StatefulQuerySet(models.QuerySet):
    def published(self):
        return self.filter(state=State.PUBLISHED)

    def withdrawn(self):
        """Items whose page stays behind and says why."""
        return self.filter(state=State.WITHDRAWN)


class OfArticleQuerySet(models.QuerySet):
    """Snapshots and credits."""

    def published(self):
        return self.filter(article__state=State.PUBLISHED)


class HopQuerySet(models.QuerySet):
    def published(self):
        downstream = Q(article__state=State.PUBLISHED) | Exists(
            _published("Occurrence").filter(pk=OuterRef("occurrence_id"))
        )
        return self.filter(
            downstream,
            Q(source_article=None) | Q(source_article__state=State.PUBLISHED),
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


class EventQuerySet(models.QuerySet):
    def published(self):
        """Events of published quotes and statements, and what these were part of (two levels)."""
        reached = Q()
        for event in ("event", "event__parent", "event__parent__parent"):
            for model in ("Quote", "JointStatement"):
                reached |= Q(_reaches(model, **{event: "pk"}))
        return self.filter(reached)


class TopicQuerySet(models.QuerySet):
    def published(self):
        return self.filter(_reaches("Quote", topics="pk") | _reaches("JointStatement", topics="pk"))


class OutletQuerySet(models.QuerySet):
    def published(self):
        """Outlets of published articles, and those named as where these came from."""
        return self.filter(
            _reaches("Article", outlet="pk")
            | _reaches("Article", carried_by="pk")
            | _reaches("Hop", source_outlet="pk")
            | _reaches("Credit", outlet="pk")
        )


class SpeakerQuerySet(models.QuerySet):
    def published(self):
        """Who said, signed, issued or took part in something public, and their organisations."""
        reached = self._reached()
        organisations = (
            apps.get_model("quotes", "Tenure")
            .objects.filter(speaker__in=self.model.objects.filter(reached))
            .values("organisation")
        )
        return self.filter(reached | Q(pk__in=organisations))

    @staticmethod
    def _reached():
        return (
            _reaches("Attribution", speaker="pk")
            | _reaches("Signatory", speaker="pk")
            | _reaches("StatementVersion", issuer="pk")
            | _reaches("Event", participants="pk")
            | _reaches("Outlet", organisation="pk")
            | _reaches("JointStatement", provisions__parties="pk")
        )


class OfSpeakerQuerySet(models.QuerySet):
    """Name forms and tenures."""

    def published(self):
        return self.filter(_reaches("Speaker", pk="speaker_id"))
