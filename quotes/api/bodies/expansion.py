"""``expand=attributions.speaker,event``: which relations are written out, and which there are."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from rest_framework import serializers

from .relations import Part, Parts, Related, RelatedRows

DEEPEST = 3


class UnknownExpansion(ValueError):
    """A path that names no relation, or one that is too deep. Says which there are."""


@lru_cache(maxsize=512)
def read_expansion(text: str, serializer: type[serializers.Serializer]) -> dict[str, Any]:
    """The tree that comma-separated paths make: ``a.b,c`` is ``{"a": {"b": {}}, "c": {}}``.

    Raises UnknownExpansion.
    """
    tree: dict[str, Any] = {}
    for path in text.split(","):
        steps = path.strip().split(".")
        if len(steps) > DEEPEST:
            raise UnknownExpansion(f"“{path}” is too deep: at most {DEEPEST} steps.")
        place, here = tree, serializer
        for number, step in enumerate(steps):
            known = _steps(here)
            if step not in known or (number == len(steps) - 1 and step not in _relations(here)):
                raise UnknownExpansion(
                    f"“{path}” cannot be expanded. These can: {', '.join(expandable(serializer))}."
                )
            place, here = place.setdefault(step, {}), known[step]
    return tree


def written_expansion(tree: dict[str, Any]) -> str:
    """One text for one tree, in whatever order its paths were given."""
    return ",".join(sorted(_leaves(tree)))


def _leaves(tree: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, below in tree.items():
        if below:
            yield from _leaves(below, f"{before}{name}.")
        else:
            yield before + name


def expandable(serializer: type[serializers.Serializer]) -> list[str]:
    """The paths of the relations that need no other one to be expanded."""
    return sorted(_paths(serializer))


@lru_cache
def expansion_pattern(serializer: type[serializers.Serializer]) -> str:
    """A regular expression (ECMA-262) of every text that ``read_expansion`` takes; empty where
    nothing can be expanded."""
    path = _pattern(serializer, DEEPEST)
    return f"^{path}(,{path})*$" if path else ""


def _pattern(serializer: type[serializers.Serializer], steps: int) -> str:
    """Of the paths of at most so many steps that begin here."""
    found = []
    for name, below in _steps(serializer).items():
        rest = _pattern(below, steps - 1) if steps > 1 else ""
        if name in _relations(serializer):
            found.append(f"{name}(\\.{rest})?" if rest else name)
        elif rest:
            found.append(f"{name}\\.{rest}")
    return f"({'|'.join(found)})" if found else ""


def _paths(serializer: type[serializers.Serializer], before: str = "") -> Iterator[str]:
    for name, each in serializer().fields.items():
        if isinstance(each, Related | RelatedRows):
            yield before + name
        elif isinstance(each, Part | Parts):
            yield from _paths(each.serializer_class, f"{before}{name}.")


@lru_cache
def _steps(serializer: type[serializers.Serializer]) -> dict[str, type[serializers.Serializer]]:
    """What a path may go on with here."""
    return {
        name: each.serializer_class
        for name, each in serializer().fields.items()
        if isinstance(each, Related | RelatedRows | Part | Parts)
    }


@lru_cache
def _relations(serializer: type[serializers.Serializer]) -> frozenset[str]:
    return frozenset(
        name
        for name, each in serializer().fields.items()
        if isinstance(each, Related | RelatedRows)
    )
