"""Occurrences: how each source prints a quote, down to the characters."""

from django.db.models import QuerySet
from django.db.models.functions import Left, Right
from rest_framework import serializers

from quotes.models import Hop, Occurrence, Segment, SpeechType, WordingOrigin
from quotes.models.rights import WIDEST_CONTEXT, shown_after, shown_before
from quotes.models.selection import in_language

from .bodies.expressions import Param
from .bodies.relations import Parts, Related, RelatedRows
from .bodies.source_link import SourceLinkField
from .filters import ChoiceFilter, IdFilter, LanguageFilter, YesNoFilter
from .resource import Resource
from .values import ApiAddressField, PageAddressField
from .views import ResourceViewSet


class BeforeField(serializers.CharField):
    """As much of the words before a segment as may be shown."""

    def get_attribute(self, instance: Segment) -> str:
        return shown_before(instance)

    def in_sql(self, expansion: object) -> Right:
        return Right("prefix", WIDEST_CONTEXT)


class AfterField(serializers.CharField):
    """As much of the words after a segment as may be shown."""

    def get_attribute(self, instance: Segment) -> str:
        return shown_after(instance)

    def in_sql(self, expansion: object) -> Left:
        return Left("suffix", WIDEST_CONTEXT)


class SegmentSerializer(serializers.ModelSerializer):
    """A run of characters in a snapshot (W3C Web Annotation: position and quote selector)."""

    prefix = BeforeField(
        read_only=True, help_text="What stands before them; at most 200 code points."
    )
    suffix = AfterField(
        read_only=True, help_text="What stands after them; at most 200 code points."
    )

    class Meta:
        model = Segment
        fields = ("start", "end", "exact", "prefix", "suffix")
        extra_kwargs = {
            "start": {"help_text": "Offset into the snapshot, in code points from 0."},
            "end": {"help_text": "Offset after the last character, in code points."},
            "exact": {"help_text": "The very characters."},
        }


class OccurrenceSerializer(serializers.ModelSerializer):
    """How one source prints a quote."""

    url = PageAddressField("/quotes/{quote_id}/#source-{pk}")
    api_url = ApiAddressField("occurrences")
    quote = Related("quotes", "quote_id", reached=True, help_text="The quote that is printed.")
    article = Related(
        "articles", "snapshot.article_id", reached=True, help_text="The article that prints it."
    )
    snapshot = serializers.IntegerField(
        source="snapshot_id", help_text="Id of the snapshot that the offsets count in."
    )
    segments = Parts(
        SegmentSerializer,
        Segment.objects.all,
        "occurrence",
        help_text="Its characters, in order; several where the source interrupts them.",
    )
    source_link = SourceLinkField(
        help_text="The source’s own page, opened at these words; null where it has no address."
    )
    hops = RelatedRows(
        "hops",
        Hop.objects.published,
        "occurrence",
        help_text="Where it has these words from, if not as the whole article has them.",
    )

    class Meta:
        model = Occurrence
        fields = (
            "id",
            "url",
            "api_url",
            "quote",
            "article",
            "preferred",
            "speech_type",
            "language",
            "wording",
            "wording_origin",
            "reporting_phrase",
            "locator",
            "orphan",
            "source_link",
            "snapshot",
            "segments",
            "hops",
        )
        extra_kwargs = {
            "speech_type": {"help_text": "Whether the words are given as they were said."},
            "wording_origin": {"help_text": "Whether the words are original or translated."},
        }


def _language(rows: QuerySet, language: Param) -> QuerySet:
    return rows.filter(in_language("language", language))


OCCURRENCES = Resource(
    name="occurrences",
    about="How each source prints a quote, down to the characters.",
    rows=Occurrence.objects.published,
    serializer=OccurrenceSerializer,
    orderings={"id": "pk", "-id": "pk"},
    own_filters={
        "quote": IdFilter("quote", "Of the quote with this id."),
        "article": IdFilter("snapshot__article", "Printed in the article with this id."),
        "outlet": IdFilter("snapshot__article__outlet", "Printed by the outlet with this id."),
        "speaker": IdFilter("quote__attributions__speaker", "Words of the speaker with this id."),
        "language": LanguageFilter(
            _language, "Printed in this language (BCP 47), in whatever script or region."
        ),
        "speech_type": ChoiceFilter("speech_type", SpeechType, "Printed as this type of speech."),
        "wording_origin": ChoiceFilter(
            "wording_origin", WordingOrigin, "Original wording, or translated in this way."
        ),
        "preferred": YesNoFilter("preferred", "Whether the quote has its wording from it."),
        "orphan": YesNoFilter(
            "orphan", "Whether the newest text of the article no longer holds the words."
        ),
    },
)


class OccurrenceViewSet(ResourceViewSet):
    """How each source prints a quote, down to the characters."""

    resource = OCCURRENCES
