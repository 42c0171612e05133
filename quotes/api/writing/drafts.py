"""What is in work: the items of one resource in one state, for tools with ``drafts:read``."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from quotes.editorial.editing import permit
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

from .newest_first import CURSOR, NewestFirst
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


class DraftsView(NewestFirst):
    """What is in work: items of one resource in one state, the newest first.

    Needs a token with the scope `drafts:read`. Of speakers, outlets, events and topics, which have
    no state, those are drafts that nothing published names.
    """

    serializer_class = DraftsSerializer

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
            CURSOR,
        ],
    )
    def get(self, request: Request) -> Response:
        need_scope(request, Scope.READ_DRAFTS)
        asked = request.query_params
        name = self.one_of("resource", asked.get("resource", ""), RESOURCES)
        state = self.one_of("state", asked.get("state", State.DRAFT.value), State.values)
        rows, following = self.page_of(request, self._rows(request, RESOURCES[name], state))
        results = [self._told(request, name, row) for row in rows]
        return Response({"next": following, "results": results})

    def _rows(self, request: Request, model: Any, state: str) -> QuerySet[Any]:
        permit(request.user, "view", model)
        rows: QuerySet[Any] = model._base_manager.all()
        if model is Article:
            rows = rows.select_related("outlet")
        if issubclass(model, Stateful):
            return rows.filter(state=state)
        if state != State.DRAFT:
            raise self.refusal("state", "These have no state: “draft” gives what is not public.")
        return rows.exclude(pk__in=model.objects.published().values("pk"))

    def _told(self, request: Request, name: str, row: Any) -> dict[str, Any]:
        return {
            "id": row.pk,
            "api_url": reverse(f"api:{name}-detail", args=[row.pk], request=request),
            "title": str(row),
            "state": getattr(row, "state", State.DRAFT.value),
            "updated_at": row.updated_at,
        }
