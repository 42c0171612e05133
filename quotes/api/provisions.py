"""Provisions: the numbered points of joint statements."""

from typing import Any

from rest_framework import serializers

from quotes.models import LinkKind, Provision, ProvisionKind, ProvisionText, Quote, Speaker
from quotes.models.rights import provision_text

from .bodies.relations import Parts, Related, RelatedRows
from .filters import ChoiceFilter, IdFilter
from .resource import Resource
from .values import ApiAddressField, PageAddressField
from .views import ResourceViewSet


class ProvisionWordingField(serializers.CharField):
    """The provision's own words, cut out by the database."""

    def get_attribute(self, instance: ProvisionText) -> Any:
        return instance

    def to_representation(self, value: Any) -> str:
        return value.text

    def in_sql(self, expansion: object) -> Any:
        return provision_text()


class ProvisionTextSerializer(serializers.ModelSerializer):
    """A provision’s words in one version."""

    version = serializers.IntegerField(source="version_id", help_text="Id of the version.")
    language = serializers.CharField(
        source="version.language", help_text="Language of the version, BCP 47."
    )
    wording = ProvisionWordingField(read_only=True, help_text="The provision’s words.")

    class Meta:
        model = ProvisionText
        fields = ("version", "language", "wording")


def _quotes_that_state() -> Any:
    links = {"statement_links__kind": LinkKind.STATES}
    return Quote.objects.published().filter(**links).order_by("pk")


class ProvisionSerializer(serializers.ModelSerializer):
    """A numbered point of a statement."""

    url = PageAddressField("/statements/{statement_id}/#provision-{number}")
    api_url = ApiAddressField("provisions")
    statement = Related(
        "statements", "statement_id", reached=True, help_text="The statement it is a point of."
    )
    parties = RelatedRows(
        "speakers",
        Speaker.objects.all,
        "provisions",
        help_text="Whom it binds; empty where it binds every signatory.",
    )
    texts = Parts(
        ProvisionTextSerializer,
        ProvisionText.objects.published,
        "provision",
        help_text="Its words in each version.",
    )
    quotes = RelatedRows(
        "quotes",
        _quotes_that_state,
        "statement_links__provision",
        help_text="Quotes that are its words.",
    )

    class Meta:
        model = Provision
        fields = (
            "id",
            "url",
            "api_url",
            "statement",
            "number",
            "number_printed",
            "kind",
            "parties",
            "texts",
            "quotes",
        )
        extra_kwargs = {
            "number": {"help_text": "Its number."},
            "number_printed": {"help_text": "Whether the number is printed; else it is ours."},
            "kind": {"help_text": "What the signatories do in it."},
        }


PROVISIONS = Resource(
    name="provisions",
    about="The numbered points of joint statements.",
    rows=Provision.objects.published,
    serializer=ProvisionSerializer,
    orderings={"id": "pk", "-id": "pk"},
    own_filters={
        "statement": IdFilter("statement", "Points of the statement with this id."),
        "kind": ChoiceFilter("kind", ProvisionKind, "What the signatories do in it."),
        "party": IdFilter("parties", "That name the speaker with this id as bound by them."),
    },
)


class ProvisionViewSet(ResourceViewSet):
    """The numbered points of joint statements, and the quotes that are their words."""

    resource = PROVISIONS
