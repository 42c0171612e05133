"""What a citation says, before it is written in one of the forms."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import Truncator

from quotes.interchange.site import Site
from quotes.interchange.source_links import web_address
from quotes.models import (
    Article,
    JointStatement,
    Occurrence,
    Quote,
    Speaker,
    SpeakerKind,
    SpeechType,
    StatementKind,
    WordingOrigin,
)
from quotes.text.characters import xml_text

# Code points of a wording that serve as the title of a quote.
TITLE_LENGTH = 160
_GENRES = {
    StatementKind.JOINT_STATEMENT: ("joint statement", "gemeinsame Erklärung"),
    StatementKind.PRESS_RELEASE: ("joint press release", "gemeinsame Presseerklärung"),
    StatementKind.COMMUNIQUE: ("communiqué", "Kommuniqué"),
    StatementKind.DECLARATION: ("declaration", "Erklärung"),
}


@dataclass(frozen=True)
class Name:
    """``family`` is empty for whoever has one name only: organisations, descriptions."""

    whole: str
    family: str = ""
    given: str = ""

    @property
    def family_first(self) -> bool:
        """Whether the family name leads anyway: "Ahn Gyu-back" is never turned around."""
        return bool(self.family) and self.whole.startswith(self.family)


@dataclass(frozen=True)
class Source:
    """Where the words are printed."""

    outlet: str
    headline: str
    published_on: str
    url: str


@dataclass(frozen=True)
class Reference:
    """``language`` is that of the citation's own words, ``text_language`` that of the title.

    ``exact``: the title is exact words, or a title; otherwise a paraphrase. Dates are EDTF.
    """

    key: str
    authors: list[Name]
    title: str
    exact: bool
    translated: bool
    genre: str
    dated: str
    text_language: str
    source: Source | None
    site: str
    url: str
    accessed: datetime.date
    language: str


def reference_to(
    item: Quote | JointStatement, site: Site, language: str, accessed: datetime.date
) -> Reference:
    """The reference to a public quote or statement; ``language`` is "de" or "en"."""
    if isinstance(item, Quote):
        return _to_quote(item, site, language, accessed)
    return _to_statement(item, site, language, accessed)


def _to_quote(quote: Quote, site: Site, language: str, accessed: datetime.date) -> Reference:
    preferred = next((row for row in quote.occurrences.all() if row.preferred), None)
    return Reference(
        key=f"wortlaut-quote-{quote.pk}",
        authors=[
            name_of(row.speaker) if row.speaker else Name(_line(row.description))
            for row in quote.attributions.all()
        ],
        title=Truncator(_line(quote.wording)).chars(TITLE_LENGTH),
        exact=preferred is not None
        and preferred.speech_type in (SpeechType.DIRECT, SpeechType.FRAGMENT),
        translated=preferred is not None and _is_translated(preferred),
        genre="",
        dated=quote.said_on,
        text_language=quote.language,
        source=_source(preferred.snapshot.article) if preferred else None,
        site=site.name,
        url=site.identity(quote),
        accessed=accessed,
        language=language,
    )


def _to_statement(
    statement: JointStatement, site: Site, language: str, accessed: datetime.date
) -> Reference:
    versions = sorted(statement.versions.all(), key=lambda row: (not row.official, row.pk))
    german = language == "de"
    first, second = statement.title_de, statement.title_en
    title = (first or second) if german else (second or first)
    return Reference(
        key=f"wortlaut-statement-{statement.pk}",
        authors=_each_once(name_of(row.speaker) for row in statement.signatories.all()),
        title=_line(title),
        exact=True,
        translated=False,
        genre=_GENRES[StatementKind(statement.kind)][german],
        dated=statement.issued_on,
        text_language="de" if title == first else "en",
        source=_source(versions[0].snapshot.article) if versions else None,
        site=site.name,
        url=site.identity(statement),
        accessed=accessed,
        language=language,
    )


def name_of(speaker: Speaker) -> Name:
    """A person's name in its parts where the family name is known and part of it."""
    whole, family = _line(speaker.name), _line(speaker.family_name)
    if speaker.kind != SpeakerKind.PERSON or not family or family not in whole:
        return Name(whole)
    given = _line(whole.replace(family, " ", 1))
    return Name(whole, family, given) if given else Name(whole)


def _source(article: Article) -> Source:
    return Source(
        outlet=_line(article.outlet.name),
        headline=_line(article.headline),
        published_on=article.published_on,
        url=web_address(article.url),
    )


def _is_translated(row: Occurrence) -> bool:
    return row.wording_origin not in (WordingOrigin.ORIGINAL, WordingOrigin.UNKNOWN)


def _each_once(names: Iterable[Name]) -> list[Name]:
    return list(dict.fromkeys(names))


def _line(text: str) -> str:
    """In one line, and without what no file format can carry."""
    return " ".join(xml_text(text).split())
