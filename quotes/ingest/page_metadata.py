"""What a page says about its article: headline, byline, date, site, addresses."""

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime

from lxml.html import HtmlElement

from quotes.ingest.json_ld import Node, clean, names_in, said
from quotes.ingest.reading import Found, Origin, first
from quotes.text.dates import MalformedDate, parse
from quotes.text.web_addresses import MalformedAddress, canonical, is_same_site, joined
from quotes.text.web_addresses import parse as parse_address

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "date",
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title")
_ISO = re.compile(r"([0-9]{4})(?:-?([0-9]{2})(?:-?([0-9]{2})(?![0-9]))?)?(?=$|[T Z+-])")
_BY = re.compile(r"(von|by|par|de|di|por|text:|autor:|author:)\s+", re.IGNORECASE)
_SEPARATED = re.compile(r"\s+[|–—·»-]\s+|\s*\|\s*")
_ARCHIVE = re.compile(r"/web/[0-9]{1,14}[a-z_]{0,4}/(https?:/.+)")
_SCHEME = re.compile(r"(https?):/+")


class PageMetadata:
    """The metadata of one page: its tree, its article's node (JSON-LD), its address or ""."""

    def __init__(self, tree: HtmlElement, node: Node, url: str) -> None:
        self._tree = tree
        self._node = node
        self._url = url
        self._meta: dict[str, list[str]] = {}
        for element in tree.iterfind(".//meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            content = clean(element.get("content") or "")
            if content:
                self._meta.setdefault(name.strip().lower(), []).append(content)

    def headline(self) -> Found | None:
        """Without the name of the site behind it."""
        found = first(
            Found(said(self._node, "headline"), Origin.JSON_LD),
            self._first_meta(*_TITLES),
            Found(self._shown_headline(), Origin.TEXT),
            Found(self._text_of("title"), Origin.META),
        )
        site = self.site_name()
        if not found or not site:
            return found
        *before, last = _SEPARATED.split(found.value)
        if before and last.casefold() == site.value.casefold():
            end = found.value.rindex(last)
            return Found(re.sub(r"\s*[|–—·»-]\s*$", "", found.value[:end]), found.origin)
        return found

    def byline(self) -> Found | None:
        """The names as one writes them under a headline; addresses of profiles are none."""
        authors = names_in(self._node, "author"), [v for n in _AUTHORS for v in self._all(n)]
        for names, origin in zip(authors, (Origin.JSON_LD, Origin.META), strict=True):
            written = [_BY.sub("", name, count=1) if _BY.match(name) else name for name in names]
            people = [name for name in dict.fromkeys(written) if "://" not in name]
            if people:
                return Found(", ".join(people)[:300], origin)
        return None

    def published(self) -> Found | None:
        """The day as the page gives it, in its own time zone."""
        said_on = Found(edtf(said(self._node, "datePublished")), Origin.JSON_LD)
        named = [Found(edtf(value), Origin.META) for n in _PUBLISHED for value in self._all(n)]
        shown = [
            Found(edtf(element.get("datetime") or ""), Origin.TEXT)
            for element in self._tree.iterfind(".//time")
            if element.get("pubdate") is not None or element.get("itemprop") == "datePublished"
        ]
        return first(said_on, *named, *shown)

    def site_name(self) -> Found | None:
        publisher = names_in(self._node, "publisher")
        return first(
            self._first_meta("og:site_name"),
            Found(publisher[0] if publisher else "", Origin.JSON_LD),
            self._first_meta("application-name"),
        )

    def declared_language(self) -> Found | None:
        """As it is written there; not every page writes a language tag."""
        return first(
            Found(said(self._node, "inLanguage"), Origin.JSON_LD),
            Found(self._tree.get("lang") or self._tree.get("xml:lang") or "", Origin.META),
            self._first_meta("og:locale", "content-language", "dc.language", "language"),
        )

    def canonical_url(self) -> Found | None:
        """The address that the page gives itself, where that can be: of the same site, and not
        the front page unless this is it. Else the one it was asked under."""
        archived = self.archived_url()
        if archived:
            return archived
        own = Found(_canonical(self._url), Origin.ADDRESS)
        given = [*self._links("canonical"), *self._all("og:url")]
        for address in self._own_addresses(given):
            if not self._url or parse_address(address).path != "/" or own.value == address:
                return Found(address, Origin.META)
        return first(own)

    def amp_url(self) -> Found | None:
        address = next(self._own_addresses(self._links("amphtml"), is_kept=True), "")
        return first(Found(address, Origin.META))

    def archived_url(self) -> Found | None:
        """The original of a copy in the Internet Archive, by the copy's address."""
        if not re.match(r"https?://web\.archive\.org/", self._url):
            return None
        found = _ARCHIVE.search(self._url)
        original = _SCHEME.sub(r"\1://", found[1], count=1) if found else ""
        return first(Found(_canonical(original), Origin.ADDRESS))

    def _own_addresses(self, given: list[str], is_kept: bool = False) -> Iterator[str]:
        """Addresses of this site, in canonical form; `is_kept` leaves an AMP form as it is."""
        for reference in filter(None, map(str.strip, given)):
            try:
                address = joined(self._base(), reference)
                if not self._url or is_same_site(address, self._url):
                    yield address if is_kept else canonical(address)
            except MalformedAddress:
                continue

    def _base(self) -> str:
        """What its links are relative to: what the page says, else its address (HTML Standard,
        section 2.4.3)."""
        base = self._tree.find(".//base[@href]")
        try:
            return self._url if base is None else joined(self._url, base.get("href") or "")
        except MalformedAddress:
            return self._url

    def _links(self, relation: str) -> list[str]:
        return [
            element.get("href") or ""
            for element in self._tree.iterfind(".//link")
            if relation in (element.get("rel") or "").lower().split()
        ]

    def _shown_headline(self) -> str:
        """The one headline of the first rank, if there is one."""
        # Of those in each other the innermost: else their text would be read for each anew.
        headlines = [one for one in self._tree.iterfind(".//h1") if one.find(".//h1") is None]
        shown = [clean(one.text_content()) for one in headlines]
        return shown[0] if len(set(shown)) == 1 else ""

    def _text_of(self, tag: str) -> str:
        element = self._tree.find(f".//{tag}")
        return clean(element.text_content()) if element is not None else ""

    def _first_meta(self, *names: str) -> Found | None:
        return first(*(Found(value, Origin.META) for name in names for value in self._all(name)))

    def _all(self, name: str) -> list[str]:
        return self._meta.get(name, [])


def edtf(written: str) -> str:
    """The day of a time stamp (ISO 8601, or as in mails) as EDTF; "" for what is no date."""
    found = _ISO.match(written.strip())
    try:
        if found:
            day = "-".join(part for part in found.groups() if part)
            return parse(day).edtf
        return date.isoformat(parsedate_to_datetime(written)) if written else ""
    except (MalformedDate, ValueError, TypeError, IndexError, OverflowError):
        return ""


def _canonical(url: str) -> str:
    try:
        return canonical(url) if url else ""
    except MalformedAddress:
        return ""
