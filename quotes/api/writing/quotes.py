"""Quotes as editors change them: who said it, how each source prints it, what it belongs to."""

from quotes.models import Attribution, Occurrence, Quote, QuoteRelation, StatementLink

from .articles import EditedHopSerializer
from .edited import ABOUT_STATEFUL, STATE_HELP, EditedItemSerializer, EditedRowSerializer
from .members import PlaceSerializer, RowId, SaidDateSerializer


class EditedAttributionSerializer(EditedRowSerializer):
    """Who said it."""

    class Meta:
        model = Attribution
        fields = ("id", "speaker", "tenure", "description", "name_as_printed")
        extra_kwargs = {
            "speaker": {"help_text": "Id of the speaker; null for an anonymous source."},
            "tenure": {"help_text": "Id of the role held then, one of this speaker’s."},
            "description": {"help_text": "A source without a name, as printed."},
            "name_as_printed": {"help_text": "The name as the source prints it."},
        }


class EditedOccurrenceSerializer(EditedRowSerializer):
    """How one source prints the quote."""

    segments = PlaceSerializer(
        many=True,
        required=False,
        help_text="Where it stands in the snapshot; several where a clause interrupts it.",
    )
    hops = EditedHopSerializer(
        many=True,
        required=False,
        help_text="Where it has these words from, if not as the whole article has them.",
    )

    class Meta:
        model = Occurrence
        fields = (
            *("id", "snapshot", "segments", "preferred", "speech_type", "language", "wording"),
            *("wording_origin", "reporting_phrase", "locator", "orphan", "withdrawn", "hops"),
        )
        read_only_fields = ("wording", "orphan")
        extra_kwargs = {
            "snapshot": {"help_text": "Id of the captured text that holds it."},
            "speech_type": {"help_text": "Whether the words are given as they were said."},
            "wording_origin": {"help_text": "Whether the words are original or translated."},
        }


class EditedStatementLinkSerializer(EditedRowSerializer):
    """How the quote stands to a joint statement."""

    class Meta:
        model = StatementLink
        fields = ("id", "kind", "statement", "provision")
        extra_kwargs = {
            "kind": {"help_text": "The statement’s own words, or words about it."},
            "statement": {"help_text": "Id of the joint statement."},
            "provision": {"help_text": "Id of the provision whose words these are."},
        }


class EditedRelationSerializer(EditedRowSerializer):
    """What this quote does to another one."""

    quote = RowId(
        source="to_quote", queryset=Quote._base_manager.all(), help_text="Id of the other quote."
    )

    class Meta:
        model = QuoteRelation
        fields = ("id", "kind", "quote")
        extra_kwargs = {"kind": {"help_text": "What this quote does to the other."}}


class EditedQuoteSerializer(EditedItemSerializer):
    """A quote as editors see it."""

    resource = "quotes"
    reads = (
        *("topics", "attributions", "occurrences__segments", "occurrences__hops"),
        *("statement_links", "relations"),
    )
    said_on = SaidDateSerializer(help_text="When it was said.")
    attributions = EditedAttributionSerializer(
        many=True, required=False, help_text="Who said it, in order."
    )
    occurrences = EditedOccurrenceSerializer(
        many=True,
        required=False,
        help_text="How the sources print it. Of a new quote the first is the preferred one, "
        "unless one says so of itself.",
    )
    statements = EditedStatementLinkSerializer(
        source="statement_links",
        many=True,
        required=False,
        help_text="Joint statements it belongs to.",
    )
    relations = EditedRelationSerializer(
        many=True, required=False, help_text="What it does to other quotes."
    )

    class Meta:
        model = Quote
        fields = (
            *ABOUT_STATEFUL,
            *("wording", "language", "said_on", "event", "addressee", "context", "topics"),
            *("attributions", "occurrences", "statements", "relations"),
        )
        read_only_fields = ("wording", "language")
        extra_kwargs = {
            **STATE_HELP,
            "language": {"help_text": "That of the preferred occurrence, BCP 47."},
            "event": {"help_text": "Id of the occasion."},
            "topics": {"help_text": "Ids of the topics that it is about."},
        }
