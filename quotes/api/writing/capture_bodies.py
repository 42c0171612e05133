"""Captures as tools ask for them and see them: the bodies and their description."""

from typing import get_args

from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from quotes.extraction.origin_patterns import OriginKind
from quotes.ingest.capturing import REASONS
from quotes.ingest.reading import Origin
from quotes.models import Article, CaptureMethod, CaptureState, CreditKind, Extent, Genre, Outlet
from quotes.models.languages import validate_language
from quotes.models.web_addresses import WebAddressField

from .members import DateSerializer, OneOf, RowId, Text, WholeText

_LANGUAGE = "BCP 47, for example de, ja or ko-Latn."


class AskedCaptureSerializer(serializers.Serializer):
    """What is to be captured: exactly one of `url`, `html` and `text`.

    All else is what you know of the text beforehand. It goes before what is read, and is a
    proposal until an editor keeps it.
    """

    url = Text(required=False, max_length=2000, help_text="The page’s address, to be fetched.")
    html = WholeText(required=False, help_text="The page’s source, in place of an address.")
    text = WholeText(required=False, help_text="The plain text, in place of an address.")
    source_url = Text(
        required=False,
        max_length=2000,
        help_text="Where the `html` or `text` was published. It is not fetched.",
    )
    article = RowId(
        required=False,
        queryset=Article._base_manager.all(),
        help_text="Id of the article that is captured again.",
    )
    headline = Text(required=False, max_length=500)
    byline = Text(required=False, max_length=300)
    published_on = DateSerializer(help_text="When it was published.")
    language = Text(
        required=False, max_length=35, validators=[validate_language], help_text=_LANGUAGE
    )
    genre = OneOf(
        choices=Genre.choices, required=False, help_text="What sort of publication it is."
    )
    outlet = RowId(
        required=False,
        queryset=Outlet._base_manager.all(),
        help_text="Id of the outlet that published it.",
    )
    outlet_name = Text(
        required=False,
        max_length=200,
        help_text="In place of `outlet`: its name, also of one that is not there yet.",
    )
    archive_url = Text(
        required=False,
        max_length=2000,
        validators=WebAddressField.default_validators,
        help_text="An archived copy.",
    )
    extent = OneOf(
        choices=Extent.choices, required=False, help_text="Whether it is the whole text."
    )


class CaptureRefusalSerializer(serializers.Serializer):
    """Why a page could not be captured."""

    reason = serializers.ChoiceField(choices=REASONS, help_text="A code, which never changes.")
    detail = serializers.CharField(help_text="The same in words, and what may help.")


def _where(value: str) -> serializers.ChoiceField:
    return serializers.ChoiceField(
        choices=[(origin.value, origin.name) for origin in Origin],
        allow_null=True,
        help_text=f"Where the {value} was read; null: not found.",
    )


class FoundInSerializer(serializers.Serializer):
    """Where each value was read: in what the page says to machines (`meta`, `json-ld`), in the
    text, in the address; as a guess; or said by whoever asked for the capture."""

    headline = _where("headline")
    byline = _where("byline")
    published_on = _where("date")
    language = _where("language")
    outlet = _where("outlet")
    url = _where("canonical address")


class FoundOriginSerializer(serializers.Serializer):
    """A line or phrase that says where the words, or a picture, came from: a proposal."""

    kind = serializers.ChoiceField(
        choices=get_args(OriginKind), help_text="What an editor may keep it as."
    )
    about = serializers.ChoiceField(
        choices=CreditKind.choices, allow_null=True, help_text="What is credited; null for a hop."
    )
    text = serializers.CharField(help_text="As printed.")
    agency = serializers.CharField(help_text="The news agency that is named, if one is.")
    url = serializers.CharField(help_text="The address that is named, if one is.")
    outlet = serializers.CharField(help_text="Who else is named, if somebody is.")


class ReadCaptureSerializer(serializers.Serializer):
    """What was read, to be corrected and kept by an editor. Nothing found is empty or null."""

    text = serializers.CharField(help_text="The text, as a snapshot will hold it.")
    url = serializers.CharField(help_text="The canonical address of the page.")
    headline = serializers.CharField()
    byline = serializers.CharField()
    published_on = DateSerializer(help_text="When it was published.")
    language = serializers.CharField(help_text=_LANGUAGE)
    genre = serializers.ChoiceField(
        choices=Genre.choices, help_text="What sort of publication it is."
    )
    outlet = serializers.IntegerField(
        allow_null=True, help_text="Id of the outlet; null where it is not there yet."
    )
    outlet_name = serializers.CharField(help_text="Its name.")
    archive_url = serializers.CharField(help_text="An archived copy.")
    extent = serializers.ChoiceField(
        choices=Extent.choices, help_text="Whether it is the whole text."
    )
    found_in = FoundInSerializer(help_text="How each value came to be known.")
    origins = FoundOriginSerializer(many=True, help_text="What the text says of its sources.")
    unchanged = serializers.BooleanField(
        help_text="Whether the article holds exactly this text already."
    )


class CapturedArticleSerializer(serializers.Serializer):
    """The article of a capture."""

    id = serializers.IntegerField()
    api_url = serializers.URLField(help_text="Its address in this API.")


class CapturedSnapshotSerializer(serializers.Serializer):
    """The snapshot that a capture became."""

    id = serializers.IntegerField()
    workbench_url = serializers.URLField(help_text="Where editors decide on what it quotes.")


class CaptureRowSerializer(serializers.Serializer):
    """A capture, named."""

    id = serializers.IntegerField()
    api_url = serializers.URLField(help_text="Its address in this API.")
    title = serializers.CharField(help_text="Its headline, address or first words.")
    state = serializers.ChoiceField(choices=CaptureState.choices, help_text="Where it stands.")
    method = serializers.ChoiceField(choices=CaptureMethod.choices, help_text="How captured.")
    created_at = serializers.DateTimeField(help_text="When it was asked for.")
    finished_at = serializers.DateTimeField(
        allow_null=True, help_text="When it was last read, refused, kept or discarded."
    )


@extend_schema_serializer(many=False)
class CapturePageSerializer(serializers.Serializer):
    """A page of captures, the newest first."""

    next = serializers.URLField(allow_null=True, help_text="The next page; null on the last one.")
    results = CaptureRowSerializer(many=True, help_text="The captures of this page.")


class CaptureSerializer(CaptureRowSerializer):
    """A capture: what was asked for, how far it is, what was read, what it became."""

    admin_url = serializers.URLField(help_text="Where editors look it through and keep it.")
    requested_by = serializers.CharField(help_text="Who asked for it.")
    url = serializers.CharField(allow_null=True, help_text="The address that is fetched.")
    source_url = serializers.CharField(
        allow_null=True, help_text="Where the text stands that was given."
    )
    refusal = CaptureRefusalSerializer(
        allow_null=True, help_text="Why it was refused; null where it was not."
    )
    read = ReadCaptureSerializer(allow_null=True, help_text="What was read; null until it was.")
    article = CapturedArticleSerializer(
        allow_null=True, help_text="What is captured again, or what it became."
    )
    snapshot = CapturedSnapshotSerializer(
        allow_null=True, help_text="What it became; null until an editor kept it."
    )
