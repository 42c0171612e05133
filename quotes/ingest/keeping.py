"""What an editor keeps of a capture: an article as he corrected it, its snapshot, its origins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from quotes.editorial import drafting
from quotes.editorial.carrying_over import carry_over, hold
from quotes.editorial.recording import recorded
from quotes.editorial.refusals import Refused
from quotes.editorial.roles import may_change
from quotes.editorial.sources import add_snapshot, return_to, was_replaced
from quotes.extraction.agencies import AGENCIES
from quotes.models import (
    Article,
    Capture,
    CaptureState,
    Credit,
    CreditKind,
    Extent,
    Genre,
    Hop,
    HopKind,
    Outlet,
    OutletKind,
    Snapshot,
)
from quotes.text.web_addresses import MalformedAddress, canonical

from .articles import article_at
from .outlets import new_outlet, outlet_at, outlet_named
from .proposing import propose
from .recapturing import held

# So many credits and origins of one text are proposed at most, of so many characters each.
MOST_ORIGINS = 200
LONGEST_ORIGIN = 500
LONGEST_SOURCE = 2000


@dataclass(frozen=True)
class KeptOrigin:
    """A credit, or an origin of the words, with the words that say so.

    `source` names the outlet meant, or is the address of the source; "" where neither is known.
    """

    text: str
    is_hop: bool
    source: str = ""
    about: str = CreditKind.OTHER


@dataclass(frozen=True)
class Corrections:
    """What an editor says of the text that was read. Either `outlet` or `new_outlet` names who
    published it; `published_on` is EDTF, "" where it is not known."""

    language: str
    outlet: Outlet | None = None
    new_outlet: str = ""
    headline: str = ""
    byline: str = ""
    published_on: str = ""
    genre: str = Genre.REPORT
    url: str = ""
    archive_url: str = ""
    extent: str = Extent.WHOLE
    origins: Sequence[KeptOrigin] = ()


def as_read(capture: Capture) -> Corrections:
    """What was read, uncorrected, with the origins that were found, each wording of a kind once."""
    read = capture.reading
    return Corrections(
        language=read.get("language", ""),
        outlet=Outlet.objects.filter(pk=read.get("outlet_id")).first(),
        new_outlet=read.get("outlet", ""),
        headline=read.get("headline", "")[:500],
        byline=read.get("byline", "")[:300],
        published_on=read.get("published_on", ""),
        genre=read.get("genre", Genre.REPORT),
        url=capture.final_url or capture.url,
        archive_url=read.get("archive_url", ""),
        extent=read.get("extent", Extent.WHOLE),
        origins=_origins(read.get("origins", [])),
    )


def _origins(found: Iterable[dict[str, Any]]) -> list[KeptOrigin]:
    once: dict[tuple[str, str], KeptOrigin] = {}
    for printed in found:
        text = printed["text"][:LONGEST_ORIGIN]
        once.setdefault(
            (printed["kind"], text),
            KeptOrigin(
                text=text,
                is_hop=printed["kind"] == "hop",
                source=printed["agency"] or _whole(printed["url"]) or _whole(printed["outlet"]),
                about=printed["about"] or CreditKind.OTHER,
            ),
        )
    return list(once.values())[:MOST_ORIGINS]


def _whole(source: str) -> str:
    """An address or a name as it is; "" for one that is too long, as half of it names another."""
    return source if len(source) <= LONGEST_SOURCE else ""


def keep(capture: Capture, corrections: Corrections, user: Any) -> Snapshot:
    """Make or find the article, keep the text as its snapshot, propose what it quotes.

    The data of an article that is there already stay as they are; passages that its new text still
    holds keep what was decided on them. Raises Refused where the capture is not one to be kept,
    where a correction breaks a rule, and where the user may not change the article.
    """
    with recorded(user):
        capture = Capture.objects.select_for_update().get(pk=capture.pk)
        if capture.state != CaptureState.READ:
            raise Refused([_("Only a capture that was read and not kept yet can be kept.")])
        article = capture.article or article_at(corrections.url)
        is_known = article is not None
        if article is None:
            article = drafting.keep(_article(corrections, user))
        else:
            hold(article)
            article.refresh_from_db()
            if not may_change(user, article):
                raise Refused([_("This article is public: an editor captures it again.")])
        capture.article = article
        snapshot = held(capture)
        if snapshot is None:
            snapshot = add_snapshot(
                article,
                capture.text,
                user=user,
                extent=corrections.extent,
                method=capture.method,
                reason=_("Captured again.") if is_known else "",
            )
        elif was_replaced(snapshot):
            return_to(
                snapshot, user=user, reason=_("Captured again: the page shows an earlier text.")
            )
            capture.reading["returned"] = True
        for origin in corrections.origins:
            _keep_origin(article, origin)
        capture.snapshot, capture.state = snapshot, CaptureState.KEPT
        capture.finished_at = timezone.now()
        capture.save()
        carry_over(snapshot, user)
        propose(snapshot, user)
    return snapshot


def _article(corrections: Corrections, user: Any) -> Article:
    return Article(
        headline=corrections.headline,
        outlet=_outlet(corrections, user),
        byline=corrections.byline,
        language=corrections.language,
        published_on=corrections.published_on,
        genre=corrections.genre,
        url=_canonical(corrections.url),
        archive_url=corrections.archive_url,
    )


def _outlet(corrections: Corrections, user: Any) -> Outlet:
    if corrections.outlet is not None:
        return corrections.outlet
    if not corrections.new_outlet.strip():
        raise Refused([_("Name the outlet.")], rule="outlet")
    known = outlet_named(corrections.new_outlet)
    if known is not None:
        return known
    if not user.has_perm("quotes.add_outlet"):
        raise Refused([_("You may not add outlets: choose one that is there.")])
    return drafting.keep(new_outlet(corrections.new_outlet, corrections.url))


def _canonical(url: str) -> str | None:
    if not url.strip():
        return None
    try:
        return canonical(url)
    except MalformedAddress as error:
        raise Refused([_("“%(url)s” is not a web address.") % {"url": url[:80]}]) from error


def _keep_origin(article: Article, origin: KeptOrigin) -> None:
    """Add a credit or an origin, unless the article has it already in these words."""
    if origin.is_hop:
        if article.hops.filter(evidence=origin.text[:LONGEST_ORIGIN]).exists():
            return
        source = article_at(origin.source) if "://" in origin.source else None
        drafting.keep(
            Hop(
                article=article,
                source_article=source if source != article else None,
                source_outlet=None if source else _source_outlet(origin.source),
                kind=HopKind.QUOTES,
                evidence=origin.text[:LONGEST_ORIGIN],
                position=article.hops.count() + 1,
            )
        )
    elif not article.credits.filter(text=origin.text[:300]).exists():
        drafting.keep(
            Credit(
                article=article,
                kind=origin.about,
                text=origin.text[:300],
                outlet=_source_outlet(origin.source),
                position=article.credits.count() + 1,
            )
        )


def _source_outlet(source: str) -> Outlet | None:
    """The outlet that a credit or an origin names; an agency that is not there yet is added."""
    if "://" in source:
        return outlet_at(source)
    found = outlet_named(source)
    if found is None and source in AGENCIES:
        found = drafting.keep(new_outlet(source, kind=OutletKind.AGENCY))
    return found
