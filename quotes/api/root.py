"""Where the API begins, its description, and the answer to every address that is none."""

from typing import Any, NoReturn

from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from .parameters import PublicView

RESOURCES = {
    "speakers": "People, organisations and groups that are quoted.",
    "quotes": "Who said what, when, and how each source prints it.",
    "statements": "Joint statements with versions and provisions.",
    "articles": "The publications in which quotes were found.",
    "outlets": "Who published them.",
    "events": "The occasions at which people spoke.",
    "topics": "What quotes and statements are about.",
    "occurrences": "How each source prints a quote, down to the characters.",
    "provisions": "The numbered points of joint statements.",
    "hops": "Where articles and single occurrences have their words from.",
}
_FOR_TOOLS = {
    "captures": "Pages and texts given to be captured; for editors’ tools, with a token.",
    "drafts": "What is in work, of one kind and in one state; for editors’ tools, with a token.",
}
_BESIDES = {
    "changes": "Every public change in order, to be followed by whoever keeps a copy.",
    "schema": "This API described (OpenAPI 3.1).",
}


class RootSerializer(serializers.Serializer):
    """The addresses of all resources."""

    def get_fields(self) -> dict[str, serializers.Field]:
        return {
            name: serializers.URLField(help_text=text)
            for name, text in {**RESOURCES, **_FOR_TOOLS, **_BESIDES}.items()
        }


class RootView(PublicView):
    """Begin here: the addresses of all resources."""

    serializer_class = RootSerializer

    @extend_schema(operation_id="root")
    def get(self, request: Request) -> Response:
        routes = {
            **{name: f"{name}-list" for name in (*RESOURCES, "captures")},
            **{name: name for name in ("drafts", *_BESIDES)},
        }
        return Response(
            {name: reverse(f"api:{route}", request=request) for name, route in routes.items()}
        )


@extend_schema(exclude=True)
class SchemaView(PublicView, SpectacularJSONAPIView):
    """This API, described (OpenAPI 3.1)."""


@extend_schema(exclude=True)
class NothingHereView(PublicView):
    """Every address that is none: 404 as problem details."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> NoReturn:
        self.format_kwarg = None
        raise NotFound("There is nothing at this address. Begin at /api/v1/.")
