"""No page asks the database more often when it has more to show."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.models import Event, Quote, Speaker, Topic
from tests import factories

pytestmark = pytest.mark.django_db

BUDGETS = json.loads((Path(__file__).parents[1] / "query_budgets.json").read_text())


class Site:
    """A speaker, an event, a topic, a statement and an article, with ever more in them."""

    def __init__(self) -> None:
        self.speaker = factories.SpeakerFactory()
        self.event = factories.EventFactory(participants=[self.speaker])
        self.topic = factories.TopicFactory()
        self.statement = factories.published_statement(
            signatories=[self.speaker], event=self.event, topics=[self.topic]
        )
        self.article = factories.published_article()
        self.quote: Quote = factories.published_quote(
            article=self.article, speaker=self.speaker, event=self.event, topics=[self.topic]
        )
        self.grow(1)

    def grow(self, times: int) -> None:
        for _ in range(times):
            self._grow_around_the_quote()
            self._grow_around_the_others()

    def _grow_around_the_quote(self) -> None:
        ministry = factories.SpeakerFactory(kind="organisation", name="Ministry of Defense")
        factories.SpeakerNameFactory(speaker=ministry)
        other = factories.SpeakerFactory(name="Ahn Gyu-back")
        factories.SpeakerNameFactory(speaker=other)
        tenure = factories.TenureFactory(
            speaker=other, organisation=ministry, source=factories.published_article()
        )
        factories.AttributionFactory(quote=self.quote, speaker=other, tenure=tenure)
        source = factories.published_article(language="en", text=factories.NAKATANI_EN)
        occurrence = factories.anchored_occurrence(self.quote, source, factories.NAKATANI_EN)
        # A longer way with every round.
        factories.HopFactory(article=source, source_article=self.article)
        factories.HopFactory(article=self.article, source_article=factories.published_article())
        factories.HopFactory(
            article=None, occurrence=occurrence, source_article=factories.published_article()
        )
        factories.QuoteRelationFactory(from_quote=self.quote, to_quote=factories.published_quote())
        factories.QuoteRelationFactory(from_quote=factories.published_quote(), to_quote=self.quote)
        topic = factories.TopicFactory()
        self.quote.topics.add(topic)
        self.statement.topics.add(topic)
        self.event.participants.add(other)
        factories.EventFactory(parent=self.event).quotes.set([])

    def _grow_around_the_others(self) -> None:
        signatory = factories.SpeakerFactory(name="Shinjiro Koizumi")
        factories.SignatoryFactory(
            statement=self.statement,
            speaker=signatory,
            tenure=factories.TenureFactory(speaker=signatory),
        )
        ministry = factories.SpeakerFactory(kind="organisation", name="Ministry of Defense")
        factories.TenureFactory(speaker=self.speaker, organisation=ministry)
        factories.SpeakerNameFactory(speaker=self.speaker, text=f"中谷元{ministry.pk}")
        version = factories.StatementVersionFactory(
            statement=self.statement, snapshot__article=factories.published_article()
        )
        provision = factories.ProvisionFactory(statement=self.statement, parties=[self.speaker])
        factories.ProvisionTextFactory(version=version, provision=provision)
        for link in ({"provision": provision}, {}, {"kind": "concerns"}):
            quote = factories.published_quote(
                article=self.article,
                speaker=self.speaker,
                event=factories.EventFactory(parent=self.event),
                topics=[self.topic],
            )
            factories.StatementLinkFactory(quote=quote, statement=self.statement, **link)
        for year in (2024, 2025):
            factories.published_quote(
                article=self.article, speaker=self.speaker, event=self.event, said_on=str(year)
            )
        factories.published_statement(
            signatories=[self.speaker], event=self.event, topics=[self.topic]
        )
        factories.StatementLinkFactory(quote=self.quote, statement=factories.published_statement())
        factories.CreditFactory(article=self.article, outlet=factories.OutletFactory())


PAGES: dict[str, Callable[[Site], str]] = {
    "home": lambda site: "/",
    "speakers": lambda site: "/speakers/",
    "speaker": lambda site: Speaker.get_absolute_url(site.speaker),
    "quotes": lambda site: "/quotes/",
    "quote": lambda site: Quote.objects.get(pk=site.quote.pk).get_absolute_url(),
    "quote-embed": lambda site: f"{PAGES['quote'](site)}embed/",
    "statements": lambda site: "/statements/",
    "statement": lambda site: site.statement.get_absolute_url(),
    "statement-embed": lambda site: f"{PAGES['statement'](site)}embed/",
    "articles": lambda site: "/articles/",
    "article": lambda site: site.article.get_absolute_url(),
    "events": lambda site: "/events/",
    "event": lambda site: Event.get_absolute_url(site.event),
    "outlets": lambda site: "/outlets/",
    "outlet": lambda site: site.article.outlet.get_absolute_url(),
    "quotes.narrowed": lambda site: (
        f"/quotes/?speaker={site.speaker.pk}&year=2025&language=de&type=direct"
        f"&outlet={site.article.outlet_id}&topic={site.topic.pk}"
    ),
    "topics": lambda site: "/topics/",
    "topic": lambda site: Topic.get_absolute_url(site.topic),
}


def queries(client: Client, address: str) -> list[str]:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address)
    assert response.status_code == 200
    return [query["sql"] for query in captured]


@pytest.fixture
def site() -> Site:
    return Site()


def test_every_page_stays_within_its_budget_at_two_sizes(client: Client, site: Site):
    small = {name: len(queries(client, address(site))) for name, address in PAGES.items()}
    site.grow(3)
    large = {name: len(queries(client, address(site))) for name, address in PAGES.items()}
    assert large == small
    assert large == {name: BUDGETS.get(f"pages.{name}") for name in PAGES}


def test_no_page_counts_a_whole_table_or_skips_rows(client: Client, site: Site):
    bounded = re.compile(r"\(SELECT COUNT\(\*\) FROM \(.*? LIMIT \d+\) counted\)")
    for address in PAGES.values():
        for sql in queries(client, address(site)):
            # The years of one speaker are counted among his own quotes.
            counts = "COUNT(" in bounded.sub("", sql)
            assert not counts or '"speaker_id" = ' in sql
            assert not re.search("OFFSET [1-9]", sql)
