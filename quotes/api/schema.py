"""How the API describes itself (OpenAPI 3.1), from serializers, filters and help texts."""

from functools import cache
from inspect import getdoc
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_serializer
from rest_framework import serializers

from .bodies.expansion import DEEPEST, expandable, expansion_pattern
from .counting import MOST_COUNTED, CountSerializer
from .licence import LicenceSerializer
from .linked_data import FORMS, JSON
from .paging import DEFAULT_SIZE, LARGEST_SIZE, LONGEST_CURSOR
from .problems import MEDIA_TYPE, ProblemSerializer
from .resource import Resource
from .writing.described import (
    EDITING,
    done,
    is_writing,
    needs_token,
    parameters_of,
    problems_of,
    taken,
)

_AS_EDITORS_SEE_IT = (
    f"With a token for drafts (`drafts:read`) it answers for what is not public, too, and with "
    f"`Accept: {EDITING}` for anything as editors see it."
)


class PublicSchema(AutoSchema):
    """Adds what the resources say of themselves, and the problems an operation may answer with."""

    def get_response_serializers(self) -> Any:
        view: Any = self.view
        if is_writing(view):
            return {**done(view), **_problems(problems_of(view))}
        found: dict[Any, Any] = {(200, JSON): self._answer(), **self._other_forms()}
        problems = [400, 406, 429]
        if needs_token(view):
            problems += [401, 403]
        if self.path.endswith("{id}/"):
            # What is never public is never gone.
            problems += [404, 410] if hasattr(view, "resource") else [404]
        problems += getattr(view, "further_problems", ())
        if hasattr(view, "edited"):
            problems.append(401)
            if view.action == "retrieve":
                found[200, EDITING] = view.edited
                problems.append(403)
        return {**found, **_problems(problems)}

    def get_request_serializer(self) -> Any:
        if is_writing(self.view):
            return taken(self.view)
        return super().get_request_serializer()

    def get_description(self) -> str:  # type: ignore[override]
        """Of reading: what the resource is, which its view says, and not how it is answered."""
        view: Any = self.view
        action = getattr(view, "action", None)
        if action == "list":
            return str(getdoc(type(view)))
        if action != "retrieve" or not hasattr(view, "resource"):
            return str(super().get_description())
        single = f"One item of `/api/v1/{view.resource.name}/`, by its id."
        if not hasattr(view, "edited"):
            return single
        return f"{single}\n\n{_AS_EDITORS_SEE_IT}"

    def get_operation_id(self) -> str:
        found = str(super().get_operation_id())
        return found.removesuffix("_create") if found.endswith("_submit_create") else found

    def get_auth(self) -> list[dict[str, Any]]:
        ways = super().get_auth()
        return [way for way in ways if way] if needs_token(self.view) else ways

    def _other_forms(self) -> dict[tuple[int, str], Any]:
        """The media types in which a single row can be asked for, besides JSON."""
        resource = getattr(self.view, "resource", None)
        if resource is None or self.method != "GET" or getattr(self.view, "action", "") == "list":
            return {}
        return {
            (200, form.media_type): OpenApiTypes.OBJECT for form in FORMS.get(resource.model, ())
        }

    def _answer(self) -> Any:
        resource = getattr(self.view, "resource", None)
        if resource is None or self.method != "GET":
            return super().get_response_serializers()
        if self._is_of_list():
            return page_serializer(resource)
        return item_serializer(resource)

    def get_override_parameters(self) -> list[Any]:
        return parameters_of(self.view)

    def _is_of_list(self) -> bool:
        return getattr(self.view, "action", None) == "list"

    def _get_parameters(self) -> list[dict[str, Any]]:
        parameters = super()._get_parameters()
        resource = getattr(self.view, "resource", None)
        if resource is None or self.method != "GET":
            return parameters
        own = _parameters(resource) if self._is_of_list() else _expand(resource, True)
        return [*parameters, *own]


def _problems(statuses: list[int]) -> dict[Any, Any]:
    return {(status, MEDIA_TYPE): ProblemSerializer for status in sorted(set(statuses))}


@cache
def item_serializer(resource: Resource) -> type[serializers.Serializer]:
    """What a single row carries: the row, and the licence."""
    base = resource.item_serializer or resource.serializer
    name = resource.serializer.__name__.replace("Serializer", "ItemSerializer")
    meta = type("Meta", (base.Meta,), {"fields": (*base.Meta.fields, "licence")})  # type: ignore[attr-defined]
    members = {
        "licence": LicenceSerializer(help_text="The terms of these data."),
        "Meta": meta,
        "__doc__": base.__doc__,
        "__module__": base.__module__,
    }
    return type(name, (base,), members)


@cache
def page_serializer(resource: Resource) -> type[serializers.Serializer]:
    """What a page of a list carries."""
    name = resource.serializer.__name__.replace("Serializer", "PageSerializer")
    members = {
        "next": serializers.URLField(
            allow_null=True, help_text="The next page; null on the last one."
        ),
        "previous": serializers.URLField(
            allow_null=True, help_text="The page before; null on the first one."
        ),
        "licence": LicenceSerializer(help_text="The terms of these data."),
        "count": CountSerializer(required=False, help_text="With `count=true` only."),
        "results": resource.serializer(many=True, help_text="The rows of this page."),
        "__doc__": "A page of a list.",
        "__module__": resource.serializer.__module__,
    }
    made = type(name, (serializers.Serializer,), members)
    return extend_schema_serializer(many=False)(made)


def _parameters(resource: Resource) -> list[dict[str, Any]]:
    orderings = list(resource.orderings)
    return [
        *(
            _parameter(name, each.help_text, dict(each.json_schema))
            for name, each in resource.filters.items()
        ),
        _parameter(
            "cursor",
            "Where a page begins. Taken from “next” or “previous”.",
            {"type": "string", "minLength": 1, "maxLength": LONGEST_CURSOR},
        ),
        _parameter(
            "page_size",
            f"How many rows a page has; {DEFAULT_SIZE} unless told.",
            {"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE, "default": DEFAULT_SIZE},
        ),
        _parameter(
            "ordering",
            "The order of the rows; “-” means descending. Ties go by id.",
            {"type": "string", "enum": orderings, "default": orderings[0]},
        ),
        _parameter(
            "count",
            f"Whether to say how many rows there are on all pages: exactly up to {MOST_COUNTED}, "
            "estimated above.",
            {"type": "string", "enum": ["true", "false"], "default": "false"},
        ),
        *_expand(resource),
    ]


def _expand(resource: Resource, item: bool = False) -> list[dict[str, Any]]:
    """The parameter, where something can be expanded."""
    serializer = (item and resource.item_serializer) or resource.serializer
    paths = expandable(serializer)
    if not paths:
        return []
    text = (
        f"Relations to be written out instead of their ids, separated by commas: "
        f"{', '.join(paths)}. What is written out can be expanded in its turn, at most "
        f"{DEEPEST} steps deep: `a.b.c`."
    )
    form = {"type": "string", "pattern": expansion_pattern(serializer), "examples": paths[:3]}
    return [_parameter("expand", text, form)]


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }
