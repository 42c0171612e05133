"""The text of a page's article, paragraph by paragraph, without what stands around it."""

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from quotes.ingest.unreadable import Unreadable, UnreadableReason
from quotes.text.normalising import snapshot_text

# trafilatura's names of what stands alone.
_BLOCKS = frozenset(("body", "p", "head", "list", "item", "quote", "table", "row", "code", "div"))


def article_text(tree: HtmlElement, url: str) -> str:
    """The paragraphs, headings and list items of the article, an empty line between them.

    Cells of one row are set apart by tabs, as browsers copy them; nothing else is added.
    Precision first: what may be a teaser or a comment is left out, unless nothing would be left.
    Raises Unreadable (no_text).
    """
    for is_precise in (True, False):
        article = bare_extraction(
            tree,
            url=url or None,
            favor_precision=is_precise,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
        body = getattr(article, "body", None)
        text = "\n\n".join(_Paragraphs(body).found) if body is not None else ""
        if any(character.isalnum() for character in text):
            return snapshot_text(text)
    raise Unreadable(UnreadableReason.NO_TEXT)


class _Paragraphs:
    """Collects the text of an element and all within it."""

    def __init__(self, body: _Element) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._walk(body)
        self._end()

    def _walk(self, element: _Element) -> None:
        is_block = element.tag in _BLOCKS
        if is_block:
            self._end()
        self._pieces.append("\n" if element.tag == "lb" else element.text or "")
        for child in element:
            self._walk(child)
            if child.tag == "cell":
                self._pieces.append("\t")
            self._pieces.append(child.tail or "")
        if is_block:
            self._end()

    def _end(self) -> None:
        lines = "".join(self._pieces).split("\n")
        paragraph = "\n".join(line.strip() for line in lines).strip()
        self._pieces.clear()
        if paragraph:
            self.found.append(paragraph)
