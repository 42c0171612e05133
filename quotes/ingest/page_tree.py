"""HTML as a tree in which nothing is left that could take for ever, or that nobody reads.

Read event by event: that is linear, where a tree built by libxml2 takes minutes for a tag with a
million attributes and ends, without a word, at the 256th nested element.
"""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from quotes.ingest.unreadable import Unreadable, UnreadableReason
from quotes.text.characters import xml_text
from quotes.text.languages import quotation_marks

MOST_CHARACTERS = 20_000_000  # of HTML
MOST_TEXT = 1_500_000  # characters that are shown
MOST_ELEMENTS = 40_000
# Deeper elements are set beside each other at this depth.
_DEEPEST = 100
_LONGEST_VALUE = 4000
_MOST_JSON = 500_000
_TAG = re.compile(r"[a-z][a-z0-9-]{0,30}")
# With all that is in them.
_UNREAD_TAGS = (
    "script style template noscript iframe object embed applet svg math canvas audio video map"
    " select datalist textarea button noembed noframes frameset plaintext xmp"
)
_UNREAD = frozenset(_UNREAD_TAGS.split())
# By which readers of pages find their way.
_KEPT_ATTRIBUTES = (
    "class id role rel href hreflang type name property content http-equiv itemprop itemtype"
    " itemscope lang xml:lang datetime pubdate style hidden aria-hidden title colspan rowspan"
    " data-testid data-component"
)
_ATTRIBUTES = frozenset(_KEPT_ATTRIBUTES.split())
_JSON_LD = "application/ld+json"


def page_tree(html: str) -> HtmlElement:
    """The tree of a page, with its metadata and its JSON-LD.

    Scripts, styles, frames and controls are left out, as are attributes that say nothing about
    the text. Raises Unreadable (too_large, too_complex, no_text).
    """
    if len(html) > MOST_CHARACTERS:
        raise Unreadable(UnreadableReason.TOO_LARGE, MOST_CHARACTERS)
    building = _Building()
    # libxml2 takes bytes in a named set; what no XML can hold is dropped before.
    parser = etree.HTMLParser(target=building, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(xml_text(html).encode())
        return parser.close()
    except (etree.LxmlError, AssertionError) as error:
        raise Unreadable(UnreadableReason.NO_TEXT) from error


class _Building:
    """The target of a parser (lxml), which calls it for each tag and each piece of text."""

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder(element_factory=HTMLParser().makeelement)
        self._root = self._builder.start("html", {})
        # The tags that are open in the page, and for each whether it is open in the tree.
        self._open: list[tuple[str, bool]] = []
        self._depth = 1
        self._unread = 0
        self._is_json = False
        self._elements = 0
        self._characters = 0
        self._marks = quotation_marks("")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise Unreadable(UnreadableReason.TOO_COMPLEX, MOST_ELEMENTS)
        is_json = tag == "script" and attributes.get("type", "").strip().lower() == _JSON_LD
        is_unread = tag in _UNREAD and not is_json
        is_kept = not (self._unread or is_unread or tag == "html") and self._depth < _DEEPEST
        self._open.append((tag, is_kept))
        if is_unread or self._unread:
            self._unread += 1
        elif is_kept:
            self._depth += 1
            self._is_json = is_json
            self._builder.start(_written(tag), _kept(attributes))
            if tag == "q":
                self._builder.data(self._marks[0])
        elif tag == "html":
            # Begun before its attributes were known.
            for name, value in _kept(attributes).items():
                self._root.set(name, value)
            self._marks = quotation_marks(self._root.get("lang") or "")

    def end(self, tag: str) -> None:
        while self._open:
            opened, is_kept = self._open.pop()
            if self._unread:
                self._unread -= 1
            elif is_kept:
                self._depth -= 1
                self._is_json = False
                if opened == "q":
                    self._builder.data(self._marks[1])
                self._builder.end(_written(opened))
            if opened == tag:
                return

    def data(self, text: str) -> None:
        if self._unread:
            return
        self._characters += len(text)
        if self._characters > (MOST_TEXT + _MOST_JSON if self._is_json else MOST_TEXT):
            raise Unreadable(UnreadableReason.TOO_LARGE, MOST_TEXT)
        self._builder.data(xml_text(text))

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nor are instructions to programs."""

    def close(self) -> Any:
        self.end("")
        self._builder.end("html")
        return self._builder.close()


def _written(tag: str) -> str:
    """<q> becomes plain text in the marks that browsers set around it: a block of its own would
    tear its sentence apart."""
    return tag if tag != "q" and _TAG.fullmatch(tag) else "span"


def _kept(attributes: Mapping[str, str]) -> dict[str, str]:
    return {
        name: xml_text(value)[:_LONGEST_VALUE]
        for name, value in attributes.items()
        if name in _ATTRIBUTES
    }
