"""Speakers: people, organisations and groups that are quoted."""

from django.db.models import Exists, OuterRef, QuerySet
from rest_framework import serializers

from quotes.models import Speaker, SpeakerKind, SpeakerName, Tenure

from .bodies.expressions import Param
from .bodies.relations import Parts, Related
from .filters import ChoiceFilter, IdFilter, NameFilter, WikidataFilter
from .resource import Resource
from .values import ApiAddressField, ImpreciseDateSerializer, PageAddressField
from .writing.editable import Editable
from .writing.speakers import EditedSpeakerSerializer


class NameFormSerializer(serializers.ModelSerializer):
    """One written form of a name."""

    class Meta:
        model = SpeakerName
        fields = ("text", "language", "kind")
        extra_kwargs = {
            "text": {"help_text": "The name as written."},
            "kind": {"help_text": "What sort of name it is."},
        }


class TenureSerializer(serializers.ModelSerializer):
    """A role held."""

    organisation = Related(
        "speakers",
        "organisation_id",
        allow_null=True,
        help_text="The speaker whose role it is; null where not known.",
    )
    since = ImpreciseDateSerializer(help_text="When the role began.")
    until = ImpreciseDateSerializer(help_text="When the role ended.")
    source = Related(  # type: ignore[assignment]
        "articles",
        "source_id",
        allow_null=True,
        help_text="The article that says so; null where none is named.",
    )

    class Meta:
        model = Tenure
        fields = ("id", "title_de", "title_en", "organisation", "since", "until", "source", "note")


class SpeakerSerializer(serializers.ModelSerializer):
    """A person, an organisation or a group."""

    url = PageAddressField("/speakers/{pk}/")
    api_url = ApiAddressField("speakers")
    # All of a public speaker's names and roles are public.
    names = Parts(
        NameFormSerializer,
        SpeakerName.objects.all,
        "speaker",
        help_text="Every form of the name that we hold.",
    )
    tenures = Parts(
        TenureSerializer,
        Tenure.objects.all,
        "speaker",
        help_text="Roles held, the oldest first.",
    )

    class Meta:
        model = Speaker
        fields = (
            "id",
            "url",
            "api_url",
            "kind",
            "name",
            "family_name",
            "sort_name",
            "wikidata_id",
            "names",
            "tenures",
        )
        extra_kwargs = {"kind": {"help_text": "A person, an organisation or a group."}}


def _in_office(rows: QuerySet, organisation: Param) -> QuerySet:
    return rows.filter(
        Exists(Tenure.objects.filter(speaker=OuterRef("pk"), organisation=organisation))
    )


SPEAKERS = Resource(
    name="speakers",
    about="People, organisations and groups that are quoted.",
    rows=Speaker.objects.published,
    serializer=SpeakerSerializer,
    orderings={"name": "sort_name", "-name": "sort_name", "id": "pk", "-id": "pk"},
    own_filters={
        "kind": ChoiceFilter("kind", SpeakerKind, "People, organisations or groups only."),
        "name": NameFilter(
            lambda rows, name, folded: rows.named(name, folded),
            "Any form of the name, whole or its beginning; accents, case and punctuation do not "
            "matter.",
        ),
        "organisation": IdFilter(_in_office, "Who held a role in the speaker with this id."),
        "wikidata": WikidataFilter("wikidata_id", "The speaker with this Wikidata id."),
    },
)


class SpeakerViewSet(Editable):
    """Who is quoted, signs, issues or takes part: people, organisations and groups."""

    resource = SPEAKERS
    edited = EditedSpeakerSerializer
