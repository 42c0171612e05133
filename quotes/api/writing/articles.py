"""Articles as editors change them: with captured texts, credits and origins."""

from quotes.models import Article, Credit, Hop, Snapshot

from .edited import ABOUT_STATEFUL, STATE_HELP, EditedItemSerializer, EditedRowSerializer
from .members import DateSerializer, Text, WholeText


class EditedSnapshotSerializer(EditedRowSerializer):
    """A captured text. A new one is added; one that is there never changes."""

    text = WholeText(help_text="The text: CRLF becomes LF, then it is brought into NFC.")

    class Meta:
        model = Snapshot
        fields = ("id", "text", "method", "extent", "sha256", "length", "captured_at")
        read_only_fields = ("sha256", "length", "captured_at")
        extra_kwargs = {
            "method": {"help_text": "How it was captured."},
            "extent": {"help_text": "Whether it is the whole text."},
            "sha256": {"help_text": "SHA-256 of the text in UTF-8, hexadecimal."},
            "captured_at": {"help_text": "When it was captured."},
        }


class EditedCreditSerializer(EditedRowSerializer):
    """A printed credit."""

    class Meta:
        model = Credit
        fields = ("id", "kind", "text", "outlet")
        extra_kwargs = {
            "kind": {"help_text": "What is credited."},
            "text": {"help_text": "The credit as printed."},
            "outlet": {"help_text": "Id of the outlet credited."},
        }


class EditedHopSerializer(EditedRowSerializer):
    """One step back towards the source."""

    class Meta:
        model = Hop
        fields = (
            *("id", "kind", "agent", "source_article", "source_outlet"),
            *("evidence", "evidence_in", "inferred"),
        )
        extra_kwargs = {
            "kind": {"help_text": "What was done with the source’s text."},
            "agent": {"help_text": "Who did it."},
            "source_article": {"help_text": "Id of the article that it comes from."},
            "source_outlet": {"help_text": "Id of the outlet that it comes from."},
            "evidence_in": {"help_text": "Id of the article that prints these words."},
        }


class EditedArticleSerializer(EditedItemSerializer):
    """An article as editors see it."""

    resource = "articles"
    reads = ("snapshots", "credits", "hops")
    source_url = Text(
        source="url",
        required=False,
        allow_null=True,
        allow_blank=True,
        max_length=2000,
        help_text="Where it was published; null for print and broadcast.",
    )
    published_on = DateSerializer(help_text="When it was published.")
    snapshots = EditedSnapshotSerializer(
        many=True, required=False, help_text="Its captured texts, the oldest first."
    )
    credits = EditedCreditSerializer(
        many=True, required=False, help_text="Printed credits, in order."
    )
    hops = EditedHopSerializer(
        many=True, required=False, help_text="Where it has its text from, in order."
    )

    class Meta:
        model = Article
        fields = (
            *ABOUT_STATEFUL,
            *("headline", "source_url", "archive_url", "outlet", "carried_by", "byline"),
            *("language", "published_on", "genre", "rights", "rights_note"),
            *("snapshots", "credits", "hops"),
        )
        extra_kwargs = {
            **STATE_HELP,
            "outlet": {"help_text": "Id of the outlet that published it."},
            "carried_by": {"help_text": "Id of the outlet whose site holds this copy."},
            "archive_url": {"help_text": "An archived copy."},
            "genre": {"help_text": "What sort of publication it is."},
            "rights_note": {"help_text": "The licence or permission."},
        }
