"""The article that a page describes for search engines, in schema.org's words (JSON-LD)."""

import html
import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from quotes.text.characters import xml_text

_ARTICLES = frozenset(("Report", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting"))
_DEEPEST = 6
_LONGEST = 500

# An object of JSON.
Node = dict[str, Any]


def article_node(tree: HtmlElement) -> Node:
    """The first article (any kind of it) among the page's descriptions; empty where none is.

    What is not JSON is passed over.
    """
    nodes = [node for block in _blocks(tree) for node in _nodes(block)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    article = next((node for node in nodes if _is_article(node)), {})
    return {name: _resolved(value, by_id) for name, value in article.items()}


def said(node: Node, name: str) -> str:
    """A text that the node holds under a name, unescaped; "" where it is none."""
    value = node.get(name)
    value = value[0] if isinstance(value, list) and value else value
    return clean(value) if isinstance(value, str) else ""


def names_in(node: Node, name: str) -> list[str]:
    """The names of one or several things or people, each given as a name or as an object."""
    value = node.get(name)
    names = []
    for one in value if isinstance(value, list) else [value]:
        called = one.get("name") if isinstance(one, dict) else one
        for written in called if isinstance(called, list) else [called]:
            if isinstance(written, str) and clean(written):
                names.append(clean(written))
    return names


def clean(text: str) -> str:
    """One line without escapes of HTML, at most 500 characters, each of which a page can hold."""
    return " ".join(xml_text(html.unescape(text)).split())[:_LONGEST]


def _blocks(tree: HtmlElement) -> Iterator[Any]:
    for script in tree.iterfind(".//script"):
        try:
            yield json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    """Objects that stand for themselves: at the top, in a list, in @graph, as the main entity."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity"):
            yield from _nodes(value.get(name), depth + 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and (kind.endswith("Article") or kind in _ARTICLES)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _resolved(value: Any, by_id: dict[str, Node]) -> Any:
    """What a reference points to, where the page describes it elsewhere."""
    if isinstance(value, list):
        return [_resolved(one, by_id) for one in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and "name" not in value:
        return by_id.get(value["@id"], value)
    return value
