"""An article read from an HTML page: its text, and what the page says about it."""

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from quotes.ingest.article_text import article_text
from quotes.ingest.json_ld import article_node, clean
from quotes.ingest.page_metadata import PageMetadata, edtf
from quotes.ingest.page_tree import page_tree
from quotes.ingest.reading import Found, Origin, Reading, first
from quotes.ingest.written_language import declared_tag, language_against, language_of

_GUESSED = {"headline": "title", "byline": "author", "published": "date", "site_name": "sitename"}


def read_html(html: str, url: str = "") -> Reading:
    """Read an article from a page that was found at `url` ("" for a file).

    What the page says for machines counts most, then what it shows, then a guess; the language
    is the text's own where it clearly contradicts the page. Takes some seconds at the most,
    whatever the page is made of. Raises Unreadable.
    """
    tree = page_tree(html)
    page = PageMetadata(tree, article_node(tree), url)
    text = article_text(tree, url)
    found = {
        "headline": page.headline(),
        "byline": page.byline(),
        "published": page.published(),
        "language": _language(text, page.declared_language()),
        "site_name": page.site_name(),
        "canonical_url": page.canonical_url(),
        "amp_url": page.amp_url(),
        "archived_url": page.archived_url(),
    }
    if not all(found[name] for name in _GUESSED):
        for name, guess in _guesses(tree, url).items():
            found[name] = found[name] or guess
    known = {name: one for name, one in found.items() if one and one.value}
    return Reading(
        text=text,
        origins={name: one.origin for name, one in known.items()},
        **{name: one.value for name, one in known.items()},
    )


def _language(text: str, declared: Found | None) -> Found | None:
    tag = declared_tag(declared.value) if declared else ""
    if declared and tag:
        against = language_against(text, tag)
        return Found(against, Origin.TEXT) if against else Found(tag, declared.origin)
    return first(Found(language_of(text), Origin.TEXT))


def _guesses(tree: HtmlElement, url: str) -> dict[str, Found | None]:
    """By trafilatura, from how pages look. For want of a better it calls a site by its host,
    which is no name."""
    guessed = extract_metadata(tree, default_url=url or None, extensive=False)
    values = {name: clean(getattr(guessed, given) or "") for name, given in _GUESSED.items()}
    values["byline"] = values["byline"].replace("; ", ", ")
    values["published"] = edtf(values["published"])
    if values["site_name"] == guessed.hostname:
        values["site_name"] = ""
    return {name: first(Found(value, Origin.GUESS)) for name, value in values.items()}
