"""What the OpenAPI schema says, in the order in which people read it.

The schema is made once per process. Everything here is drawn from it: what it does not say, the
documentation does not say either.
"""

from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from .types import Type, component_of, type_of

PREFIX = "/api/v1/"
METHODS = ("get", "post", "put", "patch", "delete")
# What belongs to no resource of its own.
GENERAL = "general"


@dataclass(frozen=True)
class Field:
    name: str
    type: Type
    text: str
    required: bool = False


@dataclass(frozen=True)
class Object:
    """A component of the schema: an object and its fields."""

    name: str
    text: str
    fields: tuple[Field, ...]

    @property
    def anchor(self) -> str:
        return f"object-{self.name}"


@dataclass(frozen=True)
class Answer:
    """A status that an endpoint answers with, and in which formats."""

    status: int
    text: str
    types: tuple[tuple[str, Type], ...]

    @property
    def phrase(self) -> str:
        return HTTPStatus(self.status).phrase


@dataclass(frozen=True)
class Endpoint:
    id: str
    method: str
    path: str
    text: str
    parameters: tuple[Field, ...]
    body: Type | None
    answers: tuple[Answer, ...]
    needs_token: bool


@dataclass(frozen=True)
class Resource:
    """The endpoints below one address, and the objects that they give and take."""

    slug: str
    text: str
    endpoints: tuple[Endpoint, ...]
    objects: tuple[Object, ...]

    @property
    def summary(self) -> str:
        """The first sentence."""
        return self.text.split("\n\n")[0]


@cache
def schema() -> dict[str, Any]:
    """The OpenAPI description of the whole API."""
    return SchemaGenerator().get_schema(request=None, public=True)


@cache
def resources() -> tuple[Resource, ...]:
    """Every resource, in the order of the schema's paths, what is general first."""
    operations: dict[str, list[Endpoint]] = {}
    for path, item in schema()["paths"].items():
        for method in METHODS:
            if method in item:
                endpoint = _endpoint(method, path, item[method])
                operations.setdefault(_slug(path), []).append(endpoint)
    names = sorted(operations, key=lambda slug: slug != GENERAL)
    return tuple(_resource(slug, tuple(operations[slug])) for slug in names)


@cache
def endpoints() -> tuple[Endpoint, ...]:
    return tuple(endpoint for resource in resources() for endpoint in resource.endpoints)


@cache
def homes() -> dict[str, str]:
    """Components that are a resource themselves: their name → the resource's slug."""
    found = {}
    for path, item in schema()["paths"].items():
        if path.endswith("{id}/") and "get" in item:
            of_list = schema()["paths"][path.removesuffix("{id}/")]["get"]
            page = _components()[component_of(_answered(of_list)) or ""]
            for shape in (_answered(item["get"]), page["properties"]["results"]["items"]):
                if name := component_of(shape):
                    found[name] = _slug(path)
    return found


def _answered(operation: dict[str, Any]) -> dict[str, Any]:
    return operation["responses"]["200"]["content"]["application/json"]["schema"]


def _slug(path: str) -> str:
    first = path.removeprefix(PREFIX).strip("/").split("/")[0]
    name = first.split(".")[0]
    return name if name and f"{PREFIX}{name}/" in schema()["paths"] else GENERAL


def _resource(slug: str, found: tuple[Endpoint, ...]) -> Resource:
    """Its objects are all that its endpoints name, without those at home elsewhere."""
    objects: dict[str, Object] = {}
    waiting = [name for endpoint in found for name in _named_by(endpoint)]
    while waiting:
        name = waiting.pop(0)
        if name in objects or homes().get(name, slug) != slug:
            continue
        objects[name] = _object(name)
        waiting += [each for field in objects[name].fields for each in field.type.components]
    return Resource(slug, found[0].text, found, tuple(objects.values()))


def _named_by(endpoint: Endpoint) -> list[str]:
    types = [each for answer in endpoint.answers for _media, each in answer.types]
    return [name for each in (endpoint.body, *types) if each for name in each.components]


def _object(name: str) -> Object:
    component = schema()["components"]["schemas"][name]
    required = component.get("required", ())
    fields = tuple(
        Field(
            field,
            type_of(content, _components()),
            content.get("description", ""),
            field in required,
        )
        for field, content in component.get("properties", {}).items()
    )
    return Object(name, component.get("description", ""), fields)


def _components() -> dict[str, Any]:
    return schema()["components"]["schemas"]


def _endpoint(method: str, path: str, operation: dict[str, Any]) -> Endpoint:
    return Endpoint(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        text=operation.get("description") or operation.get("summary", ""),
        parameters=tuple(
            Field(
                each["name"],
                type_of(each["schema"], _components()),
                each.get("description", ""),
                each.get("required", False),
            )
            for each in operation.get("parameters", ())
        ),
        body=_body(operation),
        answers=tuple(
            Answer(
                int(status),
                answer.get("description", ""),
                tuple(
                    (media, type_of(content.get("schema", {}), _components()))
                    for media, content in answer.get("content", {}).items()
                ),
            )
            for status, answer in sorted(operation["responses"].items())
        ),
        needs_token=bool(operation.get("security")) and {} not in operation["security"],
    )


def _body(operation: dict[str, Any]) -> Type | None:
    content = operation.get("requestBody", {}).get("content", {})
    for media in content.values():
        return type_of(media["schema"], _components())
    return None
