"""Lists are narrowed by a plain form; what was chosen stands in words and in the address."""

from html.parser import HTMLParser

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quotes.models import Quote, Speaker, SpeechType
from quotes.models.selection import MOST_COUNTED
from quotes.pages.filters.fields import FEW, YearsField
from quotes.templatetags.counting import quotes_in_words
from tests import factories

pytestmark = pytest.mark.django_db


class Fields(HTMLParser):
    """What a browser would send with the form as it stands."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input":
            self.sent[given["name"] or ""] = given.get("value") or ""
        elif tag == "select":
            self._select = given["name"] or ""
            self.sent[self._select] = ""
        elif tag == "option" and "selected" in given:
            self.sent[self._select] = given["value"] or ""


@pytest.fixture
def nakatani() -> Speaker:
    speaker = factories.SpeakerFactory()
    factories.SpeakerNameFactory(speaker=speaker)
    return speaker


@pytest.fixture
def quote(nakatani: Speaker) -> Quote:
    """Nakatani in Japanese and, paraphrased, in German."""
    topic = factories.TopicFactory()
    article = factories.published_article(
        language="ja", text=factories.NAKATANI_JA, outlet=factories.OutletFactory(name="時事通信")
    )
    quote = factories.published_quote(
        factories.NAKATANI_JA, speaker=nakatani, article=article, language="ja", topics=[topic]
    )
    factories.anchored_occurrence(
        quote,
        factories.published_article(outlet=factories.OutletFactory(name="vietnam.vn")),
        speech_type=SpeechType.INDIRECT,
    )
    factories.published_quote(
        factories.AHN_KO,
        language="ko",
        said_on="2024",
        speaker=factories.SpeakerFactory(name="Ahn"),
    )
    return quote


def shown(client: Client, address: str) -> list[Quote]:
    response = client.get(address)
    assert response.status_code == 200, response
    return response.context["page"].rows


def test_each_filter_leaves_what_meets_it(client: Client, quote: Quote, nakatani: Speaker):
    outlet = quote.occurrences.get(language="ja").snapshot.article.outlet
    for asked in (
        f"speaker={nakatani.pk}",
        "language=ja",
        "year=2025",
        "year=2025-",
        "type=indirect",
        f"outlet={outlet.pk}",
        f"topic={quote.topics.get().pk}",
        f"speaker={nakatani.pk}&year=2025&language=de&type=indirect",
        f"language=ja&type=direct&outlet={outlet.pk}",
    ):
        assert shown(client, f"/quotes/?{asked}") == [quote], asked
    for asked in ("language=vi", "language=ja&type=indirect", "year=-2023", "type=fragment"):
        assert shown(client, f"/quotes/?{asked}") == [], asked
    assert len(shown(client, "/quotes/?year=2024-2025")) == 2


def test_what_was_chosen_stands_in_words_and_can_be_left_out(
    client: Client, quote: Quote, nakatani: Speaker
):
    address = f"/quotes/?speaker={nakatani.pk}&year=2025&language=ja"
    text = client.get(f"{address}&lang=en").text
    assert "<title>Quotes: Gen Nakatani · 2025 · in Japanese | Wortlaut</title>" in text
    assert 'href="/quotes/?year=2025&amp;language=ja&amp;lang=en"' in text
    assert f'href="/quotes/?speaker={nakatani.pk}&amp;year=2025&amp;lang=en"' in text
    assert 'href="/quotes/?lang=en"' in text


def test_the_form_sends_again_what_was_chosen(client: Client, quote: Quote, nakatani: Speaker):
    asked = {"speaker": str(nakatani.pk), "year": "2025", "language": "ja"}
    response = client.get("/quotes/", asked)
    sent = Fields(response.text).sent
    assert {name: value for name, value in sent.items() if value} == asked
    # With its empty boxes, as browsers send them, it leads to the same tidy address.
    tidy = client.get("/quotes/", sent)
    assert tidy.status_code == 302
    assert tidy["Location"] == f"/quotes/?speaker={nakatani.pk}&year=2025&language=ja"


def test_cards_show_the_words_in_the_language_that_was_asked_for(client: Client, quote: Quote):
    assert factories.NAKATANI_DE in client.get("/quotes/?lang=de").text
    japanese = client.get("/quotes/?language=ja&lang=de").text
    assert factories.NAKATANI_JA in japanese
    assert factories.NAKATANI_DE not in japanese


class TestNamesAsTyped:
    @pytest.mark.parametrize("typed", ["中谷", "NAKATANI", "gen nakatani", " Nakatani, Gen "])
    def test_one_of_that_name_is_chosen(self, client, quote, nakatani, typed: str):
        response = client.get("/quotes/", {"speaker": typed, "year": "2025"})
        assert response["Location"] == f"/quotes/?speaker={nakatani.pk}&year=2025"

    def test_several_are_offered_and_what_else_was_chosen_stays(self, client, quote, nakatani):
        other = factories.SpeakerFactory(name="Gen Nakatani")
        factories.published_quote("Ein anderer", speaker=other)
        response = client.get("/quotes/", {"speaker": "nakatani", "year": "2025", "lang": "en"})
        assert response.status_code == 200
        for speaker in (nakatani, other):
            link = f'href="/quotes/?speaker={speaker.pk}&amp;year=2025&amp;lang=en"'
            assert link in response.text
        assert 'value="nakatani"' in response.text
        assert "Ein anderer" not in response.text

    def test_the_whole_name_goes_before_longer_ones(self, client, quote):
        factories.published_quote(
            "Etwas", article=factories.published_article(
                text="Etwas", outlet=factories.OutletFactory(name="vietnam.vn/en")
            )
        )  # fmt: skip
        outlet = quote.occurrences.get(language="de").snapshot.article.outlet
        response = client.get("/quotes/", {"outlet": "Vietnam.vn"})
        assert response["Location"] == f"/quotes/?outlet={outlet.pk}"

    def test_nobody_of_that_name(self, client, quote):
        response = client.get("/quotes/", {"speaker": "Nakatami", "lang": "en"})
        assert response.status_code == 200
        assert "Nobody of this name has public words here." in response.text
        assert 'value="Nakatami"' in response.text

    def test_who_is_not_public_is_nobody(self, client, quote):
        # A number that stands nowhere else on the page.
        speaker = factories.SpeakerFactory(pk=888888, name="Geheim")
        factories.draft_quote(speaker=speaker)
        by_name = client.get("/quotes/", {"speaker": "Geheim"})
        no_name = client.get("/quotes/", {"speaker": "Niemand"})
        by_number = client.get("/quotes/", {"speaker": speaker.pk, "lang": "en"})
        never = client.get("/quotes/", {"speaker": "999999", "lang": "en"})
        assert by_name.text.replace("Geheim", "Niemand") == no_name.text
        assert by_number.status_code == never.status_code == 400
        assert by_number.text.replace(str(speaker.pk), "n") == never.text.replace("999999", "n")


@pytest.mark.parametrize(
    "asked",
    [
        "year=abc",
        "year=0",
        "year=-",
        "year=2025-2020",
        "year=2020 2025",
        "year=20255",
        "year=²",
        "language=xx!",
        "language=%00",
        "type=direct' OR 1=1",
        "type=%F0%9F%98%80",
        "outlet=0",
        "outlet=999999999999999999",
        "speaker=99999999999999999999999",
        "speaker=" + "a" * 201,
        "topic=%00",
    ],
)
def test_what_cannot_be_read_stays_with_a_message_and_no_list(
    client: Client, quote: Quote, asked: str
):
    response = client.get(f"/quotes/?{asked}&lang=en")
    name, _, typed = asked.partition("=")
    assert response.status_code == 400
    assert f'id="problem-{name}"' in response.text
    assert factories.NAKATANI_JA not in response.text
    if "%" not in typed:
        kept = Fields(response.text).sent[name]
        assert kept == typed
    assert 'class="problem"' in response.text


@pytest.mark.parametrize(
    ("typed", "value", "canonical", "words"),
    [
        ("2025", (2025, 2025), "2025", "2025"),
        ("2020-2025", (2020, 2025), "2020-2025", "2020–2025"),
        ("2020 – 2025", (2020, 2025), "2020-2025", "2020–2025"),
        ("2020/2025", (2020, 2025), "2020-2025", "2020–2025"),
        ("2020-", (2020, None), "2020-", "from 2020 on"),
        ("–2025", (None, 2025), "-2025", "until 2025"),
        ("2025-2025", (2025, 2025), "2025", "2025"),
    ],
)
def test_years(typed: str, value: object, canonical: str, words: str):
    reading = YearsField("year", "Year").read(typed)
    assert (reading.value, reading.canonical, reading.words) == (value, canonical, words)


def test_nothing_found_offers_to_leave_out_a_filter(client: Client, quote: Quote):
    text = client.get("/quotes/?year=2020&type=direct&lang=en").text
    assert "Nothing public meets all of this: 2020 · direct." in text
    assert 'href="/quotes/?type=direct&amp;lang=en">Leave out: 2020' in text


def test_pages_of_a_narrowed_list_keep_the_filters(client: Client, nakatani: Speaker):
    article = factories.published_article()
    for _ in range(31):
        factories.published_quote(article=article, speaker=nakatani)
    factories.published_quote(factories.AHN_KO)
    response = client.get(f"/quotes/?speaker={nakatani.pk}")
    cursor = response.context["page"].next_cursor
    assert f'href="?speaker={nakatani.pk}&amp;after={cursor}"' in response.text
    assert len(shown(client, f"/quotes/?speaker={nakatani.pk}&after={cursor}")) == 1


def test_only_what_is_public_is_offered(client: Client, quote: Quote):
    factories.draft_quote("Xin chào", language="vi", topics=[factories.TopicFactory(name_en="Tbd")])
    text = client.get("/quotes/?lang=en").text
    for offered in ('value="ja"', 'value="de"', 'value="ko"', "vietnam.vn", "Defense policy"):
        assert offered in text
    for hidden in ('value="vi"', "Tbd"):
        assert hidden not in text


def test_where_there_are_many_outlets_their_names_are_typed(client: Client, quote: Quote):
    article = factories.published_article()
    assert '<select id="filter-outlet"' in client.get("/articles/").text
    for _ in range(FEW):
        factories.CreditFactory(article=article, outlet=factories.OutletFactory())
    text = client.get("/articles/").text
    assert '<input id="filter-outlet"' in text
    outlet = article.outlet
    sent = Fields(client.get("/articles/", {"outlet": outlet.pk}).text).sent
    assert sent["outlet"] == str(outlet.pk)


class TestOtherLists:
    def test_statements(self, client: Client):
        statement = factories.published_statement(topics=[factories.TopicFactory()])
        signatory = statement.signatories.first().speaker
        topic = statement.topics.get()
        for asked in (f"signatory={signatory.pk}", "year=2025", f"topic={topic.pk}"):
            assert shown(client, f"/statements/?{asked}") == [statement]
        assert shown(client, "/statements/?year=2024") == []

    def test_articles_with_the_number_of_public_quotes(self, client: Client):
        article = factories.published_article()
        factories.published_quote(article=article)
        factories.published_quote("schwierigen", article=article)
        factories.draft_quote("bilateralen", article=article)
        for asked in (f"outlet={article.outlet_id}", "language=de", "year=2025"):
            assert shown(client, f"/articles/?{asked}") == [article]
        assert shown(client, "/articles/?language=ja") == []
        assert "2 quotes" in client.get("/articles/?lang=en").text

    def test_events(self, client: Client):
        event = factories.EventFactory()
        factories.published_quote(event=event)
        assert shown(client, "/events/?year=2025") == [event]
        assert shown(client, "/events/?year=2024") == []

    @pytest.mark.parametrize("typed", ["中谷", "Nakatani", "gen n"])
    def test_speakers_by_name_with_the_number_of_their_public_quotes(
        self, client: Client, quote: Quote, nakatani: Speaker, typed: str
    ):
        factories.published_quote("Noch etwas", speaker=nakatani)
        factories.draft_quote("Ein Entwurf", speaker=nakatani)
        assert shown(client, f"/speakers/?name={typed}") == [nakatani]
        assert "2 quotes" in client.get("/speakers/", {"name": typed, "lang": "en"}).text
        assert shown(client, "/speakers/?kind=organisation") == []

    def test_the_quotes_of_thirty_speakers_are_counted_without_a_query_of_their_own(
        self, client: Client, quote: Quote
    ):
        with CaptureQueriesContext(connection) as captured:
            client.get("/speakers/")
        counting = [query["sql"] for query in captured if "COUNT(" in query["sql"]]
        assert len(counting) == 1
        assert f"LIMIT {MOST_COUNTED + 1}" in counting[0]


def test_more_than_are_counted_is_said_to_be_more():
    assert quotes_in_words(1) == "1 quote"
    assert quotes_in_words(MOST_COUNTED) == "1000 quotes"
    assert quotes_in_words(MOST_COUNTED + 1) == "more than 1,000 quotes"
