"""A quote that was retracted or contradicted says so wherever its words are shown."""

import json

import pytest
from django.test import Client

from quotes.models import Quote, RelationKind
from tests import factories

pytestmark = pytest.mark.django_db

WORDS = "Wir haben das nie gesagt"
MARK = '<span class="label label-solid">Retracted</span>'


@pytest.fixture
def quote() -> Quote:
    """One with everything that a page lists quotes by; the only quote of each."""
    return factories.published_quote(
        WORDS, event=factories.EventFactory(), topics=[factories.TopicFactory()]
    )


def retract(quote: Quote, kind: str = RelationKind.RETRACTS) -> Quote:
    back = factories.published_quote("Ich nehme das zurück", said_on="2025-09-10")
    factories.QuoteRelationFactory(from_quote=back, to_quote=quote, kind=kind)
    return back


def statement_of(quote: Quote, kind: str) -> str:
    link = factories.StatementLinkFactory(
        quote=quote, statement=factories.published_statement(), kind=kind
    )
    return link.statement.get_absolute_url()


def answering(quote: Quote) -> str:
    answer = factories.published_quote("Doch")
    factories.QuoteRelationFactory(from_quote=answer, to_quote=quote, kind=RelationKind.ANSWERS)
    return answer.get_absolute_url()


PAGES = {
    "home": lambda quote: "/",
    "quotes": lambda quote: "/quotes/",
    "speaker": lambda quote: quote.attributions.get().speaker.get_absolute_url(),
    "event": lambda quote: quote.event.get_absolute_url(),
    "topic": lambda quote: quote.topics.get().get_absolute_url(),
    "article": lambda quote: quote.occurrences.get().snapshot.article.get_absolute_url(),
    "its statement": lambda quote: statement_of(quote, "states"),
    "a statement it is about": lambda quote: statement_of(quote, "concerns"),
    "a quote that answers": answering,
}


@pytest.mark.parametrize("page", PAGES)
def test_every_list_marks_the_retracted_quote_and_no_other(client: Client, quote: Quote, page):
    address = PAGES[page](quote)
    assert MARK not in client.get(address).text
    retract(quote)
    text = client.get(address).text
    assert text.count(MARK) == 1
    # On a card above the words; an article's line has it behind their beginning.
    _before, after = text.split(MARK)
    assert (f"{WORDS}“</a> " in _before) if page == "article" else (WORDS in after)


@pytest.mark.parametrize("extension", ["atom", "json"])
def test_the_feeds_say_it_before_the_words(client: Client, quote: Quote, extension: str):
    retract(quote, RelationKind.CONTRADICTS)
    text = client.get(f"{quote.topics.get().get_absolute_url()}feed.{extension}").text
    assert text.count("Contradicted") == 1
    assert text.index("Contradicted") < text.index(f"{WORDS}“", text.index("Contradicted"))
    other = client.get(f"/quotes/feed.{extension}").text
    assert other.count("Contradicted") == 1


def test_the_entry_of_a_feed_changes_when_its_quote_is_retracted(client: Client, quote: Quote):
    def entry() -> dict[str, str]:
        items = json.loads(client.get("/quotes/feed.json").text)["items"]
        return next(item for item in items if item["id"].endswith(f"/{quote.pk}/"))

    before = entry()
    retract(quote)
    assert "<p><strong>Retracted</strong></p>" not in before["content_html"]
    assert "<p><strong>Retracted</strong></p>" in entry()["content_html"]


def test_retractions_come_first_and_each_word_stands_once(client: Client, quote: Quote):
    for kind in (RelationKind.CONTRADICTS, RelationKind.RETRACTS, RelationKind.RETRACTS):
        retract(quote, kind)
    text = client.get(PAGES["topic"](quote)).text
    assert text.count('label-solid">Retracted<') == text.count('label-solid">Contradicted<') == 1
    assert text.index('label-solid">Retracted<') < text.index('label-solid">Contradicted<')
    oembed = client.get("/oembed", {"url": f"http://testserver{quote.get_absolute_url()}"})
    assert oembed.json()["html"].startswith("<p><strong>Retracted, Contradicted</strong></p>")


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_public_retracts_nothing(client: Client, quote: Quote, page: str):
    draft = factories.draft_quote("Ich nehme das zurück")
    withdrawn = factories.withdraw(factories.published_quote())
    for each in (draft, withdrawn):
        factories.QuoteRelationFactory(from_quote=each, to_quote=quote, kind=RelationKind.RETRACTS)
    assert "Retracted" not in client.get(PAGES[page](quote)).text


def test_what_repeats_or_answers_is_said_for_no_mark(client: Client, quote: Quote):
    for kind in (RelationKind.REPEATS, RelationKind.ANSWERS):
        retract(quote, kind)
    assert "label-solid" not in client.get(PAGES["topic"](quote)).text


def test_the_frame_of_others_says_it_once_with_who_did(client: Client, quote: Quote):
    back = retract(quote)
    text = client.get(f"{quote.get_absolute_url()}embed/").text
    assert text.count("Retracted") == 1
    assert back.get_absolute_url() in text
