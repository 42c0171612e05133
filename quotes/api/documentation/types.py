"""JSON Schema's types in words: “list of Attribution”, “date or null”, “one of: a, b”."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_FORMATS = {
    "date": "date",
    "date-time": "date and time",
    "uri": "address",
    "uuid": "UUID",
}
_LIMITS = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "minLength": "{} characters or more",
    "maxLength": "at most {} characters",
    "maxItems": "at most {} of them",
}
# What a whole number can be at most in PostgreSQL is no news for a reader.
_LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Type:
    """``words`` in turn, each with the component it names, if any; what a value may be."""

    words: tuple[tuple[str, str | None], ...]
    values: tuple[Any, ...] = ()
    limits: tuple[str, ...] = ()
    default: Any = None
    examples: tuple[Any, ...] = ()

    @property
    def components(self) -> tuple[str, ...]:
        return tuple(component for _word, component in self.words if component)


def component_of(schema: dict[str, Any]) -> str | None:
    """The name of the component that a schema points to."""
    reference = schema.get("$ref", "")
    return reference.rpartition("/")[2] or None


def type_of(schema: dict[str, Any], components: dict[str, Any]) -> Type:
    return Type(
        words=tuple(_words(schema, components)),
        values=tuple(_values(schema, components)),
        limits=tuple(_limits(schema)),
        default=schema.get("default"),
        examples=tuple(schema.get("examples", ())),
    )


def _words(schema: dict[str, Any], components: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    if name := component_of(schema):
        target = components[name]
        if "enum" in target:
            yield from _words(target, components)
        elif target.get("type") == "object" or "properties" in target:
            yield name, name
        else:
            yield from _words(target, components)
        return
    for union in ("oneOf", "anyOf", "allOf"):
        if choices := schema.get(union):
            yield from _joined(choices, components)
            return
    kinds = schema.get("type", "any")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    for number, kind in enumerate(kinds):
        if number:
            yield " or ", None
        if kind == "array":
            yield "list of ", None
            yield from _words(schema.get("items", {}), components)
        else:
            yield _word(kind, schema), None


def _joined(
    choices: list[dict[str, Any]], components: dict[str, Any]
) -> Iterator[tuple[str, str | None]]:
    for number, choice in enumerate(choices):
        if number:
            yield " or ", None
        yield from _words(choice, components)


def _word(kind: str, schema: dict[str, Any]) -> str:
    if kind == "string":
        return _FORMATS.get(schema.get("format", ""), "text")
    return {
        "integer": "whole number",
        "number": "number",
        "boolean": "true or false",
        "null": "null",
        "object": "object",
    }.get(kind, "any value")


def _values(schema: dict[str, Any], components: dict[str, Any]) -> Iterator[Any]:
    if name := component_of(schema):
        yield from components[name].get("enum", ())
    yield from schema.get("enum", ())
    for union in ("oneOf", "anyOf", "allOf"):
        for choice in schema.get(union, ()):
            yield from _values(choice, components)
    if isinstance(schema.get("items"), dict):
        yield from _values(schema["items"], components)


def _limits(schema: dict[str, Any]) -> Iterator[str]:
    for name, words in _LIMITS.items():
        limit = schema.get(name)
        if limit is not None and limit != _LARGEST_ID and (name, limit) != ("minLength", 1):
            yield words.format(limit)
