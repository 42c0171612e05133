"""``GET /api/v1/changes/``: every public change in order, for whoever keeps a copy.

The feed itself is the database's (``quotes/models/changes.py``); its order is that of the commits.
A cursor is the public version after the change that was read last. It holds the change's time
beside its place, so that a database that was set back is found out and said, never read on from.
"""

import re
from functools import lru_cache
from typing import Any

from django.db.models import BigIntegerField, F, TextField, Value
from django.http import HttpRequest, HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from quotes.models import Change, ChangedResource, ChangeKind
from quotes.models.changes import VersionAfter, public_version

from .bodies.expressions import AnyOf, Otherwise, Param, joined, text
from .bodies.shapes import Expansion, Shape
from .bodies.statements import Statement
from .ids import read_id
from .licence import LicenceSerializer, licence
from .paging import read_size
from .parameters import check_parameters
from .problems import BadParameters, FeedSetBack
from .reading import answer, check_json, json_answer, page_address
from .values import AddressField, MomentField, site_address
from .views import LeanView

# The API names its resources in the plural.
RESOURCES = {f"{each}s": str(each) for each in ChangedResource.values}
PARAMETERS = ("cursor", "page_size", "resource")
DEFAULT_SIZE, LARGEST_SIZE = 100, 1000
BEGINNING, END = "0", "latest"
_PLACE = re.compile(r"([1-9][0-9]{0,18})\.[0-9]{20}")


class ResourceNameField(serializers.ChoiceField):
    """The name of the item's resource in the API."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=list(RESOURCES), read_only=True, **options)

    def to_representation(self, value: str) -> str:
        return f"{value}s"

    def in_sql(self, expansion: Expansion) -> Any:
        return joined(F("resource"), "s")


class ReasonField(serializers.CharField):
    """Why it was withdrawn; null where nobody gave a reason."""

    def __init__(self, **options: Any) -> None:
        super().__init__(read_only=True, allow_null=True, **options)

    def to_representation(self, value: str) -> str | None:  # type: ignore[override]
        return value or None

    def in_sql(self, expansion: Expansion) -> Any:
        return Otherwise(F("reason"))


class CursorField(serializers.CharField):
    """The place after a change. Rows carry it as ``version``."""

    def in_sql(self, expansion: Expansion) -> Any:
        return VersionAfter()


class ChangeSerializer(serializers.Serializer):
    """One change of one item. What the item is now, its own address says."""

    cursor = CursorField(
        source="version", help_text="The place after this change: read on from here."
    )
    kind = serializers.ChoiceField(
        choices=ChangeKind.choices, help_text="What happened to the item, as the public sees it."
    )
    at = MomentField(help_text="When it took effect.")
    resource = ResourceNameField(help_text="The resource that the item belongs to.")
    id = serializers.IntegerField(source="item_id", help_text="The item’s id in its resource.")
    url = AddressField(
        "/{resource}s/{item_id}/",
        help_text="The item’s page on this site, for people. The address never changes.",
    )
    api_url = AddressField(
        "/api/v1/{resource}s/{item_id}/", help_text="The item as data. 410 where it is withdrawn."
    )
    reason = ReasonField(
        help_text="Why it was withdrawn, where editors did that; null where it went because "
        "nothing public leads to it any more, and for every other kind."
    )


class ChangesPageSerializer(serializers.Serializer):
    """A stretch of the feed."""

    next = serializers.URLField(
        help_text="Where to read on: at once where `more` is true, else whenever you like. Keep it."
    )
    more = serializers.BooleanField(help_text="Whether more has happened already.")
    licence = LicenceSerializer(help_text="The terms of these data.")
    results = ChangeSerializer(many=True, help_text="The changes, the oldest first.")


class ChangesView(LeanView):
    """Every public change in the order in which it took effect: what was published, changed,
    withdrawn.

    Begin without a cursor, work through `results`, keep `next`, and come back with it: nothing is
    missed and nothing comes twice. `cursor=latest` gives the end of the feed and nothing before
    it. A cursor may be kept for ever; if the database was set back to before its place, the answer
    is 410 and says so.
    """

    serializer_class = ChangesPageSerializer
    further_problems = (410,)

    @classmethod
    def read(cls, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return answer(request, lambda: read_changes(request))

    @extend_schema(
        operation_id="changes",
        parameters=[
            OpenApiParameter(
                "cursor",
                {"type": "string", "minLength": 1, "maxLength": 40, "examples": [END]},
                description="Where to read on: taken from `next`, from the `cursor` of a change, "
                "or from `public_version` in the manifest of an export. Left out: from the "
                f"beginning. `{END}`: from the end.",
            ),
            OpenApiParameter(
                "page_size",
                {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": LARGEST_SIZE,
                    "default": DEFAULT_SIZE,
                },
                description=f"How many changes at most; {DEFAULT_SIZE} unless told.",
            ),
            OpenApiParameter(
                "resource",
                {"type": "string", "minLength": 1, "examples": ["quotes", "quotes,statements"]},
                description="Changes of these resources only, separated by commas: "
                f"{', '.join(RESOURCES)}.",
            ),
        ],
    )
    def get(self, request: Request) -> Response:
        # Answered by ``read``; here for the schema, which describes it by the view's own words.
        raise NotImplementedError


def read_changes(request: HttpRequest) -> HttpResponse:
    """A stretch of the feed. Raises APIException, FeedSetBack among them."""
    check_parameters(request.GET, PARAMETERS)
    check_json(request)
    asked = _Asked(request)
    if asked.cursor == END:
        return _page(request, public_version(), [], more=False)
    values = {
        "site": site_address(request),
        "after": asked.cursor.partition(".")[0],
        "resources": "{" + ",".join(asked.resources) + "}",
    }
    rows = _statement(bool(asked.resources), asked.size + 1).run(values)
    # The cursor's own change comes first, if it is (still) there.
    rows.sort(key=lambda row: int(row[0]))
    if asked.cursor != BEGINNING and (not rows or rows.pop(0)[1] != asked.cursor.encode()):
        raise FeedSetBack
    found = rows[: asked.size]
    cursor = found[-1][1].decode() if found else asked.cursor
    return _page(request, cursor, [row[2] for row in found], more=len(rows) > asked.size)


def _page(request: HttpRequest, cursor: str, bodies: list[bytes], more: bool) -> HttpResponse:
    return json_answer(
        b"".join(
            (
                b'{"next":',
                page_address(request, cursor),
                b',"more":',
                b"true" if more else b"false",
                b',"licence":',
                licence(),
                b',"results":[',
                b",".join(bodies),
                b"]}",
            )
        )
    )


class _Asked:
    """What the parameters ask for. Raises BadParameters that names all that is wrong."""

    def __init__(self, request: HttpRequest) -> None:
        query, errors = request.GET, {}
        self.cursor = query.get("cursor", BEGINNING)
        if self.cursor not in (BEGINNING, END) and not _is_place(self.cursor):
            errors["cursor"] = [
                "Not a cursor of this feed. Take it from “next” of an answer, leave it out to "
                f"begin at the beginning, or ask for “{END}”."
            ]
        self.size = DEFAULT_SIZE
        try:
            self.size = read_size(query.get("page_size", str(DEFAULT_SIZE)), LARGEST_SIZE)
        except ValueError as error:
            errors["page_size"] = [str(error)]
        names = query["resource"].split(",") if "resource" in query else []
        unknown = [f"“{name}”" for name in names if name not in RESOURCES]
        if unknown:
            errors["resource"] = [f"Not known: {', '.join(unknown)}. Known: {', '.join(RESOURCES)}"]
        if errors:
            raise BadParameters(errors, PARAMETERS)
        self.resources = [RESOURCES[name] for name in names]


def _is_place(cursor: str) -> bool:
    found = _PLACE.fullmatch(cursor)
    return found is not None and read_id(found[1]) is not None


@lru_cache(200)
def _statement(narrowed: bool, limit: int) -> Statement:
    """Columns: the change's place, the version after it, its body; for the change at the cursor
    no body. Parameters: ``after``, ``site``, and ``resources`` where it is narrowed."""
    after = Param("after", "bigint", BigIntegerField())
    here = Change.objects.filter(pk=after).order_by()
    following = Change.objects.filter(pk__gt=after).order_by("pk")
    if narrowed:
        following = following.filter(AnyOf(F("resource"), Param("resources", "text[]")))
    columns = text(F("pk")), text(VersionAfter())
    body = text(Shape(ChangeSerializer).expression())
    return Statement.of(
        here.values_list(*columns, Value(None, TextField())).union(
            following.values_list(*columns, body)[:limit], all=True
        )
    )
