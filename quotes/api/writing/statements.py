"""Joint statements as editors change them: signatories, versions, numbered provisions."""

from quotes.models import JointStatement, Provision, ProvisionText, Signatory, StatementVersion

from .edited import (
    ABOUT_STATEFUL,
    LONGEST_LIST,
    STATE_HELP,
    EditedItemSerializer,
    EditedRowSerializer,
)
from .members import DateSerializer, Number, PlaceSerializer


class EditedSignatorySerializer(EditedRowSerializer):
    """Who issued it."""

    class Meta:
        model = Signatory
        fields = ("id", "speaker", "tenure", "capacity")
        extra_kwargs = {
            "speaker": {"help_text": "Id of the speaker."},
            "tenure": {"help_text": "Id of the role held then, one of this speaker’s."},
        }


class EditedVersionSerializer(EditedRowSerializer):
    """The statement’s own text in one language, as one issuer published it."""

    segment = PlaceSerializer(
        source="*",
        required=False,
        allow_null=True,
        help_text="Where it stands in the snapshot; left out: all of it.",
    )

    class Meta:
        model = StatementVersion
        fields = ("id", "issuer", "language", "official", "snapshot", "segment")
        extra_kwargs = {
            "issuer": {"help_text": "Id of the speaker that issued it."},
            "official": {"help_text": "Whether it is an official text."},
            "snapshot": {"help_text": "Id of the captured text that holds it."},
        }


class EditedProvisionTextSerializer(EditedRowSerializer):
    """A provision’s words in one version."""

    version_at = Number(
        write_only=True,
        required=False,
        min_value=0,
        max_value=LONGEST_LIST,
        help_text="In place of `version`: its place, from 0, among the versions of this body.",
    )
    segment = PlaceSerializer(
        source="*", required=False, help_text="Its words; offsets count in the snapshot."
    )

    class Meta:
        model = ProvisionText
        fields = ("id", "version", "version_at", "segment")
        extra_kwargs = {"version": {"required": False, "help_text": "Id of the version."}}


class EditedProvisionSerializer(EditedRowSerializer):
    """A numbered point of the statement."""

    texts = EditedProvisionTextSerializer(
        many=True, required=False, help_text="Its words in each version."
    )

    class Meta:
        model = Provision
        fields = ("id", "number", "number_printed", "kind", "parties", "texts")
        extra_kwargs = {
            "number": {"help_text": "Its number."},
            "kind": {"help_text": "What the signatories do in it."},
            "parties": {"help_text": "Ids of the speakers it binds; none: every signatory."},
        }


class EditedStatementSerializer(EditedItemSerializer):
    """A joint statement as editors see it."""

    resource = "statements"
    reads = (
        *("topics", "signatories", "versions__snapshot", "provisions__parties"),
        "provisions__texts__version__snapshot",
    )
    issued_on = DateSerializer(help_text="When it was issued.")
    signatories = EditedSignatorySerializer(
        many=True, required=False, help_text="Who issued it, in order."
    )
    versions = EditedVersionSerializer(
        many=True, required=False, help_text="Its texts, by issuer and language."
    )
    provisions = EditedProvisionSerializer(
        many=True, required=False, help_text="Its numbered points."
    )

    class Meta:
        model = JointStatement
        fields = (
            *ABOUT_STATEFUL,
            *("title_de", "title_en", "kind", "event", "issued_on", "topics"),
            *("signatories", "versions", "provisions"),
        )
        extra_kwargs = {
            **STATE_HELP,
            "kind": {"help_text": "What sort of text it is."},
            "event": {"help_text": "Id of the occasion."},
            "topics": {"help_text": "Ids of the topics that it is about."},
        }
