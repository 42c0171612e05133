"""The list of joint statements, and the page of one: who issued it, what it says, who quotes it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from quotes.models import (
    JointStatement,
    LinkKind,
    Provision,
    ProvisionText,
    Quote,
    Signatory,
    Speaker,
    StatementLink,
    StatementVersion,
    Topic,
)
from quotes.models.rights import provision_text, version_text_if_allowed

from .addresses import ItemPage
from .cards import names_of_speakers, speakers_of, with_quote_cards, with_statement_cards
from .cite import cite_links
from .citing import citing
from .feeds import feed_links
from .filters import filtered_list
from .filters.offered import TOPIC, YEARS, speaker_field
from .frame import Link
from .keyset import Order, listing
from .oembed import oembed_links
from .visible import Rows, of_shown, public

LAST_ISSUED_FIRST = Order("issued_on_sort")
NEWEST_SAID_FIRST = Order("said_on_sort")
FILTERS = (speaker_field("signatory", _("Signatory")), YEARS, TOPIC)


@require_safe
def statement_list(request: HttpRequest) -> HttpResponse:
    return filtered_list(request, "pages/statements.html", FILTERS, _narrowed, LAST_ISSUED_FIRST)


def _narrowed(asked: dict[str, Any]) -> QuerySet[Any]:
    statements = public(JointStatement)
    if asked["signatory"]:
        statements = statements.issued_by(asked["signatory"])
    if asked["topic"]:
        statements = statements.about(asked["topic"])
    if asked["year"]:
        statements = statements.between_years(*asked["year"])
    return with_statement_cards(statements)


@dataclass(frozen=True)
class Text:
    """A provision's words in one version; empty where that version does not hold it."""

    version: StatementVersion
    words: str


@dataclass(frozen=True)
class Point:
    """A provision, its text in each version, the quotes that state it.

    ``texts`` has every version in the same order for every provision, so that they align.
    """

    provision: Provision
    texts: list[Text]
    quotes: list[Quote]

    @property
    def is_held(self) -> bool:
        return any(text.words for text in self.texts)


class StatementPage(ItemPage):
    model = JointStatement
    template_name = "pages/statement.html"
    ends_with_history = True

    def items(self, rows: Rows) -> QuerySet[Any]:
        versions = (
            rows(StatementVersion)
            .select_related("issuer", "snapshot__article__outlet")
            .defer("snapshot__text")
            .annotate(whole_text=version_text_if_allowed())
            .prefetch_related(names_of_speakers("issuer__names"))
        )
        provisions = rows(Provision).prefetch_related(
            Prefetch("parties", of_shown(Speaker).prefetch_related(names_of_speakers())),
            Prefetch("texts", rows(ProvisionText).annotate(words=provision_text())),
        )
        links = (
            rows(StatementLink)
            .filter(kind=LinkKind.STATES)
            .prefetch_related(Prefetch("quote", with_quote_cards(rows(Quote), rows, outlets=True)))
        )
        return (
            rows(JointStatement)
            .select_related("event")
            .prefetch_related(
                speakers_of("signatories", Signatory, offices=True),
                Prefetch("versions", versions),
                Prefetch("provisions", provisions),
                Prefetch("quote_links", links),
                Prefetch("topics", of_shown(Topic)),
            )
        )

    def context(self, request: HttpRequest, item: JointStatement, rows: Rows) -> dict[str, Any]:
        links = list(item.quote_links.all())
        versions = sorted(item.versions.all(), key=_readers_language_first)
        concerning = rows(Quote).filter(
            statement_links__statement=item, statement_links__kind=LinkKind.CONCERNS
        )
        return {
            "statement": item,
            "citing": citing(request, item),
            "versions": versions,
            "whole_texts": [
                row
                for row in versions
                if row.whole_text  # type: ignore[attr-defined]  # annotated in items()
            ],
            "points": [_point(row, versions, links) for row in item.provisions.all()],
            "stated_elsewhere": _quotes(links, None),
            "concerning": listing(with_quote_cards(concerning, rows), request, NEWEST_SAID_FIRST),
        }

    def links(self, request: HttpRequest, item: JointStatement) -> list[Link]:
        return [
            *feed_links(item.get_absolute_url(), item.title),
            *oembed_links(request, item),
            *cite_links(item),
        ]


def _readers_language_first(version: StatementVersion) -> tuple[bool, bool, int]:
    reader = (get_language() or "en").partition("-")[0]
    return version.language.partition("-")[0] != reader, not version.official, version.pk


def _point(
    provision: Provision, versions: list[StatementVersion], links: list[StatementLink]
) -> Point:
    words = {
        row.version_id: row.words  # type: ignore[attr-defined]  # annotated in items()
        for row in provision.texts.all()
    }
    texts = [Text(row, words.get(row.pk, "")) for row in versions]
    return Point(provision, texts, _quotes(links, provision.pk))


def _quotes(links: list[StatementLink], provision: int | None) -> list[Quote]:
    """The quotes that state this provision; those without one for None."""
    return [link.quote for link in links if link.provision_id == provision]
