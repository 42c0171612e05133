"""How one resource names another: its id, its page, its name. More is at its own address."""

from rest_framework import serializers

from quotes.models import (
    Article,
    Event,
    JointStatement,
    Outlet,
    Quote,
    Speaker,
    Tenure,
    Topic,
)

from .values import ImpreciseDateSerializer, PageAddressField, SourceAddressField


class SpeakerReference(serializers.ModelSerializer):
    """A speaker, named."""

    url = PageAddressField()

    class Meta:
        model = Speaker
        fields = ("id", "url", "name", "kind")
        extra_kwargs = {"kind": {"help_text": "A person, an organisation or a group."}}


class RoleSerializer(serializers.ModelSerializer):
    """A role that a speaker held."""

    organisation = SpeakerReference(
        allow_null=True, help_text="Whose role it is; null where not known."
    )

    class Meta:
        model = Tenure
        fields = ("title_de", "title_en", "organisation")


class OutletReference(serializers.ModelSerializer):
    """An outlet, named."""

    url = PageAddressField()

    class Meta:
        model = Outlet
        fields = ("id", "url", "name")


class ArticleReference(serializers.ModelSerializer):
    """An article, named."""

    url = PageAddressField()
    source_url = SourceAddressField(
        source="url", help_text="Where it was published; null for print and broadcast."
    )
    outlet = OutletReference(help_text="Who published it.")
    published_on = ImpreciseDateSerializer(help_text="When it was published.")

    class Meta:
        model = Article
        fields = ("id", "url", "headline", "source_url", "outlet", "language", "published_on")


class EventReference(serializers.ModelSerializer):
    """An event, named."""

    url = PageAddressField()
    held_on = ImpreciseDateSerializer(help_text="When it was.")

    class Meta:
        model = Event
        fields = ("id", "url", "title_de", "title_en", "held_on", "place")


class TopicReference(serializers.ModelSerializer):
    """A topic, named."""

    url = PageAddressField()

    class Meta:
        model = Topic
        fields = ("id", "url", "name_de", "name_en")


class QuoteReference(serializers.ModelSerializer):
    """A quote, by its words."""

    url = PageAddressField()

    class Meta:
        model = Quote
        fields = ("id", "url", "wording", "language")


class StatementReference(serializers.ModelSerializer):
    """A joint statement, named."""

    url = PageAddressField()

    class Meta:
        model = JointStatement
        fields = ("id", "url", "title_de", "title_en")
