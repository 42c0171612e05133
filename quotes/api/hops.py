"""Where an article, or one occurrence in it, got its text from."""

from django.db.models import Prefetch
from rest_framework import serializers

from quotes.models import Hop

from .references import ArticleReference, OutletReference


class HopSerializer(serializers.ModelSerializer):
    """One step back towards the source (PROV: wasDerivedFrom)."""

    source_article = ArticleReference(
        allow_null=True, help_text="The article it comes from, where we hold it."
    )
    source_outlet = OutletReference(
        allow_null=True, help_text="The outlet it comes from, where only that is known."
    )

    evidence_in = ArticleReference(
        allow_null=True,
        help_text="The article that prints these words, where it is not this one itself.",
    )

    class Meta:
        model = Hop
        fields = (
            "kind",
            "agent",
            "source_article",
            "source_outlet",
            "evidence",
            "evidence_in",
            "inferred",
        )
        extra_kwargs = {
            "kind": {"help_text": "What was done with the source’s text."},
            "agent": {"help_text": "Who did it."},
        }


def hops() -> Prefetch:
    """The public ``hops`` of articles or occurrences, with what they name."""
    return Prefetch(
        "hops",
        Hop.objects.published().select_related(
            "source_article__outlet", "source_outlet", "evidence_in__outlet"
        ),
    )
