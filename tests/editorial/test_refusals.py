"""What the database refuses is said in the editor's own language, and never in its own words."""

import pytest
from django.utils import translation

from quotes.editorial.recording import recorded
from quotes.editorial.refusals import MOST_FINDINGS, Findings, Refused, RefusedInPlaces
from quotes.models import Event, Hop, HopKind, Quote

from ..factories import EventFactory, draft_article, published_quote

pytestmark = pytest.mark.django_db


def said_in_german(change, user) -> list[str]:
    with translation.override("de"), pytest.raises(Refused) as refusal, recorded(user, "Versuch"):
        change()
    return refusal.value.messages


def test_a_circle_of_events_is_refused_in_words(edith):
    outer = EventFactory()
    inner = EventFactory(parent=outer)

    said = said_in_german(lambda: Event.objects.filter(pk=outer.pk).update(parent=inner), edith)

    assert said == ["Ein Ereignis ist nicht Teil seiner selbst."]


def test_an_article_that_comes_from_itself_is_refused_in_words(edith):
    article = draft_article()

    said = said_in_german(
        lambda: Hop.objects.create(
            article=article, source_article=article, kind=HopKind.QUOTES, inferred=True
        ),
        edith,
    )

    assert said == ["Ein Artikel ist nicht seine eigene Quelle."]


def test_a_published_quote_that_no_longer_says_when_is_refused_in_words(edith):
    quote = published_quote()

    said = said_in_german(
        lambda: Quote.objects.filter(pk=quote.pk).update(
            said_on="",
            said_on_earliest=None,
            said_on_latest=None,
            said_on_sort="0001-01-01",
            said_on_basis="",
        ),
        edith,
    )

    assert said == [
        "Ein veröffentlichtes Zitat hat ein Datum oder die Angabe, dass es nicht bekannt ist."
    ]


def test_of_what_is_wrong_each_is_kept_once_and_no_more_than_anybody_reads():
    findings = Findings()
    for number in range(MOST_FINDINGS + 5):
        for _twice in range(2):
            findings.add(("topics", number), "Das ist keines.")

    with pytest.raises(RefusedInPlaces) as refusal:
        findings.raise_if_any()
    others = Findings()
    others.add((), "Das auch nicht.")
    others.take(refusal.value, ())

    numbers = [finding.path[-1] for finding in refusal.value.findings]
    assert numbers == list(range(MOST_FINDINGS))
    assert len(others.found) == MOST_FINDINGS
