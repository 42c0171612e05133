"""What is in work: the items of one resource in one state, for tools with ``drafts:read``."""

from collections.abc import Collection
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.utils.cache import patch_vary_headers
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from quotes.api.ids import LARGEST_ID, read_id
from quotes.api.parameters import PublicView
from quotes.api.problems import BadParameters
from quotes.editorial.editing import permit
from quotes.editorial.refusals import NotPermitted
from quotes.models import (
    Article,
    Event,
    JointStatement,
    Outlet,
    Quote,
    Scope,
    Speaker,
    State,
    Stateful,
    Topic,
)

from .authentication import BearerAuthentication
from .scopes import need_scope

RESOURCES: dict[str, type[Model]] = {
    "quotes": Quote,
    "statements": JointStatement,
    "articles": Article,
    "speakers": Speaker,
    "outlets": Outlet,
    "events": Event,
    "topics": Topic,
}
PAGE = 50  # rows


class DraftSerializer(serializers.Serializer):
    """An item in work, named."""

    id = serializers.IntegerField()
    api_url = serializers.URLField(help_text="Its address in this API.")
    title = serializers.CharField(help_text="Its words, name or title.")
    state = serializers.ChoiceField(choices=State.choices, help_text="Where it stands.")
    updated_at = serializers.DateTimeField(help_text="When it was last changed.")


class DraftsSerializer(serializers.Serializer):
    """A page of items in work, the newest first."""

    next = serializers.URLField(allow_null=True, help_text="The next page; null on the last one.")
    results = DraftSerializer(many=True, help_text="The items of this page.")


class DraftsView(PublicView):
    """What is in work: items of one resource in one state, the newest first.

    Needs a token with the scope `drafts:read`. Of speakers, outlets, events and topics, which have
    no state, those are drafts that nothing published names.
    """

    authentication_classes = (BearerAuthentication,)
    serializer_class = DraftsSerializer
    needs_token = True

    def valid_parameters(self) -> Collection[str]:
        return ("resource", "state", "cursor")

    @extend_schema(
        operation_id="drafts_list",
        parameters=[
            OpenApiParameter(
                "resource",
                enum=list(RESOURCES),
                required=True,
                description="Items of this resource.",
            ),
            OpenApiParameter(
                "state",
                enum=State.values,
                default=State.DRAFT.value,
                description="Items in this state; “draft” where it is left out.",
            ),
            OpenApiParameter(
                "cursor",
                {"type": "integer", "format": "int64", "minimum": 1, "maximum": LARGEST_ID},
                description="The place where a page begins.",
            ),
        ],
    )
    def get(self, request: Request) -> Response:
        need_scope(request, Scope.READ_DRAFTS)
        asked = request.query_params
        name = self._one_of("resource", asked.get("resource", ""), RESOURCES)
        state = self._one_of("state", asked.get("state", State.DRAFT.value), State.values)
        rows = self._rows(request, RESOURCES[name], state)
        if "cursor" in asked:
            before = read_id(asked["cursor"])
            if before is None:
                raise self._refusal("cursor", "This is no cursor of this list.")
            rows = rows.filter(pk__lt=before)
        found = list(rows.order_by("-pk")[: PAGE + 1])
        return Response(
            {
                "next": self._next(request, found[PAGE - 1].pk) if len(found) > PAGE else None,
                "results": [self._told(request, name, row) for row in found[:PAGE]],
            }
        )

    def _rows(self, request: Request, model: Any, state: str) -> QuerySet[Any]:
        try:
            permit(request.user, "view", model)
        except NotPermitted as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        rows: QuerySet[Any] = model._base_manager.all()
        if model is Article:
            rows = rows.select_related("outlet")
        if issubclass(model, Stateful):
            return rows.filter(state=state)
        if state != State.DRAFT:
            raise self._refusal("state", "These have no state: “draft” gives what is not public.")
        return rows.exclude(pk__in=model.objects.published().values("pk"))

    def _told(self, request: Request, name: str, row: Any) -> dict[str, Any]:
        return {
            "id": row.pk,
            "api_url": reverse(f"api:{name}-detail", args=[row.pk], request=request),
            "title": str(row),
            "state": getattr(row, "state", State.DRAFT.value),
            "updated_at": row.updated_at,
        }

    def _next(self, request: Request, last: int) -> str:
        asked = {**request.query_params.dict(), "cursor": last}
        return request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")

    def _one_of(self, name: str, value: str, valid: Collection[str]) -> str:
        if value not in valid:
            raise self._refusal(name, f"This is one of: {', '.join(valid)}.")
        return value

    def _refusal(self, name: str, sentence: str) -> BadParameters:
        return BadParameters({name: [sentence]}, self.valid_parameters())

    def finalize_response(self, request: Any, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        patch_vary_headers(response, ["Authorization"])
        response.headers["Cache-Control"] = "private, no-store"
        return response
