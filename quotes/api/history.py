"""``…/history/``: what became of a quote, a statement or an article, as the public saw it."""

from typing import ClassVar

from django.http import HttpRequest, HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from quotes.interchange.public_history import HISTORIES, History, read_history
from quotes.interchange.public_history.reading import PAGE_SIZE, MalformedPlace
from quotes.models import ChangedResource

from .ids import LARGEST_ID, read_id
from .licence import LicenceSerializer, licence
from .paging import LARGEST_SIZE, read_size
from .parameters import check_parameters
from .problems import BadParameters
from .reading import answer, check_json, json_answer, page_address
from .views import LeanView

PARAMETERS = ("cursor", "page_size")
KINDS = {
    "published": "It came into public view, for the first time or again.",
    "changed": "It was changed while it was public.",
    "withdrawn": "It was taken out of public view.",
    "reopened": "After a withdrawal it was taken up again; told once it is public again.",
}
WHAT = ("added", "changed", "removed")
PARTS = sorted({part.name for each in HISTORIES.values() for part in each.parts})
_RESOURCES = [f"{each}s" for each in ChangedResource.values]


@extend_schema_field({"type": ["string", "integer", "boolean", "null"]})
class ToldField(serializers.JSONField):
    """A text, a number, true or false, or null."""


class FieldHistorySerializer(serializers.Serializer):
    """One field of a row, before and after."""

    field = serializers.CharField(help_text="The field, as the resource calls it.")
    resource = serializers.ChoiceField(
        choices=_RESOURCES,
        allow_null=True,
        help_text="Where the values are ids: of which resource.",
    )
    told = serializers.BooleanField(
        help_text="False where a value is public no longer: both are null then."
    )
    before = ToldField(help_text="The value before; null: none.")
    after = ToldField(help_text="The value after; null: none.")


class PartHistorySerializer(serializers.Serializer):
    """What happened to one row of the item: to itself, a source, a speaker, a topic."""

    part = serializers.ChoiceField(choices=PARTS, help_text="What kind of row it is.")
    change = serializers.ChoiceField(choices=WHAT, help_text="What happened to it.")
    fields = FieldHistorySerializer(  # type: ignore[assignment]
        many=True, help_text="The fields that differ. None where nothing of it is told."
    )


class HistoryEntrySerializer(serializers.Serializer):
    """What the public saw happen to the item at one time."""

    at = serializers.DateTimeField(help_text="When it took effect.")
    kind = serializers.ChoiceField(
        choices=list(KINDS),
        help_text="\n".join(f"`{kind}`: {text}" for kind, text in KINDS.items()),
    )
    reason = serializers.CharField(
        allow_null=True, help_text="Why it was withdrawn; null for everything else."
    )
    changes = PartHistorySerializer(
        many=True, help_text="What is other than the public saw it before."
    )


class HistoryPageSerializer(serializers.Serializer):
    """A page of an item's public history."""

    next = serializers.URLField(
        allow_null=True, help_text="The next, older page; null on the last one."
    )
    licence = LicenceSerializer(help_text="The terms of these data.")
    results = HistoryEntrySerializer(many=True, help_text="What happened, the newest first.")


class HistoryView(LeanView):
    """Needs a ``kind``: the resource's name in the feed."""

    kind: ClassVar[str]
    serializer_class = HistoryPageSerializer
    further_problems = (404,)

    @classmethod
    def read(cls, request: HttpRequest, pk: str) -> HttpResponse:  # type: ignore[override]
        return answer(request, lambda: _page(request, cls.kind, pk))


def _described(kind: str) -> type[HistoryView]:
    class View(HistoryView):
        @extend_schema(
            operation_id=f"{kind}s_history",
            description=f"The public history of one {kind}, the newest first: when it was "
            "published, what was changed since, when and why it was withdrawn. It answers for "
            "what was withdrawn, too.",
            parameters=[
                OpenApiParameter(
                    "id",
                    {"type": "integer", "minimum": 1, "maximum": LARGEST_ID},
                    OpenApiParameter.PATH,
                    description=f"The {kind}’s id.",
                ),
                OpenApiParameter(
                    "cursor",
                    {"type": "string", "minLength": 1, "maxLength": 20},
                    description="Where a page begins. Taken from “next”.",
                ),
                OpenApiParameter(
                    "page_size",
                    {
                        "type": "integer",
                        "minimum": 1,
                        "maximum": LARGEST_SIZE,
                        "default": PAGE_SIZE,
                    },
                    description=f"How many entries a page has; {PAGE_SIZE} unless told.",
                ),
            ],
        )
        def get(self, request: Request, pk: str) -> Response:
            # Answered by ``read``; here for the schema.
            raise NotImplementedError

    View.kind, View.__name__ = kind, f"{kind.title()}HistoryView"
    return View


QuoteHistoryView = _described("quote")
StatementHistoryView = _described("statement")
ArticleHistoryView = _described("article")


def _page(request: HttpRequest, kind: str, pk: str) -> HttpResponse:
    check_parameters(request.GET, PARAMETERS)
    check_json(request)
    number = read_id(pk)
    history = _asked(request, kind, number) if number is not None else None
    if history is None:
        raise NotFound(f"There is no {kind} with this id that is or was public.")
    return json_answer(
        b"".join(
            (
                b'{"next":',
                page_address(request, history.following or None),
                b',"licence":',
                licence(),
                b',"results":[',
                b",".join(entry.body.encode() for entry in history.entries),
                b"]}",
            )
        )
    )


def _asked(request: HttpRequest, kind: str, pk: int) -> History | None:
    """The page asked for; None for an item that was never public. Raises BadParameters."""
    errors: dict[str, list[str]] = {}
    size = PAGE_SIZE
    try:
        size = read_size(request.GET.get("page_size", str(PAGE_SIZE)))
    except ValueError as error:
        errors["page_size"] = [str(error)]
    cursor = request.GET.get("cursor", "")
    try:
        history = read_history(kind, pk, cursor, size)
    except MalformedPlace:
        errors["cursor"] = ["Not a cursor of this history. Take it from “next” of an answer."]
    if errors:
        raise BadParameters(errors, PARAMETERS)
    if history.entries or (cursor and read_history(kind, pk, size=1).entries):
        return history
    return None
