"""What the database already holds that may be the same utterance as a passage in an editor's hand.

Bounded work, whatever the size of the database: each question is answered by an index and cut
after a few hundred rows; the words themselves are compared here.
"""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet, TextChoices, Value
from django.utils.translation import gettext_lazy as _

from quotes.models import Article, Hop, Occurrence, Quote, Speaker, State
from quotes.models.same_words import words_key
from quotes.text.dates import MalformedDate, parse
from quotes.text.overlap import Overlap, overlap, words

# Reports of one day's words bear the next day's date, and time zones do the rest.
DAYS_AROUND = 3
MOST_ROWS = 200
_STANDING = (State.DRAFT, State.IN_REVIEW, State.PUBLISHED)


class Likeness(TextChoices):
    """Why a quote is shown, the surest reason first."""

    SAME_WORDS = "same_words", _("the same words")
    HELD = "held", _("these words are part of it, or it of them")
    ALIKE = "alike", _("much the same words")
    OTHER_LANGUAGE = "other_language", _("same speaker, same days, in another language")


@dataclass(frozen=True)
class Similar:
    """A quote that may be the same act, why, and how much of the words is shared (0 to 1)."""

    quote: Quote
    likeness: Likeness
    share: float
    wording: str


@dataclass(frozen=True)
class Passage:
    """What is asked about: words, their language, who said them and when, where they stand."""

    wording: str
    language: str
    speakers: Collection[Speaker]
    said_on: str
    article: Article


def similar(passage: Passage, most: int = 9) -> list[Similar]:
    """Quotes that may be the passage's own act, the likeliest first; withdrawn ones are left out.

    The same words are found whoever said them; like words and other languages among the quotes of
    the same speakers around the same days, and of articles from which this one comes, or that
    come from it. The quotes have their attributions and speakers fetched.
    """
    asked = words(passage.wording)
    if not asked:
        return []
    near = set(_of_speakers(passage))
    same = set(_of_same_words(passage.wording))
    chained = set(_of_chain(passage.article))
    printed = Occurrence.objects.filter(
        quote__in=near | same | chained, withdrawn=False, quote__state__in=_STANDING
    )
    best: dict[int, tuple[Likeness, float, str]] = {}
    rows = printed.order_by("quote_id", "id").values_list("quote_id", "wording", "language")
    for quote, wording, language in rows[: 5 * MOST_ROWS]:
        likeness, share = _judge(asked, wording)
        if likeness is None and quote in near and _another(language, passage.language):
            likeness = Likeness.OTHER_LANGUAGE
        if likeness is None:
            continue
        found = (likeness, share, wording)
        if quote not in best or _rank(found) < _rank(best[quote]):
            best[quote] = found
    chosen = sorted(best, key=lambda quote: (_rank(best[quote]), quote))[:most]
    quotes = Quote.objects.prefetch_related("attributions__speaker").in_bulk(chosen)
    return [Similar(quotes[key], *best[key]) for key in chosen]


def _rank(found: tuple[Likeness, float, str]) -> tuple[int, float]:
    return list(Likeness).index(found[0]), -found[1]


def _judge(asked: frozenset[str], wording: str) -> tuple[Likeness | None, float]:
    """How like a printed wording is to the words asked about, and what share they have."""
    held = words(wording)
    found: Overlap = overlap(asked, held)
    if held == asked:
        return Likeness.SAME_WORDS, 1.0
    if found.alike >= 0.6 and found.shared >= 3:
        return Likeness.ALIKE, found.alike
    if found.held >= 0.8 and found.shared >= 3:
        return Likeness.HELD, found.held
    return None, found.alike


def _another(language: str, than: str) -> bool:
    return language.split("-")[0] != than.split("-")[0]


def _of_same_words(wording: str) -> QuerySet:
    found = Occurrence.objects.alias(key=words_key("wording")).filter(key=words_key(Value(wording)))
    return found.values_list("quote", flat=True)[:MOST_ROWS]


def _of_speakers(passage: Passage) -> Iterable[int]:
    """Quotes of the same speakers around the same days: published ones, and those in work."""
    days = _days(passage)
    if not passage.speakers or days is None:
        return []
    theirs = Quote.objects.filter(
        attributions__speaker__in=passage.speakers, said_on_sort__range=days
    )
    published = theirs.filter(state=State.PUBLISHED).order_by("-said_on_sort", "-id")
    in_work = theirs.filter(state__in=[State.DRAFT, State.IN_REVIEW]).order_by("-updated_at")
    return [
        key
        for found in (published, in_work)
        for key in found.values_list("pk", flat=True)[:MOST_ROWS]
    ]


def _days(passage: Passage) -> tuple[datetime.date, datetime.date] | None:
    """The days between which the quote may be dated; None where nothing is known."""
    around = datetime.timedelta(days=DAYS_AROUND)
    try:
        date = parse(passage.said_on or passage.article.published_on)
    except MalformedDate:
        return None
    first, last = date.earliest or date.latest, date.latest or date.earliest
    if first is None or last is None:
        return None
    try:
        return first - around, last + around
    except OverflowError:
        return None


def _of_chain(article: Article) -> QuerySet:
    """Quotes printed in the articles next to this one on the way that the words came."""
    hops = Hop.objects.filter(Q(article=article) | Q(source_article=article))
    ends = hops.values_list("article", "source_article")[:MOST_ROWS]
    articles = {end for pair in ends for end in pair if end is not None} - {article.pk}
    return Occurrence.objects.filter(snapshot__article__in=articles).values_list(
        "quote", flat=True
    )[:MOST_ROWS]
