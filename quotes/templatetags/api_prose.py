"""How the API's documentation shows the texts of the schema."""

import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from quotes.api.documentation.described import homes
from quotes.api.documentation.types import Type

register = template.Library()

_CODE = re.compile(r"(`+)(.+?)\1")


@register.filter
def inline_prose(text: Any) -> SafeString:
    """One line of text, in which `…` becomes code."""
    return mark_safe(_CODE.sub(r"<code>\2</code>", escape(text)))


@register.filter
def prose(text: Any) -> SafeString:
    """Paragraphs, parted by empty lines, and lists, whose lines begin with “- ”; within them `…`
    becomes code."""
    parts = [part for part in re.split(r"\n\s*\n", str(text)) if part.strip()]
    return mark_safe("".join(_list(part) or f"<p>{inline_prose(part)}</p>" for part in parts))


def _list(part: str) -> str:
    """HTML of a list; empty where a line is no item of one."""
    lines = part.splitlines()
    if not all(line.startswith("- ") for line in lines):
        return ""
    items = (f"<li>{inline_prose(line.removeprefix('- '))}</li>" for line in lines)
    return f"<ul>{''.join(items)}</ul>"


@register.filter
def json_word(value: Any) -> str:
    """A value as JSON writes it, a string without its quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


@register.simple_tag(takes_context=True)
def type_in_words(context: template.Context, kind: Type) -> SafeString:
    """A type, each object in it linked to where its fields are told: on this page, or its own."""
    resource = context["resource"]
    parts = []
    for word, component in kind.words:
        home = homes().get(component) if component else None
        page = reverse("api:reference", args=[home]) if home and home != resource.slug else ""
        link = f'<a href="{page}#object-{component}">{word}</a>'
        parts.append(link if component else word)
    return mark_safe("".join(parts) + "".join(f", {limit}" for limit in kind.limits))
