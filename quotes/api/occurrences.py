"""Occurrences: how each source prints a quote, down to the characters. Nested in quotes."""

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from quotes.interchange.source_links import link_to_passage
from quotes.models import Occurrence, Segment
from quotes.models.rights import shown_after, shown_before

from .hops import HopSerializer, hops
from .references import ArticleReference


class SegmentSerializer(serializers.ModelSerializer):
    """A run of characters in a snapshot (W3C Web Annotation: position and quote selector)."""

    prefix = serializers.SerializerMethodField(
        help_text="What stands before them; at most 200 code points."
    )
    suffix = serializers.SerializerMethodField(
        help_text="What stands after them; at most 200 code points."
    )

    class Meta:
        model = Segment
        fields = ("start", "end", "exact", "prefix", "suffix")
        extra_kwargs = {
            "start": {"help_text": "Offset into the snapshot, in code points from 0."},
            "end": {"help_text": "Offset after the last character, in code points."},
            "exact": {"help_text": "The very characters."},
        }

    def get_prefix(self, segment: Segment) -> str:
        return shown_before(segment)

    def get_suffix(self, segment: Segment) -> str:
        return shown_after(segment)


class OccurrenceSerializer(serializers.ModelSerializer):
    """How one source prints the quote."""

    article = ArticleReference(source="snapshot.article", help_text="The source.")
    snapshot = serializers.IntegerField(
        source="snapshot_id", help_text="Id of the snapshot that the offsets count in."
    )
    segments = SegmentSerializer(
        many=True, help_text="Its characters, in order; several where the source interrupts them."
    )
    source_link = serializers.SerializerMethodField(
        help_text="The source’s own page, opened at these words; null where it has no address."
    )
    hops = HopSerializer(
        many=True, help_text="Where it has these words from, if not as the whole article has them."
    )

    class Meta:
        model = Occurrence
        fields = (
            "id",
            "preferred",
            "speech_type",
            "language",
            "wording",
            "wording_origin",
            "reporting_phrase",
            "locator",
            "orphan",
            "article",
            "source_link",
            "snapshot",
            "segments",
            "hops",
        )
        extra_kwargs = {
            "speech_type": {"help_text": "Whether the words are given as they were said."},
            "wording_origin": {"help_text": "Whether the words are original or translated."},
        }

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_source_link(self, occurrence: Occurrence) -> str | None:
        passages = [
            # The link names the words around a passage, too, and so no more than may be shown.
            Segment(exact=row.exact, prefix=shown_before(row), suffix=shown_after(row))
            for row in occurrence.segments.all()
        ]
        return link_to_passage(occurrence.snapshot.article, passages) or None


def occurrences() -> Prefetch:
    """The public ``occurrences`` of quotes, the preferred one first, without their snapshots'
    texts."""
    return Prefetch(
        "occurrences",
        Occurrence.objects.published()
        .select_related("snapshot__article__outlet")
        .defer("snapshot__text")
        .prefetch_related(Prefetch("segments", Segment.objects.published()), hops())
        .order_by("-preferred", "pk"),
    )
