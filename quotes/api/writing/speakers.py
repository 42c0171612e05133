"""Speakers as editors change them: with every form of the name and the roles held."""

from quotes.models import Speaker, SpeakerName, Tenure

from .edited import ABOUT, EditedItemSerializer, EditedRowSerializer
from .members import DateSerializer


class EditedNameSerializer(EditedRowSerializer):
    """One written form of the name."""

    class Meta:
        model = SpeakerName
        fields = ("id", "text", "language", "kind")
        extra_kwargs = {
            "text": {"help_text": "The name as written."},
            "kind": {"help_text": "What sort of form it is."},
        }


class EditedTenureSerializer(EditedRowSerializer):
    """A role that the speaker held."""

    since = DateSerializer(help_text="When it began.")
    until = DateSerializer(help_text="When it ended.")

    class Meta:
        model = Tenure
        fields = (
            *("id", "title_de", "title_en", "organisation", "since", "until", "source", "note"),
        )
        extra_kwargs = {
            "organisation": {"help_text": "Id of the speaker whose role it is."},
            "source": {"help_text": "Id of the article that says so."},
        }


class EditedSpeakerSerializer(EditedItemSerializer):
    """A speaker as editors see it."""

    resource = "speakers"
    reads = ("names", "tenures")
    names = EditedNameSerializer(many=True, required=False, help_text="Every form of the name.")
    tenures = EditedTenureSerializer(many=True, required=False, help_text="Roles held.")

    class Meta:
        model = Speaker
        fields = (*ABOUT, "kind", "name", "family_name", "wikidata_id", "names", "tenures")
        extra_kwargs = {"kind": {"help_text": "A person, an organisation or a group."}}
